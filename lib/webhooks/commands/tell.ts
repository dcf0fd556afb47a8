import 'server-only';
import { and, arrayContains, eq } from 'drizzle-orm';
import { webhookDeliveries, webhookEndpoints } from '#db/schema/webhooks';
import { type Context, requireRole } from '#lib/context';
import { transaction } from '#lib/database';
import type { EventInput } from '#lib/jobs/event';
import { type Cause, causesOf } from '../queries/data.ts';
import { RETRY_MS } from '../rules.ts';

async function write(tx: Context, { seq, at }: EventInput, { event, subjectId, read }: Cause): Promise<string[]> {
  const listeners = await tx.db
    .select({ id: webhookEndpoints.id })
    .from(webhookEndpoints)
    .where(and(eq(webhookEndpoints.isActive, true), arrayContains(webhookEndpoints.events, [event])));
  if (listeners.length === 0) return [];
  const payload = await read(tx);
  const retryUntil = new Date(tx.now.getTime() + RETRY_MS);
  const rows = await tx.db
    .insert(webhookDeliveries)
    .values(
      listeners.map(({ id: endpointId }) => ({
        endpointId,
        event,
        seq,
        subjectId,
        payload,
        nextAttemptAt: tx.now,
        retryUntil,
        createdAt: at,
      })),
    )
    .onConflictDoNothing()
    .returning({ id: webhookDeliveries.id });
  return rows.map(({ id }) => id);
}

/**
 * Writes a delivery for every endpoint that wants to hear of an event, once however often it is called, and hands their
 * ids to `deliver` in the same transaction.
 */
export async function tellWebhooks(
  ctx: Context,
  event: EventInput,
  deliver: (ctx: Context, ids: string[]) => Promise<void>,
): Promise<void> {
  requireRole(ctx, 'admin');
  const causes = await causesOf(ctx, event);
  if (causes.length === 0) return;
  await transaction(ctx, async (tx) => {
    const ids: string[] = [];
    for (const cause of causes) ids.push(...(await write(tx, event, cause)));
    if (ids.length > 0) await deliver(tx, ids);
  });
}
