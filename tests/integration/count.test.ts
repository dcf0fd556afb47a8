import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { countUpTo, pageWithTotal } from '#lib/count';
import { database } from '#lib/database';
import { EXACT_FOUND } from '#lib/paging';

const ctx = () => ({ db: database().db });
const rows = (amount: number) => sql`generate_series(1, ${sql.raw(String(amount))}) n`;

it('counts to ten thousand and estimates what is beyond', async () => {
  expect(await countUpTo(ctx(), rows(0))).toEqual({ total: 0, total_exact: true });
  expect(await countUpTo(ctx(), rows(37))).toEqual({ total: 37, total_exact: true });
  expect(await countUpTo(ctx(), rows(10_000))).toEqual({ total: 10_000, total_exact: true });
  expect(await countUpTo(ctx(), rows(10_001))).toEqual({ total: 10_001, total_exact: false });
});

it('counts to a thousand where every row is looked at', async () => {
  expect(await countUpTo(ctx(), rows(1000), EXACT_FOUND)).toEqual({ total: 1000, total_exact: true });
  expect(await countUpTo(ctx(), rows(1200), EXACT_FOUND)).toEqual({ total: 1200, total_exact: false });
});

it('believes what was counted, not what the planner expects, unless that is many times as much', async () => {
  // A third of the rows by the planner's rule of thumb; in truth none, or all.
  const few = sql`generate_series(1, 6000) n where n * 2 < 0`;
  expect(await countUpTo(ctx(), few, EXACT_FOUND)).toEqual({ total: 0, total_exact: true });
  const all = sql`generate_series(1, 6000) n where n * 2 > 0`;
  const { total, total_exact: isExact } = await countUpTo(ctx(), all, EXACT_FOUND);
  expect(isExact).toBe(false);
  expect(total).toBeGreaterThan(EXACT_FOUND);
});

it('does not count what is long for sure', async () => {
  // Looking at a row of it would fail.
  const long = sql`generate_series(1, 60000) n where 1 / (n - n) is not null`;
  expect(await countUpTo(ctx(), long)).toMatchObject({ total_exact: false });
});

it('does not count where there is more to go by than what the planner expects', async () => {
  const long = sql`generate_series(1, 1600) n where 1 / (n - n) is not null`;
  await expect(countUpTo(ctx(), long, EXACT_FOUND)).rejects.toThrow();
  expect(await countUpTo(ctx(), long, EXACT_FOUND, 1.5)).toMatchObject({ total_exact: false });
});

it('takes a page that holds everything for its own total', async () => {
  const count = async () => ({ total: 99, total_exact: true });
  expect(await pageWithTotal(Promise.resolve([1, 2]), 2, count)).toEqual([[1, 2], { total: 2, total_exact: true }]);
  expect(await pageWithTotal(Promise.resolve([]), 2, count)).toEqual([[], { total: 0, total_exact: true }]);
  // One row beyond the page: there are more.
  const full = await pageWithTotal(Promise.resolve([1, 2, 3]), 2, count);
  expect(full).toEqual([[1, 2, 3], { total: 99, total_exact: true }]);
});
