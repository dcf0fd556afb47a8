import 'server-only';
import { and, eq, lt } from 'drizzle-orm';
import { notifications } from '#db/schema/notices';
import { type Context, requireRole } from '#lib/context';

const HOUR = 60 * 60 * 1000;
/** What was said is of use as long as somebody may ask about the order. */
const KEPT = 400 * 24 * HOUR;

/** Ends what a dead process left in the middle and no job takes up again; forgets what is over a year old. */
export async function sweepNotices(ctx: Context): Promise<void> {
  requireRole(ctx, 'admin');
  const before = (age: number) => new Date(ctx.now.getTime() - age);
  await ctx.db
    .update(notifications)
    .set({ status: 'failed', error: 'Sending was interrupted; the message may have arrived.', updatedAt: ctx.now })
    .where(and(eq(notifications.status, 'sending'), lt(notifications.updatedAt, before(6 * HOUR))));
  await ctx.db.delete(notifications).where(lt(notifications.createdAt, before(KEPT)));
}
