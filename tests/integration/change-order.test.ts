import { eq } from 'drizzle-orm';
import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { products, productVariants } from '#db/schema/catalog';
import { database } from '#lib/database';
import { databaseUrl } from '#lib/env';
import {
  bookedIn,
  change,
  expectGoodBooks,
  FRI,
  forgetPlaces,
  itemOf,
  leftOf,
  NOW,
  now,
  placed,
  setCapacity,
  THU,
} from '#tests/factories/change';
import { close } from '#tests/factories/promise';
import { makeProduct } from '#tests/factories/shop';
import { refusal } from '#tests/support/refusal';

let books: postgres.Sql;
beforeAll(() => {
  books = postgres(databaseUrl(), { max: 1 });
});
afterAll(() => books.end());
afterEach(async () => {
  await expectGoodBooks(books);
  await forgetPlaces();
});

describe('quantities', () => {
  it('become fewer or more, and stock, slot and total follow', async () => {
    const { order, variantId, slot, slug } = await placed({}, { loadPoints: 2 });
    const ctx = now();
    const fewer = await change(order, { items: [{ item_id: itemOf(order), quantity: 1 }] }, ctx);
    expect(fewer).toMatchObject({
      total: 12.5,
      version: 2,
      status: 'pending',
      items: [{ id: itemOf(order), quantity: 1 }],
    });
    expect(ctx.expired).toEqual(['stock', 'promise', `product:${slug}`]);
    expect(await leftOf(variantId)).toEqual({ left: 9, moved: -1 });
    expect(await bookedIn(slot('09:00'))).toEqual([1, 2]);
    const more = await change(order, { items: [{ item_id: itemOf(order), quantity: 4 }] });
    expect(more).toMatchObject({ total: 50, version: 3 });
    expect(await leftOf(variantId)).toEqual({ left: 6, moved: -4 });
    expect(await bookedIn(slot('09:00'))).toEqual([1, 8]);
  });

  it('keep the agreed price for agreed pieces, and take the price of today for those on top', async () => {
    const { order, variantId } = await placed();
    await database().db.update(productVariants).set({ priceMinor: 1500 }).where(eq(productVariants.id, variantId));
    const more = await change(order, { items: [{ item_id: itemOf(order), quantity: 5 }] });
    expect(more.items.map(({ quantity, unit_price, total_price }) => [quantity, unit_price, total_price])).toEqual([
      [3, 12.5, 37.5],
      [2, 15, 30],
    ]);
    expect(more.total).toBe(67.5);
    const fewer = await change(order, { items: [{ item_id: itemOf(order), quantity: 2 }] });
    expect(fewer).toMatchObject({ total: 25, items: [{ quantity: 2, unit_price: 12.5 }] });
  });

  it('of something that is off sale by now may fall, not rise', async () => {
    const { order, variantId } = await placed();
    await database().db.update(productVariants).set({ archivedAt: NOW }).where(eq(productVariants.id, variantId));
    const wish = (quantity: number) => ({ items: [{ item_id: itemOf(order), quantity }] });
    expect(await refusal(change(order, wish(4)))).toMatchObject({ code: 'STK_002' });
    expect(await change(order, wish(2))).toMatchObject({ total: 25 });
  });

  it('are refused beyond the stock, counting what the order holds already', async () => {
    const { order } = await placed({}, { stockQuantity: 5 });
    const error = await refusal(change(order, { items: [{ item_id: itemOf(order), quantity: 9 }] }));
    expect(error).toMatchObject({ code: 'STK_001', details: { items: [{ requested: 9, left: 5 }] } });
    expect(await change(order, { items: [{ item_id: itemOf(order), quantity: 5 }] })).toMatchObject({ total: 62.5 });
  });

  it('are refused beyond what one order may hold of a product', async () => {
    const { order } = await placed({ maxPerOrder: 4 });
    expect(await refusal(change(order, { items: [{ item_id: itemOf(order), quantity: 5 }] }))).toMatchObject({
      codes: { items: ['VAL_003'] },
    });
  });

  it('may bring another product in and take one out, but not all', async () => {
    const { order, variantId } = await placed();
    const other = await makeProduct({ priceMinor: 300 });
    const swapped = await change(order, { items: [{ variant_id: other.variantId, quantity: 2 }] });
    expect(swapped).toMatchObject({ total: 6, items: [{ variant_id: other.variantId, quantity: 2 }] });
    expect(await leftOf(variantId)).toEqual({ left: 10, moved: 0 });
    expect(await leftOf(other.variantId)).toEqual({ left: 8, moved: -2 });
    for (const items of [[], [{ item_id: itemOf(swapped), quantity: 0 }]]) {
      expect(await refusal(change(order, { items }))).toMatchObject({ codes: { items: ['VAL_001'] } });
    }
  });

  it('name only lines of this order, each once', async () => {
    const [one, two] = [await placed(), await placed()];
    expect(await refusal(change(one.order, { items: [{ item_id: itemOf(two.order), quantity: 1 }] }))).toMatchObject({
      codes: { 'items.0.item_id': ['VAL_003'] },
    });
    const twice = [1, 2].map((quantity) => ({ item_id: itemOf(one.order), quantity }));
    expect(await refusal(change(one.order, { items: twice }))).toMatchObject({
      codes: { 'items.1.item_id': ['VAL_003'] },
    });
  });

  it('need the room for what is more, not for what is there', async () => {
    const { order, variantId, slot } = await placed({}, { loadPoints: 2 }, { capacityLoad: 8 });
    const wish = (quantity: number) => ({ items: [{ item_id: itemOf(order), quantity }] });
    const error = await refusal(change(order, wish(5)));
    expect(error).toMatchObject({ code: 'SLOT_001', details: { reason: 'load', slot_id: slot('09:00') } });
    // No other slot has room for ten points either.
    expect(error.details.next).toEqual([]);
    expect(await change(order, wish(4))).toMatchObject({ total: 50 });
    await setCapacity(2);
    expect(await refusal(change(order, wish(5)))).toMatchObject({ code: 'SLOT_001' });
    expect(await change(order, wish(3))).toMatchObject({ total: 37.5 });
    expect(await leftOf(variantId)).toMatchObject({ left: 7 });
  });

  it('of slow products need their lead time, fewer of them do not', async () => {
    const { order } = await placed();
    await database()
      .db.update(products)
      .set({ leadTimeMinutes: 48 * 60 });
    const wish = (quantity: number) => ({ items: [{ item_id: itemOf(order), quantity }] });
    expect(await refusal(change(order, wish(4)))).toMatchObject({ code: 'SLOT_003', details: { reason: 'lead_time' } });
    await change(order, wish(2));
    await database().db.update(products).set({ leadTimeMinutes: 0 });
  });

  it('may rise in a slot that others have filled, and fall in one that is closed by now', async () => {
    const { order, variantId, slot } = await placed({}, {}, { capacityOrders: 1 });
    await change(order, { items: [{ item_id: itemOf(order), quantity: 4 }] });
    expect(await bookedIn(slot('09:00'))).toEqual([1, 4]);
    await close(`${THU} 00:00`, `${FRI} 00:00`, 'The oven is cold.');
    expect(await refusal(change(order, { items: [{ item_id: itemOf(order), quantity: 5 }] }))).toMatchObject({
      code: 'SLOT_002',
      details: { reason: 'closed', message: 'The oven is cold.' },
    });
    await change(order, { items: [{ item_id: itemOf(order), quantity: 1 }] });
    expect(await leftOf(variantId)).toMatchObject({ left: 9 });
  });
});
