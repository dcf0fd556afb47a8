import { z } from 'zod';

/** Money is a whole number of minor units (cents) inside, and a JSON number in major units outside. */

const MAX_MINOR = 10_000_000_00;

export const fromMinor = (minor: number): number => minor / 100;

/** Major units with at most two decimals to minor units, without passing through binary fractions. */
export function toMinor(major: number): number {
  const minor = Math.round(major * 100);
  if (Math.abs(minor / 100 - major) > 1e-9) throw new RangeError('more than two decimals');
  return minor;
}

/** The field of a form or of JSON that takes an amount: major units in, minor units out. */
export const moneyInput = z
  .number({ error: (issue) => (issue.input === undefined ? 'Enter an amount.' : 'Enter an amount such as 12.50.') })
  .min(0, 'Must not be negative.')
  .max(MAX_MINOR / 100, 'That is too much.')
  .refine((major) => Math.abs(Math.round(major * 100) / 100 - major) < 1e-9, {
    message: 'Use at most two decimals.',
    params: { code: 'VAL_002' },
  })
  .transform((major) => Math.round(major * 100));

export { formatAmount, formatMoney } from './money-text.ts';
