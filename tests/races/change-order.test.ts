import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { database } from '#lib/database';
import { databaseUrl } from '#lib/env';
import { changeOrderInput, changeOwnOrderInput } from '#lib/orders/change-input';
import { cancelOwnOrder, changeOrder, changeOwnOrder, placeOrder } from '#lib/orders/commands';
import type { OrderDto } from '#lib/orders/output';
import { addDays, dayOf } from '#lib/time';
import { bookedIn, type Change, type DeskChange, expectGoodBooks, keyOf } from '#tests/factories/change';
import { bakeDaily, makePlace, slotAt, ZONE } from '#tests/factories/promise';
import { makeProduct, orderOf, outcome, staffMember, type TestContext, visitor } from '#tests/factories/shop';
import { rounds } from '#tests/support/rounds';

process.env.DATABASE_POOL_MAX = '20';

const ROUNDS = rounds(5);
const DAY = addDays(dayOf(new Date(), ZONE), 3);

let staff: TestContext;
let books: postgres.Sql;
beforeAll(async () => {
  staff = await staffMember('staff');
  books = postgres(databaseUrl(), { max: 1 });
});
afterAll(() => books.end());
afterEach(() => expectGoodBooks(books));

const counted = (words: readonly string[]) => {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
};
const many = <T>(count: number, work: (at: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, at) => outcome(work(at))));

const change = (order: OrderDto, wish: Change) =>
  changeOwnOrder(
    visitor(),
    { order_number: order.order_number, ...changeOwnOrderInput.parse(wish) },
    { key: keyOf(order) },
  );
const changeAtDesk = (order: OrderDto, wish: DeskChange) =>
  changeOrder(staff, changeOrderInput.parse({ order_id: order.id, ...wish }));
const cancel = (order: OrderDto) =>
  cancelOwnOrder(visitor(), { order_number: order.order_number, cancel_reason: null }, { key: keyOf(order) });

const buy = async (variantIds: readonly string[], slot_id: string, quantity = 1) => {
  const items = variantIds.map((id) => ({ variant_id: id, quantity }));
  return (await placeOrder(visitor(), orderOf([], { items, slot_id }))).order;
};
const allOf = (order: OrderDto, quantity: number) => order.items.map(({ id }) => ({ item_id: id, quantity }));

describe('two changes of one order', () => {
  it('that were both looked at: one is taken, the other hears that it is stale', async () => {
    const { locationId } = await makePlace();
    const { variantId } = await makeProduct({ stockQuantity: 500 });
    for (let round = 0; round < ROUNDS; round += 1) {
      const order = await buy([variantId], slotAt(locationId, DAY, '09:00'), 4);
      const results = await many(10, (at) => {
        const wish = { items: allOf(order, 1 + (at % 3)), version: order.version };
        return at % 2 === 0 ? change(order, wish) : changeAtDesk(order, wish);
      });
      expect(counted(results)).toEqual({ ok: 1, REQ_002: 9 });
    }
  });

  it('that nobody looked at come one after the other', async () => {
    const { locationId } = await makePlace();
    const { variantId } = await makeProduct({ stockQuantity: 500 });
    const order = await buy([variantId], slotAt(locationId, DAY, '10:00'), 4);
    expect(counted(await many(2, (at) => change(order, { items: allOf(order, 2 + at) })))).toEqual({ ok: 2 });
  });
});

describe('a change', () => {
  it('against a cancellation leaves an order that is one or the other, and gives everything back once', async () => {
    const { locationId } = await makePlace();
    const { variantId } = await makeProduct({ stockMode: 'per_date', stockQuantity: 0 });
    await bakeDaily(variantId, 500);
    const [nine, ten] = [slotAt(locationId, DAY, '09:00'), slotAt(locationId, DAY, '10:00')];
    for (let round = 0; round < ROUNDS * 4; round += 1) {
      const order = await buy([variantId], nine, 3);
      const [changed, cancelled] = await Promise.all([
        outcome(change(order, { items: allOf(order, 5), slot_id: ten })),
        outcome(cancel(order)),
      ]);
      expect(cancelled).toBe('ok');
      expect(['ok', 'ORD_003']).toContain(changed);
    }
    expect([await bookedIn(nine), (await bookedIn(ten)) ?? [0, 0]]).toEqual([
      [0, 0],
      [0, 0],
    ]);
    const [plan] = await database().db.execute<{ sold: number }>(
      sql`SELECT sold FROM production_plans WHERE variant_id = ${variantId} AND on_date = ${DAY}`,
    );
    expect(plan?.sold).toBe(0);
  });

  it('and buyers share the last pieces: exactly as many are sold as there are', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { locationId } = await makePlace({}, `Place ${round}`);
      const isBaked = round % 2 === 1;
      const { variantId } = await makeProduct(
        isBaked ? { stockMode: 'per_date', stockQuantity: 0 } : { stockQuantity: 50 },
      );
      if (isBaked) await bakeDaily(variantId, 50);
      const slot = slotAt(locationId, DAY, '08:00');
      const held: OrderDto[] = [];
      for (let index = 0; index < 40; index += 1) held.push(await buy([variantId], slot));
      const [grown, bought] = await Promise.all([
        many(40, (at) => {
          const order = held[at];
          return order ? change(order, { items: allOf(order, 2) }) : Promise.reject();
        }),
        many(120, () => buy([variantId], slot)),
      ]);
      expect((counted(grown).ok ?? 0) + (counted(bought).ok ?? 0)).toBe(10);
      expect(Object.keys(counted([...grown, ...bought])).sort()).toEqual(['STK_001', 'ok']);
    }
  });

  it('and buyers share the last places of a slot, in orders and in load', async () => {
    const { locationId } = await makePlace({ capacityOrders: 12, capacityLoad: 30 });
    const { variantId } = await makeProduct({ stockMode: 'unlimited' });
    const [eight, nine] = [slotAt(locationId, DAY, '08:00'), slotAt(locationId, DAY, '09:00')];
    const held: OrderDto[] = [];
    for (let index = 0; index < 12; index += 1) held.push(await buy([variantId], eight));
    const results = await Promise.all([
      many(12, (at) => {
        const order = held[at];
        return order ? change(order, { slot_id: nine, items: allOf(order, 4) }) : Promise.reject();
      }),
      many(60, () => buy([variantId], nine)),
    ]);
    expect(Object.keys(counted(results.flat())).sort()).toEqual(['SLOT_001', 'ok']);
    const [orders, load] = (await bookedIn(nine)) ?? [];
    expect(orders).toBe((counted(results[0]).ok ?? 0) + (counted(results[1]).ok ?? 0));
    expect(orders).toBeLessThanOrEqual(12);
    expect(load).toBeLessThanOrEqual(30);
    // Whoever moved away left a place behind.
    expect((await bookedIn(eight))?.[0]).toBe(12 - (counted(results[0]).ok ?? 0));
  });

  it('of the slot alone never deadlocks with one the other way', async () => {
    const { locationId } = await makePlace();
    const { variantId } = await makeProduct({ stockMode: 'unlimited' });
    const slots = [slotAt(locationId, DAY, '10:00'), slotAt(locationId, DAY, '11:00')];
    const held: OrderDto[] = [];
    for (let at = 0; at < 40; at += 1) held.push(await buy([variantId], slots[at % 2] ?? ''));
    for (let round = 1; round <= ROUNDS * 2; round += 1) {
      const moves = held.map((order, at) => outcome(change(order, { slot_id: slots[(at + round) % 2] })));
      expect(counted(await Promise.all(moves))).toEqual({ ok: 40 });
    }
    expect(await Promise.all(slots.map(bookedIn))).toEqual([
      [20, 20],
      [20, 20],
    ]);
  });

  it('never deadlocks with others: crossed between two slots and two products, with buyers and cancellations between', async () => {
    const { locationId } = await makePlace({ capacityOrders: 100 * ROUNDS });
    const one = await makeProduct({ stockQuantity: 1000 * ROUNDS });
    const two = await makeProduct({ stockMode: 'per_date', stockQuantity: 0 });
    await bakeDaily(two.variantId, 1000 * ROUNDS);
    const slots = [slotAt(locationId, DAY, '10:00'), slotAt(locationId, DAY, '11:00')];
    const slotOf = (at: number) => slots[at % 2] ?? '';
    const goodsOf = (at: number) => (at % 4 < 2 ? [one.variantId, two.variantId] : [two.variantId, one.variantId]);
    for (let round = 0; round < ROUNDS; round += 1) {
      const held: OrderDto[] = [];
      for (let at = 0; at < 40; at += 1) held.push(await buy(goodsOf(at), slotOf(at), 1 + (at % 3)));
      const results = await Promise.all([
        ...held.map((order, at) => {
          const other = { variant_id: goodsOf(at + 2)[0], quantity: 4 };
          const items = at % 3 === 0 ? [other] : [...allOf(order, 2).reverse(), other];
          return outcome(change(order, { slot_id: slotOf(at + 1), items }));
        }),
        ...held.filter((_, at) => at % 5 === 0).map((order) => outcome(cancel(order))),
        ...Array.from({ length: 20 }, (_, at) => outcome(buy(goodsOf(at), slotOf(at)))),
      ]);
      expect(Object.keys(counted(results)).filter((word) => word !== 'ok' && word !== 'ORD_003')).toEqual([]);
    }
  });
});
