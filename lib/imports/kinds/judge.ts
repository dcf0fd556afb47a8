import 'server-only';
import type { ImportKind, ImportMode } from '#db/enums';
import type { RowError } from '#db/schema/imports';
import type { Context } from '#lib/context';
import { ValidationError } from '#lib/errors';
import { toText } from '../rules/cells.ts';
import type { ReadRow } from '../rules/columns.ts';

/** What a row would do now, and how to do it. */
export type Judged = {
  /** Null where a row is too wrong to know whom it means. */
  matchKey: string | null;
  groupKey?: string | null;
  groupValues?: Record<string, string> | null;
  /** Writing it changes what later rows are found by: they are judged anew. */
  moves?: boolean;
} & (
  | { plan: 'unchanged' }
  | { plan: 'create' | 'update'; write: (tx: Context) => Promise<unknown> }
  | { plan: 'wrong'; errors: RowError[] }
);

/** Judges rows by what is there now: a batch costs a query or two, whatever its length. */
export type Judge = ((ctx: Context, rows: readonly ReadRow[]) => Promise<Judged[]>) & {
  /** Locks what these will write in the order in which everybody locks it, where one transaction writes many. */
  hold?: (tx: Context, judged: readonly Judged[]) => Promise<void>;
};
/** What a file may do; `createCategories` is of products alone. */
export type Terms = { mode: ImportMode; createCategories: boolean };
export type OpenJudge = (ctx: Context, terms: Terms) => Promise<Judge>;
export type Kinds = Record<ImportKind, OpenJudge>;

export const fault = (field: string, code: string, message: string): RowError => ({ field, code, message });

/** What the schema of the normal command says, at the columns of the file. */
export function rowErrors({ fields, codes }: ValidationError, columnOf: (field: string) => string): RowError[] {
  return Object.entries(fields).flatMap(([field, sentences]) =>
    sentences.map((message, at) => fault(columnOf(field), codes[field]?.[at] ?? 'VAL_002', message)),
  );
}

/** The parsed input, or what is wrong with it. */
export function tryInput<T>(
  parse: () => T,
  columnOf: (field: string) => string,
): { input: T } | { errors: RowError[] } {
  try {
    return { input: parse() };
  } catch (error) {
    if (!(error instanceof ValidationError)) throw error;
    return { errors: rowErrors(error, columnOf) };
  }
}

/** One spelling of what counts as the same: blank is nothing, the order of a list says nothing. */
function canonical(value: unknown): unknown {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string') return toText(value) || null;
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(canonical).sort();
  if (typeof value !== 'object') return value;
  const entries = Object.entries(value).map(([key, one]) => [key.trim(), canonical(one)]);
  return entries.length === 0 ? null : entries.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
}

/** Of `given` what is not so already. */
export function changesOf<T extends object>(given: T, now: Readonly<Record<string, unknown>>): Partial<T> {
  const same = (key: string, value: unknown) =>
    JSON.stringify(canonical(value)) === JSON.stringify(canonical(now[key]));
  const changed = Object.entries(given).filter(([key, value]) => value !== undefined && !same(key, value));
  // Only keys of T are left, with the values they had there.
  return Object.fromEntries(changed) as Partial<T>;
}

export const isEmpty = (object: object): boolean => Object.keys(object).length === 0;

/** Texts of one field over all rows, as a parameter of `jsonb_array_elements_text`. */
export const textsOf = (rows: readonly ReadRow[], field: string): string[] =>
  rows.flatMap(({ values }) => (typeof values[field] === 'string' ? [values[field]] : []));

export const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
export const idsOf = (rows: readonly ReadRow[]): string[] => textsOf(rows, 'id').filter((id) => UUID.test(id));

/** What the mode forbids; null when it may. */
export function refusedBy(mode: ImportMode, isKnown: boolean, finder: string): RowError | null {
  if (mode === 'create' && isKnown)
    return fault(finder, 'CONF_001', 'This is on file already, and only new ones are added.');
  if (mode === 'update' && !isKnown)
    return fault(finder, 'DB_002', 'This is not on file, and only known ones are changed.');
  return null;
}
