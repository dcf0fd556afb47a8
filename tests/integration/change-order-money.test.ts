import { eq } from 'drizzle-orm';
import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { orders } from '#db/schema/orders';
import { database } from '#lib/database';
import { databaseUrl } from '#lib/env';
import { changeOrderInput } from '#lib/orders/change-input';
import { changeOrder, claimPayment, moveOrder, placeOrder, recordPayment, refundPayment } from '#lib/orders/commands';
import type { OrderDto } from '#lib/orders/output';
import { readOrder } from '#lib/orders/queries';
import { momentAt } from '#lib/time';
import {
  change,
  changeIn,
  expectGoodBooks,
  forgetPlaces,
  itemOf,
  keyOf,
  NOW,
  now,
  placed,
  THU,
} from '#tests/factories/change';
import { makePlace, slotAt, ZONE } from '#tests/factories/promise';
import { makeProduct, orderOf, setSetting, staffMember, type TestContext, visitor } from '#tests/factories/shop';
import { refusal } from '#tests/support/refusal';

let staff: TestContext;
let books: postgres.Sql;
beforeAll(async () => {
  staff = await staffMember('staff', { now: NOW });
  books = postgres(databaseUrl(), { max: 1 });
});
afterAll(() => books.end());
beforeEach(async () => {
  const cash = { method: 'cash', title: 'Cash', delivery_types: ['pickup'], max_total: 60 };
  const transfer = { method: 'bank_transfer', title: 'Transfer', delivery_types: ['pickup', 'delivery'], due_hours: 4 };
  await setSetting('payments', { options: [cash, transfer] });
});
afterEach(async () => {
  await expectGoodBooks(books);
  await forgetPlaces();
});

const money = { method: null, reference: null, note: null, version: null };
const pay = async (order: OrderDto, amount: number | null = null) =>
  (await recordPayment(staff, { ...money, order_id: order.id, amount })).order;
const giveBack = (order: OrderDto, amount: number) => refundPayment(staff, { ...money, order_id: order.id, amount });
const wish = (order: OrderDto, quantity: number) => ({ items: [{ item_id: itemOf(order), quantity }] });
const topicsOf = async (order: OrderDto) =>
  (await books`select topic from domain_events where entity_id = ${order.id} order by seq`).map(({ topic }) => topic);

describe('an order that is paid', () => {
  it('and grows is partly paid, and what is due is the difference', async () => {
    const { order } = await placed();
    expect(await pay(order)).toMatchObject({ payment_status: 'paid', due: 0 });
    const more = await change(order, wish(order, 4));
    expect(more).toMatchObject({ payment_status: 'partially_paid', total: 50, paid: 37.5, due: 12.5, version: 3 });
    expect(more.events.some(({ axis, to }) => axis === 'payment' && to === 'partially_paid')).toBe(true);
    expect(await topicsOf(order)).toEqual(['order.placed', 'payment.changed', 'payment.changed', 'order.changed']);
    expect(await pay(order)).toMatchObject({ payment_status: 'paid', due: 0, paid: 50 });
  });

  it('and shrinks stays paid, and the difference is owed back until it is refunded', async () => {
    const { order } = await placed();
    await pay(order);
    expect(await change(order, wish(order, 2))).toMatchObject({
      payment_status: 'paid',
      total: 25,
      paid: 37.5,
      due: 0,
    });
    await giveBack(order, 1250);
    expect(await readOrder(now(), order.id, 'customer')).toMatchObject({
      payment_status: 'partially_refunded',
      paid: 25,
    });
    // What was given back is not owed again, so it cannot grow any more; it may still fall.
    expect(await refusal(change(order, wish(order, 3)))).toMatchObject({ code: 'PAY_001' });
    expect(await change(order, wish(order, 1))).toMatchObject({ total: 12.5, paid: 25 });
  });

  it('in part and shrinks to that is paid, and confirmed where it was to be paid ahead', async () => {
    const { locationId } = await makePlace();
    const { variantId } = await makeProduct();
    const items = [{ variant_id: variantId, quantity: 3 }];
    const slot_id = slotAt(locationId, THU, '09:00');
    const { order } = await placeOrder(now(), orderOf([], { items, slot_id, payment_method: 'bank_transfer' }));
    await pay(order, 2500);
    expect(await change(order, wish(order, 2))).toMatchObject({ payment_status: 'paid', status: 'confirmed', due: 0 });
  });

  it('not at all has nothing to settle, and says nothing of it', async () => {
    const { order } = await placed();
    expect(await change(order, wish(order, 2))).toMatchObject({ payment_status: 'unpaid', due: 25, version: 2 });
    expect(await topicsOf(order)).toEqual(['order.placed', 'order.changed']);
  });

  it('by its price of nothing is unpaid once it costs something', async () => {
    const { locationId } = await makePlace();
    const [free, paid] = [await makeProduct({ priceMinor: 0 }), await makeProduct({ priceMinor: 500 })];
    const { order } = await placeOrder(now(), orderOf([free.variantId], { slot_id: slotAt(locationId, THU, '09:00') }));
    expect(order.payment_status).toBe('paid');
    const items = [
      { item_id: itemOf(order), quantity: 1 },
      { variant_id: paid.variantId, quantity: 1 },
    ];
    expect(await change(order, { items })).toMatchObject({ payment_status: 'unpaid', due: 5 });
    expect(await change(order, { items: items.slice(0, 1) })).toMatchObject({ payment_status: 'paid', due: 0 });
  });
});

it('a claim that is looked at must stay possible to confirm', async () => {
  const { locationId } = await makePlace();
  const { variantId } = await makeProduct();
  const items = [{ variant_id: variantId, quantity: 3 }];
  const slot_id = slotAt(locationId, THU, '09:00');
  const { order } = await placeOrder(now(), orderOf([], { items, slot_id, payment_method: 'bank_transfer' }));
  await claimPayment(now(), { order_number: order.order_number, amount: null, reference: null }, { key: keyOf(order) });
  expect(await refusal(change(order, wish(order, 2)))).toMatchObject({
    code: 'PAY_001',
    details: { payment_status: 'submitted', claimed: 37.5 },
  });
  expect(await change(order, wish(order, 4))).toMatchObject({ payment_status: 'submitted', due: 50 });
});

describe('the way to pay', () => {
  it('must be offered for what the order becomes', async () => {
    const { order } = await placed();
    expect(order.payment_method).toBe('cash');
    expect(await refusal(change(order, wish(order, 5)))).toMatchObject({
      code: 'PAY_001',
      details: { method: 'cash', offered: ['bank_transfer'] },
    });
    const atDesk = { order_id: order.id, ...wish(order, 5) };
    expect(await refusal(changeOrder(staff, changeOrderInput.parse(atDesk)))).toMatchObject({ code: 'PAY_001' });
    const more = changeOrderInput.parse({ ...atDesk, override_reason: 'We know them.' });
    expect(await changeOrder(staff, more)).toMatchObject({ total: 62.5 });
  });

  it('gives the usual time for what comes on top, and no more time for nothing paid', async () => {
    const { locationId } = await makePlace();
    const { variantId } = await makeProduct();
    const items = [{ variant_id: variantId, quantity: 2 }];
    const slot_id = slotAt(locationId, THU, '09:00');
    const { order } = await placeOrder(now(), orderOf([], { items, slot_id, payment_method: 'bank_transfer' }));
    const due = new Date(NOW.getTime() + 4 * 3_600_000).toISOString();
    expect(order.payment_due_at).toBe(due);
    const later = visitor({ now: new Date(NOW.getTime() + 2 * 3_600_000) });
    expect(await change(order, wish(order, 3), later)).toMatchObject({ payment_due_at: due });
    await pay(order, 2500);
    expect(await change(order, wish(order, 4), later)).toMatchObject({
      due: 25,
      payment_due_at: new Date(NOW.getTime() + 6 * 3_600_000).toISOString(),
    });
    // No order waits for money longer than for its goods.
    const soon = slotAt(locationId, '2031-03-05', '11:00');
    await database()
      .db.update(orders)
      .set({ paymentDueAt: momentAt(THU, '08:00', ZONE) })
      .where(eq(orders.id, order.id));
    const early = visitor({ now: new Date(NOW.getTime() - 3_600_000) });
    expect(await change(order, { slot_id: soon }, early)).toMatchObject({
      payment_due_at: momentAt('2031-03-05', '11:00', ZONE).toISOString(),
    });
  });
});

it('a phone that needed no proof for a small order needs one for a large order', async () => {
  await setSetting('checkout', { phone_check: { when: 'above', above: 40 } });
  const { order } = await placed();
  expect(await refusal(change(order, wish(order, 4)))).toMatchObject({ code: 'AUTH_004', details: { why: 'above' } });
  await change(order, wish(order, 2));
  const proof = { sessionId: order.id, phone: order.customer_phone, by: 'sms', at: NOW } as const;
  const proven = { ...now(), actor: { kind: 'visitor', proof } as const };
  expect(await change(order, wish(order, 4), proven)).toMatchObject({ total: 50 });
});

it('the figures of the day follow the total', async () => {
  const soldOf = async () =>
    (await books`select sold_minor::int as sold from daily_figures where day = '2031-03-05'`)[0]?.sold;
  const { order } = await placed();
  const before = await soldOf();
  await change(order, wish(order, 1));
  expect(await soldOf()).toBe(before - 2500);
});

it('a cancelled order is changed no more, and one that is paid at the counter goes on as ever', async () => {
  const { order } = await placed();
  await change(order, wish(order, 2));
  await moveOrder(staff, {
    order_id: order.id,
    to: 'completed',
    note: null,
    cancel_reason: null,
    stock: null,
    version: null,
  });
  expect(await pay(order)).toMatchObject({ payment_status: 'paid', paid: 25 });
  const done = await readOrder(now(), order.id, 'desk');
  expect(changeIn(done)?.note).toContain('€37.50 → €25.00');
  expect(await refusal(change(order, wish(order, 1)))).toMatchObject({ code: 'ORD_003' });
});
