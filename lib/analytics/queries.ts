import 'server-only';
import { and, asc, eq, gte, isNull, sql } from 'drizzle-orm';
import { products, productVariants } from '#db/schema/catalog';
import { bookings } from '#db/schema/events';
import { dailyFigures, orders, payments } from '#db/schema/orders';
import { soldSince } from '#lib/catalog/queries/sales';
import { type Context, requireRole } from '#lib/context';
import { fromMinor } from '#lib/money';
import { rowColumns } from '#lib/orders/queries/columns';
import { renderRow } from '#lib/orders/queries/render';
import { collectSlots } from '#lib/promise/queries/desk-slots';
import { getSettings } from '#lib/settings/queries';
import { addDays, dayOf } from '#lib/time';
import type { DashboardDto } from './output.ts';
import { FILLING, fillOf } from './rules.ts';

export { getCustomerFigures } from './queries/customers.ts';
export { exportFigures } from './queries/export.ts';
export { getProductFigures } from './queries/products.ts';
export { getSales } from './queries/sales.ts';
export { getSlotFigures } from './queries/slots.ts';

const SHOWN = 8;
const sum = (column: unknown) => sql<number>`coalesce(sum(${column}), 0)::float8`;

/** Every day has one row, so this stays cheap at a million orders. */
async function readTotals(ctx: Context) {
  const f = dailyFigures;
  const [row] = await ctx.db
    .select({
      pending: sum(f.pending),
      confirmed: sum(f.confirmed),
      processing: sum(f.processing),
      ready: sum(f.ready),
      completed: sum(f.completed),
      cancelled: sum(f.cancelled),
      pendingPayments: sum(f.pendingPayments),
      revenueMinor: sum(f.revenueMinor),
    })
    .from(f);
  const { pendingPayments = 0, revenueMinor = 0, ...found } = row ?? {};
  const statuses = { pending: 0, confirmed: 0, processing: 0, ready: 0, completed: 0, cancelled: 0, ...found };
  return { statuses, pendingPayments, revenueMinor };
}

async function readTrend(ctx: Context, today: string, days: number): Promise<DashboardDto['trend']> {
  const f = dailyFigures;
  const first = addDays(today, 1 - days);
  const rows = await ctx.db
    .select({
      day: f.day,
      orders: sql<number>`${f.pending} + ${f.confirmed} + ${f.processing} + ${f.ready} + ${f.completed}`,
      soldMinor: f.soldMinor,
      revenueMinor: f.revenueMinor,
    })
    .from(f)
    .where(gte(f.day, first));
  const byDay = new Map(rows.map((row) => [row.day, row]));
  return Array.from({ length: days }, (_, index) => {
    const day = addDays(first, index);
    const row = byDay.get(day);
    return {
      day,
      orders: row?.orders ?? 0,
      sold: fromMinor(row?.soldMinor ?? 0),
      revenue: fromMinor(row?.revenueMinor ?? 0),
    };
  });
}

async function readTopProducts(ctx: Context, since: Date): Promise<DashboardDto['top_products']> {
  // Only those that are shown are looked up.
  const rows = await ctx.db.execute<{
    product_id: string;
    name: string;
    slug: string;
    quantity: number;
    minor: number;
  }>(
    sql`
      select p.id as product_id, p.name, p.slug, best.quantity, best.minor
      from (
        select i.product_id, sum(i.quantity)::int as quantity, sum(i.line_total_minor)::float8 as minor
        from ${await soldSince(ctx, since)}
        group by i.product_id order by minor desc, i.product_id limit ${SHOWN}) best
      join products p on p.id = best.product_id order by best.minor desc, p.id`,
  );
  return [...rows].map(({ minor, ...row }) => ({ ...row, sold: fromMinor(minor) }));
}

async function readLowStock(ctx: Context) {
  const v = productVariants;
  const isLow = sql`stock_mode = 'tracked' and low_stock_threshold is not null
    and stock_quantity <= low_stock_threshold and archived_at is null`;
  const rows = await ctx.db
    .select({
      product_id: v.productId,
      variant_id: v.id,
      name: products.name,
      variant_title: v.title,
      stock_quantity: v.stockQuantity,
      low_stock_threshold: sql<number>`${v.lowStockThreshold}`,
      count: sql<number>`count(*) OVER ()::int`,
    })
    .from(v)
    .innerJoin(products, eq(products.id, v.productId))
    .where(
      and(
        // Looked up one by one: the planner takes a third of all goods for low, and would read every product for these.
        sql`${v.id} = any(array(select id from product_variants where ${isLow}))`,
        eq(products.active, true),
        isNull(products.archivedAt),
      ),
    )
    .orderBy(asc(v.stockQuantity), asc(products.name))
    .limit(20);
  return { count: rows[0]?.count ?? 0, rows: rows.map(({ count: _, ...row }) => row) };
}

const readWaiting = (ctx: Context) =>
  ctx.db
    .select(rowColumns)
    .from(orders)
    .where(eq(orders.status, 'pending'))
    .orderBy(asc(orders.placedAt), asc(orders.id))
    .limit(SHOWN);

async function readSubmitted(ctx: Context): Promise<DashboardDto['submitted_payments']> {
  const rows = await ctx.db
    .select({
      payment_id: payments.id,
      order_id: orders.id,
      order_number: orders.orderNumber,
      booking_id: bookings.id,
      booking_number: bookings.bookingNumber,
      customer_name: sql<string>`coalesce(${orders.customerName}, ${bookings.clientName})`,
      amountMinor: payments.amountMinor,
      reference: payments.reference,
      createdAt: payments.createdAt,
    })
    .from(payments)
    .leftJoin(orders, eq(orders.id, payments.orderId))
    .leftJoin(bookings, eq(bookings.id, payments.bookingId))
    .where(eq(payments.status, 'submitted'))
    .orderBy(asc(payments.createdAt))
    .limit(SHOWN);
  return rows.map(({ amountMinor, createdAt, ...row }) => ({
    ...row,
    amount: fromMinor(amountMinor),
    created_at: createdAt.toISOString(),
  }));
}

/** What is nearly full today and tomorrow, and open: what is closed fills no more. Two days by `slots_starts_at`. */
async function readFilling(ctx: Context, today: string): Promise<DashboardDto['slots_filling']> {
  const found = await collectSlots(ctx, { first: today, last: addDays(today, 1) });
  return found.flatMap(({ slot, dto }) => {
    const fill = fillOf(dto);
    const isOpen = slot.endsAt > ctx.now && !dto.closed && !dto.in_closure;
    if (!isOpen || fill === null || fill < FILLING) return [];
    return {
      slot_id: dto.id,
      location: dto.location,
      method: dto.method,
      day: dto.day,
      starts_at: dto.starts_at,
      ends_at: dto.ends_at,
      booked_orders: dto.booked_orders,
      capacity_orders: dto.capacity_orders,
      fill: Math.round(fill * 10_000) / 10_000,
    };
  });
}

const DAY = 24 * 60 * 60 * 1000;

/** The figures of the dashboard, and what needs a person now. `days` is the length of the trend, today included. */
export async function getDashboard(ctx: Context, { days = 30 }: { days?: number } = {}): Promise<DashboardDto> {
  requireRole(ctx, 'staff');
  const { shop } = await getSettings(ctx);
  const today = dayOf(ctx.now, shop.time_zone);
  const [totals, trend, top, low, waiting, submitted, filling] = await Promise.all([
    readTotals(ctx),
    readTrend(ctx, today, days),
    readTopProducts(ctx, new Date(ctx.now.getTime() - days * DAY)),
    readLowStock(ctx),
    readWaiting(ctx),
    readSubmitted(ctx),
    readFilling(ctx, today),
  ]);
  const { cancelled, ...standing } = totals.statuses;
  return {
    total_orders: Object.values(standing).reduce((all, count) => all + count, 0),
    pending_payments: totals.pendingPayments,
    total_revenue: fromMinor(totals.revenueMinor),
    orders_by_status: { ...standing, cancelled },
    currency: shop.currency,
    today: trend.at(-1) ?? { day: today, orders: 0, sold: 0, revenue: 0 },
    trend,
    top_products: top,
    low_stock: low.rows,
    low_stock_count: low.count,
    slots_filling: filling,
    waiting_orders: waiting.map(renderRow),
    waiting_orders_count: totals.statuses.pending,
    submitted_payments: submitted,
  };
}
