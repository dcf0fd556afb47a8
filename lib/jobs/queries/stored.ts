import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import type { Context } from '#lib/context';
import { QUEUES } from '../table.ts';

/**
 * pg-boss has no call that lists work by state, or counts it at this moment, so its table is read here and nowhere else;
 * written it is through pg-boss alone. Its own queues stay out.
 */
export const OURS: SQL = sql`name in (${sql.join(
  QUEUES.map((name) => sql`${name}`),
  sql`, `,
)})`;

/** False until a worker has run for the first time: it makes the tables. */
export async function hasQueues(ctx: Pick<Context, 'db'>): Promise<boolean> {
  const [row] = await ctx.db.execute<{ there: boolean }>(sql`select to_regclass('pgboss.job') is not null as there`);
  return row?.there ?? false;
}

/** A moment as text that JSON and `Date` read. */
export const iso = (column: SQL): SQL =>
  sql`to_char(date_trunc('milliseconds', ${column}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
