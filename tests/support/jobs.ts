import { dispatch } from '#lib/jobs/dispatcher';
import type { Work } from '#lib/jobs/table';
import { jobTable } from '#lib/worker/table';
import { contextOf } from '#tests/factories/shop';

/** As the worker has it. */
export const system = () => contextOf({ kind: 'system', name: 'test' });

/** Runs one piece of work, and whatever it asks for in turn. `times` as a crash may make it run again. */
export async function runWork({ job, data }: Work, { times = 1, isLast = false } = {}): Promise<void> {
  const more: Work[] = [];
  for (let time = 0; time < times; time += 1) {
    await job.run(system(), data, {
      isLast,
      send: async (_ctx, work) => {
        more.push(...work);
      },
    });
  }
  for (const next of more) await runWork(next, { times, isLast });
}

/** Everything that has happened is turned into work and done, without queues and their pauses. */
export async function doAllWork(options: { times?: number; isLast?: boolean } = {}): Promise<void> {
  const waiting: Work[] = [];
  const collect = async (_ctx: unknown, work: readonly Work[]) => {
    waiting.push(...work);
  };
  while ((await dispatch(system(), jobTable.subscriptions, collect)) > 0);
  for (const work of waiting) await runWork(work, options);
}
