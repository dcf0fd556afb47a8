import { z } from 'zod';

/** Pieces of input schemas. Forms send an empty field where JSON leaves it out: both mean "not given". */

export const words = (max: number) => z.string('Enter text.').trim().max(max, `Use at most ${max} characters.`);

export const required = (max: number, sentence: string) =>
  z.string({ error: sentence }).trim().min(1, { error: sentence }).max(max, `Use at most ${max} characters.`);

const isBlank = (value: unknown) =>
  value === null || value === undefined || (typeof value === 'string' && value.trim() === '');

/** The value, or null when it is missing, null or blank. */
export const optional = <S extends z.ZodType>(schema: S) =>
  z
    .preprocess((value) => (isBlank(value) ? null : value), schema.nullable())
    .optional()
    .transform((value) => value ?? null);

/** A query parameter: blank counts as left out. */
export const filled = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value) => (isBlank(value) ? undefined : value), schema.optional());

/** A query parameter that takes several words, repeated or comma separated. */
export const severalOf = <T extends string>(allowed: readonly [T, ...T[]], error: string) =>
  z.preprocess((value) => {
    const given = Array.isArray(value) ? value : [value];
    const parts = given.flatMap((part) => (typeof part === 'string' ? part.split(',') : []));
    const named = parts.map((part) => part.trim()).filter((part) => part !== '');
    return named.length === 0 ? undefined : named;
  }, z.array(z.enum(allowed, { error })).optional());

export const idInput = z.uuid({ error: 'Enter a valid id.' });
/** Counts the changes of a record: what a form was made from. No further than the column counts. */
export const versionInput = z
  .int('Enter a whole number.')
  .min(1, 'Enter 1 or more.')
  .max(2_147_483_647, 'There is no such version.');
/** A record by its id or by its readable address. */
export const idOrSlug = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,219}$/, 'That is not a valid id or address.');
export const dayInput = z.iso
  .date({ error: ({ input }) => (input ? 'Use a day such as 2026-12-24.' : 'Choose a day.'), abort: true })
  // Days around it are reckoned with: the last year that is written with four digits has no day after it.
  .refine((day) => day >= '1900' && day < '2900', { error: 'Use a day of this century.', params: { code: 'VAL_003' } });
