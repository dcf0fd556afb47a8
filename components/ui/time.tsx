import { dateFormat } from '#lib/time';

const STYLES = {
  moment: { dateStyle: 'medium', timeStyle: 'short' },
  day: { weekday: 'short', day: 'numeric', month: 'short' },
  date: { dateStyle: 'medium' },
  clock: { hour: '2-digit', minute: '2-digit' },
  appointment: { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
  short: { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** A moment on the shop's clock. `at` is an ISO string, as DTOs carry it. */
export function Time({
  at,
  timeZone,
  locale,
  format = 'moment',
}: {
  at: string;
  timeZone: string;
  locale: string;
  format?: keyof typeof STYLES;
}) {
  const words = dateFormat(locale, { timeZone, ...STYLES[format] }).format(new Date(at));
  return <time dateTime={at}>{words}</time>;
}
