import 'server-only';
import { and, eq, notLike, sql } from 'drizzle-orm';
import { notifications } from '#db/schema/notices';
import { recordAudit } from '#lib/audit/commands';
import { type Context, requireRole } from '#lib/context';
import { transaction } from '#lib/database';
import { DomainError } from '#lib/errors';
import { MASK } from '#lib/outbox';
import type { NoticeRef } from '../input.ts';

/**
 * Sends a message that has failed once more, because an admin says so. Throws DB_002 when there is none, CONF_002 when
 * it has not failed, or held a code that nobody knows any more.
 */
export async function retryNotice(ctx: Context, { notification_id: id }: NoticeRef): Promise<void> {
  requireRole(ctx, 'admin');
  await transaction(ctx, async (tx) => {
    const [row] = await tx.db
      .update(notifications)
      .set({ status: 'queued', error: null, updatedAt: ctx.now })
      .where(
        and(eq(notifications.id, id), eq(notifications.status, 'failed'), notLike(notifications.body, `%${MASK}%`)),
      )
      .returning({ id: notifications.id });
    if (!row) {
      const [there] = await tx.db.select({ id: notifications.id }).from(notifications).where(eq(notifications.id, id));
      throw new DomainError(there ? 'CONF_002' : 'DB_002');
    }
    await recordAudit(tx, { action: 'notice.retried', entity: 'notification', entityId: id });
    // The event is what becomes the work, as everywhere.
    await tx.db.execute(sql`SELECT append_event('notice.retried', 'notification', ${id}, '{}'::jsonb)`);
  });
}
