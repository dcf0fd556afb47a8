import 'server-only';
import { and, asc, desc, gte, inArray, isNull, lt, ne, type SQL, sql } from 'drizzle-orm';
import { orderItems, orders } from '#db/schema/orders';
import { type Context, requireRole } from '#lib/context';
import { getSettings } from '#lib/settings/queries';
import { addDays, dayOf, momentAt } from '#lib/time';
import { type DaySheetQuery, NO_PLACE } from '../day-input.ts';
import type { BusyDay, DayOrderDto, DaySheetDto } from '../day-output.ts';
import { deliverGroups, handOverGroups, inSlotOrder, makeLines, placesOf } from '../day-rules.ts';
import type { OrderDto } from '../output.ts';
import { OPEN_STATUSES } from '../rules.ts';
import { fullColumns } from './columns.ts';
import { dayColumns, renderDayOrder } from './day-sheet-columns.ts';
import { renderOrder } from './render.ts';

/** More orders without any time than this are a list, not a sheet. */
const NO_TIME_LIMIT = 100;

const isLive = ne(orders.status, 'cancelled');

type Span = { date: string; starts: Date; ends: Date };

/** A day of the shop is 23 or 25 hours long when its clock changes. */
const spanOf = (date: string, timeZone: string): Span => ({
  date,
  starts: momentAt(date, '00:00', timeZone),
  ends: momentAt(addDays(date, 1), '00:00', timeZone),
});

const slotted = ({ starts, ends }: Span) =>
  and(isLive, gte(orders.slotStartsAt, starts), lt(orders.slotStartsAt, ends));

/** Without a slot, but with pieces of that day's plan. */
const dated = ({ date }: Span) =>
  and(
    isLive,
    isNull(orders.slotStartsAt),
    sql`${orders.id} IN (SELECT i.order_id FROM ${orderItems} i WHERE i.on_date = ${date}::date)`,
  );

/** In the statement itself, as the partial index `orders_due` has them. */
const OPEN = sql.raw(OPEN_STATUSES.map((status) => `'${status}'`).join(', '));

/**
 * Nothing says when: placed on that day, or still waiting from an earlier one. Each has its index, which the planner
 * finds only when they are asked for one by one.
 */
function timeless({ starts, ends }: Span): SQL {
  const [from, to] = [sql`${starts.toISOString()}::timestamptz`, sql`${ends.toISOString()}::timestamptz`];
  return sql`${orders.id} IN (
    SELECT o.id FROM ${orders} o WHERE o.slot_starts_at IS NULL AND o.placed_at < ${to} AND o.status IN (${OPEN})
    UNION ALL SELECT o.id FROM ${orders} o WHERE o.slot_starts_at IS NULL AND o.placed_at >= ${from}
      AND o.placed_at < ${to} AND o.status <> 'cancelled')
    AND (SELECT count(i.on_date) FROM ${orderItems} i WHERE i.order_id = ${orders.id}) = 0`;
}

const isAt = (order: Pick<DayOrderDto, 'location'>, location: string | undefined): boolean =>
  location === undefined || (order.location?.id ?? NO_PLACE) === location;

/**
 * The work of one day of the shop: what to make, pack, hand over and deliver, and apart from that the orders for which
 * no time was agreed. Amounts in major units. Three statements, however many orders.
 */
export async function getDaySheet(ctx: Context, { date, location_id }: DaySheetQuery): Promise<DaySheetDto> {
  requireRole(ctx, 'staff');
  const { shop } = await getSettings(ctx);
  const span = spanOf(date, shop.time_zone);
  const read = () => ctx.db.select(dayColumns).from(orders);
  const [withSlot, withDate, rest] = await Promise.all([
    read().where(slotted(span)),
    read().where(dated(span)),
    read()
      .where(timeless(span))
      .orderBy(desc(orders.placedAt), desc(orders.id))
      .limit(NO_TIME_LIMIT + 1),
  ]);
  const render = (row: (typeof rest)[number]) => renderDayOrder(row, shop.country);
  const all = inSlotOrder([...withSlot, ...withDate].map(render));
  const noTime = rest.slice(0, NO_TIME_LIMIT).map(render);
  const here = all.filter((order) => isAt(order, location_id));
  return {
    date,
    today: dayOf(ctx.now, shop.time_zone),
    read_at: ctx.now.toISOString(),
    locations: placesOf([...all, ...noTime]),
    make: makeLines(here, date),
    pack: here,
    hand_over: handOverGroups(here),
    deliver: deliverGroups(here),
    no_time: noTime.filter((order) => isAt(order, location_id)).reverse(),
    has_more_no_time: rest.length > NO_TIME_LIMIT,
  };
}

/** The same orders in full, in slot order, for slips; without those for which no time was agreed. */
export async function listDayOrders(ctx: Context, { date, location_id }: DaySheetQuery): Promise<OrderDto[]> {
  requireRole(ctx, 'staff');
  const settings = await getSettings(ctx);
  const span = spanOf(date, settings.shop.time_zone);
  const read = () => ctx.db.select(fullColumns).from(orders);
  const found = await Promise.all([
    read().where(slotted(span)).orderBy(asc(orders.slotStartsAt), asc(orders.placedAt), asc(orders.id)),
    read().where(dated(span)).orderBy(asc(orders.placedAt), asc(orders.id)),
  ]);
  return found
    .flat()
    .map((row) => renderOrder(row, settings, 'desk'))
    .filter((order) => isAt(order, location_id));
}

/** For commands that have authorised: the orders as the sheet shows them, cancelled ones too. */
export async function readDayOrders(ctx: Context, ids: readonly string[]): Promise<DayOrderDto[]> {
  const { shop } = await getSettings(ctx);
  const rows = await ctx.db
    .select(dayColumns)
    .from(orders)
    .where(inArray(orders.id, [...ids]));
  return inSlotOrder(rows.map((row) => renderDayOrder(row, shop.country)));
}

const DAYS_BACK = 7;
const DAYS_AHEAD = 35;

/** The days around `date` that have orders, and how many of these are still open. */
export async function listBusyDays(ctx: Context, { date }: { date: string }): Promise<BusyDay[]> {
  requireRole(ctx, 'staff');
  const { shop } = await getSettings(ctx);
  const [first, last] = [addDays(date, -DAYS_BACK), addDays(date, DAYS_AHEAD)];
  const starts = spanOf(first, shop.time_zone).starts;
  const ends = spanOf(last, shop.time_zone).ends;
  const onDates = ctx.db
    .selectDistinct({ day: sql<string>`i.on_date::text`.as('day'), id: orders.id, status: orders.status })
    .from(orders)
    .innerJoin(sql`${orderItems} i`, sql`i.order_id = ${orders.id}`)
    .where(and(isLive, isNull(orders.slotStartsAt), sql`i.on_date BETWEEN ${first}::date AND ${last}::date`));
  const inSlots = ctx.db
    .select({
      day: sql<string>`(${orders.slotStartsAt} AT TIME ZONE ${shop.time_zone})::date::text`.as('day'),
      id: orders.id,
      status: orders.status,
    })
    .from(orders)
    .where(and(isLive, gte(orders.slotStartsAt, starts), lt(orders.slotStartsAt, ends)));
  const both = inSlots.unionAll(onDates).as('both');
  return ctx.db
    .select({
      day: both.day,
      orders: sql<number>`count(*)::int`,
      open: sql<number>`(count(*) FILTER (WHERE ${both.status} IN (${OPEN})))::int`,
    })
    .from(both)
    .groupBy(both.day)
    .orderBy(asc(both.day));
}
