import { addDays, dayOf, momentAt, weekdayOf } from '#lib/time';

/** When the counter is staffed: weekly windows, each possibly for a season only. */
export type OpeningWindow = {
  /** ISO weekday, 1 = Monday. */
  weekday: number;
  /** `HH:MM` on the shop's clock. */
  starts: string;
  ends: string;
  validFrom: string | null;
  validTo: string | null;
};
export type Closure = { startsAt: Date; endsAt: Date; message: string | null };
export type Opening = { timeZone: string; windows: readonly OpeningWindow[]; closures: readonly Closure[] };

export type OpeningState = { isOpen: true; until: Date } | { isOpen: false; opens: Date | null; reason: string | null };

const DAYS_AHEAD = 14;

/** Whether a weekly window holds on `day`: its weekday and its season, both ends included. */
export const appliesOn = (
  { weekday, validFrom, validTo }: Pick<OpeningWindow, 'weekday' | 'validFrom' | 'validTo'>,
  day: string,
): boolean =>
  weekday === weekdayOf(day) && (validFrom === null || validFrom <= day) && (validTo === null || day <= validTo);

/** The spans in which the shop is open on `day`, closures cut out, in order; touching windows are one. */
function spansOn({ timeZone, windows, closures }: Opening, day: string): { from: number; to: number }[] {
  const whole = windows
    .filter((window) => appliesOn(window, day))
    .map(({ starts, ends }) => ({
      from: momentAt(day, starts, timeZone).getTime(),
      to: momentAt(day, ends, timeZone).getTime(),
    }))
    .sort((a, b) => a.from - b.from);
  const merged: { from: number; to: number }[] = [];
  for (const span of whole) {
    const last = merged.at(-1);
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else merged.push({ ...span });
  }
  return closures.reduce(
    (spans, closure) => spans.flatMap((span) => without(span, closure.startsAt.getTime(), closure.endsAt.getTime())),
    merged,
  );
}

function without(span: { from: number; to: number }, from: number, to: number) {
  if (to <= span.from || span.to <= from) return [span];
  return [
    { from: span.from, to: from },
    { from: to, to: span.to },
  ].filter((rest) => rest.from < rest.to);
}

/** Whether the shop is open at `now`, until when, or when it opens next within two weeks. */
export function openingState(opening: Opening, now: Date): OpeningState {
  const at = now.getTime();
  const today = dayOf(now, opening.timeZone);
  for (let ahead = 0; ahead <= DAYS_AHEAD; ahead++) {
    for (const { from, to } of spansOn(opening, addDays(today, ahead))) {
      if (to <= at) continue;
      if (from <= at) return { isOpen: true, until: new Date(to) };
      return { isOpen: false, opens: new Date(from), reason: reasonAt(opening, at) };
    }
  }
  return { isOpen: false, opens: null, reason: reasonAt(opening, at) };
}

const reasonAt = ({ closures }: Opening, at: number): string | null =>
  closures.find((closure) => closure.startsAt.getTime() <= at && at < closure.endsAt.getTime())?.message ?? null;

/** Times per weekday as they hold on `today`, days with the same times together: Monday to Friday, Saturday, Sunday. */
export function weeklyHours(opening: Opening, today: string): { from: number; to: number; times: string[] }[] {
  const monday = addDays(today, 1 - weekdayOf(today));
  const groups: { from: number; to: number; times: string[] }[] = [];
  for (let weekday = 1; weekday <= 7; weekday++) {
    const day = addDays(monday, weekday - 1);
    const times = opening.windows
      .filter((window) => appliesOn(window, day))
      .map(({ starts, ends }) => `${starts.slice(0, 5)}–${ends.slice(0, 5)}`)
      .sort();
    const last = groups.at(-1);
    if (last && last.times.join() === times.join()) last.to = weekday;
    else groups.push({ from: weekday, to: weekday, times });
  }
  return groups;
}
