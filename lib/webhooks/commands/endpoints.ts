import 'server-only';
import { eq } from 'drizzle-orm';
import { newId } from '#db/columns';
import { webhookEndpoints } from '#db/schema/webhooks';
import { recordAudit } from '#lib/audit/commands';
import { newSecret } from '#lib/auth/secrets';
import { type Context, requireRole } from '#lib/context';
import { transaction } from '#lib/database';
import { env } from '#lib/env';
import { DomainError, ValidationError } from '#lib/errors';
import type { CreateWebhook, UpdateWebhook, WebhookRef } from '../input.ts';
import type { NewWebhookDto, WebhookDto } from '../output.ts';
import { getWebhook } from '../queries/endpoints.ts';
import { ROTATION_MS, urlComplaint } from '../rules.ts';
import { switchOff } from './switch-off.ts';

const newHookSecret = (): string => `whsec_${newSecret()}`;

function requireUrl(url: string): void {
  const complaint = urlComplaint(url, env().WEBHOOK_ALLOW_PRIVATE);
  if (complaint !== null) throw ValidationError.of('url', 'VAL_002', complaint);
}

async function read(ctx: Context, id: string): Promise<WebhookDto> {
  const webhook = await getWebhook(ctx, { id });
  if (!webhook) throw new DomainError('DB_002');
  return webhook;
}

async function lock(tx: Context, id: string) {
  const [row] = await tx.db.select().from(webhookEndpoints).where(eq(webhookEndpoints.id, id)).for('update');
  if (!row) throw new DomainError('DB_002');
  return row;
}

/** Adds an endpoint and answers its secret this once. Throws VALIDATION_ERROR for an address that is never called. */
export async function createWebhook(ctx: Context, { url, description, events }: CreateWebhook): Promise<NewWebhookDto> {
  requireRole(ctx, 'admin');
  requireUrl(url);
  const [id, secret] = [newId(), newHookSecret()];
  await transaction(ctx, async (tx) => {
    await tx.db.insert(webhookEndpoints).values({ id, url, description, events, secret });
    const after = { url, description, events };
    await recordAudit(tx, { action: 'webhook.created', entity: 'webhook_endpoint', entityId: id, after });
  });
  return { ...(await read(ctx, id)), secret };
}

/**
 * Changes what is named. Switching it off drops what waits; switching it on forgets that it failed. Throws DB_002,
 * VALIDATION_ERROR for an address that is never called.
 */
export async function updateWebhook(
  ctx: Context,
  { id, url, description, events, is_active: isActive }: UpdateWebhook,
): Promise<WebhookDto> {
  requireRole(ctx, 'admin');
  if (url !== undefined) requireUrl(url);
  await transaction(ctx, async (tx) => {
    const { secret: _, previousSecret: __, ...before } = await lock(tx, id);
    const changed = {
      ...(url !== undefined && { url }),
      ...(description !== undefined && { description }),
      ...(events !== undefined && { events }),
    };
    const revived = { isActive: true, disabledAt: null, disabledReason: null, failingSince: null };
    const after = { ...changed, ...(isActive === true && !before.isActive && revived) };
    if (Object.keys(after).length > 0) {
      await tx.db.update(webhookEndpoints).set(after).where(eq(webhookEndpoints.id, id));
      await recordAudit(tx, { action: 'webhook.updated', entity: 'webhook_endpoint', entityId: id, before, after });
    }
    if (isActive === false) await switchOff(tx, id, 'paused');
  });
  return read(ctx, id);
}

/** Removes an endpoint with everything that was sent to it. Throws DB_002. */
export async function removeWebhook(ctx: Context, { id }: WebhookRef): Promise<void> {
  requireRole(ctx, 'admin');
  await transaction(ctx, async (tx) => {
    const { url, description, events } = await lock(tx, id);
    await tx.db.delete(webhookEndpoints).where(eq(webhookEndpoints.id, id));
    const before = { url, description, events };
    await recordAudit(tx, { action: 'webhook.removed', entity: 'webhook_endpoint', entityId: id, before });
  });
}

/** A new secret, answered this once; the one before goes on signing beside it for a day. Throws DB_002. */
export async function rotateWebhookSecret(ctx: Context, { id }: WebhookRef): Promise<NewWebhookDto> {
  requireRole(ctx, 'admin');
  const secret = newHookSecret();
  await transaction(ctx, async (tx) => {
    const { secret: previousSecret } = await lock(tx, id);
    const previousUntil = new Date(ctx.now.getTime() + ROTATION_MS);
    await tx.db
      .update(webhookEndpoints)
      .set({ secret, previousSecret, previousUntil })
      .where(eq(webhookEndpoints.id, id));
    await recordAudit(tx, { action: 'webhook.secret_rotated', entity: 'webhook_endpoint', entityId: id });
  });
  return { ...(await read(ctx, id)), secret };
}
