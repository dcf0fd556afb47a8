import { addDays, dayOf } from '#lib/time';
import { type ClosureDays, daysOf } from './closure-span.ts';
import type { ClosureSpan } from './rules/judge.ts';

/** The whole shop is closed, now or soon, and says why. */
export type ShopClosure = ClosureDays & { isNow: boolean; message: string };

/** So many days before it begins customers are told: somebody who orders today may come next week. */
export const NOTICE_DAYS = 7;

/** The closure of everything, everywhere that customers should know of, the earliest first; null = none. */
export function shopClosure(spans: readonly ClosureSpan[], now: Date, timeZone: string): ShopClosure | null {
  const lastNoticed = addDays(dayOf(now, timeZone), NOTICE_DAYS);
  const [next] = spans
    .filter(({ locationId, purpose, message }) => locationId === null && purpose === null && message !== null)
    .filter(({ startsAt, endsAt }) => now < endsAt && dayOf(startsAt, timeZone) <= lastNoticed)
    .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  return next ? { ...daysOf(next, timeZone), isNow: next.startsAt <= now, message: next.message ?? '' } : null;
}
