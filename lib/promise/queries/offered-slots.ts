import 'server-only';
import { setImmediate } from 'node:timers/promises';
import { and, gte, lt } from 'drizzle-orm';
import { DELIVERY_TYPES, type DeliveryType } from '#db/enums';
import { closures, slots } from '#db/schema/promise';
import type { Context } from '#lib/context';
import { addDays, dayOf, momentAt, weekdayOf } from '#lib/time';
import { slotsOn } from '../rules/slots.ts';
import { getRuleBook } from './rule-book.ts';

export type OfferedSlot = {
  id: string;
  locationId: string;
  method: DeliveryType;
  day: string;
  startsAt: Date;
  endsAt: Date;
  booked_orders: number;
  booked_load: number;
  capacity_orders: number | null;
  capacity_load: number | null;
};

type Closed = Pick<typeof closures.$inferSelect, 'locationId' | 'purpose' | 'startsAt' | 'endsAt'>;
type Placed = Pick<OfferedSlot, 'locationId' | 'method' | 'startsAt' | 'endsAt'>;

const isShut = (closed: readonly Closed[], slot: Placed): boolean =>
  closed.some(
    (closure) =>
      (closure.locationId === null || closure.locationId === slot.locationId) &&
      (closure.purpose === null || closure.purpose === slot.method) &&
      closure.startsAt < slot.endsAt &&
      slot.startsAt < closure.endsAt,
  );

/**
 * Every slot of some days that was on offer, past ones too: those that took orders (`slots_starts_at`), and the empty
 * ones as the hours of today say, for an empty slot leaves no row. What was closed and took nothing was not on offer.
 */
export async function listOfferedSlots(
  ctx: Context,
  { first, last, timeZone }: { first: string; last: string; timeZone: string },
): Promise<OfferedSlot[]> {
  // Open to everybody: the caller says who may see figures.
  const from = momentAt(first, '00:00', timeZone);
  const until = momentAt(addDays(last, 1), '00:00', timeZone);
  const [book, rows, closed] = await Promise.all([
    getRuleBook(ctx),
    ctx.db
      .select()
      .from(slots)
      .where(and(gte(slots.startsAt, from), lt(slots.startsAt, until))),
    ctx.db
      .select()
      .from(closures)
      .where(and(lt(closures.startsAt, until), gte(closures.endsAt, from))),
  ]);
  const known = new Set(rows.map(({ id }) => id));
  const found: OfferedSlot[] = rows
    .filter((row) => row.bookedOrders > 0 || !(row.closed || isShut(closed, row)))
    .map((row) => ({
      id: row.id,
      locationId: row.locationId,
      method: row.method,
      day: dayOf(row.startsAt, timeZone),
      startsAt: row.startsAt,
      endsAt: row.endsAt,
      booked_orders: row.bookedOrders,
      booked_load: row.bookedLoad,
      capacity_orders: row.capacityOrders,
      capacity_load: row.capacityLoad,
    }));
  for (let day = first; day <= last; day = addDays(day, 1)) {
    // Reading the clock for thousands of slots takes a while: every Monday others get their turn.
    if (weekdayOf(day) === 1) await setImmediate();
    for (const method of DELIVERY_TYPES) {
      // Not out of the days kept with the book: years of the past would stay there.
      for (const slot of slotsOn(book.rules, method, day, timeZone)) {
        if (known.has(slot.id) || isShut(closed, slot)) continue;
        found.push({
          id: slot.id,
          locationId: slot.locationId,
          method,
          day,
          startsAt: slot.startsAt,
          endsAt: slot.endsAt,
          booked_orders: 0,
          booked_load: 0,
          capacity_orders: slot.capacityOrders,
          capacity_load: slot.capacityLoad,
        });
      }
    }
  }
  return found;
}
