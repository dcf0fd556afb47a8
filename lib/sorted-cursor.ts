import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { DomainError } from './errors.ts';

/** Where a list goes on: after the row with this sort key and id, or after so many rows where nothing orders them for good. */
const position = z.union([
  z.strictObject({ s: z.string().max(20), k: z.union([z.string().max(200), z.number()]), i: z.uuid() }),
  z.strictObject({ s: z.string().max(20), o: z.int().min(0).max(10_000_000) }),
]);

export type Position = z.output<typeof position>;

export const writeCursor = (at: Position): string => Buffer.from(JSON.stringify(at)).toString('base64url');

/** Throws REQ_001 for a cursor that we did not give out, or gave out for another order. */
export function readCursor(cursor: string, sort: string): Position {
  const parsed = position.safeParse(parseJson(Buffer.from(cursor, 'base64url').toString()));
  if (!parsed.success || parsed.data.s !== sort) throw new DomainError('REQ_001', { parameter: 'cursor' });
  return parsed.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not ours: the schema refuses undefined.
    return undefined;
  }
}

/** How the key of a cursor becomes a value of the column that sorts; null for what cannot be one. */
export type KeyReader = (key: unknown) => SQL | null;

export const momentKey: KeyReader = (key) => {
  const moment = z.iso.datetime().safeParse(key);
  return moment.success ? sql`${moment.data}::timestamptz` : null;
};
export const textKey: KeyReader = (key) =>
  typeof key === 'string' && !key.includes('\0') ? sql`${key}::varchar` : null;
export const amountKey: KeyReader = (key) => {
  const amount = z.int().min(0).safeParse(key);
  return amount.success ? sql`${amount.data}::bigint` : null;
};

/** A list sorted by a column and, where that says nothing, by the id; both in the same direction. */
export type SortedBy = { column: SQL; id: SQL; isDescending: boolean; readKey: KeyReader };

export const orderBy = ({ column, id, isDescending }: SortedBy): SQL => {
  const direction = isDescending ? sql`desc` : sql`asc`;
  return sql`${column} ${direction}, ${id} ${direction}`;
};

/** Everything after the row that the cursor names: the index finds it wherever it is. Throws REQ_001. */
export function beyond({ column, id, isDescending, readKey }: SortedBy, at: Position): SQL {
  const key = 'k' in at ? readKey(at.k) : null;
  if (!('k' in at) || !key) throw new DomainError('REQ_001', { parameter: 'cursor' });
  return sql`(${column}, ${id}) ${isDescending ? sql`<` : sql`>`} (${key}, ${at.i}::uuid)`;
}
