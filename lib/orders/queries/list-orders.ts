import 'server-only';
import { and, asc, desc, eq, gte, inArray, lt, or, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { OrderStatus } from '#db/enums';
import { customers } from '#db/schema/customers';
import { orderItems, orders } from '#db/schema/orders';
import { type Context, requireRole } from '#lib/context';
import { nameHas } from '#lib/name-search';
import { EXACT_TOTAL, type Page, readCursor, writeCursor } from '#lib/paging';
import { parsePhone } from '#lib/phone';
import { getSettings } from '#lib/settings/queries';
import { addDays, dayOf, momentAt } from '#lib/time';
import type { ListOrders, OrderFilters } from '../input.ts';
import type { OrderRowDto } from '../output.ts';
import { OPEN_STATUSES } from '../rules.ts';
import { rowColumns } from './columns.ts';
import { renderRow } from './render.ts';

type Shop = { country: string; time_zone: string; order_prefix: string };

/** `ordered` in a filter is every open status, unlike on input, where it is `pending`. */
function statusesOf(words: NonNullable<OrderFilters['status']>): OrderStatus[] {
  const named = words.flatMap((word) => {
    if (word === 'ordered') return OPEN_STATUSES;
    return word === 'delivered' ? ['completed' as const] : [word];
  });
  return [...new Set(named)];
}

/** Full number, today's number by its last digits, phone or its end, or words of the name: each has its index. */
function matching(q: string, shop: Shop, now: Date): SQL | undefined {
  const upper = q.toUpperCase();
  const ways: (SQL | undefined)[] = [eq(orders.orderNumber, upper.slice(0, 40))];
  if (/^\d{1,6}$/.test(q)) {
    const day = dayOf(now, shop.time_zone).replaceAll('-', '');
    ways.push(eq(orders.orderNumber, `${shop.order_prefix}-${day}-${q.padStart(3, '0')}`));
  }
  const phone = parsePhone(q, shop.country);
  if (phone) ways.push(eq(orders.customerPhone, phone));
  const digits = /^[\d\s()+./-]+$/.test(q) ? q.replace(/\D/g, '') : '';
  // Callers say their last digits; those on file have the index for it.
  if (digits.length >= 4) {
    ways.push(sql`${orders.customerId} IN (SELECT c.id FROM ${customers} c WHERE c.phone LIKE ${`%${digits}`})`);
  }
  if (/\p{L}/u.test(q)) ways.push(nameHas('"orders"."customer_name"', q));
  return or(...ways);
}

/** The filters as one condition. Days are days of the shop. */
export function whereOrders(filters: OrderFilters, shop: Shop, now: Date): SQL | undefined {
  const { status, payment_status, delivery_type, from, to, customer_id, product_id, q } = filters;
  const conditions: (SQL | undefined)[] = [];
  if (status) conditions.push(inArray(orders.status, statusesOf(status)));
  if (payment_status) conditions.push(inArray(orders.paymentStatus, payment_status));
  if (delivery_type) conditions.push(eq(orders.deliveryType, delivery_type));
  if (from) conditions.push(gte(orders.placedAt, momentAt(from, '00:00', shop.time_zone)));
  if (to) conditions.push(lt(orders.placedAt, momentAt(addDays(to, 1), '00:00', shop.time_zone)));
  if (customer_id) conditions.push(eq(orders.customerId, customer_id));
  if (product_id) {
    conditions.push(sql`${orders.id} IN (SELECT i.order_id FROM ${orderItems} i WHERE i.product_id = ${product_id})`);
  }
  if (q) conditions.push(matching(q, shop, now));
  return and(...conditions);
}

const after = (at: string, id: string): SQL =>
  sql`(${orders.placedAt}, ${orders.id}) < (${at}::timestamptz, ${id}::uuid)`;

const planShape = z.tuple([z.object({ Plan: z.object({ 'Plan Rows': z.number() }) })]);

/** Exact up to EXACT_TOTAL; beyond, what the planner expects. */
async function countOrders(ctx: Context, where: SQL | undefined): Promise<{ total: number; exact: boolean }> {
  const [row] = await ctx.db.select({ total: sql<number>`count(*)::int` }).from(
    ctx.db
      .select({ one: sql`1`.as('one') })
      .from(orders)
      .where(where)
      .limit(EXACT_TOTAL + 1)
      .as('some'),
  );
  const counted = row?.total ?? 0;
  if (counted <= EXACT_TOTAL) return { total: counted, exact: true };
  const [plan] = await ctx.db.execute<{ 'QUERY PLAN': unknown }>(
    sql`EXPLAIN (FORMAT JSON) ${ctx.db.select({ one: sql`1` }).from(orders).where(where)}`,
  );
  const [{ Plan }] = planShape.parse(plan?.['QUERY PLAN']);
  return { total: Math.max(counted, Math.round(Plan['Plan Rows'])), exact: false };
}

const SORTS: Record<NonNullable<ListOrders['sort']>, SQL[]> = {
  '-placed_at': [desc(orders.placedAt), desc(orders.id)],
  placed_at: [asc(orders.placedAt), asc(orders.id)],
  '-total': [desc(orders.totalMinor), desc(orders.id)],
  total: [asc(orders.totalMinor), asc(orders.id)],
  customer_name: [asc(orders.customerName), asc(orders.id)],
  '-customer_name': [desc(orders.customerName), desc(orders.id)],
};

/** A page of orders, newest first unless `sort` says otherwise; cursors exist only for the newest first. */
export async function listOrders(ctx: Context, input: ListOrders): Promise<Page<OrderRowDto>> {
  requireRole(ctx, 'staff');
  const { page, limit, cursor, sort = '-placed_at', ...filters } = input;
  const { shop } = await getSettings(ctx);
  const where = whereOrders(filters, shop, ctx.now);
  const from = cursor === undefined || sort !== '-placed_at' ? null : readCursor(cursor);
  const [rows, { total, exact }] = await Promise.all([
    ctx.db
      .select(rowColumns)
      .from(orders)
      .where(and(where, from ? after(from.at, from.id) : undefined))
      .orderBy(...SORTS[sort])
      .limit(limit + 1)
      .offset(from ? 0 : (page - 1) * limit),
    countOrders(ctx, where),
  ]);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(renderRow),
    page,
    limit,
    total,
    pages: Math.max(1, Math.ceil(total / limit)),
    total_exact: exact,
    next_cursor:
      sort === '-placed_at' && rows.length > limit && last
        ? writeCursor({ at: last.placedAt.toISOString(), id: last.id })
        : null,
  };
}

const BATCH = 500;

const exportColumns = {
  ...rowColumns,
  customerEmail: orders.customerEmail,
  deliveryAddress: orders.deliveryAddress,
  specialInstructions: orders.specialInstructions,
  subtotalMinor: orders.subtotalMinor,
  deliveryMinor: orders.deliveryMinor,
  adjustmentMinor: orders.adjustmentMinor,
  goods: sql<string>`coalesce((
    SELECT string_agg(i.quantity || ' × ' || i.product_name || CASE WHEN i.variant_title = '' THEN '' ELSE ' (' || i.variant_title || ')' END, '; ' ORDER BY i.position)
    FROM ${orderItems} i WHERE i.order_id = "orders"."id"), '')`,
};

/** Every order the filters meet, newest first, in batches: memory stays the same however many there are. */
export async function* streamOrders(ctx: Context, filters: OrderFilters) {
  requireRole(ctx, 'staff');
  const { shop } = await getSettings(ctx);
  const where = whereOrders(filters, shop, ctx.now);
  let from: SQL | undefined;
  for (;;) {
    const rows = await ctx.db
      .select(exportColumns)
      .from(orders)
      .where(and(where, from))
      .orderBy(desc(orders.placedAt), desc(orders.id))
      .limit(BATCH);
    yield rows;
    const last = rows.at(-1);
    if (rows.length < BATCH || !last) return;
    from = after(last.placedAt.toISOString(), last.id);
  }
}
