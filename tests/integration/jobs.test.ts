import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { auditLog } from '#db/schema/audit';
import { database } from '#lib/database';
import { retryJob } from '#lib/jobs/commands';
import { dispatch, ensureCursor } from '#lib/jobs/dispatcher';
import { listJobsInput } from '#lib/jobs/input';
import { getEventLag, getJob, getQueueFigures, listJobs } from '#lib/jobs/queries';
import type { QueueName } from '#lib/jobs/table';
import { placeOrder } from '#lib/orders/commands';
import { jobTable } from '#lib/worker/table';
import {
  contextOf,
  makeProduct,
  orderOf,
  outcome,
  staffMember,
  type TestContext,
  visitor,
} from '#tests/factories/shop';
import { call, tokenOf } from '#tests/support/api';
import { system } from '#tests/support/jobs';
import { openQueue, type Queue } from '#tests/support/queue';

const list = (ctx: TestContext, input: Record<string, string> = {}) => listJobs(ctx, listJobsInput.parse(input));
const nobody = () => crypto.randomUUID();

let queue: Queue;
let admin: TestContext;

it('shows nothing, and says so, where no worker has ever run', async () => {
  const early = await staffMember('admin');
  expect(await list(early)).toMatchObject({ items: [], total: 0 });
  expect(await getQueueFigures(early)).toBeNull();
  expect(await getEventLag(early)).toBeNull();
  expect(await getJob(early, { id: nobody() })).toBeNull();
  expect(await outcome(retryJob(early, { id: nobody() }))).toBe('DB_002');
});

describe('where a worker has run', () => {
  beforeAll(async () => {
    queue = await openQueue(process.env.DATABASE_URL ?? '');
    admin = await staffMember('admin');
  });
  afterAll(() => queue.stop());
  beforeEach(async () => {
    await database().db.execute(sql`truncate pgboss.job, domain_events, event_cursors`);
  });

  it('tells what waits, runs, is tried again, has failed and is done', async () => {
    const done = await queue.ask('webhooks');
    await queue.take('webhooks', 'done');
    const retrying = await queue.ask('notifications');
    await queue.take('notifications', 'error');
    const running = await queue.ask('webhooks');
    await queue.take('webhooks', 'running');
    const dead = await queue.failed();
    const waiting = await queue.ask('order_processing', { order_id: dead });

    const byId = new Map((await list(admin)).items.map((job) => [job.id, job]));
    expect(byId.get(done)).toMatchObject({ state: 'done', attempts: 1, error: null, can_retry: false });
    expect(byId.get(running)).toMatchObject({ state: 'running', attempts: 1, finished_at: null });
    expect(byId.get(retrying)).toMatchObject({
      state: 'retrying',
      attempts: 1,
      attempts_at_most: 13,
      error: 'ZodError',
    });
    expect(byId.get(dead)).toMatchObject({ state: 'failed', attempts: 1, error: 'ZodError', can_retry: true });
    expect(byId.get(waiting)).toMatchObject({ state: 'waiting', job: 'test', attempts: 0, input: { order_id: dead } });
    expect(byId.size).toBe(5);

    expect((await list(admin, { state: 'open' })).total).toBe(4);
    expect((await list(admin, { state: 'failed' })).items.map(({ id }) => id)).toEqual([dead]);
    expect((await list(admin, { queue: 'webhooks' })).total).toBe(2);
    expect((await list(admin, { queue: 'webhooks', state: 'done' })).items.map(({ id }) => id)).toEqual([done]);

    const figures = new Map((await getQueueFigures(contextOf(admin.actor)))?.map((one) => [one.queue, one]));
    expect(figures.get('webhooks')).toMatchObject({ waiting: 0, running: 1, done_last_day: 1, failed: 0 });
    expect(figures.get('notifications')).toMatchObject({ retrying: 1, idle_seconds: null });
    expect(figures.get('maintenance')).toMatchObject({ failed: 1, failed_last_hour: 1 });
    expect(figures.get('order_processing')).toMatchObject({ waiting: 1 });
    expect(figures.get('user_events')).toMatchObject({ waiting: 0, oldest_seconds: 0 });
    const inAnHour = contextOf(admin.actor, { now: new Date(Date.now() + 3_600_000) });
    const later = (await getQueueFigures(inAnHour))?.find((one) => one.queue === 'order_processing');
    expect(Math.round((later?.oldest_seconds ?? 0) / 60)).toBe(60);
  });

  it('goes through a long list page by page, by number and by cursor', async () => {
    await queue.askMany('webhooks', 45);
    const first = await list(admin, { limit: '20' });
    expect(first).toMatchObject({ total: 45, pages: 3, total_exact: true });
    const seen = first.items.map(({ id }) => id);
    for (let cursor = first.next_cursor; cursor !== null; ) {
      const next = await list(admin, { limit: '20', cursor });
      seen.push(...next.items.map(({ id }) => id));
      cursor = next.next_cursor;
    }
    expect(new Set(seen).size).toBe(45);
    expect((await list(admin, { limit: '20', page: '3' })).items.map(({ id }) => id)).toEqual(seen.slice(40));
    expect(await outcome(list(admin, { cursor: 'elsewhere' }))).toBe('REQ_001');
  });

  it('tries again what has failed, once, and writes down who asked for it', async () => {
    const id = await queue.failed();
    const outcomes = await Promise.all([outcome(retryJob(admin, { id })), outcome(retryJob(admin, { id }))]);
    expect(outcomes.sort()).toEqual(['CONF_002', 'ok']);
    expect(await getJob(admin, { id })).toMatchObject({ state: 'retrying', attempts_at_most: 2 });
    const rows = (await database().db.select().from(auditLog)).filter(({ entityId }) => entityId === id);
    expect(rows).toMatchObject([{ action: 'job.retried', entity: 'job', actorKind: 'staff' }]);
    // It is taken like any other.
    await queue.take('maintenance', 'done');
    expect(await getJob(admin, { id })).toMatchObject({ state: 'done', attempts: 2, error: null });
    expect(await outcome(retryJob(admin, { id }))).toBe('CONF_002');
    expect(await outcome(retryJob(admin, { id: nobody() }))).toBe('DB_002');
  });

  it('leaves a failed piece of work as it was when the audit cannot be written', async () => {
    const id = await queue.failed();
    const lost = contextOf(admin.actor, { requestId: '\0' });
    expect(
      await retryJob(lost, { id }).then(
        () => 'ok',
        () => 'refused',
      ),
    ).toBe('refused');
    expect(await getJob(admin, { id })).toMatchObject({ state: 'failed' });
  });

  it('counts the events that no work was made of yet', async () => {
    await ensureCursor(system());
    expect(await getEventLag(contextOf(admin.actor))).toEqual({ events: 0, oldest_seconds: 0 });
    for (let at = 0; at < 3; at += 1) {
      await database().db.execute(sql`select append_event('test.happened', 'test', 'one', '{}')`);
    }
    const lag = await getEventLag(contextOf(admin.actor, { now: new Date(Date.now() + 60_000) }));
    expect(lag?.events).toBe(3);
    expect(lag?.oldest_seconds).toBeGreaterThanOrEqual(59);
    await dispatch(system(), [], async () => undefined);
    expect(await getEventLag(contextOf(admin.actor))).toEqual({ events: 0, oldest_seconds: 0 });
  });

  it('shows nothing of people, whatever the shop was told', async () => {
    await ensureCursor(system());
    const { variantId } = await makeProduct();
    const person = { customer_name: 'Zoe Unseen', customer_email: 'zoe@unseen.example', special_instructions: 'ring' };
    const { order } = await placeOrder(visitor(), orderOf([variantId], person));
    const sendAll = async (_ctx: unknown, work: readonly { job: { queue: QueueName }; data: object }[]) => {
      for (const { job, data } of work) await queue.ask(job.queue, data);
    };
    expect(await dispatch(system(), jobTable.subscriptions, sendAll)).toBeGreaterThan(0);
    await queue.ask('user_events', { name: 'Zoe', phone: '+40722123456', to: 'Zoe Unseen' });
    const text = JSON.stringify((await list(admin)).items);
    expect(text).not.toMatch(/zoe|unseen|ring"|\+407/i);
    expect(text).toContain(order.id);
  });

  it('is offered over the API', async () => {
    const { token } = await tokenOf('admin');
    const id = await queue.failed();
    const listed = await call('GET', '/admin/jobs?state=failed', { token });
    expect(listed.body.data).toMatchObject([{ id, state: 'failed' }]);
    expect(listed.body.meta).toMatchObject({ total: 1 });
    const again = await call('POST', `/admin/jobs/${id}/retry`, { token });
    expect(again).toMatchObject({ status: 202, body: { data: { id, state: 'retrying' } } });
    expect((await call('POST', `/admin/jobs/${id}/retry`, { token })).status).toBe(409);
    expect((await call('GET', '/admin/jobs?state=lost', { token })).status).toBe(400);
  });
});
