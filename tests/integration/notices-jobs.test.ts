import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { database } from '#lib/database';
import { dispatch, ensureCursor, isBehind } from '#lib/jobs/dispatcher';
import { eventInput } from '#lib/jobs/event';
import { defineJob, type JobTable, type Work } from '#lib/jobs/table';
import { startWorker } from '#lib/jobs/worker';
import { contextOf } from '#tests/factories/shop';
import { until } from '#tests/support/wait';

const ctx = contextOf({ kind: 'system', name: 'test' });
const job = defineJob({ queue: 'notifications', name: 'listen', input: eventInput, run: async () => undefined });
const subscriptions = [{ topic: 'test.happened', job }];

/** Numbers of the events that were handed on, in order. */
let heard: number[] = [];
const hear = async (_ctx: unknown, work: readonly Work[]) => {
  heard.push(...work.map(({ data }) => eventInput.parse(data).seq));
};
const turn = () => dispatch(ctx, subscriptions, hear);

const happen = (on: postgres.Sql | postgres.ReservedSql, topic = 'test.happened') =>
  on`select append_event(${topic}, 'test', 'one', '{}') as seq`.then(([row]) => Number(row?.seq));

beforeEach(async () => {
  heard = [];
  await database().db.execute(sql`truncate domain_events, event_cursors`);
  await ensureCursor(ctx);
});

describe('the cursor over events', () => {
  it('loses nothing when transactions commit out of order', async () => {
    const client = postgres(process.env.DATABASE_URL ?? '', { max: 3, onnotice: () => undefined });
    const [slow, fast] = [await client.reserve(), await client.reserve()];
    await slow`begin`;
    const first = await happen(slow);
    await fast`begin`;
    const second = await happen(fast);
    expect(second).toBeGreaterThan(first);
    await fast`commit`;
    // The later one is there to be read, and a cursor that took it would never see the earlier one.
    expect(await turn()).toBe(0);
    expect(await isBehind(ctx)).toBe(true);
    await slow`commit`;
    expect(await turn()).toBe(2);
    expect(heard).toEqual([first, second]);
    expect(await isBehind(ctx)).toBe(false);
    slow.release();
    fast.release();
    await client.end();
  });

  it('hears an event whose number is lower but whose transaction is younger', async () => {
    const client = postgres(process.env.DATABASE_URL ?? '', { max: 3, onnotice: () => undefined });
    const [early, late] = [await client.reserve(), await client.reserve()];
    await early`begin`;
    // Gets its transaction number first and its event last.
    await early`select pg_current_xact_id()`;
    const low = await happen(late);
    const high = await happen(early);
    expect(high).toBeGreaterThan(low);
    await early`commit`;
    await turn();
    expect(heard.toSorted()).toEqual([low, high]);
    early.release();
    late.release();
    await client.end();
  });

  it('hands nothing on of a transaction that was rolled back', async () => {
    const client = postgres(process.env.DATABASE_URL ?? '', { max: 2, onnotice: () => undefined });
    const reserved = await client.reserve();
    await reserved`begin`;
    await happen(reserved);
    await reserved`rollback`;
    reserved.release();
    const after = await happen(client);
    await turn();
    expect(heard).toEqual([after]);
    await client.end();
  });
});

describe('several dispatchers', () => {
  it('hand every event on once between them', async () => {
    const client = postgres(process.env.DATABASE_URL ?? '', { max: 4, onnotice: () => undefined });
    const seqs = await Promise.all(Array.from({ length: 400 }, () => happen(client)));
    const drain = async () => {
      while (await isBehind(ctx)) await turn();
    };
    await Promise.all([drain(), drain(), drain()]);
    expect(heard.toSorted((a, b) => a - b)).toEqual(seqs.toSorted((a, b) => a - b));
    await client.end();
  });

  it('move the cursor only together with the work', async () => {
    const client = postgres(process.env.DATABASE_URL ?? '', { max: 1, onnotice: () => undefined });
    const seq = await happen(client);
    const failing = dispatch(ctx, subscriptions, async () => {
      throw new Error('the queue is away');
    });
    await expect(failing).rejects.toThrow('the queue is away');
    await turn();
    expect(heard).toEqual([seq]);
    await client.end();
  });
});

describe('workers', () => {
  const counting = () => {
    const runs = new Map<number, number>();
    let failures = 0;
    const counted = defineJob({
      queue: 'notifications',
      name: 'count',
      input: eventInput,
      async run(_ctx, { seq }) {
        runs.set(seq, (runs.get(seq) ?? 0) + 1);
        if (failures > 0) {
          failures -= 1;
          throw new Error('not yet');
        }
      },
    });
    const table: JobTable = {
      jobs: [counted],
      subscriptions: [{ topic: 'test.happened', job: counted }],
      schedules: [],
    };
    return {
      runs,
      table,
      failNext(count: number) {
        failures = count;
      },
    };
  };
  const client = postgres(process.env.DATABASE_URL ?? '', { max: 4, onnotice: () => undefined });
  afterAll(() => client.end());

  it('do what events ask for, once each, however many there are', async () => {
    const { runs, table } = counting();
    const workers = [startWorker(table), startWorker(table), startWorker(table)];
    await Promise.all(workers.map(({ ready }) => ready));
    const seqs = await Promise.all(Array.from({ length: 60 }, () => happen(client)));
    await until('everything is done', 15_000, () => runs.size === seqs.length);
    expect([...runs.values()].filter((times) => times !== 1)).toEqual([]);
    await Promise.all(workers.map(({ stop }) => stop()));
  });

  it('try again what failed, and keep no words of the failure', async () => {
    const { runs, table, failNext } = counting();
    failNext(1);
    const worker = startWorker(table);
    await worker.ready;
    const seq = await happen(client);
    await until('the first try is over', 30_000, async () => {
      // Its pause is over at once.
      const due = await client`update pgboss.job set start_after = now() where state = 'retry' returning id`;
      return due.length === 1;
    });
    await until('the second try', 30_000, () => runs.get(seq) === 2);
    await worker.stop();
    const kept = await client`select output::text as output from pgboss.job where name = 'notifications'`;
    expect(kept.map(({ output }) => output ?? '').join()).not.toContain('not yet');
  });

  it('go on when their connections are cut', async () => {
    const { runs, table } = counting();
    const worker = startWorker(table);
    await worker.ready;
    const seqs = [await happen(client)];
    await client`select pg_terminate_backend(pid) from pg_stat_activity
      where application_name in ('barrow', 'barrow-jobs') and datname = current_database()`;
    seqs.push(await happen(client));
    await until('both are done', 15_000, () => seqs.every((seq) => runs.has(seq)));
    await worker.stop();
  });

  it('hold no more connections than they say', async () => {
    const worker = startWorker(counting().table);
    await worker.ready;
    const [row] = await client`select count(*)::int as count from pg_stat_activity
      where application_name = 'barrow-jobs' and datname = current_database()`;
    expect(row?.count).toBe(2);
    await worker.stop();
    await until('they are gone', 5000, async () => {
      const [left] = await client`select count(*)::int as count from pg_stat_activity
        where application_name = 'barrow-jobs' and datname = current_database()`;
      return left?.count === 0;
    });
  });
});
