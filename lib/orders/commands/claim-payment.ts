import 'server-only';
import { z } from 'zod';
import { newId } from '#db/columns';
import { actorRow, type Context } from '#lib/context';
import { callFunction } from '#lib/database';
import { DomainError } from '#lib/errors';
import type { Idempotency } from '#lib/idempotency';
import { takeLimit } from '#lib/kv/limits';
import { discardPrivateFile, type PrivateFile, storePrivateFile } from '#lib/media/private-files';
import type { ClaimPayment } from '../input.ts';
import { findOwnOrder, readOrder } from '../queries/get-order.ts';
import { isPaidAhead } from '../rules/deadline.ts';
import type { PaymentResult } from './payments.ts';

/** What the doors know beside the body. */
export type ClaimExtra = {
  /** Of the order's signed link. */
  key: string | null;
  idempotency?: Idempotency | null;
  /** A picture or PDF of the transfer, as it was uploaded. */
  proof?: Buffer | null;
};

const claimed = z.object({
  payment_id: z.uuid(),
  order_id: z.uuid(),
  is_proof_kept: z.boolean(),
  replayed: z.boolean(),
});

/** Each is decoded and stored before the claim is judged; nobody has that many for one order. */
const PROOFS_PER_ORDER = { limit: 20, windowSeconds: 60 * 60 };

async function storeProof(ctx: Context, orderId: string, file: Buffer): Promise<PrivateFile> {
  await takeLimit(ctx, { name: 'payment-proof', subject: orderId, ...PROOFS_PER_ORDER });
  return storePrivateFile(file, ctx.now);
}

/**
 * The customer says that the order is paid (`amount` in minor units, null = all that is due), with a proof or without.
 * One claim is open at a time: a second one adds the proof or the reference that the first came without. Throws DB_002,
 * ORD_002, PAY_001 (paid at hand-over; or another claim is open: `status`, `what`), PAY_002, REQ_003, RATE_001, and
 * FILE_001 and FILE_002 for a proof that is no picture or PDF, or too large.
 */
export async function claimPayment(
  ctx: Context,
  { order_number, amount, reference }: ClaimPayment,
  { key, idempotency = null, proof = null }: ClaimExtra,
): Promise<PaymentResult> {
  // Open to everybody: the order's key, or the session of its owner, is the proof.
  const order = await findOwnOrder(ctx, { order_number, key });
  if (!order) throw new DomainError('DB_002');
  // Cash and cards change hands at the counter, where staff record them.
  if (!isPaidAhead(order.paymentMethod)) throw new DomainError('PAY_001', { method: order.paymentMethod });
  // Whoever holds the key acts as the customer, also a member of staff who opened the link.
  const actor = ctx.actor.kind === 'customer' ? actorRow(ctx) : { kind: 'visitor', id: null };
  const stored = proof && (await storeProof(ctx, order.id, proof));
  try {
    const result = claimed.parse(
      await callFunction(ctx, 'claim_payment', {
        claim: { id: newId(), order_id: order.id, amount_minor: amount, reference },
        proof: stored,
        actor,
        idempotency,
      }),
    );
    if (stored && !result.is_proof_kept) await discardPrivateFile(stored);
    const { payment_id, order_id, replayed } = result;
    return { order: await readOrder(ctx, order_id, 'customer'), payment_id, replayed };
  } catch (error) {
    // A refusal has written nothing. After any other failure the row may be there, and then its file must be.
    if (stored && error instanceof DomainError && error.code !== 'DB_001') await discardPrivateFile(stored);
    throw error;
  }
}
