import { eq } from 'drizzle-orm';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { productVariants } from '#db/schema/catalog';
import { orderItems } from '#db/schema/orders';
import { database } from '#lib/database';
import { databaseUrl } from '#lib/env';
import { change, forgetPlaces, itemOf, placed } from '#tests/factories/change';
import { readFlaws } from '#tests/support/books';

/** What proves a shop after a crash must itself see what is wrong, and nothing else. */
let books: postgres.Sql;
beforeAll(() => {
  books = postgres(databaseUrl(), { max: 1 });
});
afterAll(async () => {
  await books.end();
  await forgetPlaces();
});

const soldOff = async () => (await readFlaws(books)).sold_off_movements;

it('an order that holds a variant in two lines is no flaw, and one whose movements are not its pieces is', async () => {
  const { order, variantId } = await placed();
  const { db } = database();
  await db.update(productVariants).set({ priceMinor: 1500 }).where(eq(productVariants.id, variantId));
  // Agreed pieces keep their price: the one on top is a line of its own.
  await change(order, { items: [{ item_id: itemOf(order), quantity: 4 }] });
  const lines = await db.select().from(orderItems).where(eq(orderItems.orderId, order.id));
  expect(lines.map(({ quantity }) => quantity).toSorted()).toEqual([1, 3]);
  expect(await soldOff()).toBe(0);
  await db.delete(orderItems).where(eq(orderItems.id, lines[0]?.id ?? ''));
  expect(await soldOff()).toBe(1);
});
