import { PgBoss } from 'pg-boss';
import { z } from 'zod';
import { makeQueues } from '#lib/jobs/queues';
import { envelopeOf } from '#lib/jobs/run';
import { defineJob, type QueueName } from '#lib/jobs/table';

/**
 * The queues as the worker makes them, moved by hand: without timers and workers, so that nothing happens by itself.
 */
export async function openQueue(databaseUrl: string) {
  const boss = new PgBoss({ connectionString: databaseUrl, max: 1, supervise: false, schedule: false });
  boss.on('error', () => undefined);
  await boss.start();
  await makeQueues(boss);

  const jobOf = (queue: QueueName) =>
    defineJob({ queue, name: 'test', input: z.object({}), run: async () => undefined });
  async function ask(queue: QueueName, input: object = {}, options: { retryLimit?: number } = {}): Promise<string> {
    const id = await boss.send(queue, envelopeOf(jobOf(queue), input), options);
    if (id === null) throw new Error('no id');
    return id;
  }
  /** Takes the next of a queue, as a worker does, and lets it come to this. */
  async function take(queue: QueueName, end: 'running' | 'done' | 'error'): Promise<void> {
    const [taken] = await boss.fetch(queue);
    if (!taken) throw new Error('nothing to take');
    if (end === 'done') await boss.complete(queue, taken.id);
    if (end === 'error') await boss.fail(queue, taken.id, new Error('ZodError'));
  }
  return {
    ask,
    take,
    askMany: (queue: QueueName, count: number) =>
      boss.insert(
        queue,
        Array.from({ length: count }, () => ({ data: envelopeOf(jobOf(queue), {}) })),
      ),
    /** Work that has failed and gets no further try. */
    async failed(queue: QueueName = 'maintenance', input: object = { id: crypto.randomUUID() }): Promise<string> {
      const id = await ask(queue, input, { retryLimit: 0 });
      await take(queue, 'error');
      return id;
    },
    stop: () => boss.stop({ graceful: false }),
  };
}

export type Queue = Awaited<ReturnType<typeof openQueue>>;
