import { dateFormat } from '#lib/time';

const DAY = { weekday: 'long', day: 'numeric', month: 'long' } as const;
const CLOCK = { hour: 'numeric', minute: '2-digit' } as const;

/** `Saturday 28 November, 8:00–10:00` as the locale writes it. */
export function formatSlot(startsAt: string, endsAt: string, timeZone: string, locale: string): string {
  const clock = dateFormat(locale, { ...CLOCK, timeZone });
  const day = dateFormat(locale, { ...DAY, timeZone }).format(new Date(startsAt));
  return `${day}, ${clock.format(new Date(startsAt))}–${clock.format(new Date(endsAt))}`;
}

export const formatUntil = (moment: string, timeZone: string, locale: string): string =>
  `${dateFormat(locale, { ...DAY, timeZone }).format(new Date(moment))}, ${dateFormat(locale, { ...CLOCK, timeZone }).format(new Date(moment))}`;

/** `Saturday 20 June 2026, 16:00`, the day alone where no hour is agreed: events are far enough away for their year. */
export function formatWhen(day: string, startsAt: string | null, timeZone: string, locale: string): string {
  const date = dateFormat(locale, { ...DAY, year: 'numeric', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
  return startsAt === null ? date : `${date}, ${dateFormat(locale, { ...CLOCK, timeZone }).format(new Date(startsAt))}`;
}
