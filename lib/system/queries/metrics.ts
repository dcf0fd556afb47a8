import 'server-only';
import { sql } from 'drizzle-orm';
import { Counter, Gauge, Registry } from 'prom-client';
import { ALARMS } from '#db/enums';
import { type Context, requireRole } from '#lib/context';
import { env } from '#lib/env';
import { getEventLag, getQueueFigures } from '#lib/jobs/queries';
import { runtime } from '#lib/runtime';
import { version } from '#lib/version';
import { readMessages } from './messages.ts';
import { readDisk } from './process.ts';
import { getWatches } from './watches.ts';

type Connections = { application: string; state: string; count: number };

/** Names of applications and states are folded into a few, because anybody may connect under any name. */
const readConnections = (ctx: Context) =>
  ctx.db.execute<Connections>(sql`
    select case when application_name in ('barrow', 'barrow-jobs') then application_name else 'other' end as application,
      case when state = 'active' then 'active' when state like 'idle in transaction%' then 'in_transaction'
        else 'idle' end as state,
      count(*)::int as count
    from pg_stat_activity where datname = current_database() and backend_type = 'client backend' group by 1, 2`);

/** Orders ever placed, by the figures that are kept per day. */
async function readOrdersPlaced(ctx: Context): Promise<number> {
  const [row] = await ctx.db.execute<{ count: number }>(sql`
    select coalesce(sum(pending + confirmed + processing + ready + completed + cancelled), 0)::float8 as count
    from daily_figures`);
  return row?.count ?? 0;
}

/** What the database knows: the same from every process of the shop. */
async function databaseMetrics(ctx: Context): Promise<string> {
  const [queues, lag, messages, connections, placed, watches, disk] = await Promise.all([
    getQueueFigures(ctx),
    getEventLag(ctx),
    readMessages(ctx),
    readConnections(ctx),
    readOrdersPlaced(ctx),
    getWatches(ctx),
    readDisk(),
  ]);
  const registry = new Registry();
  const gauge = <L extends string>(name: string, help: string, labelNames: L[] = []) =>
    new Gauge({ name: `barrow_${name}`, help, labelNames, registers: [registry] });

  const { app, schema, commit } = version;
  const info = gauge('info', 'This version of the shop', ['version', 'schema', 'commit', 'node']);
  info.set({ version: app, schema, commit: commit ?? '', node: process.versions.node }, 1);
  const orders = new Counter({ name: 'barrow_orders_placed_total', help: 'Orders ever placed', registers: [registry] });
  orders.inc(placed);

  const jobs = gauge('queue_jobs', 'Background work that is not done, by queue and state', ['queue', 'state']);
  const oldest = gauge('queue_oldest_seconds', 'How long the oldest that could run has waited', ['queue']);
  for (const one of queues ?? []) {
    for (const state of ['waiting', 'retrying', 'running', 'failed'] as const) {
      jobs.set({ queue: one.queue, state }, one[state]);
    }
    oldest.set({ queue: one.queue }, one.oldest_seconds);
  }
  gauge('events_waiting', 'Events that no work was made of yet; 10000 stands for more').set(lag?.events ?? 0);
  gauge('events_oldest_seconds', 'How long the oldest of them has waited').set(lag?.oldest_seconds ?? 0);
  gauge('messages_failed', 'Mail and SMS of the last seven days that were not sent').set(messages.failed);

  const alarms = gauge('alarm', '1 while a promise of the shop is at risk', ['name']);
  for (const name of ALARMS) {
    alarms.set({ name }, watches.some((one) => one.name === name && one.raised_at !== null) ? 1 : 0);
  }
  if (disk !== null) {
    gauge('disk_free_bytes', 'Room where the data folder of this server is').set(disk.free_bytes);
    gauge('disk_bytes', 'How large that disk is').set(disk.bytes);
  }

  const open = gauge('database_connections', 'Connections to the database of the shop', ['application', 'state']);
  for (const { application, state, count } of connections) open.set({ application, state }, count);
  gauge('database_pool_max', 'Connections this process opens at most').set(env().DATABASE_POOL_MAX);
  return registry.metrics();
}

/** For admins, and for keys that may: figures of this process and of the shop, as Prometheus reads them. */
export async function getMetrics(ctx: Context): Promise<Response> {
  requireRole(ctx, 'admin');
  const [own = '', shared] = await Promise.all([runtime().metrics?.text(), databaseMetrics(ctx)]);
  return new Response(`${own}${shared}`, {
    headers: { 'content-type': Registry.PROMETHEUS_CONTENT_TYPE, 'cache-control': 'private, no-store' },
  });
}
