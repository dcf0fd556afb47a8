import 'server-only';
import { recordAudit } from '#lib/audit/commands';
import type { Context, StaffActor } from '#lib/context';
import { env } from '#lib/env';
import { DomainError } from '#lib/errors';
import { runtime } from '#lib/runtime';
import { createLimiter } from '#lib/server/limiter';
import type { Contract } from './contract.ts';
import { scopeOf } from './scope-of.ts';

const LIMIT = 100;

/** One key from any number of addresses; each address has its own limit besides. Throws RATE_001. */
export function takeKeyLimit(id: string): void {
  if (!env().RATE_LIMITS) return;
  const shared = runtime();
  shared.keyLimiter ??= createLimiter(LIMIT, 60_000, { share: shared.shareHits?.('key') });
  const { allowed, limit, resetSeconds } = shared.keyLimiter(id);
  if (!allowed) throw new DomainError('RATE_001', { limit, retry_after: resetSeconds });
}

/**
 * The actor as which a key comes to this endpoint: staff, an admin where its scopes say so. Null where no scope is
 * asked for: what everybody may do, a key does as everybody. Throws AUTH_003 with the `scope` that is missing; null as
 * the scope means that no key may.
 */
export function actorOfKey(actor: StaffActor, contract: Contract): StaffActor | null {
  if (contract.access !== 'staff' && contract.access !== 'admin') return null;
  const scope = scopeOf(contract);
  if (scope === null || !actor.key?.scopes.includes(scope)) throw new DomainError('AUTH_003', { scope });
  return { ...actor, role: contract.access };
}

/**
 * Rows and events of what a key did carry the person who made it; this row, with the same request id, says by which
 * key. Written before the deed, so that none is without.
 */
export async function recordKeyUse(ctx: Context, { id: operation, method }: Contract): Promise<void> {
  const { actor } = ctx;
  if (actor.kind !== 'staff' || !actor.key || method === 'GET') return;
  await recordAudit(ctx, { action: 'api_key.used', entity: 'api_key', entityId: actor.key.id, after: { operation } });
}
