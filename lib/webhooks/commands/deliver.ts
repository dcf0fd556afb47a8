import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { webhookDeliveries, webhookEndpoints } from '#db/schema/webhooks';
import { type Context, requireRole } from '#lib/context';
import { transaction } from '#lib/database';
import { env } from '#lib/env';
import { bodyOf } from '../body.ts';
import { IN_FLIGHT_MS, isDead, nextAttempt } from '../rules.ts';
import { type Outcome, postHook } from '../send.ts';
import { signatureOf } from '../sign.ts';
import { switchOff } from './switch-off.ts';

type Delivery = typeof webhookDeliveries.$inferSelect;

/**
 * The row, marked as being sent by us, or null: it is not due, somebody else is at it, or its endpoint fails and is being
 * tried already, so that one that hangs never holds more than one worker. What a dead process left is claimed again.
 */
export async function claimDelivery(ctx: Context, id: string): Promise<Delivery | null> {
  // Open to staff only: jobs claim; nothing at a door does.
  const now = ctx.now.toISOString();
  const dead = new Date(ctx.now.getTime() - IN_FLIGHT_MS).toISOString();
  const [row] = await ctx.db
    .update(webhookDeliveries)
    .set({ status: 'sending', attempts: sql`${webhookDeliveries.attempts} + 1`, updatedAt: ctx.now })
    .where(
      and(
        eq(webhookDeliveries.id, id),
        sql`(status = 'queued' and next_attempt_at <= ${now}::timestamptz
          or status = 'sending' and updated_at <= ${dead}::timestamptz)`,
        sql`not exists (
          select 1 from ${webhookEndpoints} e
          join webhook_deliveries other on other.endpoint_id = e.id and other.id <> ${id}::uuid
          where e.id = ${webhookDeliveries.endpointId} and e.failing_since is not null
            and other.status = 'sending' and other.updated_at > ${dead}::timestamptz)`,
      ),
    )
    .returning();
  return row ?? null;
}

/** How a try ended, unless another one has begun since (`updatedAt` is when): then that one says it. */
async function settle(ctx: Context, row: Delivery, { code, error }: Outcome): Promise<void> {
  const isOver = error === null;
  const next = isOver ? null : nextAttempt(row.attempts, row.retryUntil, ctx.now);
  await transaction(ctx, async (tx) => {
    // The endpoint first, as everybody who changes both.
    const [endpoint] = await tx.db
      .select()
      .from(webhookEndpoints)
      .where(eq(webhookEndpoints.id, row.endpointId))
      .for('no key update');
    const [settled] = await tx.db
      .update(webhookDeliveries)
      .set({
        status: isOver ? 'delivered' : next === null ? 'failed' : 'queued',
        responseCode: code,
        error,
        nextAttemptAt: next,
        deliveredAt: isOver ? ctx.now : null,
        updatedAt: ctx.now,
      })
      .where(
        and(
          eq(webhookDeliveries.id, row.id),
          eq(webhookDeliveries.status, 'sending'),
          eq(webhookDeliveries.updatedAt, row.updatedAt),
        ),
      )
      .returning({ id: webhookDeliveries.id });
    if (!settled || !endpoint) return;
    const failingSince = isOver ? null : (endpoint.failingSince ?? ctx.now);
    if (failingSince?.getTime() !== endpoint.failingSince?.getTime()) {
      await tx.db.update(webhookEndpoints).set({ failingSince }).where(eq(webhookEndpoints.id, endpoint.id));
    }
    if (endpoint.isActive && failingSince && isDead(failingSince, ctx.now)) {
      await switchOff(tx, endpoint.id, 'failing');
    }
  });
}

/**
 * Tries one delivery once; nothing happens when it is not due. A try that fails is put down for later, in the row and not
 * in the queue: what is waiting can be seen, and outlives the queue.
 */
export async function deliverHook(ctx: Context, { delivery_id: id }: { delivery_id: string }): Promise<void> {
  requireRole(ctx, 'admin');
  const row = await claimDelivery(ctx, id);
  if (row === null) return;
  const [endpoint] = await ctx.db.select().from(webhookEndpoints).where(eq(webhookEndpoints.id, row.endpointId));
  if (!endpoint) return;
  const { url, secret, previousSecret, previousUntil } = endpoint;
  const isRotating = previousSecret !== null && previousUntil !== null && previousUntil > ctx.now;
  const body = JSON.stringify(bodyOf(row));
  const outcome = await postHook(url, {
    body,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'user-agent': 'Barrow-Webhooks',
      'barrow-event': row.event,
      'barrow-signature': signatureOf(isRotating ? [secret, previousSecret] : [secret], body, ctx.now),
    },
    isPrivateAllowed: env().WEBHOOK_ALLOW_PRIVATE,
  });
  await settle(ctx, row, outcome);
}
