import { dateFormat, rangeText } from '#lib/time';
import { WEEKDAYS } from '../products/words.ts';

/** How the plan names its days, in the shop's language. Days are dates, so their time zone is none. */

const noon = (day: string): Date => new Date(`${day}T12:00:00Z`);
const words = (day: string, locale: string, options: Intl.DateTimeFormatOptions): string =>
  dateFormat(locale, { timeZone: 'UTC', ...options }).format(noon(day));

const WEEK_NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** `Saturday 28 November`, or `every Saturday` for a column of the pattern. */
export const columnWords = (column: string, locale: string): string =>
  column.startsWith('w')
    ? `every ${WEEK_NAMES[Number(column.slice(1)) - 1]}`
    : words(column, locale, { weekday: 'long', day: 'numeric', month: 'long' });

export const columnHead = (column: string, locale: string): { top: string; main: string } =>
  column.startsWith('w')
    ? { top: '', main: WEEKDAYS[Number(column.slice(1)) - 1] ?? '' }
    : { top: words(column, locale, { weekday: 'short' }), main: words(column, locale, { day: 'numeric' }) };

export const monthOf = (day: string, locale: string): string => words(day, locale, { month: 'short' });

/** `21 Nov – 4 Dec` */
export const spanWords = (from: string, to: string, locale: string): string =>
  rangeText(dateFormat(locale, { timeZone: 'UTC', day: 'numeric', month: 'short' }), noon(from), noon(to));

export const goodsName = ({ product_name, variant_title }: { product_name: string; variant_title: string }): string =>
  variant_title ? `${product_name}, ${variant_title}` : product_name;

export const pieces = (count: number): string => `${count} ${count === 1 ? 'piece' : 'pieces'}`;
