import 'server-only';
import { and, eq, isNull, lt, or } from 'drizzle-orm';
import type { Db } from '#db/client';
import { apiKeys, users } from '#db/schema/auth';
import type { StaffActor } from '#lib/context';
import { apiKeyState } from './scopes.ts';
import { hashSecret } from './secrets.ts';

const USED_MS = 60_000;

/**
 * Who stands behind a key right now; null when it is unknown or has ended. It acts in the name of whoever made it, as
 * staff and never as more: the door makes it an admin for a request that its scopes allow.
 */
export async function readApiKey(db: Db, key: string, now: Date): Promise<StaffActor | null> {
  const [row] = await db
    .select({
      id: apiKeys.id,
      name: apiKeys.name,
      scopes: apiKeys.scopes,
      expiresAt: apiKeys.expiresAt,
      revokedAt: apiKeys.revokedAt,
      lastUsedAt: apiKeys.lastUsedAt,
      userId: users.id,
      role: users.role,
      isActive: users.isActive,
    })
    .from(apiKeys)
    .innerJoin(users, eq(users.id, apiKeys.createdBy))
    // By its hash: nothing is compared sign by sign.
    .where(eq(apiKeys.keyHash, hashSecret(key)));
  if (!row) return null;
  const isMakerAdmin = row.isActive && row.role === 'admin';
  if (apiKeyState({ ...row, isMakerAdmin }, now) !== 'active') return null;
  await noteUse(db, row, now);
  const { id, userId, name, scopes } = row;
  return { kind: 'staff', userId, role: 'staff', name, sessionId: id, key: { id, scopes } };
}

/** Written at most once a minute, also by requests at the same moment. */
async function noteUse(db: Db, { id, lastUsedAt }: { id: string; lastUsedAt: Date | null }, now: Date): Promise<void> {
  const before = new Date(now.getTime() - USED_MS);
  if (lastUsedAt !== null && lastUsedAt > before) return;
  await db
    .update(apiKeys)
    .set({ lastUsedAt: now })
    .where(and(eq(apiKeys.id, id), or(isNull(apiKeys.lastUsedAt), lt(apiKeys.lastUsedAt, before))));
}
