import { hasCents } from './input.ts';

/** What a shop can choose its country, currency and time zone from, in words of its own language. Runs anywhere. */

export type Choice = { value: string; label: string };

/** ISO 3166-1; `Intl` names regions but does not list them. */
const COUNTRIES =
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC ' +
  'CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD ' +
  'GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH ' +
  'KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW ' +
  'MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC ' +
  'SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY ' +
  'UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW';

/** ISO 4217 as it is in use; `Intl` also lists what nobody has paid with for decades. */
const CURRENCIES =
  'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY ' +
  'COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS ' +
  'INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP ' +
  'MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR ' +
  'SDG SEK SGD SHP SLE SOS SRD SSP STN SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST ' +
  'XAF XCD XOF XPF YER ZAR ZMW';

/** In the order of the language. What is stored is among them, however it came there: a list must not change it. */
function choicesOf(codes: readonly string[], own: string, locale: string, name: (code: string) => string): Choice[] {
  const { compare } = new Intl.Collator(locale);
  return [...new Set([...codes, own])]
    .map((value) => ({ value, label: name(value) }))
    .toSorted((a, b) => compare(a.label, b.label));
}

/** `Germany`. */
export function countryChoices(own: string, locale: string): Choice[] {
  const names = new Intl.DisplayNames(locale, { type: 'region' });
  return choicesOf(COUNTRIES.split(' '), own, locale, (code) => names.of(code) ?? code);
}

/** `Euro (EUR)`; only what the settings take. */
export function currencyChoices(own: string, locale: string): Choice[] {
  const names = new Intl.DisplayNames(locale, { type: 'currency' });
  return choicesOf(
    CURRENCIES.split(' ').filter(hasCents),
    own,
    locale,
    (code) => `${names.of(code) ?? code} (${code})`,
  );
}

/** `Berlin, Europe`: the town first, so that typing it finds it in the list. */
function zoneName(zone: string): string {
  const parts = zone.replaceAll('_', ' ').split('/');
  const town = parts.pop() ?? zone;
  return [town, parts.join(', ')].filter(Boolean).join(', ');
}

export const timeZoneChoices = (own: string, locale: string): Choice[] =>
  choicesOf([...Intl.supportedValuesOf('timeZone'), 'UTC'], own, locale, zoneName);
