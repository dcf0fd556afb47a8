import { z } from 'zod';
import { DomainError } from './errors.ts';
import { filled } from './fields.ts';

/** Totals are exact up to here and an estimate beyond. */
export const EXACT_TOTAL = 10_000;
/** The same where every row has to be looked at before it counts: by words, prices or stock. */
export const EXACT_FOUND = 1_000;

export const pagingInput = {
  page: filled(
    z.coerce.number('Enter a whole number.').int('Enter a whole number.').min(1, 'Pages start at 1.').max(1_000_000),
  ).transform((page) => page ?? 1),
  limit: filled(
    z.coerce
      .number('Enter a whole number.')
      .int('Enter a whole number.')
      .min(1, 'At least 1.')
      .max(100, 'At most 100.'),
  ).transform((limit) => limit ?? 20),
  /** Goes on from where a page ended, at constant cost; `page` is ignored then. */
  cursor: filled(z.string().max(300)),
};

export type Page<T> = {
  items: T[];
  page: number;
  limit: number;
  total: number;
  pages: number;
  total_exact: boolean;
  next_cursor: string | null;
};

const cursorShape = z.tuple([z.iso.datetime(), z.uuid()]);

/** A place in a list sorted by a moment and an id, both descending. */
export type Cursor = { at: string; id: string };

export const writeCursor = ({ at, id }: Cursor): string => Buffer.from(JSON.stringify([at, id])).toString('base64url');

/** Null when it is not one of ours. */
export function readCursor(text: string): Cursor | null {
  try {
    const parsed = cursorShape.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
    return parsed.success ? { at: parsed.data[0], id: parsed.data[1] } : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Where a page begins; null for one that is asked for by its number. Throws REQ_001 for a cursor that is none of ours. */
export function placeOf(cursor: string | undefined): Cursor | null {
  if (cursor === undefined) return null;
  const place = readCursor(cursor);
  if (place === null) throw new DomainError('REQ_001', { parameter: 'cursor' });
  return place;
}

type Counted = { page: number; limit: number; total: number; total_exact: boolean };

/** A page whose rows and whose end are known. */
export const pageWith = <T>(
  items: T[],
  { page, limit, total, total_exact }: Counted,
  next_cursor: string | null,
): Page<T> => ({
  items,
  page,
  limit,
  total,
  pages: Math.max(1, Math.ceil(total / limit)),
  total_exact,
  next_cursor,
});

/** A page of rows that were read up to one beyond `limit`; that one only says that there are more. */
export function pageOf<R, T>(
  rows: readonly R[],
  counted: Counted,
  { toDto, placeOfRow }: { toDto: (row: R) => T; placeOfRow: (row: R) => { at: Date; id: string } },
): Page<T> {
  const shown = rows.slice(0, counted.limit);
  const last = rows.length > counted.limit ? shown.at(-1) : undefined;
  const place = last && placeOfRow(last);
  return pageWith(shown.map(toDto), counted, place ? writeCursor({ at: place.at.toISOString(), id: place.id }) : null);
}

/** A page of a list that is counted exactly and asked for by number alone. */
export const numberedPage = <T>(items: T[], counted: { page: number; limit: number; total: number }): Page<T> =>
  pageWith(items, { ...counted, total_exact: true }, null);

/** A list that is short enough to come whole. */
export const wholeList = <T>(items: T[]): Page<T> =>
  numberedPage(items, { page: 1, limit: Math.max(1, items.length), total: items.length });
