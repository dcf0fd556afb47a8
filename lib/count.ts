import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Db } from '#db/client';
import { EXACT_TOTAL } from './paging.ts';

/** So many times more than are counted must be expected before nobody counts: statistics are not off by as much. */
const SURE = 5;

const plans = z.tuple([
  z.object({ 'QUERY PLAN': z.tuple([z.object({ Plan: z.object({ 'Plan Rows': z.number() }) })]) }),
]);

export type Total = { total: number; total_exact: boolean };

/**
 * How many rows `from` (a from clause with its conditions) has: exact to `exact`, beyond as many as the planner expects.
 * It is asked first: a list that is long for sure is not counted at all. `sure` where there is more to go by than its word.
 */
export async function countUpTo(
  ctx: { db: Db },
  from: SQL,
  exact: number = EXACT_TOTAL,
  sure: number = SURE,
): Promise<Total> {
  const plan = plans.parse([...(await ctx.db.execute(sql`explain (format json) select 1 from ${from}`))]);
  const expected = plan[0]['QUERY PLAN'][0].Plan['Plan Rows'];
  if (expected > exact * sure) return { total: expected, total_exact: false };
  const [row] = await ctx.db.execute<{ total: number }>(
    sql`select count(*)::int as total from (select 1 from ${from} limit ${exact + 1}) counted`,
  );
  const total = row?.total ?? 0;
  return { total: Math.max(total, total > exact ? expected : 0), total_exact: total <= exact };
}

/** The first page of a list, and how many rows there are: known without counting where all of them are on it. */
export async function pageWithTotal<T>(rows: Promise<T[]>, limit: number, count: () => Promise<Total>) {
  const shown = await rows;
  return [shown, shown.length <= limit ? { total: shown.length, total_exact: true } : await count()] as const;
}
