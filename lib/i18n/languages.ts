/** The languages the interface is written in; their words stand in `messages/<language>.json`. */
export const LANGUAGES = ['en', 'ro', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

/** What each calls itself. */
export const LANGUAGE_NAMES: Record<Language, string> = { en: 'English', ro: 'Română', de: 'Deutsch' };

/** How dates and amounts are written in a language that is not the shop's own. */
const FORMATS: Record<Language, string> = { en: 'en-IE', ro: 'ro-RO', de: 'de-DE' };

/** The constant first segment that unprefixed storefront addresses are rewritten to (see next.config.mjs). */
export const OWN_SEGMENT = '-';

/** What decides about languages, out of the settings of the shop. */
export type ShopLanguages = {
  /** BCP 47: dates and amounts of the shop, and with its first part its own language. */
  locale: string;
  /** Offered besides its own. */
  languages: readonly Language[];
};

export const isLanguage = (word: string): word is Language => LANGUAGES.some((one) => one === word);

/** The language of the words for a reader of this locale: `ro-RO` reads `ro`; what nobody wrote words in reads English. */
export function languageOf(locale: string): Language {
  const language = locale.slice(0, 2);
  return isLanguage(language) ? language : 'en';
}

/** Every language of the storefront, the shop's own first. */
export function offeredLanguages(shop: ShopLanguages): Language[] {
  const own = languageOf(shop.locale);
  return [own, ...LANGUAGES.filter((one) => one !== own && shop.languages.includes(one))];
}

/** What a shop's own texts can be said in besides its own language. */
export const otherLanguages = (shop: ShopLanguages): Language[] => offeredLanguages(shop).slice(1);

/** The locale of a language in this shop: its own keeps the spelling that the shop chose. */
export const localeIn = (language: Language, shop: ShopLanguages): string =>
  language === languageOf(shop.locale) ? shop.locale : FORMATS[language];

/** The first of `asked` that the shop offers, as a locale; its own when there is none. */
export function localeFor(asked: readonly string[], shop: ShopLanguages): string {
  const offered = offeredLanguages(shop);
  const found = asked.find((word) => offered.some((one) => one === word));
  return found !== undefined && isLanguage(found) ? localeIn(found, shop) : shop.locale;
}

/** What a first segment of an address is to this shop: its own language goes without one. */
export function judgeSegment(segment: string, shop: ShopLanguages): 'ours' | 'moved' | 'unknown' {
  if (segment === OWN_SEGMENT) return 'ours';
  if (segment === languageOf(shop.locale)) return 'moved';
  return offeredLanguages(shop).some((one) => one === segment) ? 'ours' : 'unknown';
}

/** `/ro` before every address in that language, nothing in the shop's own. */
export const prefixOf = (locale: string, shop: Pick<ShopLanguages, 'locale'>): string =>
  languageOf(locale) === languageOf(shop.locale) ? '' : `/${languageOf(locale)}`;
