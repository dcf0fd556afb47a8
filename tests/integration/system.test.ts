import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#db/columns';
import { notifications } from '#db/schema/notices';
import { webhookEndpoints } from '#db/schema/webhooks';
import { database } from '#lib/database';
import { ensureCursor } from '#lib/jobs/dispatcher';
import { runtime } from '#lib/runtime';
import { createKeeper } from '#lib/server/keeper';
import { createMetrics } from '#lib/server/metrics';
import { getHealth, getMetrics } from '#lib/system/queries';
import { version } from '#lib/version';
import { contextOf, outcome, setSetting, staffMember, type TestContext } from '#tests/factories/shop';
import { call, tokenOf } from '#tests/support/api';
import { system } from '#tests/support/jobs';
import { openQueue, type Queue } from '#tests/support/queue';

let queue: Queue;
let admin: TestContext;
const later = (ms: number) => contextOf(admin.actor, { now: new Date(Date.now() + ms) });
const verdicts = async (ctx: TestContext = later(0)) => (await getHealth(ctx)).verdicts;
const MINUTE = 60_000;

beforeAll(async () => {
  queue = await openQueue(process.env.DATABASE_URL ?? '');
  admin = await staffMember('admin');
  await setSetting('shop', { name: 'Mill & Moss' });
});
afterAll(() => queue.stop());
beforeEach(async () => {
  await database().db.execute(sql`
    truncate pgboss.job, domain_events, event_cursors, notifications, webhook_endpoints, webhook_deliveries`);
  await ensureCursor(system());
  await queue.ask('order_processing');
  await queue.take('order_processing', 'done');
});

type Message = Partial<typeof notifications.$inferInsert>;
const say = (more: Message) =>
  database()
    .db.insert(notifications)
    .values({
      event: 'order_placed',
      channel: 'email',
      audience: 'customer',
      recipient: 'zoe@unseen.example',
      body: 'Hello Zoe',
      dedupeKey: newId(),
      ...more,
    });

describe('health', () => {
  it('is fine where nothing is the matter', async () => {
    const { figures, verdicts: all } = await getHealth(later(0));
    const { mail, sms, backups, disk: _, memory: __, ...rest } = all;
    expect([mail, sms, backups]).toEqual(['look', 'look', 'look']);
    expect(new Set(Object.values(rest))).toEqual(new Set(['fine']));
    expect(figures.schema).toMatchObject({ isLoaded: true });
    expect(figures.schema.applied).toBe(figures.schema.known);
    expect(figures.database.bytes).toBeGreaterThan(1_000_000);
    expect(figures.disk?.bytes).toBeGreaterThan(figures.disk?.free_bytes ?? 0);
    expect(figures.process.kept).toBeNull();
  });

  it('is for admins', async () => {
    expect(await outcome(getHealth(await staffMember('staff')))).toBe('AUTH_003');
  });

  it('sees a worker that does nothing any more, and events nobody looks at', async () => {
    await database().db.execute(sql`select append_event('test.happened', 'test', 'one', '{}')`);
    await queue.ask('notifications');
    expect(await verdicts(later(4 * MINUTE))).toMatchObject({ worker: 'look', events: 'look', queues: 'fine' });
    expect(await verdicts(later(31 * MINUTE))).toMatchObject({ worker: 'broken', events: 'broken', queues: 'broken' });
    await database().db.execute(sql`truncate pgboss.job, event_cursors`);
    expect(await verdicts()).toMatchObject({ worker: 'broken', events: 'broken' });
  });

  it('sees work that has failed', async () => {
    await queue.failed();
    expect(await verdicts()).toMatchObject({ failedJobs: 'look' });
    for (let at = 0; at < 9; at += 1) await queue.failed();
    expect(await verdicts()).toMatchObject({ failedJobs: 'broken' });
    expect(await verdicts(later(2 * 60 * MINUTE))).toMatchObject({ failedJobs: 'look' });
  });

  it('sees messages that were not sent, and whether any is', async () => {
    const at = (ms: number) => new Date(Date.now() - ms);
    for (const ms of [3000, 2000]) await say({ status: 'failed', updatedAt: at(ms) });
    expect(await verdicts()).toMatchObject({ outbox: 'look' });
    await say({ status: 'failed', updatedAt: at(1000) });
    expect(await verdicts()).toMatchObject({ outbox: 'broken' });
    await say({ status: 'sent', sentAt: at(0) });
    const { figures, verdicts: after } = await getHealth(later(0));
    expect(after.outbox).toBe('look');
    expect(figures.messages).toMatchObject({ failed: 3, failed_since_sent: 0, sms_sent_at: null });
    expect(Date.parse(figures.messages.mail_sent_at ?? '')).toBeGreaterThan(Date.now() - MINUTE);
    await database().db.execute(sql`truncate notifications`);
    await say({ status: 'queued', createdAt: at(11 * MINUTE) });
    expect(await verdicts()).toMatchObject({ outbox: 'look' });
  });

  it('sees webhooks that fail', async () => {
    const endpoint = { url: 'https://books.example.com', secret: 'whsec_x', events: ['order.placed'] };
    await database().db.insert(webhookEndpoints).values(endpoint);
    expect(await verdicts()).toMatchObject({ webhooks: 'fine' });
    await database().db.update(webhookEndpoints).set({ failingSince: new Date() });
    expect(await verdicts()).toMatchObject({ webhooks: 'look' });
  });

  it('names the slowest queries where there is a record of them', async () => {
    const { db } = database();
    // In place of the view, which needs a library that is loaded as the server starts.
    await db.execute(sql`create table pg_stat_statements (dbid oid, query text, calls bigint, mean_exec_time float8)`);
    await db.execute(sql`
      insert into pg_stat_statements select oid, query, calls, mean from pg_database,
        (values (E'select *\n  from orders where id = $1', 10, 12.5), ('selection of nothing', 10, 99),
          ('update products set name = $1', 5, 40), ('select rare', 4, 99), ('create index slow', 10, 99),
          ('with quick as (select 1) select 2', 1000, 0.5)) as v (query, calls, mean)
      where datname = current_database()`);
    expect((await getHealth(later(0))).slow).toEqual([
      { text: 'update products set name = $1', calls: 5, mean_ms: 40 },
      { text: 'select * from orders where id = $1', calls: 10, mean_ms: 12.5 },
    ]);
    await db.execute(sql`drop table pg_stat_statements`);
  });

  it('names them from the record of the database that comes with the shop, without the values of anybody', async () => {
    const { db } = database();
    await db.execute(sql`create extension pg_stat_statements`);
    for (let time = 0; time < 6; time += 1) {
      await db.execute(sql`select pg_sleep(0.002), ${'ana@unseen.example'}::text as whose`);
    }
    const slow = (await getHealth(later(0))).slow ?? [];
    expect(slow.map(({ text }) => text).join()).toMatch(/pg_sleep\(\$\d\)/);
    expect(JSON.stringify(slow)).not.toContain('unseen');
    await db.execute(sql`drop extension pg_stat_statements`);
  });

  it.each(['55000', '42501'])('says nothing of slow queries where the record cannot be read: %s', async (code) => {
    const { db } = database();
    // As the extension answers when its library was not loaded, and as it answers a role that may not.
    await db.execute(
      sql.raw(`create function unread() returns table (dbid oid, query text, calls bigint, mean_exec_time float8)
        language plpgsql as $$ begin raise exception 'no' using errcode = '${code}'; end $$`),
    );
    await db.execute(sql`create view pg_stat_statements as select * from unread()`);
    expect((await getHealth(later(0))).slow).toBeNull();
    await db.execute(sql`drop view pg_stat_statements`);
    await db.execute(sql`drop function unread`);
  });

  it('sees a database that is behind, and one that is ahead', async () => {
    const migrations = sql`drizzle.__drizzle_migrations`;
    const newest = async () => (await getHealth(later(0))).figures.schema.newest;
    expect(await newest()).toBe(version.schema);
    await database().db.execute(sql`insert into ${migrations} (hash, created_at) values ('newer', 9999999999999)`);
    expect(await verdicts()).toMatchObject({ schema: 'look' });
    // What a newer version has done has no name here.
    expect(await newest()).toBeNull();
    await database().db.execute(sql`
      with kept as (select id from ${migrations} order by id limit 3)
      delete from ${migrations} where hash = 'newer' or id in (select id from kept)`);
    expect(await verdicts()).toMatchObject({ schema: 'broken' });
  });
});

/** The text format of Prometheus: comments, and names with labels and a number. */
const SAMPLE = /^([a-z_][a-z0-9_]*)(\{([a-z_]+="[^"\\\n]*",?)*\})? (NaN|[+-]?Inf|-?[\d.]+(e[+-]?\d+)?)$/i;

function samplesOf(text: string): Map<string, number> {
  const samples = new Map<string, number>();
  for (const line of text.split('\n')) {
    if (line === '' || /^# (HELP|TYPE) [a-z_][a-z0-9_]* /i.test(line)) continue;
    expect(line).toMatch(SAMPLE);
    const at = line.lastIndexOf(' ');
    const name = line.slice(0, at);
    expect(samples.has(name), `${name} is there twice`).toBe(false);
    samples.set(name, Number(line.slice(at + 1)));
  }
  return samples;
}

describe('figures for Prometheus', () => {
  it('are text that parses, from the server and from the database', async () => {
    const { meter, metrics } = createMetrics(createKeeper(), null);
    runtime().metrics = metrics;
    meter.count('kept', 200);
    meter.count('kept', 304);
    await queue.failed();
    await queue.ask('webhooks');
    const text = await (await getMetrics(later(0))).text();
    const samples = samplesOf(text);
    expect(samples.get('barrow_http_requests_total{route="kept",status="2xx"}')).toBe(1);
    expect(samples.get('barrow_http_requests_total{route="kept",status="3xx"}')).toBe(1);
    expect(samples.get('barrow_queue_jobs{queue="maintenance",state="failed"}')).toBe(1);
    expect(samples.get('barrow_queue_jobs{queue="webhooks",state="waiting"}')).toBe(1);
    const { app, schema } = version;
    const info = `barrow_info{version="${app}",schema="${schema}",commit="",node="${process.versions.node}"}`;
    expect(samples.get(info)).toBe(1);
    expect(samples.get('barrow_events_waiting')).toBe(0);
    expect(samples.get('barrow_orders_placed_total')).toBe(0);
    expect(samples.get('barrow_database_pool_max')).toBe(5);
    expect(samples.get('process_resident_memory_bytes')).toBeGreaterThan(1_000_000);
    const names = [...samples.keys()].map((name) => name.split('{')[0]);
    expect(new Set(names).size).toBeGreaterThan(20);
    // Read again, counters do not grow by being read.
    const again = samplesOf(await (await getMetrics(later(0))).text());
    expect(again.get('barrow_http_requests_total{route="kept",status="2xx"}')).toBe(1);
    runtime().metrics = null;
  });

  it('are as many however often and by whom something is asked', async () => {
    const { token } = await tokenOf('admin');
    const first = samplesOf((await call('GET', '/metrics', { token })).text);
    await say({ status: 'failed' });
    for (const path of ['/a', '/b?phone=%2B40722123456']) await call('GET', `/admin/outbox${path.slice(2)}`, { token });
    const { text } = await call('GET', '/metrics', { token });
    expect([...samplesOf(text).keys()].filter((name) => !first.has(name) && !name.includes('connections'))).toEqual([]);
    expect(text).not.toMatch(/zoe|unseen|407221/);
  });
});
