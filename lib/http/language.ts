import 'server-only';
import type { ShopLanguages } from '#lib/i18n/languages';
import { askedOfApi, refusedIn } from '#lib/i18n/negotiate';
import { runtime } from '#lib/runtime';

/** The languages a request to the API asks for, the dearest first. */
export const languagesOf = (request: Request): readonly string[] =>
  askedOfApi(new URL(request.url), request.headers.get('accept-language'));

/** For refusals, which must not ask the database for anything: it may be what is away. */
export function rememberLanguages(shop: ShopLanguages): void {
  runtime().languages = shop;
}

/** In what language a request is refused. */
export const localeOfRequest = (request: Request): string => refusedIn(languagesOf(request), runtime().languages);
