import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Db } from '#db/client';
import { EXACT_TOTAL } from './paging.ts';

const plans = z.tuple([
  z.object({ 'QUERY PLAN': z.tuple([z.object({ Plan: z.object({ 'Plan Rows': z.number() }) })]) }),
]);

export type Total = { total: number; total_exact: boolean };

/** How many rows `from` (a from clause with its conditions) has: exact to 10,000, an estimate beyond. */
export async function countUpTo(ctx: { db: Db }, from: SQL): Promise<Total> {
  const [row] = await ctx.db.execute<{ total: number }>(
    sql`select count(*)::int as total from (select 1 from ${from} limit ${EXACT_TOTAL + 1}) counted`,
  );
  const total = row?.total ?? 0;
  if (total <= EXACT_TOTAL) return { total, total_exact: true };
  const plan = plans.parse([...(await ctx.db.execute(sql`explain (format json) select 1 from ${from}`))]);
  return {
    total: Math.max(total, Math.round(plan[0]['QUERY PLAN'][0].Plan['Plan Rows'])),
    total_exact: false,
  };
}
