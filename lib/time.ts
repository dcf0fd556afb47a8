/** Business days are days in the shop's time zone; moments are instants. */

const formats = new Map<string, Intl.DateTimeFormat>();

/** `Intl.DateTimeFormat`, made once per spelling: making one costs more than rendering a page around it. */
export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(locale, options);
    formats.set(key, format);
  }
  return format;
}

/** The Swedish form of a date is the ISO form. */
const ISO_DAY = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
const ISO_CLOCK = { ...ISO_DAY, hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const;

/** A span as the locale writes it, with plain spaces: which thin ones stand in it differs between server and browser. */
export const rangeText = (format: Intl.DateTimeFormat, from: Date, to: Date): string =>
  format.formatRange(from, to).replace(/[\u2009\u202f]/g, ' ');

/** The day `YYYY-MM-DD` on which `moment` falls in `timeZone`. */
export const dayOf = (moment: Date, timeZone: string): string =>
  dateFormat('sv-SE', { ...ISO_DAY, timeZone }).format(moment);

/** The day `count` days after `day`; both `YYYY-MM-DD`. */
export function addDays(day: string, count: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}

/** ISO weekday of a day, 1 = Monday … 7 = Sunday. */
export const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;

const DAY_MS = 86_400_000;

/**
 * The instant at which the clock in `timeZone` shows `day` and `time` (`HH:MM`): the first one of an hour that comes
 * twice; what is skipped moves forward, also a midnight.
 */
export function momentAt(day: string, time: string, timeZone: string): Date {
  const wall = Date.parse(`${day}T${time.slice(0, 5)}:00Z`);
  const [before, after] = [offsetAt(wall - DAY_MS, timeZone), offsetAt(wall + DAY_MS, timeZone)];
  if (before === after) return new Date(wall - before);
  const isAfter = offsetAt(wall - before, timeZone) !== before && offsetAt(wall - after, timeZone) === after;
  return new Date(wall - (isAfter ? after : before));
}

/** What the clock in `timeZone` shows at `moment`, `HH:MM`. */
export const clockAt = (moment: Date, timeZone: string): string =>
  dateFormat('sv-SE', { ...ISO_CLOCK, timeZone })
    .format(moment)
    .slice(11, 16);

/** Milliseconds that `timeZone` is ahead of UTC at `epoch`. */
function offsetAt(epoch: number, timeZone: string): number {
  const date = new Date(Math.floor(epoch / 1000) * 1000);
  const shown = dateFormat('sv-SE', { ...ISO_CLOCK, timeZone }).format(date);
  return Date.parse(`${shown.replace(' ', 'T')}Z`) - date.getTime();
}

export const formatMoment = (moment: Date | string, timeZone: string, locale: string): string =>
  dateFormat(locale, { timeZone, dateStyle: 'medium', timeStyle: 'short' }).format(new Date(moment));

export const formatDay = (day: string, locale: string): string =>
  dateFormat(locale, { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long' }).format(
    new Date(`${day}T00:00:00Z`),
  );
