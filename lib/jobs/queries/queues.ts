import 'server-only';
import { sql } from 'drizzle-orm';
import { type Context, requireRole } from '#lib/context';
import { QUEUES, type QueueName } from '../table.ts';
import { hasQueues, OURS } from './stored.ts';

export type QueueFigures = {
  queue: QueueName;
  /** Not begun, and to be tried again. */
  waiting: number;
  retrying: number;
  running: number;
  /** Given up: kept for three days. */
  failed: number;
  failed_last_hour: number;
  done_last_day: number;
  /** Seconds for which the oldest that could run has waited. */
  oldest_seconds: number;
  /** Seconds since something was last finished; null when nothing is known to have been. */
  idle_seconds: number | null;
};

const NONE = {
  waiting: 0,
  retrying: 0,
  running: 0,
  failed: 0,
  failed_last_hour: 0,
  done_last_day: 0,
  oldest_seconds: 0,
  idle_seconds: null,
};

/** For admins: what stands in each queue at this moment; null before a worker has run for the first time. */
export async function getQueueFigures(ctx: Context): Promise<QueueFigures[] | null> {
  requireRole(ctx, 'admin');
  if (!(await hasQueues(ctx))) return null;
  const now = sql`${ctx.now.toISOString()}::timestamptz`;
  const rows = await ctx.db.execute<QueueFigures>(sql`
    select name as queue,
      count(*) filter (where state = 'created')::int as waiting,
      count(*) filter (where state = 'retry')::int as retrying,
      count(*) filter (where state = 'active')::int as running,
      count(*) filter (where state = 'failed')::int as failed,
      count(*) filter (where state = 'failed' and completed_on > ${now} - interval '1 hour')::int as failed_last_hour,
      count(*) filter (where state = 'completed' and completed_on > ${now} - interval '1 day')::int as done_last_day,
      coalesce(extract(epoch from ${now} - min(start_after)
        filter (where state < 'active' and start_after <= ${now}))::float8, 0) as oldest_seconds,
      extract(epoch from ${now} - max(completed_on) filter (where state = 'completed'))::float8 as idle_seconds
    from pgboss.job where ${OURS} group by name`);
  return QUEUES.map((queue) => rows.find((row) => row.queue === queue) ?? { ...NONE, queue });
}
