import 'server-only';
import { and, asc, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import { customers } from '#db/schema/customers';
import { bookings } from '#db/schema/events';
import { orders, payments } from '#db/schema/orders';
import { type Context, requireCustomer, requireRole } from '#lib/context';
import { DomainError } from '#lib/errors';
import { OPEN_BOOKINGS } from '#lib/events/booking-rules';
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

/** Events that are not over yet, or with a payment that nobody has checked; the next one first. */
const openBookings = (ctx: Context, customerId: string) =>
  ctx.db
    .select({ id: bookings.id, booking_number: bookings.bookingNumber })
    .from(bookings)
    .innerJoin(customers, eq(customers.id, bookings.customerId))
    .where(
      and(
        or(eq(customers.id, customerId), eq(customers.mergedInto, customerId)),
        or(
          inArray(bookings.status, OPEN_BOOKINGS),
          inArray(
            bookings.id,
            ctx.db.select({ id: payments.bookingId }).from(payments).where(eq(payments.status, 'submitted')),
          ),
        ),
      ),
    )
    .orderBy(asc(bookings.eventDate));

/** What stands between the caller and being forgotten, and how they say that they mean it. Throws AUTH_002. */
export async function getOwnErasure(ctx: Context) {
  const { customerId } = requireCustomer(ctx);
  const [[self], open, booked] = await Promise.all([
    ctx.db
      .select({ userId: customers.userId, phone: customers.phone })
      .from(customers)
      .where(and(eq(customers.id, customerId), isNull(customers.anonymisedAt))),
    openOrders(ctx, customerId),
    openBookings(ctx, customerId),
  ]);
  if (!self) throw new DomainError('AUTH_002');
  return { has_password: self.userId !== null, phone: self.phone, open_orders: open, open_bookings: booked };
}

/** For admins: the orders that hold back erasing a customer. */
export async function listOpenOrdersOf(ctx: Context, { customer_id }: PersonRef) {
  requireRole(ctx, 'admin');
  return openOrders(ctx, customer_id);
}

/** For admins: the bookings that hold back erasing a customer. */
export async function listOpenBookingsOf(ctx: Context, { customer_id }: PersonRef) {
  requireRole(ctx, 'admin');
  return openBookings(ctx, customer_id);
}
