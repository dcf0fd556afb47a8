import 'server-only';
import type { Context } from '#lib/context';
import { fieldsOf, type Reader, readsSource, sayIn } from '#lib/i18n/content';
import { languageOf } from '#lib/i18n/languages';
import { getRuleBook, type Place, type RuleBook } from './rule-book.ts';

type Said = { id: string; name: string; instructions: string | null };

const idsOf = (things: readonly { id: string }[]): string[] => things.map(({ id }) => id);

/** Places with what they are called, and how they are found, in the reader's language. */
export async function sayPlaces<P extends Said>(reader: Reader, places: readonly P[]): Promise<P[]> {
  const say = await sayIn(reader, fieldsOf('location', idsOf(places), 'name', 'instructions'));
  return places.map((place) => ({
    ...place,
    ...say('location', place.id, { name: place.name, instructions: place.instructions }),
  }));
}

/** The same book with the names of its places and zones and the messages of its closures in the reader's language. */
async function sayBook(reader: Reader, book: RuleBook): Promise<RuleBook> {
  const [places, say] = await Promise.all([
    sayPlaces(reader, book.places),
    sayIn(
      reader,
      fieldsOf('zone', idsOf(book.zones), 'name'),
      fieldsOf('closure', idsOf(book.closures), 'public_message'),
    ),
  ]);
  return {
    ...book,
    places,
    zones: book.zones.map((zone) => ({ ...zone, ...say('zone', zone.id, { name: zone.name }) })),
    closures: book.closures.map((closure) => ({
      ...closure,
      message: say('closure', closure.id, { public_message: closure.message }).public_message,
    })),
  };
}

const booksSaid = new WeakMap<RuleBook, Map<string, Promise<RuleBook>>>();

/** The rule book as its reader reads it. Said once per language and kept with the book. */
export async function ruleBookIn(reader: Reader & Pick<Context, 'now'>): Promise<RuleBook> {
  // Open to everybody: what stands on the door.
  const book = await getRuleBook(reader);
  if (await readsSource(reader)) return book;
  const language = languageOf(reader.locale);
  const byLanguage = booksSaid.get(book) ?? new Map<string, Promise<RuleBook>>();
  booksSaid.set(book, byLanguage);
  const known = byLanguage.get(language);
  if (known) return known;
  const saying = sayBook(reader, book);
  byLanguage.set(language, saying);
  saying.catch(() => byLanguage.delete(language));
  return saying;
}

export type Places = ReadonlyMap<string, Place>;

/** The places of a book by their id, in its order. */
export const placesOf = (book: RuleBook): Places => new Map(book.places.map((place) => [place.id, place]));
