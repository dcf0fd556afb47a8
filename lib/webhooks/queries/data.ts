import 'server-only';
import { eq } from 'drizzle-orm';
import { products, productVariants } from '#db/schema/catalog';
import type { Context } from '#lib/context';
import { bookingOutput } from '#lib/events/booking-output';
import { readBooking } from '#lib/events/queries/bookings';
import type { EventInput } from '#lib/jobs/event';
import { orderOutput } from '#lib/orders/output';
import { readOrder } from '#lib/orders/queries/get-order';
import { listFalls } from '#lib/stock/queries/list-falls';
import { bookingPaymentDataOutput, paymentDataOutput, stockDataOutput } from '../output.ts';
import type { WebhookEvent } from '../rules.ts';

/** One thing to tell: which event, about which order or variant, and how to say it. */
export type Cause = {
  event: WebhookEvent;
  subjectId: string;
  read: (ctx: Context) => Promise<Record<string, unknown>>;
};

const order = async (ctx: Context, id: string) => orderOutput.parse(await readOrder(ctx, id, 'desk'));

const payments = async (ctx: Context, id: string) =>
  paymentDataOutput.parse({ ...(await readOrder(ctx, id, 'desk')), order_id: id });

const booking = async (ctx: Context, id: string) => bookingOutput.parse(await readBooking(ctx, id, 'desk'));

const bookingPayments = async (ctx: Context, id: string) =>
  bookingPaymentDataOutput.parse({ ...(await readBooking(ctx, id, 'desk')), booking_id: id });

async function stock(ctx: Context, variantId: string, left: number) {
  const [row] = await ctx.db
    .select({
      product_id: products.id,
      slug: products.slug,
      product_name: products.name,
      variant_title: productVariants.title,
      sku: productVariants.sku,
      low_stock_threshold: productVariants.lowStockThreshold,
    })
    .from(productVariants)
    .innerJoin(products, eq(products.id, productVariants.productId))
    .where(eq(productVariants.id, variantId));
  return stockDataOutput.parse({ ...row, variant_id: variantId, stock_quantity: left });
}

/** What an event of the shop means to other programs. Said in the shapes of the API, as things are when it is read. */
export async function causesOf(ctx: Context, event: EventInput): Promise<Cause[]> {
  const { topic, entity_id: id } = event;
  const causes: Cause[] = [];
  if (topic === 'order.placed' || topic === 'order.status_changed') {
    causes.push({ event: topic, subjectId: id, read: (at) => order(at, id) });
  }
  if (topic === 'booking.requested' || topic === 'booking.status_changed') {
    causes.push({ event: topic, subjectId: id, read: (at) => booking(at, id) });
  }
  if (topic === 'payment.changed') {
    // Of an order, or of a booking.
    const read = 'booking_id' in event.payload ? bookingPayments : payments;
    causes.push({ event: topic, subjectId: id, read: (at) => read(at, id) });
  }
  if (topic === 'order.placed' || topic === 'order.changed' || topic === 'stock.changed') {
    for (const { variant_id: variantId, balance_after: left } of await listFalls(ctx, event)) {
      causes.push({ event: 'stock.low', subjectId: variantId, read: (at) => stock(at, variantId, left) });
    }
  }
  return causes;
}
