import 'server-only';
import { and, asc, eq, gt, inArray, isNull, lt, ne, or, type SQL, sql } from 'drizzle-orm';
import { DELIVERY_TYPES, type DeliveryType, type OpeningPurpose } from '#db/enums';
import { orders } from '#db/schema/orders';
import { closures, locations } from '#db/schema/promise';
import { type Context, requireRole } from '#lib/context';
import { DomainError } from '#lib/errors';
import { OPEN_STATUSES } from '#lib/orders/rules';
import { dayOf } from '#lib/time';
import type { Dependents } from '../desk-input.ts';
import type { DependentOrder, DependentsDto } from '../desk-output.ts';
import { type OpeningRule, slotsOn } from '../rules/slots.ts';

/** As many as somebody would call; the total says how many there are. */
const MOST = 200;

type Reader = Pick<Context, 'db' | 'now'>;

/** Not handed over yet, and not in a slot that has passed. */
const isAhead = (now: Date): SQL | undefined =>
  and(inArray(orders.status, [...OPEN_STATUSES]), or(isNull(orders.slotEndsAt), gt(orders.slotEndsAt, now)));

const isMethod = (purpose: OpeningPurpose): purpose is DeliveryType =>
  DELIVERY_TYPES.some((method) => method === purpose);

export type ClosedSpan = {
  locationId: string | null;
  purpose: OpeningPurpose | null;
  startsAt: Date;
  endsAt: Date;
};

/** Orders whose slot touches what is closed. Nobody orders a chat. */
const inside = ({ locationId, purpose, startsAt, endsAt }: ClosedSpan): SQL | undefined =>
  and(
    lt(orders.slotStartsAt, endsAt),
    gt(orders.slotEndsAt, startsAt),
    locationId === null ? undefined : eq(orders.locationId, locationId),
    purpose === null ? undefined : isMethod(purpose) ? eq(orders.deliveryType, purpose) : sql`false`,
  );

async function find(ctx: Reader, where: SQL | undefined): Promise<DependentsDto> {
  const rows = await ctx.db
    .select({
      id: orders.id,
      orderNumber: orders.orderNumber,
      status: orders.status,
      customerName: orders.customerName,
      customerPhone: orders.customerPhone,
      deliveryType: orders.deliveryType,
      loadPoints: orders.loadPoints,
      slotId: orders.slotId,
      slotStartsAt: orders.slotStartsAt,
      slotEndsAt: orders.slotEndsAt,
      locationId: orders.locationId,
      locationName: locations.name,
      total: sql<number>`(count(*) over ())::int`,
    })
    .from(orders)
    .leftJoin(locations, eq(locations.id, orders.locationId))
    .where(where)
    .orderBy(sql`${orders.slotStartsAt} nulls last`, asc(orders.placedAt), asc(orders.id))
    .limit(MOST);
  return {
    total: rows[0]?.total ?? 0,
    orders: rows.map(
      (row): DependentOrder => ({
        id: row.id,
        order_number: row.orderNumber,
        status: row.status,
        customer_name: row.customerName,
        customer_phone: row.customerPhone,
        delivery_type: row.deliveryType,
        load_points: row.loadPoints,
        location: row.locationId && row.locationName ? { id: row.locationId, name: row.locationName } : null,
        slot:
          row.slotId && row.slotStartsAt && row.slotEndsAt
            ? { id: row.slotId, starts_at: row.slotStartsAt.toISOString(), ends_at: row.slotEndsAt.toISOString() }
            : null,
      }),
    ),
  };
}

export const ordersOfLocation = (ctx: Reader, id: string): Promise<DependentsDto> =>
  find(ctx, and(eq(orders.locationId, id), isAhead(ctx.now)));

export const ordersOfZone = (ctx: Reader, id: string): Promise<DependentsDto> =>
  find(ctx, and(eq(orders.zoneId, id), isAhead(ctx.now)));

export const ordersInside = (ctx: Reader, span: ClosedSpan): Promise<DependentsDto> =>
  find(ctx, and(inside(span), isAhead(ctx.now)));

/** Everybody in a slot, also those who have been served; not those who cancelled. */
export const ordersOfSlot = (ctx: Reader, id: string): Promise<DependentsDto> =>
  find(ctx, and(eq(orders.slotId, id), ne(orders.status, 'cancelled')));

/** How many open orders each closure touches, in one query; by the id of the closure. */
export async function countInside(ctx: Reader, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.db
    .select({ id: closures.id, count: sql<number>`count(*)::int` })
    .from(closures)
    .innerJoin(
      orders,
      and(
        lt(orders.slotStartsAt, closures.endsAt),
        gt(orders.slotEndsAt, closures.startsAt),
        or(isNull(closures.locationId), eq(closures.locationId, orders.locationId)),
        or(isNull(closures.purpose), eq(closures.purpose, orders.deliveryType)),
      ),
    )
    .where(and(inArray(closures.id, [...ids]), isAhead(ctx.now)))
    .groupBy(closures.id);
  return new Map(rows.map(({ id, count }) => [id, count]));
}

/** Orders promised under hours that say `before` whose slot does not begin any more when they say `after`. */
export async function ordersWithoutHours(
  ctx: Reader,
  place: { locationId: string; purpose: OpeningPurpose; timeZone: string },
  before: readonly OpeningRule[],
  after: readonly OpeningRule[],
): Promise<DependentsDto> {
  const { locationId, purpose, timeZone } = place;
  if (!isMethod(purpose)) return { total: 0, orders: [] };
  const booked = await ctx.db
    .selectDistinct({ startsAt: orders.slotStartsAt })
    .from(orders)
    .where(
      and(
        eq(orders.locationId, locationId),
        eq(orders.deliveryType, purpose),
        gt(orders.slotStartsAt, ctx.now),
        isAhead(ctx.now),
      ),
    );
  const begins = (rules: readonly OpeningRule[], at: Date) =>
    slotsOn(rules, purpose, dayOf(at, timeZone), timeZone).some((slot) => slot.startsAt.getTime() === at.getTime());
  const lost = booked.flatMap(({ startsAt }) =>
    startsAt && begins(before, startsAt) && !begins(after, startsAt) ? [startsAt] : [],
  );
  if (lost.length === 0) return { total: 0, orders: [] };
  return find(
    ctx,
    and(
      eq(orders.locationId, locationId),
      eq(orders.deliveryType, purpose),
      inArray(orders.slotStartsAt, lost),
      isAhead(ctx.now),
    ),
  );
}

/** Which open orders depend on a place, a zone or a span that is closed. Throws DB_002 for an unknown closure. */
export async function listDependents(ctx: Context, { kind, id }: Dependents): Promise<DependentsDto> {
  requireRole(ctx, 'staff');
  if (kind === 'location') return ordersOfLocation(ctx, id);
  if (kind === 'zone') return ordersOfZone(ctx, id);
  const [closure] = await ctx.db.select().from(closures).where(eq(closures.id, id));
  if (!closure) throw new DomainError('DB_002');
  return ordersInside(ctx, closure);
}
