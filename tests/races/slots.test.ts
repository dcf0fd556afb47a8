import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readFunctions } from '#db/migrate';
import { closures } from '#db/schema/promise';
import { database } from '#lib/database';
import { databaseUrl } from '#lib/env';
import { moveOrder, placeOrder } from '#lib/orders/commands';
import { forgetRuleBook } from '#lib/promise/queries/rule-book';
import { addDays, dayOf } from '#lib/time';
import { addHours, bakeDaily, makePlace, slotAt, ZONE } from '#tests/factories/promise';
import { makeProduct, orderOf, outcome, staffMember, visitor } from '#tests/factories/shop';
import { NO_PROMISE_FLAWS, readPromiseFlaws } from '#tests/support/books';
import { rounds } from '#tests/support/rounds';

process.env.DATABASE_POOL_MAX = '20';

const ROUNDS = rounds(5);
const BUYERS = 300;
const DAY = addDays(dayOf(new Date(), ZONE), 3);

let client: postgres.Sql;
beforeAll(() => {
  client = postgres(databaseUrl(), { max: 1, onnotice: () => undefined });
});
afterAll(() => client.end());
afterEach(async () => {
  expect(await readPromiseFlaws(client)).toEqual(NO_PROMISE_FLAWS);
});

const counted = (words: readonly string[]) => {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
};

const bookedIn = async (slotId: string) => {
  const [row] = await database().db.execute<{ orders: number; load: number }>(
    sql`SELECT booked_orders AS orders, booked_load AS load FROM slots WHERE id = ${slotId}`,
  );
  return row;
};

/** All at once for the same slot; answers how often each outcome came. */
const rush = async (variantId: string, slotId: string, buyers = BUYERS) =>
  counted(
    await Promise.all(
      Array.from({ length: buyers }, () => outcome(placeOrder(visitor(), orderOf([variantId], { slot_id: slotId })))),
    ),
  );

describe('a slot', () => {
  it('with room for ten orders takes exactly ten of 300, round after round', async () => {
    const { locationId } = await makePlace({ capacityOrders: 10, starts: '00:00', ends: '24:00', slotMinutes: 5 });
    const { variantId } = await makeProduct({ stockMode: 'unlimited' });
    for (let round = 0; round < ROUNDS; round += 1) {
      const time = `${String(Math.floor(round / 12)).padStart(2, '0')}:${String((round % 12) * 5).padStart(2, '0')}`;
      const id = slotAt(locationId, DAY, time);
      expect(await rush(variantId, id)).toEqual({ ok: 10, SLOT_001: BUYERS - 10 });
      expect(await bookedIn(id)).toEqual({ orders: 10, load: 10 });
    }
  });

  it('with room for 30 load points takes exactly ten orders of three', async () => {
    const { locationId } = await makePlace({ capacityLoad: 30 });
    const { variantId } = await makeProduct({ stockMode: 'unlimited', loadPoints: 3 });
    const id = slotAt(locationId, DAY, '09:00');
    expect(await rush(variantId, id)).toEqual({ ok: 10, SLOT_001: BUYERS - 10 });
    expect(await bookedIn(id)).toEqual({ orders: 10, load: 30 });
  });

  it('and a day of production together give the smaller of the two, and a refused order moves neither', async () => {
    const { locationId } = await makePlace({ capacityOrders: 8 });
    const { variantId } = await makeProduct({ stockMode: 'per_date' });
    await bakeDaily(variantId, 10);
    const [first, second] = [slotAt(locationId, DAY, '08:00'), slotAt(locationId, DAY, '09:00')];
    const results = await Promise.all([rush(variantId, first, 150), rush(variantId, second, 150)]);
    expect((results[0].ok ?? 0) + (results[1].ok ?? 0)).toBe(10);
    const [plan] = await database().db.execute<{ sold: number }>(
      sql`SELECT sold FROM production_plans WHERE variant_id = ${variantId} AND on_date = ${DAY}`,
    );
    expect(plan?.sold).toBe(10);
    for (const [index, id] of [first, second].entries())
      expect((await bookedIn(id))?.orders ?? 0).toBe(results[index]?.ok ?? 0);
  });

  it('crossed with two products and two slots never deadlocks, and every place finds a buyer', async () => {
    const { locationId } = await makePlace({ capacityOrders: 20 });
    const [one, two] = [await makeProduct({ stockQuantity: 200 }), await makeProduct({ stockQuantity: 200 })];
    const slots = [slotAt(locationId, DAY, '10:00'), slotAt(locationId, DAY, '11:00')];
    const results = await Promise.all(
      Array.from({ length: 160 }, (_, index) => {
        const pair = [one.variantId, two.variantId];
        const order = orderOf(index % 2 ? pair : pair.reverse(), { slot_id: slots[index % 4 < 2 ? 0 : 1] });
        return outcome(placeOrder(visitor(), order));
      }),
    );
    expect(counted(results)).toEqual({ ok: 40, SLOT_001: 120 });
  });

  it('is given back once, however many cancel at once, and taken again', async () => {
    const admin = await staffMember('admin');
    const { locationId } = await makePlace({ capacityOrders: 1 });
    const { variantId } = await makeProduct({ stockQuantity: 5 });
    const id = slotAt(locationId, DAY, '08:00');
    const { order } = await placeOrder(visitor(), orderOf([variantId], { slot_id: id }));
    const cancel = { order_id: order.id, to: 'cancelled', note: null, cancel_reason: null, stock: null, version: null };
    const results = await Promise.all(
      Array.from({ length: 8 }, () => outcome(moveOrder(admin, { ...cancel, to: 'cancelled' }))),
    );
    expect(counted(results)).toEqual({ ok: 1, ORD_002: 7 });
    expect(await bookedIn(id)).toEqual({ orders: 0, load: 0 });
    expect(await rush(variantId, id, 20)).toEqual({ ok: 1, SLOT_001: 19 });
  });

  it('is never promised under rules that changed meanwhile', async () => {
    const { locationId } = await makePlace({ capacityOrders: 500 });
    const { variantId } = await makeProduct({ stockMode: 'unlimited' });
    const id = slotAt(locationId, DAY, '09:00');
    // Closing waits for the orders under way and is seen by all that come after it.
    const closing = database()
      .db.insert(closures)
      .values({ startsAt: new Date(), endsAt: new Date(Date.now() + 30 * 86_400_000) })
      .returning({ at: sql<string>`clock_timestamp()::text` });
    const orders = Array.from({ length: 60 }, () =>
      outcome(placeOrder(visitor(), orderOf([variantId], { slot_id: id }))),
    );
    const [closed] = await closing;
    const results = counted(await Promise.all(orders));
    expect(Object.keys(results).filter((word) => word !== 'ok' && word !== 'SLOT_002')).toEqual([]);
    const [late] = await database().db.execute<{ count: number }>(
      sql`SELECT count(*)::int FROM order_events e JOIN orders o ON o.id = e.order_id
        WHERE o.slot_id = ${id} AND o.created_at > ${closed?.at}::timestamptz`,
    );
    expect(late?.count).toBe(0);
    await database().db.delete(closures);
    forgetRuleBook();
  });
});

describe('without the check of its room', () => {
  it('the same rush would sell more than there is', async () => {
    const original = (await readFunctions()).find(({ name }) => name === 'take_slot')?.text ?? '';
    const careless = original.replace(/ELSIF s\.booked_orders >= s\.capacity_orders THEN[\s\S]*?(?=ELSIF|END IF)/, '');
    expect(careless).not.toBe(original);
    await database().db.execute(sql.raw(careless));
    try {
      const { locationId } = await makePlace({ capacityOrders: 10 });
      await addHours(locationId, { starts: '13:00', ends: '14:00', capacityOrders: 10 });
      const { variantId } = await makeProduct({ stockMode: 'unlimited' });
      expect((await rush(variantId, slotAt(locationId, DAY, '13:00'), 60)).ok).toBeGreaterThan(10);
    } finally {
      await database().db.execute(sql.raw(original));
    }
  });
});
