import { isLanguage, type Language, languageOf, localeFor, type ShopLanguages } from './languages.ts';

const LONGEST = 200;
const MOST_REMEMBERED = 2000;
const NOTHING: readonly Language[] = [];
const known = new Map<string, readonly Language[]>();

/** `de-AT,de;q=0.9,en;q=0.5` is `de, en`: the languages of ours that a reader names, the dearest first. */
export function readAcceptLanguage(header: string | null | undefined): readonly Language[] {
  if (!header || header.length > LONGEST) return NOTHING;
  const seen = known.get(header);
  if (seen) return seen;
  const weighed: { language: Language; weight: number }[] = [];
  for (const part of header.split(',')) {
    const [range = '', ...parameters] = part.trim().toLowerCase().split(';');
    const language = range.trim().split('-', 1)[0] ?? '';
    const quality = parameters.find((one) => one.trim().startsWith('q='));
    const weight = quality === undefined ? 1 : Number(quality.trim().slice(2));
    if (isLanguage(language) && weight > 0 && weight <= 1) weighed.push({ language, weight });
  }
  // Stable: of two as dear as each other the first named comes first.
  weighed.sort((a, b) => b.weight - a.weight);
  const languages = [...new Set(weighed.map(({ language }) => language))];
  if (known.size >= MOST_REMEMBERED) known.clear();
  known.set(header, languages);
  return languages;
}

/** What a request to the API asks for: `lang`, then `Accept-Language`. */
export function askedOf(lang: string | null, acceptLanguage: string | null | undefined): readonly string[] {
  const accepted = readAcceptLanguage(acceptLanguage);
  return lang ? [lang.slice(0, 2).toLowerCase(), ...accepted] : accepted;
}

const DESK = /^\/api\/(v1\/)?(admin|flowers|customers)(\/|$)/;

/**
 * The languages a request to the API asks for, the dearest first: `lang`, then `Accept-Language`. At the desk only what
 * is said on purpose counts: an order taken there speaks the shop's language to its customer, not the browser's.
 */
export const askedOfApi = (
  { pathname, searchParams }: Pick<URL, 'pathname' | 'searchParams'>,
  acceptLanguage: string | null | undefined,
): readonly string[] => askedOf(searchParams.get('lang'), DESK.test(pathname) ? null : acceptLanguage);

/** In what language something is refused, by what is known of the shop without asking for it. */
export const refusedIn = (asked: readonly string[], shop: ShopLanguages | null): string =>
  shop === null ? languageOf(asked[0] ?? 'en') : localeFor(asked, shop);
