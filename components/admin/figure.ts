const formats = new Map<string, Intl.NumberFormat>();

const groupOf = (format: Intl.NumberFormat) =>
  format.formatToParts(1_000_000).find(({ type }) => type === 'group')?.value;

/**
 * How counts are written beside amounts. In English of Germany or Romania a browser writes €1,516.00 and counts 1.516, and
 * side by side nobody knows what either is: the counts follow the amounts.
 */
export function countLocale(locale: string): string {
  const amounts = new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' });
  return groupOf(amounts) === groupOf(new Intl.NumberFormat(locale)) ? locale : 'en-150';
}

/** A count as the shop writes it: 1,007 or 1.007. */
export function figure(count: number, locale: string): string {
  let format = formats.get(locale);
  if (!format) {
    format = new Intl.NumberFormat(countLocale(locale));
    formats.set(locale, format);
  }
  return format.format(count);
}
