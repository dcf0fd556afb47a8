import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { productionPatterns, productionPlans } from '#db/schema/stock';
import { database } from '#lib/database';
import { databaseUrl } from '#lib/env';
import { moveOrder, placeOrder } from '#lib/orders/commands';
import { setPlans } from '#lib/stock/commands';
import { setPlansInput } from '#lib/stock/input';
import { addDays, weekdayOf } from '#lib/time';
import { makeProduct, orderOf, outcome, staffMember, type TestContext, visitor } from '#tests/factories/shop';
import { NO_PROMISE_FLAWS, readPromiseFlaws } from '#tests/support/books';
import { rounds } from '#tests/support/rounds';
import { until } from '#tests/support/wait';

process.env.DATABASE_POOL_MAX = '20';

const ROUNDS = rounds(5);
const DAY = addDays(new Date().toISOString().slice(0, 10), 3);

let staff: TestContext;
let books: postgres.Sql;
beforeAll(async () => {
  staff = await staffMember('admin');
  books = postgres(databaseUrl(), { max: 1 });
});
afterAll(() => books.end());

const counted = (words: readonly string[]) => {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
};

const many = <T>(count: number, work: (at: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, at) => outcome(work(at))));

const baked = () => makeProduct({ stockMode: 'per_date', stockQuantity: 0 });
const plan = (variantId: string, planned: number) =>
  database().db.insert(productionPlans).values({ variantId, onDate: DAY, planned });
const pattern = (variantId: string, planned: number) =>
  database()
    .db.insert(productionPatterns)
    .values({ variantId, weekday: weekdayOf(DAY), planned });

const onDay = (variantIds: readonly string[], quantity = 1) =>
  orderOf([], { items: variantIds.map((id) => ({ variant_id: id, quantity, on_date: DAY })) });
const buy = (...variantIds: string[]) => placeOrder(visitor(), onDay(variantIds));

const dayOf = async (variantId: string) => {
  const [row] = await database().db.execute<{ planned: number; sold: number; orders: number }>(sql`
    select planned, sold, (select count(distinct order_id)::int from order_items
      where variant_id = d.variant_id and on_date = d.on_date) as orders
    from production_plans d where variant_id = ${variantId} and on_date = ${DAY}`);
  return row;
};

const cancel = (order_id: string) =>
  moveOrder(staff, { order_id, to: 'cancelled', note: null, cancel_reason: null, stock: null, version: null });

describe('a day of production', () => {
  it('sells its last ten to exactly ten of 300 buyers, round after round', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { variantId } = await baked();
      // Every other round the day has no row yet: the first buyers make it from the pattern, all at once.
      await (round % 2 === 0 ? plan(variantId, 10) : pattern(variantId, 10));
      expect(counted(await many(300, () => buy(variantId)))).toEqual({ ok: 10, STK_001: 290 });
      expect(await dayOf(variantId)).toEqual({ planned: 10, sold: 10, orders: 10 });
      expect(await readPromiseFlaws(books)).toEqual(NO_PROMISE_FLAWS);
    }
  });

  it('never goes below what is sold while it is lowered and bought at once', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { variantId } = await baked();
      await pattern(variantId, 20);
      const lower = (planned: number) =>
        setPlans(staff, setPlansInput.parse({ days: [{ variant_id: variantId, on_date: DAY, planned }] }));
      const [bought, lowered] = await Promise.all([many(120, () => buy(variantId)), many(12, (at) => lower(18 - at))]);
      const sales = counted(bought).ok ?? 0;
      expect(Object.keys(counted([...bought, ...lowered])).sort()).toEqual(expect.arrayContaining(['STK_001', 'ok']));
      const day = await dayOf(variantId);
      expect(day).toMatchObject({ sold: sales, orders: sales });
      // What the last number that was let through allows is sold to the last piece.
      expect(day?.planned).toBe(sales);
      expect(await readPromiseFlaws(books)).toEqual(NO_PROMISE_FLAWS);
    }
  });

  it('waits for a purchase under way, whose day would else never hear of the new pattern', async () => {
    const { variantId } = await baked();
    await pattern(variantId, 10);
    const items = JSON.stringify([{ variant_id: variantId, quantity: 2, on_date: DAY, unit_price_minor: 1250 }]);
    const change = { patterns: [{ variant_id: variantId, weekday: weekdayOf(DAY), planned: 5 }] };
    const { pending } = await books.begin(async (purchase) => {
      await purchase.unsafe('select take_stock($1::text::jsonb)', [items]);
      const pending = outcome(setPlans(staff, setPlansInput.parse(change)));
      await until('the change waits', 5000, async () => {
        const [row] = await purchase<{ waiting: number }[]>`select count(*)::int as waiting from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock'`;
        return row !== undefined && row.waiting > 0;
      });
      return { pending };
    });
    expect(await pending).toBe('ok');
    expect(await dayOf(variantId)).toMatchObject({ planned: 5, sold: 2 });
    await database().db.execute(sql`delete from production_plans where variant_id = ${variantId}`);
  });

  it('follows a pattern that is lowered meanwhile no further than to what is sold', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { variantId } = await baked();
      await pattern(variantId, 30);
      const change = { patterns: [{ variant_id: variantId, weekday: weekdayOf(DAY), planned: 5 }] };
      const [bought] = await Promise.all([
        many(100, () => buy(variantId)),
        many(3, () => setPlans(staff, setPlansInput.parse(change))),
      ]);
      const sales = counted(bought).ok ?? 0;
      expect(sales).toBeGreaterThanOrEqual(5);
      expect(await dayOf(variantId)).toEqual({ planned: sales, sold: sales, orders: sales });
      expect(await readPromiseFlaws(books)).toEqual(NO_PROMISE_FLAWS);
    }
  });

  it('never deadlocks: crossed carts of baked and counted goods, cancellations, changes of the plan', async () => {
    const [first, second] = [await baked(), await makeProduct({ stockQuantity: 1000 })];
    const third = await baked();
    for (const { variantId } of [first, third]) await plan(variantId, 1000);
    const placed = await Promise.all(
      Array.from({ length: 40 }, () => buy(first.variantId, second.variantId, third.variantId)),
    );
    const results = await Promise.all([
      many(60, (at) =>
        at % 2 === 0
          ? buy(first.variantId, second.variantId, third.variantId)
          : buy(third.variantId, second.variantId, first.variantId),
      ),
      many(40, (at) => cancel(placed[at]?.order.id ?? '')),
      many(20, (at) =>
        setPlans(
          staff,
          setPlansInput.parse({
            days: [third, first].map(({ variantId }) => ({ variant_id: variantId, on_date: DAY, planned: 900 + at })),
          }),
        ),
      ),
    ]);
    expect(counted(results.flat())).toEqual({ ok: 120 });
    expect(await dayOf(first.variantId)).toMatchObject({ sold: 60 });
    expect(await dayOf(third.variantId)).toMatchObject({ sold: 60 });
    expect(await readPromiseFlaws(books)).toEqual(NO_PROMISE_FLAWS);
  });
});
