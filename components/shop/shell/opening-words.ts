import { wordsIn } from '#lib/i18n/words';
import { type Opening, openingState, weeklyHours } from '#lib/promise/rules/opening';
import type { ShopClosure } from '#lib/promise/shop-closure';
import { addDays, dateFormat, dayOf, formatDay } from '#lib/time';

/** Any Monday. */
const MONDAY = '2024-01-01';

/** At the head of a row, so with a capital, and without the full stop of an abbreviation. */
function dayName(weekday: number, locale: string, weekdayForm: 'long' | 'short'): string {
  const name = dayWords(addDays(MONDAY, weekday - 1), locale, { weekday: weekdayForm }).replace(/\.$/, '');
  return name.slice(0, 1).toLocaleUpperCase(locale) + name.slice(1);
}

const dayWords = (day: string, locale: string, form: Intl.DateTimeFormatOptions) =>
  dateFormat(locale, { timeZone: 'UTC', ...form }).format(new Date(`${day}T12:00:00Z`));

const clock = (moment: Date, timeZone: string, locale: string) =>
  dateFormat(locale, { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(moment);

/** "Open until 18:30", "Closed, opens Saturday 07:00". */
export function openingLine(opening: Opening, now: Date, locale: string): { isOpen: boolean; text: string } {
  const t = wordsIn(locale, 'shell');
  const state = openingState(opening, now);
  if (state.isOpen)
    return { isOpen: true, text: t('open_until', { time: clock(state.until, opening.timeZone, locale) }) };
  if (state.opens === null) return { isOpen: false, text: state.reason ?? t('closed') };
  const today = dayOf(now, opening.timeZone);
  const day = dayOf(state.opens, opening.timeZone);
  const time = clock(state.opens, opening.timeZone, locale);
  if (day === today) return { isOpen: false, text: t('opens_today', { time }) };
  if (day === addDays(today, 1)) return { isOpen: false, text: t('opens_tomorrow', { time }) };
  const isNear = day <= addDays(today, 6);
  const form = isNear
    ? ({ weekday: 'long' } as const)
    : ({ weekday: 'short', day: 'numeric', month: 'short' } as const);
  return { isOpen: false, text: t('opens_on', { day: dayWords(day, locale, form), time }) };
}

/** Rows of an hours table: "Mon – Fri", "06:30–18:30". */
export function hoursTable(opening: Opening, now: Date, locale: string): { days: string; times: string }[] {
  const t = wordsIn(locale, 'shell');
  return weeklyHours(opening, dayOf(now, opening.timeZone)).map(({ from, to, times }) => ({
    days:
      from === to
        ? dayName(from, locale, 'long')
        : `${dayName(from, locale, 'short')} – ${dayName(to, locale, 'short')}`,
    times: times.length === 0 ? t('closed') : times.join(', '),
  }));
}

/** "Closed through Sunday, December 6", "Closed on Thursday, December 24". */
export function closureLine(closure: ShopClosure, today: string, locale: string): string {
  const t = wordsIn(locale, 'shell');
  const { from, to, from_time, to_time, isNow } = closure;
  const when = (day: string, time: string | null) => {
    const words = formatDay(day, locale);
    return time ? t('day_time', { day: words, time }) : words;
  };
  if (isNow && to === today) return to_time ? t('closed_today_until', { time: to_time }) : t('closed_today');
  if (isNow)
    return to_time ? t('closed_until', { when: when(to, to_time) }) : t('closed_through', { day: when(to, null) });
  if (from !== to) {
    const hasTime = from_time ? 'yes' : 'no';
    return t('closed_from_to', { from: when(from, from_time), to: when(to, to_time), hasTime });
  }
  return t('closed_on', {
    isToday: from === today ? 'yes' : 'no',
    day: formatDay(from, locale),
    from: from_time ?? 'none',
    until: to_time ?? 'none',
  });
}
