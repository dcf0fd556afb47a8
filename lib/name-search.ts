import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { folded } from '#db/columns';
import { fold } from './fold.ts';

/** A text as a part of another in LIKE, its wildcards taken literally. */
const escaped = (text: string) => text.replace(/[\\%_]/g, '\\$&');

/** Letters from which on a trigram index helps to find a part. */
const TRIGRAM = 3;

/** The folded column holds the folded part; shorter ones only where a word begins, so that the index can help. */
export function has(column: SQL, part: string): SQL {
  const like = escaped(part);
  if (part.length >= TRIGRAM) return sql`${column} like ${`%${like}%`}`;
  return sql`(${column} like ${`${like}%`} or ${column} like ${`% ${like}%`})`;
}

/** Every word of `text` is somewhere in the name, case and marks aside, in any order. `column` is plain SQL. */
export function nameHas(column: string, text: string): SQL {
  const words = fold(text)
    .split(/\s+/)
    .filter((word) => word !== '');
  return sql`(${sql.join(
    words.map((word) => has(folded(column), word)),
    sql` and `,
  )})`;
}

/** The name comes close to the text, or holds it with two neighbors swapped. */
export function nameIsLike(column: string, text: string, swapped: readonly string[]): SQL {
  const name = folded(column);
  const ways = [sql`${name} %> ${text}`, ...swapped.map((swap) => has(name, swap))];
  return sql`(${sql.join(ways, sql` or `)})`;
}
