import { z } from 'zod';
import { filled } from '#lib/fields';

/** Values of a query string. A field that a GET form sends empty counts as not sent. */

export const queryText = (max: number) =>
  filled(
    z
      .string()
      .trim()
      // A NUL is valid in a URL and refused by PostgreSQL.
      .refine((text) => !text.includes('\0'), {
        message: 'That cannot be searched for.',
        params: { code: 'VAL_002' },
      })
      .max(max, `Use at most ${max} characters.`),
  );

export const queryWhole = (min: number, max: number) =>
  filled(
    z.coerce
      .number('Enter a whole number.')
      .int('Enter a whole number.')
      .min(min, `Enter ${min} or more.`)
      .max(max, `Enter ${max} or less.`),
  );

/** Major units in, minor units out. */
export const queryPrice = filled(
  z.coerce
    .string()
    .regex(/^\d{1,8}(\.\d{1,2})?$/, 'Enter an amount such as 12.50.')
    .transform((text) => Math.round(Number(text) * 100)),
);

export const queryFlag = filled(
  z.preprocess(
    (value) => (value === true ? 'true' : value === false ? 'false' : value),
    z
      .enum(['true', 'false', '1', '0', 'on', 'off'], 'Write true or false.')
      .transform((word) => ['true', '1', 'on'].includes(word)),
  ),
);

/** `milk,nuts`, or the parameter repeated. */
export const queryList = <const T extends readonly string[]>(choices: T) =>
  filled(
    z.preprocess(
      (value) =>
        (Array.isArray(value) ? value : [value])
          .flatMap((part) => String(part).split(','))
          .map((part) => part.trim())
          .filter((part) => part !== ''),
      z.array(z.enum(choices, 'That is not on the list.')).max(choices.length, 'Name each at most once.'),
    ),
  );

export const queryDay = filled(z.iso.date('Enter a day such as 2026-05-31.'));
