import 'server-only';
import type { JobWithMetadata } from 'pg-boss';
import { z } from 'zod';
import { DomainError } from '#lib/errors';
import { systemContext } from '#lib/http/context';
import { describeError, log } from '#lib/log';
import { isLost } from './connection.ts';
import type { Send } from './dispatcher.ts';
import type { Job, JobTable } from './table.ts';

const envelope = z.object({ job: z.string(), input: z.unknown() });

/** What a queue holds of one piece of work. */
export const envelopeOf = (job: Job, input: object): z.input<typeof envelope> => ({ job: job.name, input });

/** The queue keeps the words of a failure, and the database's own words repeat names and phones. */
function plainError(err: unknown): Error {
  const { name, code } = describeError(err);
  return new Error(err instanceof DomainError ? err.code : [name, code].filter(Boolean).join(' '));
}

/** Runs what was taken from a queue with a context of the system; its failure is logged, and thrown on without secrets. */
export async function runTaken({ jobs }: JobTable, taken: JobWithMetadata<unknown>, send: Send): Promise<void> {
  const { job: name, input } = envelope.parse(taken.data);
  const job = jobs.find((one) => one.name === name && one.queue === taken.name);
  if (!job) throw new Error(`no job ${name}`);
  const isLast = taken.retryCount >= taken.retryLimit;
  try {
    await job.run(await systemContext(name), input, { isLast, send });
  } catch (err) {
    const where = { err, job: name, jobId: taken.id, attempt: taken.retryCount + 1 };
    if (isLast) log().error(where, 'a job has failed for good');
    else if (!isLost(err)) log().warn(where, 'a job failed and will be tried again');
    throw plainError(err);
  }
}
