import { eq } from 'drizzle-orm';
import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { productVariants } from '#db/schema/catalog';
import { openingRules } from '#db/schema/promise';
import { database } from '#lib/database';
import { databaseUrl } from '#lib/env';
import { changeOwnOrderInput, quoteOrderChangeInput } from '#lib/orders/change-input';
import { moveOrder, placeOrder, recordPayment } from '#lib/orders/commands';
import type { OrderDto } from '#lib/orders/output';
import { quoteChange, quoteDeskChange } from '#lib/orders/queries/quote-change';
import { forgetRuleBook } from '#lib/promise/queries/rule-book';
import {
  at,
  bookedIn,
  type Change,
  change,
  expectGoodBooks,
  FRI,
  forgetPlaces,
  itemOf,
  keyOf,
  leftOf,
  NOW,
  now,
  placed,
  THU,
} from '#tests/factories/change';
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

async function quote(order: OrderDto, wish: Change = {}, ctx = now()) {
  const asked = { order_number: order.order_number, ...changeOwnOrderInput.parse(wish) };
  const quoted = await quoteChange(ctx, asked, { key: keyOf(order) });
  if (!quoted) throw new Error('no such order');
  return quoted;
}
const free = ({ slots }: Awaited<ReturnType<typeof quote>>, day: string) =>
  slots.days.find((one) => one.day === day)?.free.map(({ id }) => id) ?? [];

describe('before anything is confirmed', () => {
  it('says what a change would come to, and changes nothing', async () => {
    const { order, variantId, slot } = await placed();
    await recordPayment(staff, {
      order_id: order.id,
      amount: null,
      method: null,
      reference: null,
      note: null,
      version: null,
    });
    await database().db.update(productVariants).set({ priceMinor: 1500 }).where(eq(productVariants.id, variantId));
    const more = await quote(order, { items: [{ item_id: itemOf(order), quantity: 4 }], slot_id: slot('10:00') });
    expect(more).toMatchObject({
      may_change: true,
      change_until: '2031-03-06T07:00:00.000Z',
      before: { total: 37.5, items: [{ quantity: 3, max_quantity: 10 }], slot: { id: slot('09:00') } },
      after: { total: 52.5, slot: { id: slot('10:00') } },
      fields: ['items', 'slot'],
      total: 52.5,
      difference: 15,
      paid: 37.5,
      to_pay: 15,
      to_give_back: 0,
      problems: [],
    });
    expect(more.after?.items.map(({ quantity, unit_price }) => [quantity, unit_price])).toEqual([
      [3, 12.5],
      [1, 15],
    ]);
    expect(await quote(order, { items: [{ item_id: itemOf(order), quantity: 1 }] })).toMatchObject({
      difference: -25,
      to_pay: 0,
      to_give_back: 25,
    });
    expect(await leftOf(variantId)).toMatchObject({ left: 7 });
    expect(await bookedIn(slot('09:00'))).toEqual([1, 3]);
  });

  it('comes true when it is confirmed with the total that was seen, and not with another', async () => {
    const { order } = await placed();
    const wish = { items: [{ item_id: itemOf(order), quantity: 4 }] };
    const { total } = await quote(order, wish);
    expect((await change(order, wish)).total).toBe(total);
  });

  it('tells problems instead of refusing, and the price all the same', async () => {
    const { order, slot } = await placed({}, {}, { capacityOrders: 1 });
    const { variantId } = await makeProduct();
    await placeOrder(now(), orderOf([variantId], { slot_id: slot('08:00') }));
    const full = await quote(order, { slot_id: slot('08:00'), items: [{ item_id: itemOf(order), quantity: 2 }] });
    expect(full).toMatchObject({ after: null, total: 25, difference: -12.5, fields: [] });
    expect(full.problems).toMatchObject([{ code: 'SLOT_001', details: { reason: 'full' } }]);
    const short = await quote(order, { items: [{ item_id: itemOf(order), quantity: 99 }] });
    expect(short).toMatchObject({ total: null, problems: [{ code: 'STK_001', details: { items: [{ left: 10 }] } }] });
    const nothing = await quote(order);
    expect(nothing).toMatchObject({ fields: [], problems: [], difference: 0, after: { total: 37.5 } });
  });

  it('lists the times the order could have, its own always among them', async () => {
    const { order, slot } = await placed({}, {}, { capacityOrders: 1 });
    const { variantId } = await makeProduct();
    await placeOrder(now(), orderOf([variantId], { slot_id: slot('08:00') }));
    expect(free(await quote(order), THU)).toEqual([slot('09:00'), slot('10:00'), slot('11:00')]);
    expect(free(await quote(order), FRI)).toHaveLength(4);
    // The hours of Thursday are gone: nobody else gets them, this order keeps its time.
    await database().db.delete(openingRules).where(eq(openingRules.weekday, 4));
    forgetRuleBook();
    expect(free(await quote(order), THU)).toEqual([slot('09:00')]);
  });

  it('is for whoever holds the key, and says when it is too late', async () => {
    const { order } = await placed();
    const asked = { order_number: order.order_number, version: null };
    for (const key of ['wrong', '', null]) expect(await quoteChange(now(), asked, { key })).toBeNull();
    expect(await quoteChange(staff, asked, { key: null })).toBeNull();
    expect(await quote(order, {}, at(THU, '08:00'))).toMatchObject({ may_change: false });
    await moveOrder(staff, {
      order_id: order.id,
      to: 'processing',
      note: null,
      cancel_reason: null,
      stock: null,
      version: null,
    });
    expect(await quote(order)).toMatchObject({ may_change: false, status: 'processing' });
  });

  it('tells the desk every slot with its state, and what an override would allow', async () => {
    const { order, slot } = await placed({}, {}, { capacityOrders: 1 });
    const { variantId } = await makeProduct();
    await placeOrder(now(), orderOf([variantId], { slot_id: slot('08:00') }));
    const ask = (override: boolean) =>
      quoteDeskChange(staff, quoteOrderChangeInput.parse({ order_id: order.id, slot_id: slot('08:00'), override }));
    const strict = await ask(false);
    expect(strict.all_slots.find(({ id }) => id === slot('08:00'))).toMatchObject({ state: 'full', reason: 'full' });
    expect(strict.problems).toMatchObject([{ code: 'SLOT_001' }]);
    expect(await ask(true)).toMatchObject({ problems: [], after: { slot: { id: slot('08:00') } } });
    const input = quoteOrderChangeInput.parse({ order_id: order.id });
    expect(await refusal(quoteDeskChange(visitor(), input))).toMatchObject({ code: 'AUTH_002' });
    expect(await refusal(quoteDeskChange(staff, { ...input, order_id: variantId }))).toMatchObject({ code: 'DB_002' });
  });
});
