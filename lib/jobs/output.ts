import { z } from 'zod';
import { JOB_STATES } from './rules.ts';
import { QUEUES } from './table.ts';

const moment = z.iso.datetime();

/** One piece of background work. */
export const jobOutput = z.object({
  id: z.uuid(),
  queue: z.enum(QUEUES),
  job: z.string().describe('What is done, such as `deliver-notice`'),
  state: z.enum(JOB_STATES).describe('`retrying` has failed and will be tried again; `failed` will not'),
  attempts: z.int().describe('Tries that were begun'),
  attempts_at_most: z.int(),
  error: z.string().nullable().describe('Why the last try failed: a code or a name, never data'),
  input: z.record(z.string(), z.unknown()).describe('Ids and figures; any other text is hidden'),
  created_at: moment,
  started_at: moment.nullable(),
  next_attempt_at: moment.nullable(),
  finished_at: moment.nullable(),
  can_retry: z.boolean(),
});
export type JobDto = z.output<typeof jobOutput>;
