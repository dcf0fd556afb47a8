import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { database, transaction } from '#lib/database';
import {
  claimPayment,
  confirmOrder,
  confirmPayment,
  placeOrder,
  recordPayment,
  rejectPayment,
  releaseUnpaidOrders,
  remindUnpaidOrders,
} from '#lib/orders/commands';
import { getOrder } from '#lib/orders/queries';
import { forgetRuleBook } from '#lib/promise/queries/rule-book';
import { addDays, dayOf } from '#lib/time';
import { makePlace, slotAt, ZONE } from '#tests/factories/promise';
import {
  contextOf,
  makeProduct,
  orderOf,
  setSetting,
  staffMember,
  type TestContext,
  visitor,
} from '#tests/factories/shop';

const HOUR = 60 * 60 * 1000;
const NOW = new Date();
const later = (hours: number) => new Date(NOW.getTime() + hours * HOUR);
const shopAt = (now: Date) => contextOf({ kind: 'system', name: 'deadlines' }, { now });

const transfer = {
  method: 'bank_transfer',
  title: 'Transfer',
  delivery_types: ['pickup'],
  due_hours: 48,
  remind_hours: 12,
};
const cash = { method: 'cash', title: 'Cash', delivery_types: ['pickup'] };
const kept = { ...transfer, method: 'other', title: 'On trust', release_unpaid: false, remind_hours: null };

let staff: TestContext;
beforeAll(async () => {
  staff = await staffMember('staff');
  await setSetting('payments', { options: [transfer, cash, kept] });
});

async function newOrder(more: Record<string, unknown> = {}) {
  const made = await makeProduct();
  const { order } = await placeOrder(visitor({ now: NOW }), orderOf([made.variantId], more));
  return { ...order, ...made, key: new URL(order.access_url).searchParams.get('key') };
}
type Order = Awaited<ReturnType<typeof newOrder>>;

const claim = ({ order_number, key }: Order, now = NOW) =>
  claimPayment(visitor({ now }), { order_number, amount: null, reference: null }, { key });
const read = (order: { id: string }) => getOrder(staff, { id: order.id });
const leftOf = async (variantId: string) => {
  const [row] = await database().db.execute<{ left: number }>(
    sql`SELECT stock_quantity AS left FROM product_variants WHERE id = ${variantId}`,
  );
  return row?.left;
};
const eventsOf = (order: { id: string }, topic: string) =>
  database().db.execute<{ payload: unknown }>(
    sql`SELECT payload FROM domain_events WHERE topic = ${topic} AND entity_id = ${order.id} ORDER BY seq`,
  );

/** Orders that follow need no slot. */
async function closePlaces(): Promise<void> {
  await database().db.execute(sql`UPDATE locations SET active = false`);
  forgetRuleBook();
}

/** Whatever earlier tests left open is released, so that counts are those of one test. */
const settleAll = () => releaseUnpaidOrders(shopAt(later(24 * 365)));

describe('the deadline of an order', () => {
  it('comes from its way to pay', async () => {
    expect(await newOrder()).toMatchObject({ payment_due_at: later(48).toISOString(), is_released_unpaid: true });
    expect(await newOrder({ payment_method: 'cash' })).toMatchObject({
      payment_due_at: null,
      is_released_unpaid: false,
    });
    expect(await newOrder({ payment_method: 'other' })).toMatchObject({
      payment_due_at: later(48).toISOString(),
      is_released_unpaid: false,
    });
  });

  it('never lies after the slot begins', async () => {
    const { locationId } = await makePlace({ starts: '00:00', ends: '24:00', slotMinutes: 60 });
    const day = addDays(dayOf(NOW, ZONE), 1);
    const order = await newOrder({ slot_id: slotAt(locationId, day, '20:00') });
    expect(order.slot).not.toBeNull();
    expect(order.payment_due_at).toBe(order.slot?.starts_at);
    await closePlaces();
  });
});

describe('an order that is not paid in time', () => {
  it('is released like a cancellation: stock and slot are free, the timeline says why, an event is told', async () => {
    await settleAll();
    const { locationId } = await makePlace();
    const slot_id = slotAt(locationId, addDays(dayOf(NOW, ZONE), 6), '09:00');
    const order = await newOrder({ slot_id });
    expect(await leftOf(order.variantId)).toBe(9);
    const early = shopAt(later(47));
    expect(await releaseUnpaidOrders(early)).toBe(0);
    const late = shopAt(later(48));
    expect(await releaseUnpaidOrders(late)).toBe(1);
    expect(late.expired).toContain('stock');
    const released = await read(order);
    expect(released).toMatchObject({ status: 'cancelled', cancel_reason: 'It was not paid in time.' });
    expect(released?.events.at(-1)).toMatchObject({ to: 'cancelled', actor: 'system' });
    expect(await leftOf(order.variantId)).toBe(10);
    const [slot] = await database().db.execute(sql`SELECT booked_orders FROM slots WHERE id = ${slot_id}`);
    expect(slot?.booked_orders).toBe(0);
    expect(await eventsOf(order, 'order.status_changed')).toMatchObject([{ payload: { status: 'cancelled' } }]);
    expect(await releaseUnpaidOrders(late)).toBe(0);
    await closePlaces();
  });

  it('stays when it was paid, claimed, accepted, is paid at hand-over, or its way to pay waits', async () => {
    await settleAll();
    const [paid, part, claimed, accepted, counter, trusted] = [
      await newOrder(),
      await newOrder(),
      await newOrder(),
      await newOrder(),
      await newOrder({ payment_method: 'cash' }),
      await newOrder({ payment_method: 'other' }),
    ];
    const money = { amount: null, method: null, reference: null, note: null, version: null };
    await recordPayment(staff, { ...money, order_id: paid.id });
    await recordPayment(staff, { ...money, order_id: part.id, amount: 100 });
    await claim(claimed);
    await confirmOrder(staff, { order_id: accepted.id, note: null, version: null });
    expect(await releaseUnpaidOrders(shopAt(later(500)))).toBe(0);
    const words = await Promise.all([paid, part, claimed, accepted, counter, trusted].map(read));
    expect(words.map((order) => order?.status)).toEqual([
      ...['confirmed', 'pending', 'pending', 'confirmed', 'pending', 'pending'],
    ]);
  });

  it('has a day more after its claim was rejected, and never more than until its slot', async () => {
    await settleAll();
    const order = await newOrder();
    const { payment_id } = await claim(order);
    const rejected = await rejectPayment({ ...staff, now: later(60) }, { payment_id, note: 'Nothing yet.' });
    expect(rejected.payment_due_at).toBe(later(84).toISOString());
    expect(await releaseUnpaidOrders(shopAt(later(83)))).toBe(0);
    expect(await releaseUnpaidOrders(shopAt(later(84)))).toBe(1);

    const { locationId } = await makePlace();
    const slotted = await newOrder({ slot_id: slotAt(locationId, addDays(dayOf(NOW, ZONE), 6), '09:00') });
    const second = await claim(slotted);
    const begins = new Date(slotted.slot?.starts_at ?? 0);
    const before = new Date(begins.getTime() - HOUR);
    const late = await rejectPayment({ ...staff, now: before }, { payment_id: second.payment_id, note: null });
    expect(late.payment_due_at).toBe(begins.toISOString());
    await closePlaces();
  });

  it('is released once by workers that run at once, and each order by one of them', async () => {
    await settleAll();
    const orders = await Promise.all(Array.from({ length: 12 }, () => newOrder()));
    const counts = await Promise.all(Array.from({ length: 4 }, () => releaseUnpaidOrders(shopAt(later(49)))));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(12);
    for (const order of orders) {
      expect(await leftOf(order.variantId)).toBe(10);
      expect(await eventsOf(order, 'order.status_changed')).toHaveLength(1);
    }
  });

  it('is either released or claimed when both happen at once, never both', async () => {
    await settleAll();
    const orders = await Promise.all(Array.from({ length: 10 }, () => newOrder()));
    const [released, ...claims] = await Promise.all([
      releaseUnpaidOrders(shopAt(later(49))),
      ...orders.map((order) =>
        claim(order).then(
          () => 1,
          (error: { code: string }) => {
            expect(error.code).toBe('ORD_002');
            return 0;
          },
        ),
      ),
    ]);
    const claimed = claims.reduce((sum, one) => sum + one, 0);
    expect(released + claimed).toBe(10);
    const seen = await Promise.all(orders.map(read));
    expect(seen.filter((order) => order?.status === 'cancelled')).toHaveLength(released);
    expect(seen.filter((order) => order?.payment_status === 'submitted' && order.status === 'pending')).toHaveLength(
      claimed,
    );
  });

  it('is found behind more than a batch of others that wait', async () => {
    await settleAll();
    const trusted = await newOrder({ payment_method: 'other' });
    await database().db.execute(sql`
      INSERT INTO orders (id, order_number, channel, customer_name, customer_phone, payment_method, delivery_type, currency,
        subtotal_minor, total_minor, placed_at, placed_on, payment_due_at)
      SELECT gen_random_uuid(), 'OLD-' || n, 'web', 'Ana', '+40722000000', 'other', 'pickup', 'EUR', 100, 100,
        ${NOW.toISOString()}::timestamptz, '2026-01-01', ${later(1).toISOString()}::timestamptz
      FROM generate_series(1, 450) n`);
    const order = await newOrder();
    expect(await releaseUnpaidOrders(shopAt(later(48)))).toBe(1);
    expect([(await read(order))?.status, (await read(trusted))?.status]).toEqual(['cancelled', 'pending']);
    await database().db.execute(sql`DELETE FROM orders WHERE order_number LIKE 'OLD-%'`);
  });
});

describe('a reminder', () => {
  it('is said once, at its time, without a word about the person', async () => {
    await settleAll();
    const order = await newOrder();
    expect(await remindUnpaidOrders(shopAt(later(35)))).toBe(0);
    expect(await remindUnpaidOrders(shopAt(later(36)))).toBe(1);
    expect(await remindUnpaidOrders(shopAt(later(40)))).toBe(0);
    const [event, ...others] = await eventsOf(order, 'payment.due');
    expect(others).toEqual([]);
    expect(event?.payload).toEqual({
      order_id: order.id,
      order_number: order.order_number,
      due_minor: 1250,
      payment_due_at: expect.stringContaining(later(48).toISOString().slice(0, 19)),
    });
    expect((await read(order))?.events.at(-1)).toMatchObject({ axis: 'payment', to: 'reminded', actor: 'system' });
  });

  it('is said once by workers that run at once', async () => {
    await settleAll();
    const orders = await Promise.all(Array.from({ length: 12 }, () => newOrder()));
    const counts = await Promise.all(Array.from({ length: 4 }, () => remindUnpaidOrders(shopAt(later(40)))));
    // What another worker holds is left to it, or to the next round.
    const rest = await remindUnpaidOrders(shopAt(later(40)));
    expect(counts.reduce((sum, count) => sum + count, rest)).toBe(12);
    for (const order of orders) expect(await eventsOf(order, 'payment.due')).toHaveLength(1);
  });

  it('that another worker is just saying is left to it', async () => {
    await settleAll();
    const order = await newOrder();
    await transaction(shopAt(later(40)), async (tx) => {
      expect(await remindUnpaidOrders(tx)).toBe(1);
      expect(await remindUnpaidOrders(shopAt(later(40)))).toBe(0);
    });
    expect(await eventsOf(order, 'payment.due')).toHaveLength(1);
  });

  it('is not for orders that are paid, claimed, or paid at hand-over', async () => {
    await settleAll();
    const [claimed, paid] = [await newOrder(), await newOrder()];
    await newOrder({ payment_method: 'cash' });
    await claim(claimed);
    await confirmPayment(staff, { payment_id: (await claim(paid)).payment_id, note: null });
    expect(await remindUnpaidOrders(shopAt(later(40)))).toBe(0);
  });

  it('is not said where the shop does not want it', async () => {
    await settleAll();
    await setSetting('payments', { options: [{ ...transfer, remind_hours: null }] });
    await newOrder();
    expect(await remindUnpaidOrders(shopAt(later(47)))).toBe(0);
    await setSetting('payments', { options: [transfer, cash, kept] });
  });
});

describe('whoever is not the shop', () => {
  it('releases and reminds nothing', async () => {
    for (const run of [releaseUnpaidOrders, remindUnpaidOrders]) {
      await expect(run(visitor())).rejects.toMatchObject({ code: 'AUTH_002' });
    }
  });
});
