import { type _Translator, createTranslator, type NamespaceKeys, type NestedKeyOf } from 'use-intl/core';
import { type Language, languageOf } from './languages.ts';
import de from './messages/de.json' with { type: 'json' };
import en from './messages/en.json' with { type: 'json' };
import ro from './messages/ro.json' with { type: 'json' };

export type Messages = typeof en;
/** One area of the interface, as the files name it. */
export type Area = keyof Messages & string;
type Place = NamespaceKeys<Messages, NestedKeyOf<Messages>>;

/** The words of one area: `words('sold_out')`, `words('left', { count: 3 })`. */
export type Words<P extends Place = never> = _Translator<Messages, P>;

const MESSAGES: Record<Language, Messages> = { en, ro, de };

export const messagesOf = (locale: string): Messages => MESSAGES[languageOf(locale)];

const made = new Map<string, unknown>();

/**
 * The words of an area for a reader of `locale`, wherever no page is rendered: queries, jobs, the doors of the API. In
 * components it is `useTranslations(area)`, on both sides.
 */
export function wordsIn<P extends Place>(locale: string, area: P): Words<P> {
  const key = `${locale} ${area}`;
  let words = made.get(key) as Words<P> | undefined;
  if (!words) {
    words = createTranslator({ locale, messages: messagesOf(locale), namespace: area }) as Words<P>;
    made.set(key, words);
  }
  return words;
}

/** Only some areas, for what runs in the browser. */
export const someAreas = (locale: string, areas: readonly Area[]): Partial<Messages> =>
  Object.fromEntries(areas.map((area) => [area, messagesOf(locale)[area]]));
