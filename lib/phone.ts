import {
  type CountryCode,
  isSupportedCountry,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/min';

/** What may stand between digits as people write them. */
const SEPARATORS = /[\s().\-/\u00A0\u2010-\u2015]/g;
const E164 = /^\+[1-9]\d{9,14}$/;

/** The shape of a phone as it comes in: with or without a plus, separators allowed; at home some have seven digits. */
export function looksLikePhone(typed: string): boolean {
  return /^\+?\d{7,16}$/.test(typed.trim().replace(SEPARATORS, ''));
}

const LEAST_DIGITS = 10;

/** All that is dialled at home, the leading zero included where there is one. */
const isWhole = (bare: string, number: PhoneNumber) => number.formatNational().replace(/\D/g, '') === bare;

/**
 * The E.164 form (`+40722123456`) of a phone as somebody typed it, or null. Numbers without a country code are read as
 * of `country`; 10 to 15 digits that are none of that country's are taken as international. Fewer digits are a phone only
 * where numbers are that short at home: in Romania nine are one with a digit forgotten, in Denmark eight are all there is.
 */
export function parsePhone(typed: string, country: string): string | null {
  if (!looksLikePhone(typed)) return null;
  const bare = typed.trim().replace(SEPARATORS, '').replace(/^00/, '+');
  const home: CountryCode | undefined = isSupportedCountry(country) ? country : undefined;
  const parsed = parsePhoneNumberFromString(bare, home);
  if (bare.replace('+', '').length < LEAST_DIGITS && !(parsed?.isValid() && isWhole(bare, parsed))) return null;
  if (parsed?.isPossible() && E164.test(parsed.number)) return parsed.number;
  const international = bare.startsWith('+') ? bare : `+${bare}`;
  return E164.test(international) ? international : null;
}

/** Stands on orders whose customer was erased. Too short for anybody to type: `parsePhone` never answers it. */
export const ERASED_PHONE = '+1000000';

/** A stored number in groups a person can read and dictate; a dash for somebody who was erased. */
export const formatPhone = (e164: string): string =>
  e164 === ERASED_PHONE ? '–' : (parsePhoneNumberFromString(e164)?.formatInternational() ?? e164);
