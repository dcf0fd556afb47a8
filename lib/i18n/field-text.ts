import type { FieldMessages } from '../errors.ts';
import { languageOf } from './languages.ts';
import { type Messages, messagesOf, wordsIn } from './words.ts';

type Key = keyof Messages['fields'];
type Sentence = { key: Key; names: readonly string[]; pattern: RegExp };

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The parts of a message, read as it is or compiled by the bundler: words, and names of what is put between them. */
function partsOf(message: unknown): (string | { name: string })[] {
  const parts: unknown[] = typeof message === 'string' ? message.split(/(\{\w+\})/) : [message].flat(1);
  return parts.map((part) => {
    if (Array.isArray(part)) return { name: String(part[0]) };
    const name = /^\{(\w+)\}$/.exec(String(part))?.[1];
    return name === undefined ? String(part) : { name };
  });
}

function sentences(): Sentence[] {
  return Object.entries(messagesOf('en').fields).map(([key, message]) => {
    const parts = partsOf(message);
    const names = parts.flatMap((part) => (typeof part === 'string' ? [] : [part.name]));
    const pattern = parts.map((part) => (typeof part === 'string' ? escaped(part) : '(.+)')).join('');
    return { key: key as Key, names, pattern: new RegExp(`^${pattern}$`) };
  });
}

let known: Sentence[] | undefined;

/**
 * The sentence of a schema in the language of `locale`, found by its English words in the area `fields`; one that nobody
 * translated stays as it is.
 */
export function fieldText(sentence: string, locale: string): string {
  if (languageOf(locale) === 'en') return sentence;
  known ??= sentences();
  for (const { key, names, pattern } of known) {
    const found = pattern.exec(sentence);
    if (!found) continue;
    const values = Object.fromEntries(names.map((name, at) => [name, found[at + 1] ?? '']));
    return wordsIn(locale, 'fields')(key, values);
  }
  return sentence;
}

/** The sentences beside fields in the language of `locale`. */
export const fieldTexts = (fields: FieldMessages, locale: string): FieldMessages =>
  Object.fromEntries(Object.entries(fields).map(([field, told]) => [field, told.map((one) => fieldText(one, locale))]));
