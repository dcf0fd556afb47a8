import { z } from 'zod';
import { filled } from '#lib/fields';
import { pagingInput } from '#lib/paging';
import { JOB_FILTERS } from './rules.ts';
import { QUEUES } from './table.ts';

export const listJobsInput = z.object({
  queue: filled(z.enum(QUEUES, { error: `Choose one of ${QUEUES.join(', ')}.` })),
  state: filled(z.enum(JOB_FILTERS, { error: `Choose one of ${JOB_FILTERS.join(', ')}.` })).describe(
    '`open`: all that is not over, and what has failed. Left out: all',
  ),
  ...pagingInput,
});
export type ListJobs = z.output<typeof listJobsInput>;

export const jobRefInput = z.strictObject({ id: z.uuid({ error: 'That is not a valid id.' }) });
export type JobRef = z.output<typeof jobRefInput>;
