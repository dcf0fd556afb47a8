const formats = new Map<string, Intl.NumberFormat>();

/** A count as the shop writes it: 1,007 or 1.007. */
export function figure(count: number, locale: string): string {
  let format = formats.get(locale);
  if (!format) {
    format = new Intl.NumberFormat(locale);
    formats.set(locale, format);
  }
  return format.format(count);
}
