import { isBic, isIban } from '#lib/iban';

/**
 * What the picture says that a banking app reads. Source: European Payments Council, EPC069-12, "Quick Response Code:
 * Guidelines to Enable Data Capture for the Initiation of a SEPA Credit Transfer", version 002.
 */

export type Transfer = {
  holder: string;
  iban: string;
  bic: string | null;
  amountMinor: number;
  currency: string;
  /** What the payment says, for the one who receives it; at most 140 characters. */
  reference: string;
};

const MOST_NAME = 70;
const MOST_REFERENCE = 140;
/** Bytes in all; version 13 with error correction M holds exactly these. */
const MOST_BYTES = 331;
const AMOUNT = { least: 1, most: 99_999_999_999 };

/** One line of the payload: a line break in it would begin the next element. */
const line = (text: string, most: number): string =>
  [...text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()].slice(0, most).join('');

/** `EUR12.30`: a point, two decimals, no leading zeros. */
const amountOf = (minor: number): string => `EUR${Math.floor(minor / 100)}.${String(minor % 100).padStart(2, '0')}`;

/**
 * The lines of the code, or null where it cannot be: another currency than the euro, an amount outside 0.01 to
 * 999999999.99, no holder, or an IBAN whose check digits are wrong.
 */
export function epcPayload({ holder, iban, bic, amountMinor, currency, reference }: Transfer): string | null {
  const name = line(holder, MOST_NAME);
  if (currency !== 'EUR' || !isIban(iban) || name === '') return null;
  if (!Number.isInteger(amountMinor) || amountMinor < AMOUNT.least || amountMinor > AMOUNT.most) return null;
  const payload = [
    'BCD',
    '002',
    '1', // UTF-8
    'SCT',
    bic !== null && isBic(bic) ? bic : '',
    name,
    iban,
    amountOf(amountMinor),
    '', // purpose
    '', // structured reference: ours is a word, not one of ISO 11649
    line(reference, MOST_REFERENCE),
  ].join('\n');
  return new TextEncoder().encode(payload).length > MOST_BYTES ? null : payload;
}
