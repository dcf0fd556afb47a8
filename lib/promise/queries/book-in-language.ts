import 'server-only';
import { fieldsOf, type Reader, sayIn } from '#lib/i18n/content';
import { languageOf } from '#lib/i18n/languages';
import type { Place, RuleBook } from './rule-book.ts';

type Said = { id: string; name: string; instructions: string | null };

/** Places with what they are called, and how they are found, in the reader's language. */
export async function sayPlaces<P extends Said>(reader: Reader, places: readonly P[]): Promise<P[]> {
  const ids = places.map(({ id }) => id);
  const say = await sayIn(reader, fieldsOf('location', ids, 'name', 'instructions'));
  return places.map((place) => ({
    ...place,
    ...say('location', place.id, { name: place.name, instructions: place.instructions }),
  }));
}

export type Places = ReadonlyMap<string, Place>;
const placesOfBooks = new WeakMap<RuleBook, Map<string, Promise<Places>>>();

/** The places of a book by their id, in its order. Read once per language and kept with the book. */
export function placesIn(reader: Reader, book: RuleBook): Promise<Places> {
  // Open to everybody: the addresses of the shop.
  const language = languageOf(reader.locale);
  const byLanguage = placesOfBooks.get(book) ?? new Map<string, Promise<Places>>();
  placesOfBooks.set(book, byLanguage);
  const known = byLanguage.get(language);
  if (known) return known;
  const reading = sayPlaces(reader, book.places).then((said) => new Map(said.map((place) => [place.id, place])));
  byLanguage.set(language, reading);
  reading.catch(() => byLanguage.delete(language));
  return reading;
}
