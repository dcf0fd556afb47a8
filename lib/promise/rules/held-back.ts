import type { Judged, Wanted } from './judge.ts';

export type HeldBack = {
  /** Empty where no single one is the reason. */
  variantIds: string[];
  /** The first slot of the rest; null where everything together has none and no rest would. */
  rest: Judged | null;
};

/** Beyond this many different things it is not tried which one of them is in the way. */
const MOST_TRIED = 12;

type First = (items: readonly Wanted[]) => Judged | null;

const startOf = (judged: Judged | null): number => judged?.slot.startsAt.getTime() ?? Number.POSITIVE_INFINITY;

/** Whether the second promise is for an earlier day, or one at all. */
const isSooner = (whole: Judged | null, part: Judged | null): part is Judged =>
  part !== null && (whole === null || part.slot.day < whole.slot.day);

/**
 * What of a demand keeps it from being had on an earlier day, or at all: the things that alone take longest, or the one
 * thing without which the rest fits together. Null where nothing does, or nothing can be told apart.
 */
export function findHeldBack(items: readonly Wanted[], first: First): HeldBack | null {
  const ids = [...new Set(items.map(({ variantId }) => variantId))];
  if (ids.length < 2) return null;
  const whole = first(items);
  const without = (left: readonly string[]) => first(items.filter(({ variantId }) => !left.includes(variantId)));
  const alone = new Map(ids.map((id) => [id, startOf(first(items.filter(({ variantId }) => variantId === id)))]));

  // Where nothing fits together only what cannot be had at all is to blame alone.
  const latest = whole === null ? Number.POSITIVE_INFINITY : Math.max(...alone.values());
  const slow = ids.filter((id) => alone.get(id) === latest);
  if (slow.length > 0 && slow.length < ids.length) {
    const rest = without(slow);
    if (isSooner(whole, rest)) return { variantIds: slow, rest };
  }
  const tried = ids.length > MOST_TRIED ? [] : ids.map((id) => ({ id, rest: without([id]) }));
  const helpful = tried.filter(({ rest }) => isSooner(whole, rest)).sort((a, b) => startOf(a.rest) - startOf(b.rest));
  const [best] = helpful;
  // Each of those named can be had with the rest, but not all of them at once.
  if (whole === null) return { variantIds: helpful.map(({ id }) => id), rest: best?.rest ?? null };
  return best ? { variantIds: [best.id], rest: best.rest } : null;
}
