import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { newId } from '#db/columns';
import { webhookDeliveries, webhookEndpoints } from '#db/schema/webhooks';
import { recordAudit } from '#lib/audit/commands';
import { type Context, requireRole } from '#lib/context';
import { transaction } from '#lib/database';
import { DomainError } from '#lib/errors';
import { getSettings } from '#lib/settings/queries';
import type { WebhookRef } from '../input.ts';
import type { DeliveryDto } from '../output.ts';
import { getDelivery } from '../queries/deliveries.ts';
import { RETRY_MS, TEST_EVENT } from '../rules.ts';

async function read(ctx: Context, id: string): Promise<DeliveryDto> {
  const delivery = await getDelivery(ctx, { id });
  if (!delivery) throw new DomainError('DB_002');
  return delivery;
}

/** The event is what becomes the work, as everywhere. */
const ask = (tx: Context, id: string) =>
  tx.db.execute(sql`SELECT append_event('webhook.asked', 'webhook_delivery', ${id}, '{}'::jsonb)`);

/** Sends a test, also to an endpoint that is switched off; answers its delivery, which is on its way. Throws DB_002. */
export async function testWebhook(ctx: Context, { id: endpointId }: WebhookRef): Promise<DeliveryDto> {
  requireRole(ctx, 'admin');
  const id = newId();
  const { shop } = await getSettings(ctx);
  await transaction(ctx, async (tx) => {
    const [there] = await tx.db
      .select({ id: webhookEndpoints.id })
      .from(webhookEndpoints)
      .where(eq(webhookEndpoints.id, endpointId))
      .for('share');
    if (!there) throw new DomainError('DB_002');
    await tx.db.insert(webhookDeliveries).values({
      id,
      endpointId,
      event: TEST_EVENT,
      payload: { shop: shop.name },
      nextAttemptAt: ctx.now,
      // One try: somebody is looking at what becomes of it.
      retryUntil: ctx.now,
      createdAt: ctx.now,
    });
    await ask(tx, id);
    await recordAudit(tx, { action: 'webhook.tested', entity: 'webhook_endpoint', entityId: endpointId });
  });
  return read(ctx, id);
}

/**
 * Sends something again as it was, id included, also after it has arrived; it is tried for a day again. Throws DB_002,
 * CONF_002 while it is being sent.
 */
export async function replayDelivery(ctx: Context, { id }: WebhookRef): Promise<DeliveryDto> {
  requireRole(ctx, 'admin');
  await transaction(ctx, async (tx) => {
    const [row] = await tx.db.select().from(webhookDeliveries).where(eq(webhookDeliveries.id, id)).for('update');
    if (!row) throw new DomainError('DB_002');
    if (row.status === 'sending') throw new DomainError('CONF_002');
    await tx.db
      .update(webhookDeliveries)
      .set({
        status: 'queued',
        attempts: 0,
        responseCode: null,
        error: null,
        deliveredAt: null,
        nextAttemptAt: ctx.now,
        retryUntil: row.event === TEST_EVENT ? ctx.now : new Date(ctx.now.getTime() + RETRY_MS),
      })
      .where(eq(webhookDeliveries.id, id));
    await ask(tx, id);
    await recordAudit(tx, { action: 'webhook.replayed', entity: 'webhook_delivery', entityId: id });
  });
  return read(ctx, id);
}
