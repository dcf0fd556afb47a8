import 'server-only';
import { z } from 'zod';
import type { Context } from '#lib/context';
import { eventInput } from '#lib/jobs/event';
import { defineJob, type Job, type Schedule, type Subscription, type Try } from '#lib/jobs/table';
import { listOpenImports, runImport } from './commands.ts';
import { importRefInput } from './input.ts';

/** A slice of the rows; as long as there are more, the next slice is work of its own, behind what waits meanwhile. */
const run = defineJob({
  queue: 'maintenance',
  name: 'run-import',
  input: importRefInput,
  run: slice,
});

async function slice(ctx: Context, { id }: { id: string }, { send }: Try): Promise<void> {
  if (await runImport(ctx, { id })) await send(ctx, [{ job: run, data: { id } }]);
}

const asked = defineJob({
  queue: 'maintenance',
  name: 'run-asked-import',
  input: eventInput,
  run: (ctx, event, attempt) => slice(ctx, { id: event.entity_id }, attempt),
});

/** Picks up what a dead process left behind. */
const resume = defineJob({
  queue: 'maintenance',
  name: 'resume-imports',
  input: z.object({}),
  run: async (ctx, _, { send }) => {
    const ids = await listOpenImports(ctx);
    if (ids.length > 0) {
      await send(
        ctx,
        ids.map((id) => ({ job: run, data: { id } })),
      );
    }
  },
});

export const importJobs: readonly Job[] = [run, asked, resume];
export const importSubscriptions: readonly Subscription[] = [{ topic: 'import.asked', job: asked }];
export const importSchedules: readonly Schedule[] = [{ job: resume, cron: '* * * * *' }];
