import { type Opening, openingState, weeklyHours } from '#lib/promise/rules/opening';
import type { ShopClosure } from '#lib/promise/shop-closure';
import { addDays, dateFormat, dayOf, formatDay, weekdayOf } from '#lib/time';

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const dayName = (weekday: number) => DAYS[weekday - 1] ?? '';

const clock = (moment: Date, timeZone: string) =>
  dateFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(moment);

/** "Open until 18:30", "Closed, opens Saturday 07:00". */
export function openingLine(opening: Opening, now: Date): { isOpen: boolean; text: string } {
  const state = openingState(opening, now);
  if (state.isOpen) return { isOpen: true, text: `Open until ${clock(state.until, opening.timeZone)}` };
  if (state.opens === null) return { isOpen: false, text: state.reason ?? 'Closed' };
  const today = dayOf(now, opening.timeZone);
  const day = dayOf(state.opens, opening.timeZone);
  const when =
    day === today
      ? 'at'
      : day === addDays(today, 1)
        ? 'tomorrow'
        : day <= addDays(today, 6)
          ? dayName(weekdayOf(day))
          : dateFormat('en-GB', { timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'short' }).format(
              new Date(`${day}T12:00:00Z`),
            );
  return { isOpen: false, text: `Closed, opens ${when} ${clock(state.opens, opening.timeZone)}` };
}

/** Rows of an hours table: "Monday – Friday", "06:30–18:30". */
export const hoursTable = (opening: Opening, now: Date): { days: string; times: string }[] =>
  weeklyHours(opening, dayOf(now, opening.timeZone)).map(({ from, to, times }) => ({
    days: from === to ? dayName(from) : `${dayName(from).slice(0, 3)} – ${dayName(to).slice(0, 3)}`,
    times: times.length === 0 ? 'Closed' : times.join(', '),
  }));

/** "Closed through Sunday, December 6", "Closed on Thursday, December 24". */
export function closureLine(closure: ShopClosure, today: string, locale: string): string {
  const { from, to, from_time, to_time, isNow } = closure;
  const until = to_time ? ` until ${to_time}` : '';
  if (isNow && to === today) return `Closed today${until}`;
  if (isNow)
    return to_time ? `Closed until ${formatDay(to, locale)}, ${to_time}` : `Closed through ${formatDay(to, locale)}`;
  const first = `${formatDay(from, locale)}${from_time ? `, ${from_time},` : ''}`;
  if (from !== to) return `Closed from ${first} to ${formatDay(to, locale)}${to_time ? `, ${to_time}` : ''}`;
  const day = from === today ? 'today' : `on ${formatDay(from, locale)}`;
  return `Closed ${day}${from_time ? ` from ${from_time}` : ''}${until}`;
}
