import 'server-only';
import {
  type CountryCode,
  getCountryCallingCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max';

/** Numbers that cost whoever sends to them, or that no person reads. The full metadata is needed to tell them. */
const NOT_PERSONS: ReadonlySet<string> = new Set(['PREMIUM_RATE', 'SHARED_COST', 'TOLL_FREE', 'UAN', 'VOICEMAIL']);

const callingCode = (country: string): string | null =>
  isSupportedCountry(country) ? getCountryCallingCode(country as CountryCode) : null;

/**
 * Where a number (E.164) belongs, when codes may go there: `countries` by their two letters, `home` when there are none.
 * Null otherwise. `prefix` is what all numbers of the country begin with; some countries share one.
 */
export function codeCountry(
  phone: string,
  { countries, home }: { countries: readonly string[]; home: string },
): { prefix: string; isHome: boolean } | null {
  const parsed = parsePhoneNumberFromString(phone);
  if (!parsed?.isPossible() || NOT_PERSONS.has(parsed.getType() ?? '')) return null;
  const isIn = (country: string) =>
    parsed.country === undefined ? parsed.countryCallingCode === callingCode(country) : parsed.country === country;
  const allowed = countries.length === 0 ? [home] : countries;
  return allowed.some(isIn) ? { prefix: `+${parsed.countryCallingCode}`, isHome: isIn(home) } : null;
}
