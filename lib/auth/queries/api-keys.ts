import 'server-only';
import { desc, eq, type SQL } from 'drizzle-orm';
import { apiKeys, users } from '#db/schema/auth';
import { type Context, requireRole } from '#lib/context';
import { type Page, wholeList } from '#lib/paging';
import type { ApiKeyDto } from '../key-output.ts';
import { apiKeyState } from '../scopes.ts';

async function read(ctx: Context, where?: SQL): Promise<ApiKeyDto[]> {
  const rows = await ctx.db
    .select({ key: apiKeys, maker: users.name, role: users.role, isActive: users.isActive })
    .from(apiKeys)
    .leftJoin(users, eq(users.id, apiKeys.createdBy))
    .where(where)
    .orderBy(desc(apiKeys.createdAt), desc(apiKeys.id));
  return rows.map(({ key, maker, role, isActive }) => ({
    id: key.id,
    name: key.name,
    prefix: key.prefix,
    scopes: key.scopes,
    state: apiKeyState({ ...key, isMakerAdmin: isActive === true && role === 'admin' }, ctx.now),
    created_by: maker,
    created_at: key.createdAt.toISOString(),
    expires_at: key.expiresAt?.toISOString() ?? null,
    last_used_at: key.lastUsedAt?.toISOString() ?? null,
    revoked_at: key.revokedAt?.toISOString() ?? null,
  }));
}

/** For admins: the keys of programs, the newest first, with those that have ended. */
export async function listApiKeys(ctx: Context): Promise<Page<ApiKeyDto>> {
  requireRole(ctx, 'admin');
  return wholeList(await read(ctx));
}

/** For admins: one key, or null. */
export async function getApiKey(ctx: Context, { id }: { id: string }): Promise<ApiKeyDto | null> {
  requireRole(ctx, 'admin');
  return (await read(ctx, eq(apiKeys.id, id)))[0] ?? null;
}
