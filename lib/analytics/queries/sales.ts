import 'server-only';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { CHANNELS, DELIVERY_TYPES, ORDER_STATUSES, PAYMENT_METHODS } from '#db/enums';
import { dailyFigures as f } from '#db/schema/orders';
import { type Context, requireRole } from '#lib/context';
import { fromMinor } from '#lib/money';
import { type Range, type Span, shareOf, stepsBefore, stepsOf } from '../rules.ts';
import type { RangeInput } from '../view-input.ts';
import type { SalesDto } from '../view-output.ts';
import { openRange, placedIn, toRangeDto } from './range.ts';

type Day = { day: string; orders: number; cancelled: number; soldMinor: number; revenueMinor: number };
type Sales = SalesDto['totals'];

/** One row a day, by its primary key, however many orders there are. */
const readDays = (ctx: Context, { from, to, before }: Range): Promise<Day[]> =>
  ctx.db
    .select({
      day: f.day,
      orders: sql<number>`${f.pending} + ${f.confirmed} + ${f.processing} + ${f.ready} + ${f.completed}`,
      cancelled: f.cancelled,
      soldMinor: f.soldMinor,
      revenueMinor: f.revenueMinor,
    })
    .from(f)
    .where(sql`${f.day} between ${from} and ${to} or ${f.day} between ${before.from} and ${before.to}`)
    .orderBy(f.day);

function sumOf(days: readonly Day[], { from, to }: Span): Sales {
  let [orders, cancelled, sold, revenue] = [0, 0, 0, 0];
  for (const row of days) {
    if (row.day < from || row.day > to) continue;
    orders += row.orders;
    cancelled += row.cancelled;
    sold += row.soldMinor;
    revenue += row.revenueMinor;
  }
  return {
    orders,
    cancelled,
    ordered: fromMinor(sold),
    revenue: fromMinor(revenue),
    average_order: orders === 0 ? null : fromMinor(Math.round(sold / orders)),
  };
}

const groupRows = z.array(
  z.object({
    channel: z.enum(CHANNELS).nullable(),
    payment_method: z.enum(PAYMENT_METHODS).nullable(),
    delivery_type: z.enum(DELIVERY_TYPES).nullable(),
    status: z.enum(ORDER_STATUSES).nullable(),
    everything: z.number(),
    orders: z.number(),
    all_minor: z.number(),
    sold_minor: z.number(),
    paid_minor: z.number(),
  }),
);
type GroupRow = z.infer<typeof groupRows>[number];

/** All four ways to part the orders by one walk over them, found by `orders_placed_at`. */
const readGroups = async (ctx: Context, range: Range): Promise<GroupRow[]> =>
  groupRows.parse([
    ...(await ctx.db.execute(sql`
      select o.channel, o.payment_method, o.delivery_type, o.status,
        count(*)::int as everything,
        (count(*) filter (where o.status <> 'cancelled'))::int as orders,
        sum(o.total_minor)::float8 as all_minor,
        coalesce(sum(o.total_minor) filter (where o.status <> 'cancelled'), 0)::float8 as sold_minor,
        coalesce(sum(o.paid_minor) filter (where o.status <> 'cancelled'), 0)::float8 as paid_minor
      from orders o where ${placedIn(range)}
      group by grouping sets ((o.channel), (o.payment_method), (o.delivery_type), (o.status))`)),
  ]);

/** For staff: what was ordered and received in a range of days, in steps and by kind, beside the period before. */
export async function getSales(ctx: Context, input: RangeInput): Promise<SalesDto> {
  requireRole(ctx, 'staff');
  const { range, currency } = await openRange(ctx, input);
  const [days, groups] = await Promise.all([readDays(ctx, range), readGroups(ctx, range)]);
  const totals = sumOf(days, range);
  const steps = stepsOf(range, range.step);
  const before = stepsBefore(range, steps);

  const group = (row: GroupRow | undefined) => ({
    orders: row?.orders ?? 0,
    ordered: fromMinor(row?.sold_minor ?? 0),
    paid: fromMinor(row?.paid_minor ?? 0),
    share: shareOf(fromMinor(row?.sold_minor ?? 0), totals.ordered),
  });

  return {
    range: toRangeDto(range),
    currency,
    totals,
    before: sumOf(days, range.before),
    steps: steps.map((step, at) => {
      const past = before[at];
      return { ...step, ...sumOf(days, step), before: past ? { ...past, ...sumOf(days, past) } : null };
    }),
    by_channel: CHANNELS.map((channel) => ({ channel, ...group(groups.find((row) => row.channel === channel)) })),
    by_payment_method: PAYMENT_METHODS.map((method) => ({
      payment_method: method,
      ...group(groups.find((row) => row.payment_method === method)),
    })),
    by_delivery_type: DELIVERY_TYPES.map((type) => ({
      delivery_type: type,
      ...group(groups.find((row) => row.delivery_type === type)),
    })),
    by_status: ORDER_STATUSES.map((status) => {
      const row = groups.find((one) => one.status === status);
      return { status, orders: row?.everything ?? 0, ordered: fromMinor(row?.all_minor ?? 0) };
    }),
  };
}
