import 'server-only';
import { desc, eq, type SQL } from 'drizzle-orm';
import { webhookEndpoints } from '#db/schema/webhooks';
import { type Context, requireRole } from '#lib/context';
import { type Page, wholeList } from '#lib/paging';
import type { WebhookDto } from '../output.ts';
import { webhookState } from '../rules.ts';

/** Without secrets: they are shown when they are made, and never read again but to sign. */
async function read(ctx: Context, where?: SQL): Promise<WebhookDto[]> {
  const rows = await ctx.db
    .select()
    .from(webhookEndpoints)
    .where(where)
    .orderBy(desc(webhookEndpoints.createdAt), desc(webhookEndpoints.id));
  return rows.map((row) => ({
    id: row.id,
    url: row.url,
    description: row.description,
    events: row.events,
    is_active: row.isActive,
    state: webhookState(row),
    disabled_at: row.disabledAt?.toISOString() ?? null,
    disabled_reason: row.disabledReason,
    failing_since: row.failingSince?.toISOString() ?? null,
    created_at: row.createdAt.toISOString(),
    updated_at: row.updatedAt.toISOString(),
  }));
}

/** For admins: all endpoints, the newest first. */
export async function listWebhooks(ctx: Context): Promise<Page<WebhookDto>> {
  requireRole(ctx, 'admin');
  return wholeList(await read(ctx));
}

/** For admins: one endpoint, or null. */
export async function getWebhook(ctx: Context, { id }: { id: string }): Promise<WebhookDto | null> {
  requireRole(ctx, 'admin');
  return (await read(ctx, eq(webhookEndpoints.id, id)))[0] ?? null;
}

/** For background work: true while there is an endpoint to tell. */
export async function hasListeners(ctx: Context): Promise<boolean> {
  requireRole(ctx, 'admin');
  const [any] = await ctx.db
    .select({ id: webhookEndpoints.id })
    .from(webhookEndpoints)
    .where(eq(webhookEndpoints.isActive, true))
    .limit(1);
  return any !== undefined;
}
