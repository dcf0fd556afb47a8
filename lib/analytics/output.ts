import { z } from 'zod';
import { DELIVERY_TYPES, ORDER_STATUSES } from '#db/enums';
import { orderRowOutput } from '#lib/orders/output';

const money = z.number().describe('Major units');

export const dashboardOutput = z.object({
  total_orders: z.int().describe('All orders but cancelled ones'),
  pending_payments: z.int().describe('Orders not cancelled whose payment is unpaid, submitted or partial'),
  total_revenue: money.describe('Confirmed charges less confirmed refunds'),
  orders_by_status: z.record(z.enum(ORDER_STATUSES), z.int()),
  currency: z.string(),
  today: z.object({ day: z.iso.date(), orders: z.int(), sold: money, revenue: money }),
  trend: z
    .array(z.object({ day: z.iso.date(), orders: z.int(), sold: money, revenue: money }))
    .describe('The last days up to today, days without orders included'),
  top_products: z.array(
    z.object({ product_id: z.uuid(), name: z.string(), slug: z.string(), quantity: z.int(), sold: money }),
  ),
  low_stock: z.array(
    z.object({
      product_id: z.uuid(),
      variant_id: z.uuid(),
      name: z.string(),
      variant_title: z.string(),
      stock_quantity: z.int(),
      low_stock_threshold: z.int(),
    }),
  ),
  low_stock_count: z.int(),
  slots_filling: z
    .array(
      z.object({
        slot_id: z.uuid(),
        location: z.object({ id: z.uuid(), name: z.string() }),
        method: z.enum(DELIVERY_TYPES),
        day: z.iso.date(),
        starts_at: z.iso.datetime(),
        ends_at: z.iso.datetime(),
        booked_orders: z.int(),
        capacity_orders: z.int().nullable(),
        fill: z.number().describe('1 is full'),
      }),
    )
    .describe('Slots of today and tomorrow that are not over and at least four fifths full'),
  waiting_orders: z.array(orderRowOutput).describe('Pending, the oldest first'),
  waiting_orders_count: z.int(),
  submitted_payments: z.array(
    z.object({
      payment_id: z.uuid(),
      order_id: z.uuid().nullable(),
      order_number: z.string().nullable(),
      booking_id: z.uuid().nullable(),
      booking_number: z.string().nullable(),
      customer_name: z.string(),
      amount: money,
      reference: z.string().nullable(),
      created_at: z.iso.datetime(),
    }),
  ),
});

export type DashboardDto = z.infer<typeof dashboardOutput>;
