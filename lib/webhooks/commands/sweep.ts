import 'server-only';
import { and, asc, lt, or, sql } from 'drizzle-orm';
import { webhookDeliveries } from '#db/schema/webhooks';
import { type Context, requireRole } from '#lib/context';
import { IN_FLIGHT_MS } from '../rules.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** As long as the events they come from; they hold the data of customers. */
const KEPT_DAYS = 30;
/** What has just become due has work of its own in the queue. */
const GRACE_MS = 20_000;
const BATCH = 200;

/** Ids of what is due again, and of what a dead process left in the middle. */
export async function listDueDeliveries(ctx: Context): Promise<string[]> {
  requireRole(ctx, 'admin');
  const before = (ms: number) => new Date(ctx.now.getTime() - ms);
  const rows = await ctx.db
    .select({ id: webhookDeliveries.id })
    .from(webhookDeliveries)
    .where(
      or(
        and(sql`status = 'queued'`, lt(webhookDeliveries.nextAttemptAt, before(GRACE_MS))),
        and(sql`status = 'sending'`, lt(webhookDeliveries.updatedAt, before(IN_FLIGHT_MS))),
      ),
    )
    .orderBy(asc(webhookDeliveries.nextAttemptAt))
    .limit(BATCH);
  return rows.map(({ id }) => id);
}

/** Forgets deliveries after thirty days. */
export async function sweepWebhooks(ctx: Context): Promise<void> {
  requireRole(ctx, 'admin');
  await ctx.db
    .delete(webhookDeliveries)
    .where(lt(webhookDeliveries.createdAt, new Date(ctx.now.getTime() - KEPT_DAYS * DAY_MS)));
}
