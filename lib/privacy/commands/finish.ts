import 'server-only';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { type Context, requireRole } from '#lib/context';
import type { EventInput } from '#lib/jobs/event';
import { discardPrivateFile } from '#lib/media/private-files';

const erasedPayload = z.object({
  customer_id: z.uuid(),
  files: z.array(z.object({ driver: z.enum(['local', 'cloudinary']), path: z.string() })),
});

/**
 * What could not go in the statement itself: the files of proofs, and messages that somebody was writing at that moment
 * with what they had read before. Comes to the same when it runs again.
 */
export async function finishErasure(ctx: Context, { payload }: Pick<EventInput, 'payload'>): Promise<void> {
  requireRole(ctx, 'admin');
  const { customer_id, files } = erasedPayload.parse(payload);
  const theirs = sql`(
    SELECT o.id FROM orders o JOIN customers c ON c.id = o.customer_id
    WHERE (c.id = ${customer_id}::uuid OR c.merged_into = ${customer_id}::uuid) AND c.anonymised_at IS NOT NULL)`;
  await ctx.db.execute(sql`DELETE FROM notifications WHERE order_id IN ${theirs}`);
  await ctx.db.execute(sql`DELETE FROM webhook_deliveries WHERE subject_id IN ${theirs}`);
  for (const file of files) await discardPrivateFile(file);
}
