import 'server-only';
import { newId } from '#db/columns';
import { apiKeys } from '#db/schema/auth';
import { recordAudit } from '#lib/audit/commands';
import { type Context, requireRole } from '#lib/context';
import { transaction } from '#lib/database';
import { DomainError } from '#lib/errors';
import type { CreateApiKey } from '../key-input.ts';
import type { NewApiKeyDto } from '../key-output.ts';
import { getApiKey } from '../queries/api-keys.ts';
import { API_KEY_MARK, SHOWN_SIGNS } from '../scopes.ts';
import { hashSecret, newSecret } from '../secrets.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Makes a key for a program and answers it this once. Throws AUTH_003 for a key: one that makes others could not be
 * revoked any more.
 */
export async function createApiKey(ctx: Context, input: CreateApiKey): Promise<NewApiKeyDto> {
  requireRole(ctx, 'admin');
  if (ctx.actor.kind !== 'staff' || ctx.actor.key) throw new DomainError('AUTH_003');
  const { userId: createdBy } = ctx.actor;
  const [id, key] = [newId(), `${API_KEY_MARK}${newSecret()}`];
  const { name, scopes, expires_in_days: days } = input;
  const expiresAt = days === null ? null : new Date(ctx.now.getTime() + days * DAY_MS);
  await transaction(ctx, async (tx) => {
    const prefix = key.slice(0, SHOWN_SIGNS);
    await tx.db.insert(apiKeys).values({ id, name, prefix, keyHash: hashSecret(key), scopes, createdBy, expiresAt });
    const after = { name, prefix, scopes, expires_at: expiresAt };
    await recordAudit(tx, { action: 'api_key.created', entity: 'api_key', entityId: id, after });
  });
  const made = await getApiKey(ctx, { id });
  if (!made) throw new DomainError('DB_002');
  return { ...made, key };
}
