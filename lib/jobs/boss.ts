import 'server-only';
import { sql } from 'drizzle-orm';
import { fromDrizzle, type JobResult, type JobWithMetadata, PgBoss } from 'pg-boss';
import { log } from '#lib/log';
import { bossOptions, isLost } from './connection.ts';
import type { Send } from './dispatcher.ts';
import { makeQueues } from './queues.ts';
import { envelopeOf, runTaken } from './run.ts';
import type { JobTable, QueueName } from './table.ts';

const EVENTS_CHANNEL = 'barrow_events';

/** Seconds. This process wakes its own workers; what others ask for, or what waits for its next try, is polled. */
const POLL: Partial<Record<QueueName, number>> = {
  notifications: 2,
  webhooks: 2,
  order_processing: 5,
  maintenance: 30,
  user_events: 30,
  backups: 5,
};
const SUPERVISE = 15;
/** A webhook may hang for ten seconds; one that fails holds one of these at most. */
const ABREAST: Partial<Record<QueueName, number>> = { notifications: 2, webhooks: 4 };
/**
 * Taken and settled by one statement each, and done side by side. Every order asks for a notice: one by one, taking and
 * settling cost the database more than the notice. Webhooks go alone, one that hangs must not hold others.
 */
const BATCH: Partial<Record<QueueName, number>> = { notifications: 4 };

export type Boss = {
  send: Send;
  /** Looks into the queues that were given work, once that is committed: its sender knows. */
  wakeWorkers: () => void;
  /** Takes no more work, waits so many milliseconds for what is under way, and hands the rest back. */
  stop: (ms: number) => Promise<void>;
};

async function keepSchedules(boss: PgBoss, { schedules }: JobTable): Promise<void> {
  for (const { job, cron } of schedules) {
    await boss.schedule(job.queue, cron, envelopeOf(job, {}), { key: job.name });
  }
  for (const { name, key } of await boss.getSchedules()) {
    // Of an older version.
    if (!schedules.some(({ job }) => job.name === key)) await boss.unschedule(name, key);
  }
}

/**
 * pg-boss with our queues, schedules and workers; makes its schema where there is none. `onEvent` hears of events, and
 * each time that listening begins again; `onLoss` of every failure of a connection, of which there may be many.
 */
export async function openBoss(
  table: JobTable,
  { url, onEvent, onLoss }: { url: string; onEvent: () => void; onLoss: (error: unknown) => void },
): Promise<Boss> {
  const boss = new PgBoss({
    ...bossOptions(url),
    schema: 'pgboss',
    superviseIntervalSeconds: SUPERVISE,
    monitorIntervalSeconds: SUPERVISE,
    // Nothing here waits for other jobs.
    flowIntervalSeconds: 3600,
  });
  boss.on('error', (error) => {
    if (isLost(error)) onLoss(error);
    else log().error({ err: error }, 'background work is in trouble');
  });
  boss.on('warning', ({ message }) => log().warn({ message }, 'a warning about background work'));

  /** Ids of the workers of this process, by queue. */
  const workers = new Map<QueueName, string[]>();
  const filled = new Set<QueueName>();

  const send: Send = async (ctx, work) => {
    for (const [queue, ofQueue] of Map.groupBy(work, ({ job }) => job.queue)) {
      const rows = ofQueue.map(({ job, data }) => ({ data: envelopeOf(job, data) }));
      await boss.insert(queue, rows, { db: fromDrizzle(ctx.db, sql) });
      filled.add(queue);
    }
  };
  function wakeWorkers(): void {
    for (const queue of filled) for (const id of workers.get(queue) ?? []) boss.notifyWorker(id);
    filled.clear();
  }
  const settle = (taken: JobWithMetadata<unknown>): Promise<JobResult> =>
    runTaken(table, taken, send).then(
      () => ({ id: taken.id, status: 'completed' }),
      (error: unknown) => ({ id: taken.id, status: 'failed', output: error }),
    );
  async function takeFrom(queue: QueueName): Promise<void> {
    const ids: string[] = [];
    workers.set(queue, ids);
    for (let i = 0; i < (ABREAST[queue] ?? 1); i += 1) {
      const options = {
        includeMetadata: true,
        perJobResults: true,
        batchSize: BATCH[queue] ?? 1,
        pollingIntervalSeconds: POLL[queue] ?? 2,
      } as const;
      const id = await boss.work(queue, options, async (batch) => {
        const results = await Promise.all(batch.map((taken) => settle(taken)));
        // There may be more where this came from.
        filled.add(queue);
        wakeWorkers();
        return results;
      });
      ids.push(id);
    }
  }

  try {
    await boss.start();
    await makeQueues(boss);
    await keepSchedules(boss, table);
    const listening = await boss.getDb().listen?.(EVENTS_CHANNEL, onEvent, onEvent);
    for (const queue of new Set(table.jobs.map((job) => job.queue))) await takeFrom(queue);
    return {
      send,
      wakeWorkers,
      async stop(ms) {
        await listening?.close();
        await boss.stop({ graceful: true, timeout: ms });
      },
    };
  } catch (error) {
    await boss.stop({ graceful: false }).catch(() => undefined);
    throw error;
  }
}
