import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import { apiKeys } from '#db/schema/auth';
import { recordAudit } from '#lib/audit/commands';
import { type Context, requireRole } from '#lib/context';
import { transaction } from '#lib/database';
import { DomainError } from '#lib/errors';
import type { ApiKeyRef } from '../key-input.ts';

/** Ends a key: its next request is refused. Revoking it again changes nothing. Throws DB_002. */
export async function revokeApiKey(ctx: Context, { id }: ApiKeyRef): Promise<void> {
  requireRole(ctx, 'admin');
  await transaction(ctx, async (tx) => {
    const [revoked] = await tx.db
      .update(apiKeys)
      .set({ revokedAt: ctx.now })
      .where(and(eq(apiKeys.id, id), isNull(apiKeys.revokedAt)))
      .returning({ name: apiKeys.name });
    if (revoked) {
      const after = { name: revoked.name };
      return recordAudit(tx, { action: 'api_key.revoked', entity: 'api_key', entityId: id, after });
    }
    const [there] = await tx.db.select({ id: apiKeys.id }).from(apiKeys).where(eq(apiKeys.id, id));
    if (!there) throw new DomainError('DB_002');
  });
}
