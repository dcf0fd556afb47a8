import { sql } from 'drizzle-orm';
import { bigint, check, customType, jsonb, timestamp, uuid } from 'drizzle-orm/pg-core';
import { v7 } from 'uuid';

/** Shared column helpers: every table is spelled the same way. */

export const citext = customType<{ data: string }>({ dataType: () => 'citext' });
export const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });
export const xid8 = customType<{ data: string }>({ dataType: () => 'xid8' });

/** UUID version 7, made in the application so that an id exists before its row. */
export const newId = (): string => v7();
export const id = () => uuid().primaryKey().$defaultFn(newId);

export const moment = () => timestamp({ withTimezone: true, mode: 'date', precision: 3 });

export const stamps = () => ({
  createdAt: moment().notNull().defaultNow(),
  updatedAt: moment()
    .notNull()
    .defaultNow()
    .$onUpdate(() => new Date()),
});

/** Names only: what stood there and who it was is in the timeline. */
export type VersionChange = { version: number; at: string; fields: string[] };

/** What the last versions of a row changed, the newest last; kept by a trigger of its table. */
export const versionChanges = () => jsonb().$type<VersionChange[]>().notNull().default([]);

export const archivable = () => ({ archivedAt: moment() });

/** An amount in the minor unit of the shop's currency. */
export const minor = () => bigint({ mode: 'number' });

/**
 * The letters of a text without case and marks, as searching compares them: `Ștefan` becomes `stefan`. Only what is
 * immutable, which `unaccent()` is not. What has no marks at all (as many bytes as letters) is eight times as quick: a
 * search reads thousands of names. Spelled by this function in index and query alike, or the index is not used;
 * `fold` in lib/fold.ts does the same to what was typed.
 */
export const folded = (column: string) =>
  sql.raw(
    `(case when octet_length(${column}) = length(${column}) then lower(${column}) else translate(regexp_replace(normalize(lower(${column}), NFKD), '[\\u0300-\\u036f]+', '', 'g'), 'łøđðıß', 'loddis') end)`,
  );

/** `check (column in (…))` for a status column; the words come from `db/enums`. */
export const oneOf = (name: string, column: string, words: readonly string[]) =>
  check(name, sql.raw(`${column} in (${words.map((word) => `'${word}'`).join(', ')})`));

/** `check (…)` spelled in plain SQL over snake_case column names. */
export const must = (name: string, condition: string) => check(name, sql.raw(condition));
