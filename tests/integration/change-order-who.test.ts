import { eq } from 'drizzle-orm';
import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { orders } from '#db/schema/orders';
import { slots } from '#db/schema/promise';
import { database } from '#lib/database';
import { databaseUrl } from '#lib/env';
import { changeOrderInput, changeOwnOrderInput } from '#lib/orders/change-input';
import { changeOrder, changeOwnOrder, moveOrder, placeOrder } from '#lib/orders/commands';
import type { OrderDto } from '#lib/orders/output';
import { getOrderByLink } from '#lib/orders/queries';
import { momentAt } from '#lib/time';
import {
  at,
  bookedIn,
  cancel,
  change,
  changeIn,
  type DeskChange,
  expectGoodBooks,
  FRI,
  forgetPlaces,
  itemOf,
  keyOf,
  NOW,
  now,
  placed,
  placedBaked,
  THU,
} from '#tests/factories/change';
import { ZONE } from '#tests/factories/promise';
import { makeProduct, orderOf, staffMember, type TestContext, visitor } from '#tests/factories/shop';
import { refusal } from '#tests/support/refusal';

let staff: TestContext;
let books: postgres.Sql;
beforeAll(async () => {
  staff = await staffMember('staff', { now: NOW });
  books = postgres(databaseUrl(), { max: 1 });
});
afterAll(() => books.end());
afterEach(async () => {
  await expectGoodBooks(books);
  await forgetPlaces();
});

const changeAtDesk = (order: OrderDto, wish: DeskChange, ctx = staff) =>
  changeOrder(ctx, changeOrderInput.parse({ order_id: order.id, ...wish }));
const move = (order: OrderDto, to: 'confirmed' | 'processing' | 'ready') =>
  moveOrder(staff, { order_id: order.id, to, note: null, cancel_reason: null, stock: null, version: null });

describe('until the cut-off', () => {
  it('the customer changes and cancels, also once the shop has confirmed', async () => {
    const { order } = await placed();
    expect(order.change_until).toBe('2031-03-06T07:00:00.000Z');
    await move(order, 'confirmed');
    const almost = at(THU, '07:59');
    expect(await change(order, { items: [{ item_id: itemOf(order), quantity: 2 }] }, almost)).toMatchObject({
      status: 'confirmed',
    });
    expect(await cancel(order, almost)).toMatchObject({ status: 'cancelled', change_until: null });
  });

  it('and not from then on, whatever it is', async () => {
    const { order, slot } = await placed();
    const late = at(THU, '08:00');
    for (const wish of [
      { items: [{ item_id: itemOf(order), quantity: 2 }] },
      { slot_id: slot('09:00', FRI) },
      { preferred_time: 'soon' },
    ]) {
      expect(await refusal(change(order, wish, late))).toMatchObject({
        code: 'ORD_003',
        details: { status: 'pending' },
      });
    }
    expect(await refusal(cancel(order, late))).toMatchObject({ code: 'ORD_002' });
  });

  it('the statement looks at the row of the slot itself', async () => {
    const { order, slot } = await placed();
    await database()
      .db.update(slots)
      .set({ cutoffAt: NOW })
      .where(eq(slots.id, slot('09:00')));
    expect(await refusal(cancel(order))).toMatchObject({ code: 'ORD_002' });
    expect(await refusal(change(order, { slot_id: slot('10:00') }))).toMatchObject({ code: 'ORD_003' });
  });

  it('without a slot until the shop has confirmed', async () => {
    const { variantId } = await makeProduct();
    const { order } = await placeOrder(now(), orderOf([variantId], { preferred_time: 'after five' }));
    expect(await change(order, { preferred_time: 'after six' })).toMatchObject({ preferred_time: 'after six' });
    await move(order, 'confirmed');
    expect(await refusal(change(order, { preferred_time: 'after seven' }))).toMatchObject({ code: 'ORD_003' });
    expect(await refusal(cancel(order))).toMatchObject({ code: 'ORD_002' });
  });

  it('only for whoever holds the key, and not of another version than the one that was looked at', async () => {
    const { order } = await placed();
    const wish = { order_number: order.order_number, ...changeOwnOrderInput.parse({ preferred_time: 'soon' }) };
    for (const key of ['wrong', '', null]) {
      expect(await refusal(changeOwnOrder(now(), wish, { key }))).toMatchObject({ code: 'DB_002' });
      expect(await refusal(changeOwnOrder(staff, wish, { key }))).toMatchObject({ code: 'DB_002' });
    }
    await change(order, { preferred_time: 'soon', version: 1 });
    expect(await refusal(change(order, { preferred_time: 'later', version: 1 }))).toMatchObject({
      code: 'REQ_002',
      details: { version: 2 },
    });
    expect(await refusal(change(order, {}))).toMatchObject({ codes: { '': ['VAL_001'] } });
    // What is as it was is no change.
    expect(await change(order, { preferred_time: 'soon' })).toMatchObject({ version: 2 });
  });

  it('is not theirs to override', async () => {
    expect(changeOwnOrderInput.safeParse({ preferred_time: 'soon', override_reason: 'me' }).success).toBe(false);
    expect(changeOwnOrderInput.safeParse({ preferred_time: 'soon', reason: 'me' }).success).toBe(false);
  });
});

describe('at the desk', () => {
  it('an order is changed with a reason, past the cut-off and while it is made', async () => {
    const { order } = await placed();
    await move(order, 'processing');
    const late = { ...staff, now: momentAt(THU, '08:30', ZONE) };
    const fewer = await changeAtDesk(
      order,
      { items: [{ item_id: itemOf(order), quantity: 2 }], reason: 'One burned.' },
      late,
    );
    expect(changeIn(fewer)).toMatchObject({
      actor: 'staff',
      note: 'Rye: 3 → 2; total €37.50 → €25.00. Reason: One burned.',
    });
    const audit =
      await books`select changes, actor_id from audit_log where entity_id = ${order.id} and action = 'order.changed'`;
    expect(audit).toMatchObject([
      {
        actor_id: expect.any(String),
        changes: { before: { total_minor: 3750 }, after: { total_minor: 2500, fields: ['items'], override: false } },
      },
    ]);
    const [event] =
      await books`select payload from domain_events where topic = 'order.changed' and entity_id = ${order.id}`;
    expect(event?.payload).toMatchObject({
      order_id: order.id,
      order_number: order.order_number,
      status: 'processing',
      payment_status: 'unpaid',
      total_minor: 2500,
    });
    // Whoever holds the link sees that it was changed, and not what staff said about it.
    const seen = await getOrderByLink(now(), { order_number: order.order_number, key: keyOf(order) });
    expect(changeIn(seen)?.note).toBeNull();
    expect(await refusal(changeAtDesk(order, { preferred_time: 'x' }, visitor()))).toMatchObject({
      code: 'AUTH_002',
    });
  });

  it('promises more than the rules on the word of staff, and not without', async () => {
    const { order, slot } = await placedBaked();
    const wish = { items: [{ item_id: itemOf(order), quantity: 6 }] };
    expect(await refusal(changeAtDesk(order, wish))).toMatchObject({ code: 'STK_001' });
    const more = await changeAtDesk(order, { ...wish, override_reason: 'We bake more.' });
    expect(more).toMatchObject({ total: 75 });
    expect(await bookedIn(slot('09:00'))).toEqual([1, 6]);
    const [row] = await database().db.select().from(orders).where(eq(orders.id, order.id));
    expect(row?.overrideReason).toBe('We bake more.');
    // The customer may take it back, and no more than there is room for.
    expect(await refusal(change(order, { items: [{ item_id: itemOf(order), quantity: 7 }] }))).toMatchObject({
      code: 'STK_001',
    });
    await change(order, { items: [{ item_id: itemOf(order), quantity: 2 }] });
    expect(await bookedIn(slot('09:00'))).toEqual([1, 2]);
  });

  it('a time further ahead than customers may order stays theirs, also for more goods', async () => {
    const { order, slot } = await placed();
    const far = slot('09:00', '2031-04-20');
    expect(await refusal(changeAtDesk(order, { slot_id: far }))).toMatchObject({ code: 'SLOT_002' });
    await changeAtDesk(order, { slot_id: far, override_reason: 'The wedding is then.' });
    const more = await change(order, { items: [{ item_id: itemOf(order), quantity: 4 }] });
    expect(more).toMatchObject({ total: 50, slot: { id: far } });
    expect(await bookedIn(far)).toEqual([1, 4]);
  });

  it('is over once the order is ready', async () => {
    const { order } = await placed();
    await move(order, 'ready');
    expect(await refusal(changeAtDesk(order, { preferred_time: 'x', reason: 'r' }))).toMatchObject({
      code: 'ORD_003',
      details: { status: 'ready' },
    });
  });
});
