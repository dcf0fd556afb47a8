import type { IncomingMessage } from 'node:http';
import type { Env } from '../env.ts';
import { isLanguage, OWN_SEGMENT } from '../i18n/languages.ts';

export const CLIENT_ADDRESS_HEADER = 'x-barrow-client-address';
export const REQUEST_ID_HEADER = 'x-request-id';
/** The language of a storefront page, as its address names it; missing at the desk and at the API. */
export const PAGE_LANGUAGE_HEADER = 'x-barrow-language';

/**
 * Headers by which the framework, its middleware or our own app recognise what only a proxy or this server may say.
 * A policy header would plant a nonce of the client's choice into a page that is kept for everybody. The two request
 * ids stay: under `npm run dev` a navigation waits for ever for what the framework sends under them.
 */
const OURS =
  /^(x-forwarded-|x-barrow-|x-middleware-|x-invoke-|x-next-|x-nextjs-(?!(?:html-)?request-id$)|x-matched-path$|x-now-|x-vercel-|x-real-ip$|forwarded$|x-request-id$|x-original-|x-rewrite-|x-http-method|content-security-policy|next-resume$)/;

const NO_PAGE = /^\/+(admin|api)(\/|\?|$)/i;

function pageLanguage(url: string): string | null {
  if (NO_PAGE.test(url)) return null;
  const first = url.split(/[/?#]/, 2)[1] ?? '';
  return isLanguage(first) ? first : OWN_SEGMENT;
}

/** Removes what a client may not say and writes what this server knows. */
export function ownHeaders(request: IncomingMessage, env: Env, address: string, requestId: string): void {
  const { headers } = request;
  for (const name of Object.keys(headers)) {
    if (OURS.test(name)) delete headers[name];
  }
  headers[REQUEST_ID_HEADER] = requestId;
  headers[CLIENT_ADDRESS_HEADER] = address;
  const language = pageLanguage(request.url ?? '/');
  if (language !== null) headers[PAGE_LANGUAGE_HEADER] = language;
  headers['x-forwarded-for'] = address;
  headers['x-forwarded-proto'] = env.isSecure ? 'https' : 'http';
  // A public shop has one name, whatever the Host header says; a local one is also opened by its network address.
  headers['x-forwarded-host'] = env.isLocal ? headers.host : new URL(env.APP_URL).host;
}

/** A path as a log line may show it: the key of a cart travels in one. */
export const withoutKeys = (pathname: string): string => pathname.replace(/(\/cart\/)(?!items(?:\/|$))[^/]+/i, '$1…');
