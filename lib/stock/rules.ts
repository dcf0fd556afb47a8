import { momentAt } from '#lib/time';

/** A day of production as its row says it. */
export type PlanRow = { planned: number; sold: number; closed: boolean; isOverride: boolean };

/** What holds on a day: its row, or `usual`, the weekly pattern of its weekday, where nothing was said or sold yet. */
export function planOf(row: PlanRow | undefined, usual: number) {
  const { planned, sold, closed, isOverride } = row ?? { planned: usual, sold: 0, closed: false, isOverride: false };
  return { planned, sold, left: planned - sold, closed, is_override: isOverride };
}

/** The moment from which what is left of `day` goes to walk-in customers; null = never. `releaseAt` is `HH:MM`. */
export const releaseOf = (releaseAt: string | null, day: string, timeZone: string): Date | null =>
  releaseAt === null ? null : momentAt(day, releaseAt, timeZone);
