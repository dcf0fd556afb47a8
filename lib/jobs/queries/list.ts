import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { type Context, requireRole } from '#lib/context';
import { countUpTo } from '#lib/count';
import { type Page, pageOf, placeOf, wholeList } from '#lib/paging';
import type { JobRef, ListJobs } from '../input.ts';
import type { JobDto } from '../output.ts';
import { stateOf, storedStates } from '../rules.ts';
import { shownInput } from '../shown-input.ts';
import type { QueueName } from '../table.ts';
import { hasQueues, iso, OURS } from './stored.ts';

type Row = {
  id: string;
  queue: QueueName;
  data: unknown;
  state: string;
  attempts: number;
  at_most: number;
  error: string | null;
  created_at: string;
  started_at: string | null;
  start_after: string;
  finished_at: string | null;
};

const COLUMNS = sql`
  id, name as queue, data, state::text as state, retry_limit + 1 as at_most,
  case when started_on is null then 0 else retry_count + 1 end as attempts,
  left(coalesce(output ->> 'message', output -> 'value' ->> 'message'), 300) as error,
  ${iso(sql`created_on`)} as created_at, ${iso(sql`started_on`)} as started_at,
  ${iso(sql`start_after`)} as start_after, ${iso(sql`completed_on`)} as finished_at`;

/** The queue keeps no more than milliseconds of worth; its cursor has no more either. */
const PLACE = sql`date_trunc('milliseconds', created_on)`;

const envelope = z
  .object({ job: z.string(), input: z.record(z.string(), z.unknown()) })
  .catch({ job: 'unknown', input: {} });

function toDto(row: Row): JobDto {
  const { job, input } = envelope.parse(row.data);
  const state = stateOf(row.state);
  const isWaiting = state === 'waiting' || state === 'retrying';
  return {
    id: row.id,
    queue: row.queue,
    job,
    state,
    attempts: row.attempts,
    attempts_at_most: row.at_most,
    // What was wrong with an earlier try is over once it is done.
    error: state === 'done' ? null : row.error,
    input: shownInput(input),
    created_at: row.created_at,
    started_at: row.started_at,
    next_attempt_at: isWaiting ? row.start_after : null,
    finished_at: isWaiting || state === 'running' ? null : row.finished_at,
    can_retry: state === 'failed',
  };
}

/** For admins: background work, newest first; nothing before a worker has run. Throws REQ_001 for a foreign cursor. */
export async function listJobs(ctx: Context, input: ListJobs): Promise<Page<JobDto>> {
  requireRole(ctx, 'admin');
  const { page, limit, queue, state } = input;
  const at = placeOf(input.cursor);
  if (!(await hasQueues(ctx))) return wholeList([]);
  const states = storedStates(state);
  const conditions: SQL[] = [OURS];
  if (queue !== undefined) conditions.push(sql`name = ${queue}`);
  if (states !== null) conditions.push(sql`state::text = any(string_to_array(${states.join(',')}, ','))`);
  const where = sql.join(conditions, sql` and `);
  const after = at ? sql`and (${PLACE}, id) < (${at.at}::timestamptz, ${at.id}::uuid)` : sql``;
  const [rows, total] = await Promise.all([
    ctx.db.execute<Row>(sql`
      select ${COLUMNS} from pgboss.job where ${where} ${after}
      order by ${PLACE} desc, id desc limit ${limit + 1} offset ${at ? 0 : (page - 1) * limit}`),
    countUpTo(ctx, sql`pgboss.job where ${where}`),
  ]);
  return pageOf(
    rows,
    { page, limit, ...total },
    { toDto, placeOfRow: (row) => ({ at: new Date(row.created_at), id: row.id }) },
  );
}

/** For admins: one piece of work, or null. */
export async function getJob(ctx: Context, { id }: JobRef): Promise<JobDto | null> {
  requireRole(ctx, 'admin');
  if (!(await hasQueues(ctx))) return null;
  const [row] = await ctx.db.execute<Row>(sql`select ${COLUMNS} from pgboss.job where ${OURS} and id = ${id}::uuid`);
  return row ? toDto(row) : null;
}
