import 'server-only';
import { z } from 'zod';
import { newId } from '#db/columns';
import { actorRow, type Context, requireRole } from '#lib/context';
import { callFunction } from '#lib/database';
import { DomainError } from '#lib/errors';
import { getSettings } from '#lib/settings/queries';
import { dayOf } from '#lib/time';
import type { ClaimPayment, RecordPayment, SettlePayment } from '../input.ts';
import type { OrderDto } from '../output.ts';
import { findOwnOrder, readOrder } from '../queries/get-order.ts';
import type { Idempotency } from './commit-order.ts';

export type PaymentResult = { order: OrderDto; payment_id: string; replayed: boolean };

const recorded = z.object({ payment_id: z.uuid(), order_id: z.uuid(), replayed: z.boolean() });
const settled = z.object({ order_id: z.uuid() });

/** What `record_payment` takes. Without an amount it is all that is open, without a method the order's own. */
export async function paymentCall(
  ctx: Context,
  input: RecordPayment,
  { kind, status }: { kind: 'charge' | 'refund'; status: 'confirmed' | 'submitted' },
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
      status,
      reference: input.reference,
      note: input.note,
      booked_on: dayOf(ctx.now, shop.time_zone),
    },
    actor: actorRow(ctx),
    idempotency,
    version: input.version,
    request_id: ctx.requestId,
  };
}

async function recordAs(
  ctx: Context,
  input: RecordPayment,
  as: { kind: 'charge' | 'refund'; status: 'confirmed' | 'submitted'; view: 'desk' | 'customer' },
  idempotency: Idempotency | null,
): Promise<PaymentResult> {
  const result = recorded.parse(
    await callFunction(ctx, 'record_payment', await paymentCall(ctx, input, as, idempotency)),
  );
  return {
    order: await readOrder(ctx, result.order_id, as.view),
    payment_id: result.payment_id,
    replayed: result.replayed,
  };
}

type Extra = { idempotency?: Idempotency | null };

/** Records money received (`amount` in minor units, null = all that is due). DB_002, ORD_002, PAY_002, REQ_002, REQ_003. */
export async function recordPayment(ctx: Context, input: RecordPayment, extra: Extra = {}): Promise<PaymentResult> {
  requireRole(ctx, 'staff');
  return recordAs(ctx, input, { kind: 'charge', status: 'confirmed', view: 'desk' }, extra.idempotency ?? null);
}

/** Records money given back (minor units, null = all that was paid). DB_002, PAY_003, REQ_002, REQ_003. */
export async function refundPayment(ctx: Context, input: RecordPayment, extra: Extra = {}): Promise<PaymentResult> {
  requireRole(ctx, 'staff');
  return recordAs(ctx, input, { kind: 'refund', status: 'confirmed', view: 'desk' }, extra.idempotency ?? null);
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
    actor: actorRow(ctx),
    request_id: ctx.requestId,
  });
  return readOrder(ctx, settled.parse(result).order_id, 'desk');
}

/** The claimed payment has arrived. Throws DB_002, PAY_001 (already settled), PAY_002. */
export async function confirmPayment(ctx: Context, input: SettlePayment): Promise<OrderDto> {
  requireRole(ctx, 'staff');
  return settle(ctx, input, 'confirmed');
}

/** The claimed payment did not arrive; the order is open again. Throws DB_002, PAY_001. */
export async function rejectPayment(ctx: Context, input: SettlePayment): Promise<OrderDto> {
  requireRole(ctx, 'staff');
  return settle(ctx, input, 'rejected');
}

/** The customer says the money is on its way. Throws DB_002, ORD_002, PAY_001 (paid at hand-over), PAY_002. */
export async function claimPayment(
  ctx: Context,
  { order_number, amount, reference }: ClaimPayment,
  extra: Extra & { key: string | null },
): Promise<PaymentResult> {
  // Open to everybody: the order's key, or the session of its owner, is the proof.
  const order = await findOwnOrder(ctx, { order_number, key: extra.key });
  if (!order) throw new DomainError('DB_002');
  // Cash and cards change hands at the counter, where staff record them.
  if (order.paymentMethod === 'cash' || order.paymentMethod === 'card_terminal') {
    throw new DomainError('PAY_001', { method: order.paymentMethod });
  }
  const input: RecordPayment = { order_id: order.id, amount, method: null, reference, note: null, version: null };
  return recordAs(ctx, input, { kind: 'charge', status: 'submitted', view: 'customer' }, extra.idempotency ?? null);
}
