import 'server-only';
import { and, eq, gt } from 'drizzle-orm';
import { idempotencyKeys } from '#db/schema/auth';
import type { Context } from './context.ts';
import { DomainError } from './errors.ts';

/** Claimed inside the statement that writes; `hash` tells two requests under one key apart. */
export type Idempotency = { scope: string; key: string; hash: string };

/** What the first success under this key was stored as, or null. Throws REQ_003 for another body. */
export async function findFirstResult(ctx: Context, { scope, key, hash }: Idempotency): Promise<unknown> {
  const [row] = await ctx.db
    .select({ requestHash: idempotencyKeys.requestHash, result: idempotencyKeys.result })
    .from(idempotencyKeys)
    .where(and(eq(idempotencyKeys.scope, scope), eq(idempotencyKeys.key, key), gt(idempotencyKeys.expiresAt, ctx.now)));
  if (!row) return null;
  if (row.requestHash !== hash) throw new DomainError('REQ_003');
  return row.result;
}
