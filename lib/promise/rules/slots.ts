import { v5 } from 'uuid';
import type { DeliveryType, OpeningPurpose } from '#db/enums';
import type { Cutoff } from '#db/schema/promise';
import { addDays, clockAt, momentAt } from '#lib/time';
import { appliesOn } from './opening.ts';

/** A weekly window at a place, cut into slots. Times are `HH:MM` (seconds are ignored) on the shop's clock. */
export type OpeningRule = {
  id: string;
  locationId: string;
  purpose: OpeningPurpose;
  /** ISO weekday, 1 = Monday. */
  weekday: number;
  starts: string;
  ends: string;
  slotMinutes: number;
  /** Orders, and load points of orders, that one slot takes; null = any number. */
  capacityOrders: number | null;
  capacityLoad: number | null;
  cutoff: Cutoff;
  /** First and last day on which the rule holds. */
  validFrom: string | null;
  validTo: string | null;
};

/** One window of time at one place in which an order is handed over, as the rules say. Who booked it is not in here. */
export type Slot = {
  id: string;
  locationId: string;
  method: DeliveryType;
  /** The day of its start in the shop's time zone. */
  day: string;
  startsAt: Date;
  endsAt: Date;
  /** From this moment on it takes no more orders. */
  cutoffAt: Date;
  capacityOrders: number | null;
  capacityLoad: number | null;
};

/** Any constant; changing it would change the id of every slot that has no row yet. */
const NAMESPACE = 'b7a0c1de-6f0e-4d8c-9a55-3f5f7c8f2a10';

/** The id of a slot before it has a row: UUID version 5 of its place, method and start. */
export const slotId = (locationId: string, method: DeliveryType, startsAt: Date): string =>
  v5(`${locationId} ${method} ${startsAt.toISOString()}`, NAMESPACE);

const toMinutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
const toClock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** The moment from which a slot of `day` that starts at `startsAt` takes no more orders. */
export const cutoffOf = (cutoff: Cutoff, day: string, startsAt: Date, timeZone: string): Date =>
  cutoff.kind === 'minutes'
    ? new Date(startsAt.getTime() - cutoff.minutes * 60_000)
    : momentAt(addDays(day, -cutoff.daysBefore), cutoff.time, timeZone);

/**
 * The slots of one day, earliest first: each window is cut from its start into whole slots, a rest too short for one is
 * not offered. A slot that would begin in the hour a clock change leaves out does not exist; on the long night a slot
 * that spans the repeated hour lasts longer.
 */
export function slotsOn(
  rules: readonly OpeningRule[],
  method: DeliveryType,
  day: string,
  timeZone: string,
): readonly Slot[] {
  const slots: Slot[] = [];
  for (const rule of rules) {
    if (rule.purpose !== method || !appliesOn(rule, day)) continue;
    const end = toMinutes(rule.ends);
    for (let at = toMinutes(rule.starts); at + rule.slotMinutes <= end; at += rule.slotMinutes) {
      const startsAt = momentAt(day, toClock(at), timeZone);
      if (clockAt(startsAt, timeZone) !== toClock(at)) continue;
      slots.push({
        id: slotId(rule.locationId, method, startsAt),
        locationId: rule.locationId,
        method,
        day,
        startsAt,
        endsAt: momentAt(day, toClock(at + rule.slotMinutes), timeZone),
        cutoffAt: cutoffOf(rule.cutoff, day, startsAt, timeZone),
        capacityOrders: rule.capacityOrders,
        capacityLoad: rule.capacityLoad,
      });
    }
  }
  return slots.sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime() || (a.id < b.id ? -1 : 1));
}

/** A slot as the SQL functions that book or change one take it. */
export const slotRow = (slot: Slot) => ({
  id: slot.id,
  location_id: slot.locationId,
  method: slot.method,
  starts_at: slot.startsAt,
  ends_at: slot.endsAt,
  cutoff_at: slot.cutoffAt,
  capacity_orders: slot.capacityOrders,
  capacity_load: slot.capacityLoad,
});
