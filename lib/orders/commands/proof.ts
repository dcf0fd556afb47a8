import 'server-only';
import type { Context } from '#lib/context';
import { DomainError } from '#lib/errors';
import type { Idempotency } from '#lib/idempotency';
import { takeLimit } from '#lib/kv/limits';
import { discardPrivateFile, type PrivateFile, storePrivateFile } from '#lib/media/private-files';

/** What the doors of a claim know beside its body. */
export type ClaimExtra = {
  /** Of the signed link. */
  key: string | null;
  idempotency?: Idempotency | null;
  /** A picture or PDF of the transfer, as it was uploaded. */
  proof?: Buffer | null;
};

/** Each is decoded and stored before the claim is judged; nobody has that many for one order. */
const PROOFS_PER_SUBJECT = { limit: 20, windowSeconds: 60 * 60 };

/**
 * Claims with a stored proof, or without one: its file stays where the claim refers to it. `subjectId` is the order or
 * booking. Throws RATE_001, FILE_001 and FILE_002 for a proof that is no picture or PDF, or too large.
 */
export async function claimWithProof<T extends { is_proof_kept: boolean }>(
  ctx: Context,
  { subjectId, file }: { subjectId: string; file: Buffer | null },
  claim: (stored: PrivateFile | null) => Promise<T>,
): Promise<T> {
  // Open to everybody: whoever calls has looked at the proof of who it is.
  if (file === null) return claim(null);
  await takeLimit(ctx, { name: 'payment-proof', subject: subjectId, ...PROOFS_PER_SUBJECT });
  const stored = await storePrivateFile(file, ctx.now);
  try {
    const result = await claim(stored);
    if (!result.is_proof_kept) await discardPrivateFile(stored);
    return result;
  } catch (error) {
    // A refusal has written nothing. After any other failure the row may be there, and then its file must be.
    if (error instanceof DomainError && error.code !== 'DB_001') await discardPrivateFile(stored);
    throw error;
  }
}
