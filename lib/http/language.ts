import 'server-only';
import { languageOf, localeFor, type ShopLanguages } from '#lib/i18n/languages';
import { askedOf } from '#lib/i18n/negotiate';

const DESK = /^\/api\/(v1\/)?(admin|flowers|customers)(\/|$)/;

/**
 * The languages a request to the API asks for, the dearest first: `lang`, then `Accept-Language`. At the desk only what
 * is said on purpose counts: an order taken there speaks the shop's language to its customer, not the browser's.
 */
export function languagesOf(request: Request): readonly string[] {
  const { pathname, searchParams } = new URL(request.url);
  const accepted = DESK.test(pathname) ? null : request.headers.get('accept-language');
  return askedOf(searchParams.get('lang'), accepted);
}

let lastKnown: ShopLanguages | null = null;

/** For refusals, which must not ask the database for anything: it may be what is away. */
export function rememberLanguages(shop: ShopLanguages): void {
  lastKnown = shop;
}

/** In what language a request is refused. */
export function localeOfRequest(request: Request): string {
  const asked = languagesOf(request);
  return lastKnown === null ? languageOf(asked[0] ?? 'en') : localeFor(asked, lastKnown);
}
