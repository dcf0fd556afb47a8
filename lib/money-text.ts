/** Amounts as words. Apart from `lib/money.ts`, so that what runs in the browser does not bring the schemas along. */

const formats = new Map<string, Intl.NumberFormat>();

/** `formatMoney(1250, 'EUR', 'en-IE')` is `€12.50`. */
export function formatMoney(minor: number, currency: string, locale: string): string {
  const key = `${locale} ${currency}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(locale, { style: 'currency', currency });
    formats.set(key, format);
  }
  return format.format(minor / 100);
}

/** The same for an amount that is already in major units, as DTOs carry it. */
export const formatAmount = (major: number, currency: string, locale: string): string =>
  formatMoney(Math.round(major * 100), currency, locale);
