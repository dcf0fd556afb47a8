import 'server-only';
import { asc, desc, eq, sql } from 'drizzle-orm';
import { users } from '#db/schema/auth';
import { addresses, customers } from '#db/schema/customers';
import { orderItems, orders } from '#db/schema/orders';
import { type Context, requireCustomer } from '#lib/context';
import { DomainError } from '#lib/errors';
import { rowColumns } from '#lib/orders/queries/columns';
import { renderRow } from '#lib/orders/queries/render';
import { numberedPage, type Page, wholeList } from '#lib/paging';
import { formatPhone } from '#lib/phone';
import type { ListOwnOrders } from './input.ts';
import type { AccountDto, OwnOrderDto, Prefill } from './output.ts';

/** Who is signed in, with their addresses, the default one first. Throws AUTH_002. */
export async function getAccount(ctx: Context): Promise<AccountDto> {
  const { customerId } = requireCustomer(ctx);
  const [[row], places] = await Promise.all([
    ctx.db
      .select({
        id: customers.id,
        name: customers.name,
        email: customers.email,
        phone: customers.phone,
        verifiedAt: customers.phoneVerifiedAt,
        optInAt: customers.marketingOptInAt,
        userId: customers.userId,
        login: users.email,
      })
      .from(customers)
      .leftJoin(users, eq(users.id, customers.userId))
      .where(eq(customers.id, customerId)),
    ctx.db
      .select({
        id: addresses.id,
        label: addresses.label,
        recipient_name: addresses.recipientName,
        street: addresses.street,
        city: addresses.city,
        postal_code: addresses.postalCode,
        country: addresses.country,
        notes: addresses.notes,
        is_default: addresses.isDefault,
      })
      .from(addresses)
      .where(eq(addresses.customerId, customerId))
      .orderBy(desc(addresses.isDefault), asc(addresses.createdAt), asc(addresses.id)),
  ]);
  if (!row) throw new DomainError('AUTH_002');
  return {
    id: row.id,
    name: row.name,
    email: row.login ?? row.email,
    phone: row.phone,
    phone_verified_at: row.verifiedAt?.toISOString() ?? null,
    marketing: row.optInAt !== null,
    has_password: row.userId !== null,
    addresses: places,
  };
}

/** One's own addresses, the default one first. Throws AUTH_002. */
export async function listOwnAddresses(ctx: Context): Promise<Page<AccountDto['addresses'][number]>> {
  requireCustomer(ctx);
  const { addresses: items } = await getAccount(ctx);
  return wholeList(items);
}

const goods = sql<OwnOrderDto['items'] | null>`(
  SELECT json_agg(json_build_object('variant_id', i.variant_id, 'product_name', i.product_name,
    'variant_title', i.variant_title, 'quantity', i.quantity) ORDER BY i.position)
  FROM ${orderItems} i WHERE i.order_id = "orders"."id")`;

/** One's own orders, newest first. Throws AUTH_002. */
export async function listOwnOrders(ctx: Context, { page, limit }: ListOwnOrders): Promise<Page<OwnOrderDto>> {
  const { customerId } = requireCustomer(ctx);
  const own = eq(orders.customerId, customerId);
  const [rows, [counted]] = await Promise.all([
    ctx.db
      .select({ ...rowColumns, goods })
      .from(orders)
      .where(own)
      .orderBy(desc(orders.placedAt), desc(orders.id))
      .limit(limit)
      .offset((page - 1) * limit),
    ctx.db.select({ total: sql<number>`count(*)::int` }).from(orders).where(own),
  ]);
  const items = rows.map(({ goods: bought, ...row }) => ({ ...renderRow(row), items: bought ?? [] }));
  return numberedPage(items, { page, limit, total: counted?.total ?? 0 });
}

/** What the checkout need not ask somebody who is signed in; null for anybody else. */
export async function getPrefill(ctx: Context): Promise<Prefill | null> {
  // Open to everybody: of a visitor it knows nothing.
  if (ctx.actor.kind !== 'customer') return null;
  const { name, email, phone, addresses: places } = await getAccount(ctx);
  const [first] = places;
  return {
    name,
    email,
    phone: phone === null ? null : formatPhone(phone),
    address: first?.is_default
      ? { street: first.street, city: first.city, postal_code: first.postal_code, notes: first.notes }
      : null,
  };
}
