import 'server-only';
import { sql } from 'drizzle-orm';
import { type Context, requireRole } from '#lib/context';
import { CONSUMER } from '../dispatcher.ts';

/** Counted no further: by then it does not matter how many more there are. */
export const MOST_COUNTED = 10_000;

export type EventLag = {
  /** Events that no work was made of yet, at most `MOST_COUNTED`. */
  events: number;
  /** Of the oldest of them; 0 without one. */
  oldest_seconds: number;
};

/** For admins: how far the dispatcher is behind what has happened; null when nothing has ever listened. */
export async function getEventLag(ctx: Context): Promise<EventLag | null> {
  requireRole(ctx, 'admin');
  const [row] = await ctx.db.execute<EventLag>(sql`
    select count(waiting.at)::int as events,
      coalesce(greatest(0, extract(epoch from ${ctx.now.toISOString()}::timestamptz - min(waiting.at))), 0)::float8
        as oldest_seconds
    from event_cursors c left join lateral (
      select e.at from domain_events e where (e.xid, e.seq) > (c.last_xid, c.last_seq)
      order by e.xid, e.seq limit ${MOST_COUNTED}) waiting on true
    where c.consumer = ${CONSUMER} group by c.consumer`);
  return row ?? null;
}
