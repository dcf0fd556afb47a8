import type { IncomingMessage } from 'node:http';
import { errorText } from '../i18n/error-text.ts';
import { type Language, languageOf } from '../i18n/languages.ts';
import { askedOfApi, refusedIn } from '../i18n/negotiate.ts';
import { wordsIn } from '../i18n/words.ts';
import { runtime } from '../runtime.ts';
import type { Replacement } from './response-guard.ts';

/** The few refusals our server speaks itself, before or instead of the app. Codes and statuses as in the API's table. */
const STATUS = {
  AUTH_005: 403,
  REQ_001: 400,
  REQ_005: 404,
  REQ_006: 405,
  RATE_001: 429,
  DB_001: 503,
  SYS_001: 500,
} as const;

export type RefusalCode = keyof typeof STATUS;

/** A refused request: by its address and headers it is answered in the language of whoever sent it. */
type Refused = Pick<IncomingMessage, 'url' | 'headers'>;

/**
 * Of an API what it asks for, of a page what its address names, as far as the shop offers it. Nothing that cannot be
 * read must throw here.
 */
function languageFor({ url = '/', headers }: Refused): Language {
  const { languages } = runtime();
  const address = URL.parse(url, 'http://localhost');
  const asked = /^\/+api(\/|$)/i.test(address?.pathname ?? '/')
    ? askedOfApi(address ?? new URL('http://localhost/api'), headers['accept-language'])
    : [address?.pathname.split('/', 2)[1] ?? ''];
  return languageOf(refusedIn(asked, languages));
}

/** A refusal in the API's envelope; `headers` are flattened pairs. */
export function refusal(
  request: Refused,
  code: RefusalCode,
  headers: readonly string[],
  details: Record<string, unknown> = {},
): Replacement {
  const status = STATUS[code];
  const language = languageFor(request);
  const message = errorText(code, language);
  const body = Buffer.from(
    JSON.stringify({ success: false, error: { code, message, details }, timestamp: new Date().toISOString() }),
  );
  return {
    status,
    headers: [
      'Content-Type',
      'application/json; charset=utf-8',
      'Content-Length',
      String(body.length),
      'Content-Language',
      language,
      'Cache-Control',
      'private, no-store',
      ...(status === 503 ? ['Retry-After', '2'] : []),
      ...headers,
    ],
    body,
  };
}

/** The same for a person in a browser: no scripts, nothing to load, the request's id to tell the shop. */
export function refusalPage(
  request: Refused,
  code: RefusalCode,
  headers: readonly string[],
  requestId: string,
): Replacement {
  const status = STATUS[code];
  const language = languageFor(request);
  const message = errorText(code, language);
  const body = Buffer.from(
    `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
      `<title>${message}</title><main><h1>${message}</h1><p><a href="">${wordsIn(language, 'everywhere')('try_again')}</a></p><p>${requestId}</p></main></html>`,
  );
  return {
    status,
    headers: [
      'Content-Type',
      'text/html; charset=utf-8',
      'Content-Length',
      String(body.length),
      'Cache-Control',
      'private, no-store',
      'Content-Security-Policy',
      "default-src 'none'; frame-ancestors 'none'",
      ...(status === 503 ? ['Retry-After', '2'] : []),
      ...headers,
    ],
    body,
  };
}
