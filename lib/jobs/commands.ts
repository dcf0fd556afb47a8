import 'server-only';
import { sql } from 'drizzle-orm';
import { fromDrizzle } from 'pg-boss';
import { z } from 'zod';
import { recordAudit } from '#lib/audit/commands';
import { type Context, requireRole } from '#lib/context';
import { transaction } from '#lib/database';
import { DomainError } from '#lib/errors';
import { openDesk } from './desk-boss.ts';
import type { JobRef } from './input.ts';
import type { JobDto } from './output.ts';
import { getJob } from './queries.ts';

/** What pg-boss answers and does not name in its types. */
const changed = z.object({ affected: z.int() });

async function read(ctx: Context, ref: JobRef): Promise<JobDto> {
  const job = await getJob(ctx, ref);
  if (job === null) throw new DomainError('DB_002');
  return job;
}

/**
 * Gives a piece of work that has failed one more try, which a worker takes up within half a minute. Throws DB_002 when
 * there is none, CONF_002 when it has not failed.
 */
export async function retryJob(ctx: Context, { id }: JobRef): Promise<JobDto> {
  requireRole(ctx, 'admin');
  const { queue, job, attempts, can_retry } = await read(ctx, { id });
  if (!can_retry) throw new DomainError('CONF_002');
  const boss = await openDesk();
  try {
    await transaction(ctx, async (tx) => {
      const { affected } = changed.parse(await boss.retry(queue, id, { db: fromDrizzle(tx.db, sql) }));
      // Somebody else was faster.
      if (affected === 0) throw new DomainError('CONF_002');
      await recordAudit(tx, { action: 'job.retried', entity: 'job', entityId: id, after: { queue, job, attempts } });
    });
  } finally {
    await boss.stop({ graceful: false });
  }
  return read(ctx, { id });
}
