import 'server-only';
import { and, eq, gte, lt } from 'drizzle-orm';
import { DELIVERY_TYPES, type DeliveryType } from '#db/enums';
import { closures, locations, slots as slotRows } from '#db/schema/promise';
import { type Context, requireRole } from '#lib/context';
import { DomainError } from '#lib/errors';
import { type Page, wholeList } from '#lib/paging';
import { getSettings } from '#lib/settings/queries';
import { addDays, dayOf, momentAt } from '#lib/time';
import { type ListSlots, SLOT_DAYS } from '../desk-input.ts';
import type { DeskSlotDetailDto, DeskSlotDto } from '../desk-output.ts';
import { type Booking, makeJudge, type World } from '../rules/judge.ts';
import type { Slot } from '../rules/slots.ts';
import { ordersOfSlot } from './desk-dependents.ts';
import { getRuleBook, slotsOfDay } from './rule-book.ts';
import type { Span } from './world.ts';

type Row = typeof slotRows.$inferSelect;
type Closed = typeof closures.$inferSelect;
/** A slot as the desk sees it, with what the hours say about it (or said, for one that is in them no more). */
export type DeskSlot = { slot: Slot; dto: DeskSlotDto };

/** Days ahead in which a slot without a row is looked for by its id: no shop offers more. */
const FURTHEST_DAYS = 92;

const covers = (closure: Closed, { locationId, method, startsAt, endsAt }: Slot): boolean =>
  (closure.locationId === null || closure.locationId === locationId) &&
  (closure.purpose === null || closure.purpose === method) &&
  closure.startsAt < endsAt &&
  startsAt < closure.endsAt;

const toBooking = (row: Row): Booking => ({
  bookedOrders: row.bookedOrders,
  bookedLoad: row.bookedLoad,
  closed: row.closed,
  own: row.hasOwnCapacity ? { capacityOrders: row.capacityOrders, capacityLoad: row.capacityLoad } : null,
});

const fromRow = (row: Row, timeZone: string): Slot => ({ ...row, day: dayOf(row.startsAt, timeZone) });

const over = (booked: number, capacity: number | null): number =>
  capacity === null ? 0 : Math.max(0, booked - capacity);

/** Slots of the hours in `span` and those that have orders without being in them any more, earliest first. */
export async function collectSlots(
  ctx: Pick<Context, 'db' | 'now'>,
  span: Span,
  { locationId, method }: { locationId?: string | undefined; method?: DeliveryType | undefined } = {},
): Promise<DeskSlot[]> {
  const [{ shop }, book] = await Promise.all([getSettings(ctx), getRuleBook(ctx)]);
  const timeZone = shop.time_zone;
  const from = momentAt(span.first, '00:00', timeZone);
  const until = momentAt(addDays(span.last, 1), '00:00', timeZone);
  const [rows, closed, places] = await Promise.all([
    ctx.db
      .select()
      .from(slotRows)
      .where(
        and(
          gte(slotRows.startsAt, from),
          lt(slotRows.startsAt, until),
          locationId === undefined ? undefined : eq(slotRows.locationId, locationId),
          method === undefined ? undefined : eq(slotRows.method, method),
        ),
      ),
    ctx.db
      .select()
      .from(closures)
      .where(and(lt(closures.startsAt, until), gte(closures.endsAt, from))),
    ctx.db.select({ id: locations.id, name: locations.name }).from(locations),
  ]);
  const nameOf = new Map(places.map(({ id, name }) => [id, name]));
  const known = new Map(rows.map((row) => [row.id, row]));
  const ofHours = (method === undefined ? DELIVERY_TYPES : [method]).flatMap((one) => {
    const found: Slot[] = [];
    for (let day = span.first; day <= span.last; day = addDays(day, 1)) {
      found.push(...slotsOfDay(book, one, day, timeZone));
    }
    return found.filter((slot) => locationId === undefined || slot.locationId === locationId);
  });
  const inHours = new Set(ofHours.map(({ id }) => id));
  const orphans = rows.filter((row) => !inHours.has(row.id) && row.bookedOrders > 0);
  const world: World = {
    now: ctx.now,
    today: dayOf(ctx.now, timeZone),
    timeZone,
    closures: closed.map((closure) => ({ ...closure, message: closure.publicMessage })),
    bookings: new Map(rows.map((row) => [row.id, toBooking(row)])),
    plans: new Map(),
    patterns: new Map(),
    releaseAt: null,
  };
  const judge = makeJudge(world, { items: [], extraLeadMinutes: 0 });

  const toDeskSlot = (slot: Slot): DeskSlot => {
    const isInHours = inHours.has(slot.id);
    const row = known.get(slot.id);
    const { state, why, capacityOrders, capacityLoad, bookedOrders, bookedLoad } = judge(slot);
    return {
      slot,
      dto: {
        id: slot.id,
        location: { id: slot.locationId, name: nameOf.get(slot.locationId) ?? '' },
        method: slot.method,
        day: slot.day,
        starts_at: slot.startsAt.toISOString(),
        ends_at: slot.endsAt.toISOString(),
        cutoff_at: slot.cutoffAt.toISOString(),
        // Nobody is offered what is not in the hours, whatever its room.
        state: isInHours ? state : 'closed',
        reason: isInHours ? (why?.reason ?? null) : 'closed',
        message: why?.message ?? null,
        closed: row?.closed ?? false,
        in_closure: closed.some((closure) => covers(closure, slot)),
        in_hours: isInHours,
        capacity_orders: capacityOrders,
        capacity_load: capacityLoad,
        has_own_capacity: row?.hasOwnCapacity ?? false,
        rule_capacity_orders: slot.capacityOrders,
        rule_capacity_load: slot.capacityLoad,
        booked_orders: bookedOrders,
        booked_load: bookedLoad,
        over_orders: over(bookedOrders, capacityOrders),
        over_load: over(bookedLoad, capacityLoad),
      },
    };
  };
  return [...ofHours, ...orphans.map((row) => fromRow(row, timeZone))]
    .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime() || (a.id < b.id ? -1 : 1))
    .map(toDeskSlot);
}

/** For staff: the slots of some days with what is booked in each, exactly. */
export async function listDeskSlots(ctx: Context, input: ListSlots): Promise<Page<DeskSlotDto>> {
  requireRole(ctx, 'staff');
  const { shop } = await getSettings(ctx);
  const first = input.from ?? (input.to ? addDays(input.to, 1 - SLOT_DAYS) : dayOf(ctx.now, shop.time_zone));
  const last = input.to ?? addDays(first, SLOT_DAYS - 1);
  const found = await collectSlots(ctx, { first, last }, { locationId: input.location_id, method: input.method });
  return wholeList(found.map(({ dto }) => dto));
}

/** The day of the slot with this id: its row knows, or one of the coming days has it. */
async function dayOfSlot(ctx: Pick<Context, 'db' | 'now'>, id: string): Promise<string | null> {
  const [{ shop }, book] = await Promise.all([getSettings(ctx), getRuleBook(ctx)]);
  const [row] = await ctx.db.select({ startsAt: slotRows.startsAt }).from(slotRows).where(eq(slotRows.id, id));
  if (row) return dayOf(row.startsAt, shop.time_zone);
  const today = dayOf(ctx.now, shop.time_zone);
  for (let ahead = 0; ahead <= FURTHEST_DAYS; ahead++) {
    const day = addDays(today, ahead);
    for (const method of DELIVERY_TYPES) {
      if (slotsOfDay(book, method, day, shop.time_zone).some((slot) => slot.id === id)) return day;
    }
  }
  return null;
}

/** A slot by its id, with or without a row. Throws DB_002. */
export async function requireSlot(ctx: Pick<Context, 'db' | 'now'>, id: string): Promise<DeskSlot> {
  const day = await dayOfSlot(ctx, id);
  const found = day === null ? [] : await collectSlots(ctx, { first: day, last: day });
  const slot = found.find((one) => one.slot.id === id);
  if (!slot) throw new DomainError('DB_002');
  return slot;
}

/** For staff: one slot with its orders. Throws DB_002. */
export async function getDeskSlot(ctx: Context, { id }: { id: string }): Promise<DeskSlotDetailDto> {
  requireRole(ctx, 'staff');
  const [{ dto }, { orders }] = await Promise.all([requireSlot(ctx, id), ordersOfSlot(ctx, id)]);
  return { ...dto, orders };
}
