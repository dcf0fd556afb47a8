import 'server-only';
import { and, arrayContains, desc, eq, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm';
import { customers } from '#db/schema/customers';
import { orders } from '#db/schema/orders';
import { type Context, requireRole } from '#lib/context';
import { countUpTo } from '#lib/count';
import { fromMinor } from '#lib/money';
import { nameHas } from '#lib/name-search';
import type { OrderRowDto } from '#lib/orders/output';
import { dueMinor } from '#lib/orders/rules';
import { EXACT_FOUND, EXACT_TOTAL, type Page, pageOf, placeOf } from '#lib/paging';
import { partOf } from '#lib/part-of';
import { getSettings } from '#lib/settings/queries';
import type { ListCustomers } from './input.ts';
import type { AddressDto, CustomerDto, CustomerRowDto, CustomerSuggestionDto } from './output.ts';

const addressJson = sql`json_build_object('id', a.id, 'label', a.label, 'recipient_name', a.recipient_name,
  'street', a.street, 'city', a.city, 'postal_code', a.postal_code, 'country', a.country, 'notes', a.notes,
  'is_default', a.is_default)`;

const rowColumns = {
  id: customers.id,
  userId: customers.userId,
  name: customers.name,
  phone: customers.phone,
  email: customers.email,
  flags: customers.flags,
  tags: customers.tags,
  // One look at the orders of a customer, by index, for each row shown.
  history: sql<{ count: number; paidMinor: number; lastAt: string | null }>`(
    SELECT json_build_object('count', count(*) FILTER (WHERE o.status <> 'cancelled'),
      'paidMinor', coalesce(sum(o.paid_minor), 0), 'lastAt', max(o.placed_at))
    FROM orders o WHERE o.customer_id = "customers"."id")`,
  createdAt: customers.createdAt,
  updatedAt: customers.updatedAt,
  archivedAt: customers.archivedAt,
};

type Row = Pick<
  typeof customers.$inferSelect,
  'id' | 'userId' | 'name' | 'phone' | 'email' | 'flags' | 'tags' | 'createdAt' | 'updatedAt' | 'archivedAt'
> & { history: { count: number; paidMinor: number; lastAt: string | null } };

const renderRow = (row: Row): CustomerRowDto => ({
  id: row.id,
  name: row.name,
  phone: row.phone,
  email: row.email,
  flags: row.flags,
  tags: row.tags,
  has_login: row.userId !== null,
  order_count: row.history.count,
  total_spent: fromMinor(row.history.paidMinor),
  last_order_at: row.history.lastAt === null ? null : new Date(row.history.lastAt).toISOString(),
  created_at: row.createdAt.toISOString(),
  updated_at: row.updatedAt.toISOString(),
  archived_at: row.archivedAt?.toISOString() ?? null,
});

/** Words of the name, part of the address, or of a phone however it is spelled: callers say their last four digits. */
function matching(q: string): SQL | undefined {
  const typed = /^[\d\s()+./-]+$/.test(q) ? q.replace(/\D/g, '') : '';
  // A zero in front is the one of home, which is not kept, or the first of the last four.
  const digits = [...new Set([typed, typed.replace(/^0+/, '')])].filter((some) => some.length >= 3);
  return or(
    /\S/.test(q) ? nameHas('"customers"."name"', q) : undefined,
    partOf(sql`${customers.email}::text`, q),
    ...digits.map((some) => partOf(sql`${customers.phone}`, some)),
  );
}

/** A page of customers, newest first; archived ones on request. Throws REQ_001 for a foreign cursor. */
export async function listCustomers(ctx: Context, input: ListCustomers): Promise<Page<CustomerRowDto>> {
  requireRole(ctx, 'staff');
  const { q, flag, archived, page, limit, cursor } = input;
  const where = and(
    archived ? isNotNull(customers.archivedAt) : isNull(customers.archivedAt),
    // Of whom only the orders are left is found there.
    isNull(customers.anonymisedAt),
    q === undefined || q === '' ? undefined : matching(q),
    // Few have a flag: the index of those is found by its own condition.
    flag === undefined ? undefined : and(sql`${customers.flags} <> '{}'`, arrayContains(customers.flags, [flag])),
  );
  const from = placeOf(cursor);
  const after = from
    ? sql`(${customers.createdAt}, ${customers.id}) < (${from.at}::timestamptz, ${from.id}::uuid)`
    : undefined;
  const shown = ctx.db
    .select({ id: customers.id })
    .from(customers)
    .where(and(where, after))
    .orderBy(desc(customers.createdAt), desc(customers.id))
    .limit(limit + 1)
    .offset(from ? 0 : (page - 1) * limit)
    .as('shown');
  const [rows, total] = await Promise.all([
    // Rows that a page leaves behind are not read in full.
    ctx.db
      .select(rowColumns)
      .from(shown)
      .innerJoin(customers, eq(customers.id, shown.id))
      .orderBy(desc(customers.createdAt), desc(customers.id)),
    countUpTo(ctx, sql`${customers} where ${where}`, q ? EXACT_FOUND : EXACT_TOTAL),
  ]);
  const placeOfRow = ({ createdAt, id }: Row) => ({ at: createdAt, id });
  return pageOf(rows, { page, limit, ...total }, { toDto: renderRow, placeOfRow });
}

/** Of very many matches the newest are weighed: who calls has been here lately. */
const MOST_WEIGHED = 500;

const HISTORY = 20;

async function newestOrders(ctx: Context, customerId: string): Promise<OrderRowDto[]> {
  const rows = await ctx.db
    .select({
      id: orders.id,
      order_number: orders.orderNumber,
      status: orders.status,
      payment_status: orders.paymentStatus,
      payment_method: orders.paymentMethod,
      channel: orders.channel,
      delivery_type: orders.deliveryType,
      preferred_time: orders.preferredTime,
      customer_id: orders.customerId,
      customer_name: orders.customerName,
      customer_phone: orders.customerPhone,
      currency: orders.currency,
      version: orders.version,
      placedAt: orders.placedAt,
      totalMinor: orders.totalMinor,
      paidMinor: orders.paidMinor,
      item_count: sql<number>`(SELECT coalesce(sum(i.quantity), 0)::int FROM order_items i WHERE i.order_id = "orders"."id")`,
    })
    .from(orders)
    .where(eq(orders.customerId, customerId))
    .orderBy(desc(orders.placedAt))
    .limit(HISTORY);
  return rows.map(({ placedAt, totalMinor, paidMinor, ...row }) => ({
    ...row,
    slot: null,
    total: fromMinor(totalMinor),
    total_amount: fromMinor(totalMinor),
    paid: fromMinor(paidMinor),
    due: fromMinor(dueMinor({ status: row.status, paymentStatus: row.payment_status, totalMinor, paidMinor })),
    placed_at: placedAt.toISOString(),
  }));
}

/** One customer with addresses, totals and the newest twenty orders; archived ones too. Null when there is none. */
export async function getCustomer(ctx: Context, { customer_id }: { customer_id: string }): Promise<CustomerDto | null> {
  requireRole(ctx, 'staff');
  const [[row], history, { shop }] = await Promise.all([
    ctx.db
      .select({
        ...rowColumns,
        notes: customers.notes,
        anonymisedAt: customers.anonymisedAt,
        phoneVerifiedAt: customers.phoneVerifiedAt,
        addresses: sql<AddressDto[] | null>`(
          SELECT json_agg(${addressJson} ORDER BY a.is_default DESC, a.created_at, a.id)
          FROM addresses a WHERE a.customer_id = "customers"."id")`,
      })
      .from(customers)
      .where(eq(customers.id, customer_id)),
    newestOrders(ctx, customer_id),
    getSettings(ctx),
  ]);
  if (!row) return null;
  return {
    ...renderRow(row),
    currency: shop.currency,
    phone_verified_at: row.phoneVerifiedAt?.toISOString() ?? null,
    notes: row.notes,
    erased_at: row.anonymisedAt?.toISOString() ?? null,
    addresses: row.addresses ?? [],
    orders: history,
  };
}

/** Who might be calling: the best matches of a name, phone or address, for the desk's phone order. */
export async function suggestCustomers(
  ctx: Context,
  { q, limit = 8 }: { q: string; limit?: number },
): Promise<CustomerSuggestionDto[]> {
  requireRole(ctx, 'staff');
  const wanted = q.trim().slice(0, 100);
  if (wanted.length < 2) return [];
  const found = ctx.db
    .select({ id: customers.id, name: customers.name, createdAt: customers.createdAt })
    .from(customers)
    .where(and(isNull(customers.archivedAt), matching(wanted)))
    // Spelled as no index has it, or the planner walks the list of everybody until so many are met.
    .orderBy(desc(sql`${customers.createdAt} + interval '0'`), desc(customers.id))
    .limit(MOST_WEIGHED)
    .as('found');
  // Addresses are read of those that are shown.
  const best = ctx.db
    .select({ id: found.id, likeness: sql<number>`similarity(${found.name}, ${wanted})`.as('likeness') })
    .from(found)
    .orderBy(desc(sql`likeness`), desc(found.createdAt))
    .limit(Math.min(limit, 20))
    .as('best');
  const rows = await ctx.db
    .select({
      id: customers.id,
      name: customers.name,
      phone: customers.phone,
      email: customers.email,
      flags: customers.flags,
      address: sql<AddressDto | null>`(
        SELECT ${addressJson} FROM addresses a WHERE a.customer_id = "customers"."id"
        ORDER BY a.is_default DESC, a.created_at DESC LIMIT 1)`,
    })
    .from(best)
    .innerJoin(customers, eq(customers.id, best.id))
    .orderBy(desc(best.likeness), desc(customers.createdAt));
  return rows;
}
