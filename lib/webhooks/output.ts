import { z } from 'zod';
import { DELIVERY_STATUSES, WEBHOOK_ENDS } from '#db/enums';
import { bookingOutput } from '#lib/events/booking-output';
import { orderOutput } from '#lib/orders/output';
import { adjustedStockOutput } from '#lib/stock/output';
import { WEBHOOK_STATES } from './rules.ts';

const moment = z.iso.datetime();

export const webhookOutput = z.object({
  id: z.uuid(),
  url: z.string(),
  description: z.string(),
  events: z.array(z.string()),
  is_active: z.boolean(),
  state: z.enum(WEBHOOK_STATES).describe('`switched_off`: by the shop, after a day in which nothing arrived'),
  disabled_at: moment.nullable(),
  disabled_reason: z.enum(WEBHOOK_ENDS).nullable(),
  failing_since: moment.nullable(),
  created_at: moment,
  updated_at: moment,
});
export type WebhookDto = z.output<typeof webhookOutput>;

export const newWebhookOutput = webhookOutput.extend({
  secret: z.string().describe('Signs every request; shown this once'),
});
export type NewWebhookDto = z.output<typeof newWebhookOutput>;

export const webhookBodyOutput = z.object({
  id: z.uuid().describe('The same whenever it is sent again'),
  event: z.string(),
  created_at: moment,
  data: z.record(z.string(), z.unknown()).describe('The order or booking, the payments of one, or the stock'),
});

export const deliveryOutput = z.object({
  id: z.uuid(),
  endpoint_id: z.uuid(),
  url: z.string(),
  event: z.string(),
  status: z.enum(DELIVERY_STATUSES),
  attempts: z.int(),
  response_code: z.int().nullable(),
  error: z.string().nullable(),
  payload: webhookBodyOutput.describe('The body as it is sent'),
  created_at: moment,
  next_attempt_at: moment.nullable(),
  delivered_at: moment.nullable(),
});
export type DeliveryDto = z.output<typeof deliveryOutput>;

/** `data` of `payment.changed`. */
export const paymentDataOutput = orderOutput
  .pick({ order_number: true, status: true, payment_status: true, total: true, paid: true, due: true, currency: true })
  .extend({ order_id: z.uuid(), payments: orderOutput.shape.payments });

/** `data` of `payment.changed` where it was paid for an event. */
export const bookingPaymentDataOutput = bookingOutput
  .pick({ booking_number: true, status: true, quoted: true, deposit: true, paid: true, due: true, currency: true })
  .extend({ booking_id: z.uuid(), payments: bookingOutput.shape.payments });

/** `data` of `stock.low`. */
export const stockDataOutput = adjustedStockOutput.extend({
  product_name: z.string(),
  variant_title: z.string(),
  sku: z.string().nullable(),
  low_stock_threshold: z.int().nullable(),
});
