import { addDays } from '#lib/time';

/** Windows of opening hours compared with each other. */

export type Validity = { validFrom: string | null; validTo: string | null };
export type Window = Validity & { weekday: number; starts: string; ends: string };

/** Whether two spans of days share one; null is open at that end. */
export const sharesDays = (a: Validity, b: Validity): boolean =>
  (a.validFrom === null || b.validTo === null || a.validFrom <= b.validTo) &&
  (b.validFrom === null || a.validTo === null || b.validFrom <= a.validTo);

/** The first of `windows` that is open at a minute at which `wanted` is; times `HH:MM`, seconds are ignored. */
export const findOverlap = <W extends Window>(windows: readonly W[], wanted: Window): W | null =>
  windows.find(
    (window) =>
      window.weekday === wanted.weekday &&
      window.starts.slice(0, 5) < wanted.ends.slice(0, 5) &&
      wanted.starts.slice(0, 5) < window.ends.slice(0, 5) &&
      sharesDays(window, wanted),
  ) ?? null;

export const sameSeason = (a: Validity, b: Validity): boolean => a.validFrom === b.validFrom && a.validTo === b.validTo;

/** What is left of `season` when `cut` takes its own days out of it: before, after, or both. */
export function withoutDays(season: Validity, cut: { validFrom: string; validTo: string | null }): Validity[] {
  const rest: Validity[] = [];
  if (season.validFrom === null || season.validFrom < cut.validFrom) {
    rest.push({ validFrom: season.validFrom, validTo: addDays(cut.validFrom, -1) });
  }
  if (cut.validTo !== null && (season.validTo === null || cut.validTo < season.validTo)) {
    rest.push({ validFrom: addDays(cut.validTo, 1), validTo: season.validTo });
  }
  return rest;
}
