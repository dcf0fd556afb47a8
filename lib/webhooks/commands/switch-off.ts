import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { webhookDeliveries, webhookEndpoints } from '#db/schema/webhooks';
import { recordAudit } from '#lib/audit/commands';
import { type Context, requireRole } from '#lib/context';

/**
 * Ends an endpoint, in the transaction of `tx`: nothing is written for it any more, and what still waits has failed; it
 * can be replayed. After a day of failure staff are told, by the event.
 */
export async function switchOff(tx: Context, id: string, reason: 'failing' | 'paused'): Promise<void> {
  requireRole(tx, 'admin');
  const [off] = await tx.db
    .update(webhookEndpoints)
    .set({ isActive: false, disabledAt: tx.now, disabledReason: reason, updatedAt: tx.now })
    .where(and(eq(webhookEndpoints.id, id), eq(webhookEndpoints.isActive, true)))
    .returning({ id: webhookEndpoints.id });
  if (!off) return;
  await tx.db
    .update(webhookDeliveries)
    .set({
      status: 'failed',
      nextAttemptAt: null,
      error: sql`coalesce(error, 'The endpoint was switched off before it was sent.')`,
    })
    .where(and(eq(webhookDeliveries.endpointId, id), eq(webhookDeliveries.status, 'queued')));
  const action = reason === 'failing' ? 'webhook.disabled' : 'webhook.paused';
  await recordAudit(tx, { action, entity: 'webhook_endpoint', entityId: id });
  if (reason !== 'failing') return;
  await tx.db.execute(sql`SELECT append_event('webhook.disabled', 'webhook_endpoint', ${id}, '{}'::jsonb)`);
}
