import type { Preset, Range, Step, View } from '#lib/analytics/rules';
import { formatAmount } from '#lib/money-text';
import { addDays, dateFormat, rangeText } from '#lib/time';
import { countLocale } from '../figure.ts';

/** What the pages of figures call things, and how they write them; a drawing and its table write them alike. */

export const VIEW: Record<View, string> = {
  sales: 'Sales',
  products: 'Products',
  customers: 'Customers',
  slots: 'Slots',
};

export const PRESET: Record<Exclude<Preset, 'custom'>, string> = {
  today: 'Today',
  '7d': '7 days',
  '30d': '30 days',
  '90d': '90 days',
  this_month: 'This month',
  last_month: 'Last month',
  this_year: 'This year',
};

export const STEP: Record<Step, string> = { day: 'Day', week: 'Week', month: 'Month' };

export type Unit = { kind: 'money'; currency: string } | { kind: 'count' } | { kind: 'share' };

const numbers = new Map<string, Intl.NumberFormat>();
function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const format = numbers.get(key) ?? new Intl.NumberFormat(countLocale(locale), options);
  numbers.set(key, format);
  return format;
}

export const count = (value: number, locale: string): string => numberFormat(locale, {}).format(value);

export const percent = (value: number, locale: string): string =>
  numberFormat(locale, { style: 'percent', maximumFractionDigits: Math.abs(value) < 0.1 ? 1 : 0 }).format(value);

/** A change with its sign: +12%, −3%. */
export const signed = (value: number, locale: string): string =>
  numberFormat(locale, { style: 'percent', maximumFractionDigits: 0, signDisplay: 'exceptZero' }).format(value);

export function written(value: number, unit: Unit, locale: string): string {
  if (unit.kind === 'money') return formatAmount(value, unit.currency, locale);
  return unit.kind === 'share' ? percent(value, locale) : count(value, locale);
}

/** Beside a drawing there is room for few letters, and the unit is named above it. */
export const short = (value: number, unit: Unit, locale: string): string =>
  unit.kind === 'share' ? percent(value, locale) : numberFormat(locale, { notation: 'compact' }).format(value);

const asDate = (day: string) => new Date(`${day}T00:00:00Z`);
const dayFormat = (locale: string, options: Intl.DateTimeFormatOptions) =>
  dateFormat(locale, { timeZone: 'UTC', ...options });

const SHORT = { day: 'numeric', month: 'short' } as const;

/** A span of days as one says it: 2–9 May 2026. */
export const spanWords = ({ from, to }: { from: string; to: string }, locale: string): string =>
  from === to
    ? dayFormat(locale, { ...SHORT, weekday: 'short', year: 'numeric' }).format(asDate(from))
    : rangeText(dayFormat(locale, { ...SHORT, year: 'numeric' }), asDate(from), asDate(to));

/** A step below a drawing, and in full. A month that is whole goes by its name. */
export function stepWords({ from, to }: { from: string; to: string }, step: Step, locale: string) {
  const isWholeMonth = from.endsWith('-01') && addDays(to, 1).endsWith('-01');
  if (step === 'month' && isWholeMonth) {
    return {
      label: dayFormat(locale, { month: 'short' }).format(asDate(from)),
      title: dayFormat(locale, { month: 'long', year: 'numeric' }).format(asDate(from)),
    };
  }
  const label = dayFormat(locale, SHORT).format(asDate(from));
  if (step === 'day') return { label, title: dayFormat(locale, { ...SHORT, weekday: 'short' }).format(asDate(from)) };
  return { label, title: spanWords({ from, to }, locale) };
}

/** 1 January 2024 was a Monday. */
export const weekdayWords = (weekday: number, locale: string, style: 'short' | 'long' = 'long'): string =>
  dayFormat(locale, { weekday: style }).format(asDate(addDays('2023-12-31', weekday)));

export const hourWords = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;

type Lead = { from_hours: number; to_hours: number | null };

export function leadWords({ from_hours: from, to_hours: to }: Lead): string {
  if (to === null) return `Over ${from / 24} days`;
  if (from === 0) return `Under ${to} hours`;
  return from < 24 ? `${from}–${to} hours` : `${from / 24}–${to / 24} days`;
}

/** The same below a bar. */
export const leadLabel = (lead: Lead): string =>
  leadWords(lead).replace('Under ', '<').replace('Over ', '>').replace(' hours', ' h').replace(' days', ' d');

export const groupWords = ({ from, to }: { from: number; to: number | null }): string => {
  if (to === null) return `${from} or more`;
  if (from !== to) return `${from}–${to} orders`;
  return from === 1 ? '1 order' : `${from} orders`;
};

export type Words = { locale: string; currency: string; timeZone: string };
export type Shown = Pick<Range, 'from' | 'to' | 'step' | 'preset' | 'days' | 'before'>;
