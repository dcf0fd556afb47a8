import type { Words } from '#lib/i18n/words';
import { addDays, clockAt, dateFormat, dayOf, formatDay, rangeText } from '#lib/time';

/** How moments are said to customers: on the shop's clock, in its language. */
export type Clock = { timeZone: string; locale: string };

const TIME = { hour: '2-digit', minute: '2-digit' } as const;
const timeFormat = ({ timeZone, locale }: Clock) => dateFormat(locale, { timeZone, ...TIME });

/** `10:00`. */
export const timeWords = (at: string, clock: Clock): string => timeFormat(clock).format(new Date(at));

/** `10:00–10:30`. */
export const spanWords = (from: string, to: string, clock: Clock): string =>
  rangeText(timeFormat(clock), new Date(from), new Date(to));

const noon = (day: string) => new Date(`${day}T12:00:00Z`);
const inDays = (locale: string, options: Intl.DateTimeFormatOptions) =>
  dateFormat(locale, { timeZone: 'UTC', ...options });

/** A weekday says which day is meant while it is at most six days ahead, also tomorrow on a page that was kept. */
const isThisWeek = (day: string, today: string): boolean => today <= day && day < addDays(today, 7);

/** `Saturday`, or `Sat, 5 Dec` further ahead. True for days: fit for pages that are kept. */
export const dayWords = (day: string, today: string, locale: string): string =>
  isThisWeek(day, today)
    ? inDays(locale, { weekday: 'long' }).format(noon(day))
    : inDays(locale, { weekday: 'short', day: 'numeric', month: 'short' }).format(noon(day));

/** The same as short as can be: `Sat`, `5 Dec`. */
export const shortDayWords = (day: string, today: string, locale: string): string =>
  inDays(locale, isThisWeek(day, today) ? { weekday: 'short' } : { day: 'numeric', month: 'short' }).format(noon(day));

const relatives = new Map<string, Intl.RelativeTimeFormat>();

function relative(locale: string): Intl.RelativeTimeFormat {
  const made = relatives.get(locale) ?? new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  relatives.set(locale, made);
  return made;
}

/** `today`, `tomorrow`, or as above. For what is made per request or in the browser only. */
export function nearDayWords(day: string, today: string, locale: string): string {
  if (day === today) return relative(locale).format(0, 'day');
  return day === addDays(today, 1) ? relative(locale).format(1, 'day') : dayWords(day, today, locale);
}

/** `Saturday, 5 December`. */
export const longDayWords = (day: string, locale: string): string => formatDay(day, locale);

/** `Saturday 10:00`, `Sat, 5 Dec, 10:00`; `short` for cards. */
export function momentWords(at: string, clock: Clock, today: string, isShort = false): string {
  const day = dayOf(new Date(at), clock.timeZone);
  const name = (isShort ? shortDayWords : dayWords)(day, today, clock.locale);
  return `${name}${/\d/.test(name) ? ', ' : ' '}${timeWords(at, clock)}`;
}

/** `Saturday, 21 November, 10:00–10:30`. */
export const slotWords = ({ starts_at, ends_at }: { starts_at: string; ends_at: string }, clock: Clock): string =>
  `${longDayWords(dayOf(new Date(starts_at), clock.timeZone), clock.locale)}, ${spanWords(starts_at, ends_at, clock)}`;

/** `We are closed through Sunday, 6 December`, `We are closed until Monday, 7 December, 14:00`. */
export function shutWords(until: string, clock: Clock, t: Words<'times'>): string {
  const day = dayOf(new Date(until), clock.timeZone);
  if (clockAt(new Date(until), clock.timeZone) === '00:00') {
    return t('shut_through', { day: longDayWords(addDays(day, -1), clock.locale) });
  }
  return t('shut_until', { day: longDayWords(day, clock.locale), time: timeWords(until, clock) });
}

/** How many orders a time still takes, where that is worth knowing. */
export function roomWords(
  { state, room }: { state: 'open' | 'few'; room: number | null },
  t: Words<'times'>,
): string | null {
  if (state === 'open') return null;
  if (room === null || room > 4) return t('few_left');
  return room === 1 ? t('last_one') : t('left', { count: room });
}
