import type { DeliveryType } from '#db/enums';
import { type OpeningRule, type Slot, slotsOn } from '#lib/promise/rules/slots';
import { addDays, weekdayOf } from '#lib/time';
import type { PlanSeed, Preset } from '../preset.ts';
import type { StockedVariant } from './catalog.ts';
import type { PlaceRows } from './places.ts';

/** A line of an order as it weighs on a slot and on the plan of its day. */
export interface Taken {
  variant: StockedVariant;
  quantity: number;
}

export const loadOf = (lines: readonly Taken[]): number =>
  lines.reduce((sum, { variant, quantity }) => sum + quantity * (variant.seed.loadPoints ?? 1), 0);

export const isPerDate = ({ seed }: StockedVariant): boolean => seed.stock === 'per_date';

/**
 * What has been promised while orders are made up one after the other: slots and days of production fill as in the
 * real shop, by the rules of the engine, and none is exceeded. What is cancelled later counts all the same, so that at
 * no moment more was taken than there was.
 */
export function openLedger(preset: Preset, places: PlaceRows, today: string) {
  const { timeZone } = preset.shop;
  const rules = places.rules.map(toRule);
  const own = ownDays(preset, today);
  const days = new Map<string, readonly Slot[]>();
  const booked = new Map<string, { orders: number; load: number }>();
  const made = new Map<string, number>();

  const isClosed = ({ locationId, method, startsAt, endsAt }: Slot) =>
    places.closures.some(
      (closure) =>
        (closure.locationId ?? locationId) === locationId &&
        (closure.purpose ?? method) === method &&
        closure.startsAt < endsAt &&
        startsAt < closure.endsAt,
    );
  const slotsOf = (method: DeliveryType, day: string): readonly Slot[] => {
    const key = `${method} ${day}`;
    const known = days.get(key);
    if (known) return known;
    const found = slotsOn(rules, method, day, timeZone).filter((slot) => !isClosed(slot));
    days.set(key, found);
    return found;
  };
  const planSeedOf = ({ seed }: StockedVariant, day: string): PlanSeed | undefined => own.get(`${seed.sku} ${day}`);
  const usually = ({ seed }: StockedVariant, day: string): number => seed.bake?.[weekdayOf(day) - 1] ?? 0;
  const takenOn = (variant: StockedVariant, day: string): number => made.get(`${variant.id} ${day}`) ?? 0;

  return {
    /** The slots of a day that take one more order at `at`, earliest first. */
    openSlots: (method: DeliveryType, day: string, at: Date): Slot[] =>
      slotsOf(method, day).filter(
        ({ id, cutoffAt, startsAt, capacityOrders }) =>
          cutoffAt > at &&
          startsAt > at &&
          (booked.get(id)?.orders ?? 0) < (capacityOrders ?? Number.POSITIVE_INFINITY),
      ),
    /** Load points a slot still takes. */
    roomOf: ({ id, capacityLoad }: Slot): number =>
      (capacityLoad ?? Number.POSITIVE_INFINITY) - (booked.get(id)?.load ?? 0),
    /** Pieces that can still be ordered for a day; Infinity where they are not counted per day. */
    leftOn(variant: StockedVariant, day: string): number {
      if (!isPerDate(variant)) return Number.POSITIVE_INFINITY;
      const seed = planSeedOf(variant, day);
      if (seed?.closed) return 0;
      return (seed?.planned ?? usually(variant, day)) - takenOn(variant, day);
    },
    take(slot: Slot, lines: readonly Taken[]): void {
      const { orders, load } = booked.get(slot.id) ?? { orders: 0, load: 0 };
      booked.set(slot.id, { orders: orders + 1, load: load + loadOf(lines) });
      for (const { variant, quantity } of lines) {
        made.set(`${variant.id} ${slot.day}`, takenOn(variant, slot.day) + quantity);
      }
    },
    /** The days that were set for themselves, by `sku day`. */
    own,
    /** What stands in the plan of a day of which `sold` are ordered for good. */
    planOf(variant: StockedVariant, day: string, sold: number) {
      const seed = planSeedOf(variant, day);
      const isOverride = seed?.planned !== undefined || seed?.left !== undefined;
      const planned =
        seed?.left === undefined
          ? (seed?.planned ?? usually(variant, day))
          : Math.max(sold + seed.left, takenOn(variant, day));
      return { planned, isOverride, closed: seed?.closed ?? false };
    },
  };
}

export type Ledger = ReturnType<typeof openLedger>;

const toRule = (row: PlaceRows['rules'][number]): OpeningRule => ({
  ...row,
  capacityOrders: row.capacityOrders ?? null,
  capacityLoad: row.capacityLoad ?? null,
  validFrom: row.validFrom ?? null,
  validTo: row.validTo ?? null,
});

/** Days with a number of their own: of each the next one after today that falls on its weekday. */
function ownDays({ plans = [] }: Preset, today: string): Map<string, PlanSeed> {
  const found = new Map<string, PlanSeed>();
  for (const seed of plans) {
    const ahead = (seed.weekday - weekdayOf(today) + 7) % 7 || 7;
    found.set(`${seed.sku} ${addDays(today, ahead)}`, seed);
  }
  return found;
}
