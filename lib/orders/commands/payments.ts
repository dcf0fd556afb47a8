import 'server-only';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { newId } from '#db/columns';
import { orders, payments } from '#db/schema/orders';
import { actorRow, type Context, requireRole } from '#lib/context';
import { callFunction } from '#lib/database';
import type { Idempotency } from '#lib/idempotency';
import { getSettings } from '#lib/settings/queries';
import { dayOf } from '#lib/time';
import type { RecordPayment, SettlePayment } from '../input.ts';
import type { OrderDto } from '../output.ts';
import { readOrder } from '../queries/get-order.ts';
import { dueAfterRejection, optionOf, PAID_AHEAD } from '../rules/deadline.ts';
import { pathsTo } from '../rules.ts';
import { tellingChanges } from './telling-changes.ts';

export type PaymentResult = { order: OrderDto; payment_id: string; replayed: boolean };

const recorded = z.object({ payment_id: z.uuid(), order_id: z.uuid(), replayed: z.boolean() });
const settled = z.object({ order_id: z.uuid() });

/** How the shop accepts by itself, in the statement that books the money, what was to be paid ahead and now is. */
export const acceptance = (ctx: Context) => ({
  methods: PAID_AHEAD,
  paths: pathsTo('confirmed', 'system'),
  now: ctx.now,
});

/**
 * What `record_payment` takes. Without an amount it is all that is open, without a method the order's own. `accepts` is
 * false for a caller that moves the order itself.
 */
export async function paymentCall(
  ctx: Context,
  input: RecordPayment,
  { kind, accepts = true }: { kind: 'charge' | 'refund'; accepts?: boolean },
  idempotency: Idempotency | null,
) {
  const { shop } = await getSettings(ctx);
  return {
    payment: {
      id: newId(),
      order_id: input.order_id,
      kind,
      method: input.method,
      amount_minor: input.amount,
      reference: input.reference,
      note: input.note,
      booked_on: dayOf(ctx.now, shop.time_zone),
    },
    confirm: accepts && kind === 'charge' ? acceptance(ctx) : null,
    actor: actorRow(ctx),
    idempotency,
    version: input.version,
    request_id: ctx.requestId,
  };
}

async function recordAs(
  ctx: Context,
  input: RecordPayment,
  kind: 'charge' | 'refund',
  idempotency: Idempotency | null,
): Promise<PaymentResult> {
  const call = await paymentCall(ctx, input, { kind }, idempotency);
  const result = recorded.parse(await tellingChanges(ctx, input, () => callFunction(ctx, 'record_payment', call)));
  return {
    order: await readOrder(ctx, result.order_id, 'desk'),
    payment_id: result.payment_id,
    replayed: result.replayed,
  };
}

type Extra = { idempotency?: Idempotency | null };

/**
 * Records money received (`amount` in minor units, null = all that is due); a pending order that was to be paid ahead and
 * now is, is confirmed with it. Throws DB_002, ORD_002, PAY_002, REQ_002, REQ_003.
 */
export async function recordPayment(ctx: Context, input: RecordPayment, extra: Extra = {}): Promise<PaymentResult> {
  requireRole(ctx, 'staff');
  return recordAs(ctx, input, 'charge', extra.idempotency ?? null);
}

/** Records money given back (minor units, null = all that was paid). DB_002, PAY_003, REQ_002, REQ_003. */
export async function refundPayment(ctx: Context, input: RecordPayment, extra: Extra = {}): Promise<PaymentResult> {
  requireRole(ctx, 'staff');
  return recordAs(ctx, input, 'refund', extra.idempotency ?? null);
}

/** Until when the order of a claim that is being rejected may be paid; null where it has no deadline. */
async function secondDueAt(ctx: Context, paymentId: string): Promise<Date | null> {
  const [order] = await ctx.db
    .select({
      dueAt: orders.paymentDueAt,
      slotStartsAt: orders.slotStartsAt,
      paymentMethod: orders.paymentMethod,
      deliveryType: orders.deliveryType,
    })
    .from(payments)
    .innerJoin(orders, eq(orders.id, payments.orderId))
    .where(eq(payments.id, paymentId));
  if (!order || order.dueAt === null) return null;
  const option = optionOf((await getSettings(ctx)).payments.options, order);
  return dueAfterRejection({ due_hours: option?.due_hours ?? null }, ctx.now, { ...order, dueAt: order.dueAt });
}

async function settle(
  ctx: Context,
  { payment_id, note }: SettlePayment,
  to: 'confirmed' | 'rejected',
): Promise<OrderDto> {
  const { shop } = await getSettings(ctx);
  const result = await callFunction(ctx, 'settle_payment', {
    payment_id,
    to,
    note,
    booked_on: dayOf(ctx.now, shop.time_zone),
    payment_due_at: to === 'rejected' ? await secondDueAt(ctx, payment_id) : null,
    confirm: to === 'confirmed' ? acceptance(ctx) : null,
    actor: actorRow(ctx),
    request_id: ctx.requestId,
  });
  return readOrder(ctx, settled.parse(result).order_id, 'desk');
}

/**
 * The claimed payment has arrived; a pending order that was to be paid ahead and now is, is confirmed with it. Throws
 * DB_002, PAY_001 (already settled), PAY_002.
 */
export async function confirmPayment(ctx: Context, input: SettlePayment): Promise<OrderDto> {
  requireRole(ctx, 'staff');
  return settle(ctx, input, 'confirmed');
}

/**
 * The claimed payment did not arrive: the amount is due again, with a day more to pay it where the deadline is near or has
 * passed. The customer reads the note. Throws DB_002, PAY_001.
 */
export async function rejectPayment(ctx: Context, input: SettlePayment): Promise<OrderDto> {
  requireRole(ctx, 'staff');
  return settle(ctx, input, 'rejected');
}
