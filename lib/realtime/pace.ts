/** What a reader may leave lying before it is cut off. */
export const MOST_WAITING = 256 * 1024;
export const BEAT_SECONDS = 25;
/** Rights are asked again at least this often; spread, so that not all come back at once. */
export const LIFE_MS = [25 * 60_000, 35 * 60_000] as const;
/** How long clients wait before they come back after a break: spread as well. */
export const RETRY_MS = [1000, 8000] as const;
/**
 * After so many milliseconds of writing others get their turns: several, because a page takes dozens of them and would wait
 * for a slice in each. A turn in which nobody has anything to do costs microseconds.
 */
export const SLICE_MS = 2;
export const TURNS = 8;
/** Nobody listens any more: what is told then is not read. */
export const IDLE_MS = 60_000;
export const BATCH = 500;
/** A page says how old it is and is told what happened meanwhile, at most of this long. */
export const MOST_SECONDS_BACK = 60;
/** Where much happens it is read together. Also when something is held back by a transaction: no notice tells its end. */
export const SOON_MS = 20;
export const MOST_PATIENCE_MS = 320;
/** Should ever a notice get lost without the connection being lost. */
export const ANYWAY_MS = 5000;
export const AWAY_MS = 250;

/** Somewhere between the two: so that not all do it at once. */
export const between = ([least, most]: readonly [number, number]): number =>
  Math.round(least + Math.random() * (most - least));
