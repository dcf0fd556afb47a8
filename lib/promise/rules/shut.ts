import type { DeliveryType } from '#db/enums';
import { addDays, momentAt } from '#lib/time';
import type { ClosureSpan } from './judge.ts';

/** Asked of a shop without hours: orders name a day, or only a wish in words. */
type WithoutHours = {
  method: DeliveryType;
  /** Where it is handed over, if that is known. */
  locationId: string | null;
  /** The days that were chosen for items; none = a wish in words. */
  days: readonly string[];
  now: Date;
  timeZone: string;
};

/**
 * The closure that keeps an order without a slot from being taken; null = none. A day is refused when it is closed from
 * end to end. Where no day is named nobody can tell whether the wish lies after the closure, so while it lasts nothing is
 * taken.
 */
export function shutBy(
  closures: readonly ClosureSpan[],
  { method, locationId, days, now, timeZone }: WithoutHours,
): ClosureSpan | null {
  const here = closures.filter(
    (closure) =>
      (closure.locationId === null || closure.locationId === locationId) &&
      (closure.purpose === null || closure.purpose === method),
  );
  const covering = (from: Date, until: Date) =>
    here.find(({ startsAt, endsAt }) => startsAt <= from && until <= endsAt) ?? null;
  if (days.length === 0) return here.find(({ startsAt, endsAt }) => startsAt <= now && now < endsAt) ?? null;
  for (const day of days) {
    const shut = covering(momentAt(day, '00:00', timeZone), momentAt(addDays(day, 1), '00:00', timeZone));
    if (shut) return shut;
  }
  return null;
}
