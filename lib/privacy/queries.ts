import 'server-only';
import { and, asc, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import { customers } from '#db/schema/customers';
import { orders, payments } from '#db/schema/orders';
import { type Context, requireCustomer, requireRole } from '#lib/context';
import { DomainError } from '#lib/errors';
import type { PersonRef } from './input.ts';

/** Orders that are not handed over yet, or with a payment that nobody has checked; the oldest first. */
async function openOrders(ctx: Context, customerId: string) {
  return ctx.db
    .select({ id: orders.id, order_number: orders.orderNumber })
    .from(orders)
    .innerJoin(customers, eq(customers.id, orders.customerId))
    .where(
      and(
        or(eq(customers.id, customerId), eq(customers.mergedInto, customerId)),
        or(
          sql`${orders.status} NOT IN ('completed', 'cancelled')`,
          inArray(
            orders.id,
            ctx.db.select({ id: payments.orderId }).from(payments).where(eq(payments.status, 'submitted')),
          ),
        ),
      ),
    )
    .orderBy(asc(orders.placedAt));
}

/** What stands between the caller and being forgotten, and how they say that they mean it. Throws AUTH_002. */
export async function getOwnErasure(ctx: Context) {
  const { customerId } = requireCustomer(ctx);
  const [[self], open] = await Promise.all([
    ctx.db
      .select({ userId: customers.userId, phone: customers.phone })
      .from(customers)
      .where(and(eq(customers.id, customerId), isNull(customers.anonymisedAt))),
    openOrders(ctx, customerId),
  ]);
  if (!self) throw new DomainError('AUTH_002');
  return { has_password: self.userId !== null, phone: self.phone, open_orders: open };
}

/** For admins: the orders that hold back erasing a customer. */
export async function listOpenOrdersOf(ctx: Context, { customer_id }: PersonRef) {
  requireRole(ctx, 'admin');
  return openOrders(ctx, customer_id);
}
