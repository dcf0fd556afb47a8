import { type SQL, sql } from 'drizzle-orm';

const escaped = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`);

/** A pattern of `like` for what begins so. */
export const startOf = (text: string): string => `${escaped(text)}%`;

/**
 * Whether `column` has `text` in it, large or small. Trigram indexes know three letters in a row: of shorter texts they
 * know only where a word begins, so that is what shorter texts must be. Anything else would read every row.
 */
export function partOf(column: SQL, text: string): SQL {
  const part = escaped(text);
  return /[\p{L}\p{N}]{3}/u.test(text)
    ? sql`${column} ilike ${`%${part}%`}`
    : sql`(${column} ilike ${startOf(text)} or ${column} ilike ${`% ${part}%`})`;
}
