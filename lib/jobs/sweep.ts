import 'server-only';
import { sql } from 'drizzle-orm';
import { type Context, requireRole } from '#lib/context';

const BATCH = 5000;
/** Streams go on from an event as long as it is there. */
const EVENT_DAYS = 30;

/** In pieces, each well within the deadline of a statement. */
async function remove(ctx: Context, statement: () => ReturnType<typeof sql>): Promise<void> {
  for (;;) {
    const gone = await ctx.db.execute(statement());
    if (gone.length < BATCH) return;
  }
}

/** Forgets used idempotency keys after their day, and events nobody goes back to. */
export async function sweepRecords(ctx: Context): Promise<void> {
  requireRole(ctx, 'admin');
  const now = ctx.now.toISOString();
  await remove(
    ctx,
    () => sql`
      DELETE FROM idempotency_keys WHERE (scope, key) IN (
        SELECT scope, key FROM idempotency_keys WHERE expires_at < ${now}::timestamptz LIMIT ${BATCH}) RETURNING 1`,
  );
  await remove(
    ctx,
    () => sql`
      DELETE FROM domain_events WHERE seq IN (
        SELECT seq FROM domain_events WHERE at < ${now}::timestamptz - make_interval(days => ${EVENT_DAYS}::int)
        ORDER BY at LIMIT ${BATCH}) RETURNING 1`,
  );
}
