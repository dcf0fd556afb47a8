import 'server-only';
import { and, eq, gte, inArray, lt, or, type SQL, sql } from 'drizzle-orm';
import type { OrderStatus } from '#db/enums';
import { orderItems, orders } from '#db/schema/orders';
import { type Context, requireRole } from '#lib/context';
import { countUpTo, pageWithTotal } from '#lib/count';
import { nameHas } from '#lib/name-search';
import { EXACT_FOUND, EXACT_TOTAL, type Page, pageWith } from '#lib/paging';
import { parsePhone } from '#lib/phone';
import { getSettings } from '#lib/settings/queries';
import {
  amountKey,
  beyond,
  type KeyReader,
  momentKey,
  orderBy,
  readCursor,
  textKey,
  writeCursor,
} from '#lib/sorted-cursor';
import { addDays, dayOf, momentAt } from '#lib/time';
import type { ListOrders, OrderFilters } from '../input.ts';
import type { OrderRowDto } from '../output.ts';
import { isOpen, OPEN_STATUSES } from '../rules.ts';
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

/**
 * Full number, today's number by its last digits, phone or its end, or words of the name. Each way has its index; that of
 * the name is left to the planner, because a name that many carry is found sooner by walking the list.
 */
function matching(q: string, shop: Shop, now: Date, areOpen: boolean): SQL | undefined {
  const number = eq(orders.orderNumber, q.toUpperCase().slice(0, 40));
  // What is open is little and has its own index: its names are read, not the years of everybody who is called the same.
  const name = areOpen ? '("orders"."customer_name" || \'\')' : '"orders"."customer_name"';
  if (!/^[\d\s()+./-]+$/.test(q)) return or(number, nameHas(name, q));
  const numbers = [q];
  if (/^\d{1,6}$/.test(q)) {
    const day = dayOf(now, shop.time_zone).replaceAll('-', '');
    numbers.push(`${shop.order_prefix}-${day}-${q.padStart(3, '0')}`);
  }
  const phone = parsePhone(q, shop.country);
  const digits = q.replace(/\D/g, '');
  const ways = numbers.map((one) => sql`select id from orders where order_number = ${one}`);
  if (phone) ways.push(sql`select id from orders where customer_phone = ${phone}`);
  // Callers say their last digits; those on file have the index for it.
  const isOnFile = phone ? sql`c.phone = ${phone}` : sql`c.phone like ${`%${digits}`}`;
  if (digits.length >= 4) {
    ways.push(sql`select o.id from customers c join orders o on o.customer_id = c.id where ${isOnFile}`);
  }
  return sql`${orders.id} in (${sql.join(ways, sql` union `)})`;
}

/** The filters as one condition. Days are days of the shop. */
export function whereOrders(filters: OrderFilters, shop: Shop, now: Date): SQL | undefined {
  const { status, payment_status, delivery_type, from, to, slot_id, customer_id, product_id, q } = filters;
  const conditions: (SQL | undefined)[] = [];
  if (status) conditions.push(inArray(orders.status, statusesOf(status)));
  if (payment_status) conditions.push(inArray(orders.paymentStatus, payment_status));
  if (delivery_type) conditions.push(eq(orders.deliveryType, delivery_type));
  if (from) conditions.push(gte(orders.placedAt, momentAt(from, '00:00', shop.time_zone)));
  if (to) conditions.push(lt(orders.placedAt, momentAt(addDays(to, 1), '00:00', shop.time_zone)));
  if (slot_id) conditions.push(eq(orders.slotId, slot_id));
  if (customer_id) conditions.push(eq(orders.customerId, customer_id));
  if (product_id) {
    conditions.push(sql`${orders.id} IN (SELECT i.order_id FROM ${orderItems} i WHERE i.product_id = ${product_id})`);
  }
  if (q) conditions.push(matching(q, shop, now, status !== undefined && statusesOf(status).every(isOpen)));
  return and(...conditions);
}

type Row = Parameters<typeof renderRow>[0];
type Sort = { column: SQL; readKey: KeyReader; keyOf: (row: Row) => string | number };

const byAge: Sort = {
  column: sql`${orders.placedAt}`,
  readKey: momentKey,
  keyOf: ({ placedAt }) => placedAt.toISOString(),
};
const byTotal: Sort = { column: sql`${orders.totalMinor}`, readKey: amountKey, keyOf: ({ totalMinor }) => totalMinor };
const byName: Sort = {
  column: sql`${orders.customerName}`,
  readKey: textKey,
  keyOf: ({ customerName }) => customerName,
};

function sortOf(sort: NonNullable<ListOrders['sort']>) {
  const word = sort.replace(/^-/, '');
  const chosen = word === 'total' ? byTotal : word === 'customer_name' ? byName : byAge;
  return { ...chosen, id: sql`${orders.id}`, isDescending: sort.startsWith('-') };
}

/** What a product was sold in is counted in its own index, unless something else is asked of the orders too. */
function countOrders(ctx: Context, { product_id, ...others }: OrderFilters, where: SQL | undefined) {
  return product_id !== undefined && Object.values(others).every((filter) => filter === undefined)
    ? countUpTo(ctx, sql`(select distinct order_id from order_items where product_id = ${product_id}::uuid) sold`)
    : countUpTo(ctx, sql`${orders} where ${where ?? sql`true`}`, others.q === undefined ? EXACT_TOTAL : EXACT_FOUND);
}

/** A page of orders, newest first unless `sort` says otherwise. Throws REQ_001 for a cursor of another list or sort. */
export async function listOrders(ctx: Context, input: ListOrders): Promise<Page<OrderRowDto>> {
  requireRole(ctx, 'staff');
  const { page, limit, cursor, sort = '-placed_at', ...filters } = input;
  const { shop } = await getSettings(ctx);
  const where = whereOrders(filters, shop, ctx.now);
  const sorted = sortOf(sort);
  const from = cursor === undefined ? null : readCursor(cursor, sort);
  const shown = ctx.db
    .select({ id: orders.id })
    .from(orders)
    .where(and(where, from ? beyond(sorted, from) : undefined))
    .orderBy(orderBy(sorted))
    .limit(limit + 1)
    .offset(from ? 0 : (page - 1) * limit)
    .as('shown');
  // Rows that a page leaves behind are not read in full.
  const read = async () =>
    ctx.db.select(rowColumns).from(shown).innerJoin(orders, eq(orders.id, shown.id)).orderBy(orderBy(sorted));
  const count = () => countOrders(ctx, filters, where);
  // What was searched for mostly fits on a page: looking it up twice would cost twice.
  const isFound = filters.q !== undefined && from === null && page === 1;
  const [rows, total] = isFound ? await pageWithTotal(read(), limit, count) : await Promise.all([read(), count()]);
  const items = rows.slice(0, limit);
  const last = rows.length > limit ? items.at(-1) : undefined;
  return pageWith(
    items.map(renderRow),
    { page, limit, ...total },
    last ? writeCursor({ s: sort, k: sorted.keyOf(last), i: last.id }) : null,
  );
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
  const sorted = sortOf('-placed_at');
  for (let from: SQL | undefined; ; ) {
    const rows = await ctx.db
      .select(exportColumns)
      .from(orders)
      .where(and(where, from))
      .orderBy(orderBy(sorted))
      .limit(BATCH);
    yield rows;
    const last = rows.at(-1);
    if (rows.length < BATCH || !last) return;
    from = beyond(sorted, { s: '-placed_at', k: sorted.keyOf(last), i: last.id });
  }
}
