/** Account numbers as banks check them: ISO 13616 (IBAN) and ISO 9362 (BIC). Pure; forms and rules share it. */

/** People type an IBAN in groups and in any case; it is stored as one word in capitals. */
export const compactAccount = (typed: string): string => typed.replace(/[\s-]+/g, '').toUpperCase();

const SHAPE = /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/;

/**
 * True for a compact IBAN whose check digits are right (ISO 7064, mod 97-10): the first four characters go to the end,
 * letters count from A = 10, and the number leaves a remainder of one.
 */
export function isIban(iban: string): boolean {
  if (!SHAPE.test(iban)) return false;
  let remainder = 0;
  for (const character of iban.slice(4) + iban.slice(0, 4)) {
    for (const digit of Number.parseInt(character, 36).toString()) remainder = (remainder * 10 + Number(digit)) % 97;
  }
  return remainder === 1;
}

/** Four letters of the bank, two of the country, two of the place and, where there is one, three of the branch. */
export const isBic = (bic: string): boolean => /^[A-Z]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(bic);

/** `DE89370400440532013000` as people read it. */
export const spacedIban = (iban: string): string => iban.replace(/(.{4})(?=.)/g, '$1 ');
