import 'server-only';
import { z } from 'zod';
import { newId } from '#db/columns';
import { actorRow, type Context } from '#lib/context';
import { callFunction } from '#lib/database';
import { DomainError } from '#lib/errors';
import type { ClaimPayment } from '../input.ts';
import { findOwnOrder, readOrder } from '../queries/get-order.ts';
import { isPaidAhead } from '../rules/deadline.ts';
import type { PaymentResult } from './payments.ts';
import { type ClaimExtra, claimWithProof } from './proof.ts';

const claimed = z.object({
  payment_id: z.uuid(),
  order_id: z.uuid(),
  is_proof_kept: z.boolean(),
  replayed: z.boolean(),
});

/**
 * The customer says that the order is paid (`amount` in minor units, null = all that is due), with a proof or without.
 * One claim is open at a time: a second one adds the proof or the reference that the first came without. Throws DB_002,
 * ORD_002, PAY_001 (paid at hand-over; or another claim is open: `status`, `what`), PAY_002, REQ_003, RATE_001, and
 * FILE_001 and FILE_002 for a proof that is no picture or PDF, or too large.
 */
export async function claimPayment(
  ctx: Context,
  { order_number, amount, reference }: ClaimPayment,
  { key, idempotency = null, proof: file = null }: ClaimExtra,
): Promise<PaymentResult> {
  // Open to everybody: the order's key, or the session of its owner, is the proof.
  const order = await findOwnOrder(ctx, { order_number, key });
  if (!order) throw new DomainError('DB_002');
  // Cash and cards change hands at the counter, where staff record them.
  if (!isPaidAhead(order.paymentMethod)) throw new DomainError('PAY_001', { method: order.paymentMethod });
  // Whoever holds the key acts as the customer, also a member of staff who opened the link.
  const actor = ctx.actor.kind === 'customer' ? actorRow(ctx) : { kind: 'visitor', id: null };
  const claim = { id: newId(), order_id: order.id, amount_minor: amount, reference };
  const { order_id, payment_id, replayed } = await claimWithProof(ctx, { subjectId: order.id, file }, async (proof) =>
    claimed.parse(await callFunction(ctx, 'claim_payment', { claim, proof, actor, idempotency })),
  );
  return { order: await readOrder(ctx, order_id, 'customer'), payment_id, replayed };
}
