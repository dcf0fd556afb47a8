import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#db/columns';
import { productVariants } from '#db/schema/catalog';
import { locations, openingRules } from '#db/schema/promise';
import { database } from '#lib/database';
import { databaseUrl } from '#lib/env';
import { getPromisedProduct, listPromisedProducts } from '#lib/promise/queries/products';
import { forgetRuleBook } from '#lib/promise/queries/rule-book';
import { holdsUntil } from '#lib/promise/rules';
import { momentAt } from '#lib/time';
import { addHours, bakeDaily, makePlace, slotAt, ZONE } from '#tests/factories/promise';
import { makeProduct, setSetting, visitor } from '#tests/factories/shop';

/** Wednesday noon. */
const TODAY = '2031-03-05';
const at = (day: string, time: string) => momentAt(day, time, ZONE);
const ctx = (more = {}) => visitor({ now: at(TODAY, '12:00'), ...more });

beforeEach(async () => {
  const { db } = database();
  await db.delete(openingRules);
  await db.delete(locations);
  forgetRuleBook();
  await setSetting('checkout', { delivery_types: ['pickup', 'delivery'] });
});

describe('a product', () => {
  it('says per method when it can be had first, and until when that can be ordered', async () => {
    const { locationId } = await makePlace();
    await addHours(locationId, { purpose: 'delivery', starts: '16:00', ends: '18:00' });
    const { slug } = await makeProduct({}, { leadTimeMinutes: 22 * 60 });
    const product = await getPromisedProduct(ctx(), slug);
    expect(product?.earliest).toEqual({
      pickup: {
        slot_id: slotAt(locationId, '2031-03-06', '10:00'),
        starts_at: at('2031-03-06', '10:00').toISOString(),
        ends_at: at('2031-03-06', '11:00').toISOString(),
        // Longer to make than its cut-off of an hour allows.
        order_by: at(TODAY, '12:00').toISOString(),
      },
      delivery: expect.objectContaining({
        starts_at: at('2031-03-06', '16:00').toISOString(),
        order_by: at(TODAY, '18:00').toISOString(),
      }),
    });
    expect(product && holdsUntil([product])).toEqual(at(TODAY, '12:00'));
  });

  it('names for each variant the next days with what is left of its plan', async () => {
    const { locationId } = await makePlace();
    const { slug, variantId } = await makeProduct({ stockMode: 'per_date' }, { availableWeekdays: [5, 6] });
    await bakeDaily(variantId, 7);
    const product = await getPromisedProduct(ctx(), slug);
    expect(product?.variants[0]?.next.pickup).toMatchObject(
      ['2031-03-07', '2031-03-08', '2031-03-14', '2031-03-15'].map((day) => ({
        slot_id: slotAt(locationId, day, '08:00'),
        left: 7,
      })),
    );
    expect(product?.variants[0]?.next.delivery).toEqual([]);
  });

  it('promises nothing where the shop has no hours, or does not offer the method', async () => {
    const { slug } = await makeProduct();
    expect((await getPromisedProduct(ctx(), slug))?.earliest).toEqual({ pickup: null, delivery: null });
    const { locationId } = await makePlace();
    await addHours(locationId, { purpose: 'delivery' });
    await setSetting('checkout', { delivery_types: ['delivery'] });
    expect((await getPromisedProduct(ctx(), slug))?.earliest).toMatchObject({
      pickup: null,
      delivery: { slot_id: slotAt(locationId, '2031-03-06', '08:00', 'delivery') },
    });
  });

  it('is there by the first of its variants', async () => {
    await makePlace();
    const { productId, slug } = await makeProduct({ stockMode: 'per_date' });
    await database()
      .db.insert(productVariants)
      .values({ id: newId(), productId, title: 'half', priceMinor: 100, stockQuantity: 1, position: 1 });
    const product = await getPromisedProduct(ctx(), slug);
    expect(product?.variants.map(({ next }) => next.pickup.length)).toEqual([0, 4]);
    expect(product?.earliest.pickup?.slot_id).toBe(product?.variants[1]?.next.pickup[0]?.slot_id);
  });
});

it('costs a list one query more, however long it is', async () => {
  await makePlace();
  const client = postgres(databaseUrl(), { max: 1 });
  const asked: string[] = [];
  const db = drizzle(client, { casing: 'snake_case', logger: { logQuery: (query) => asked.push(query) } });
  for (let count = 0; count < 5; count += 1) await makeProduct({ stockMode: count % 2 === 0 ? 'per_date' : 'tracked' });
  const count = async (limit: number) => {
    asked.length = 0;
    const { items } = await listPromisedProducts({ ...ctx(), db }, { limit });
    return { items: items.length, world: asked.filter((query) => query.includes('production_patterns w')).length };
  };
  await count(1);
  expect([await count(1), await count(5)]).toEqual([
    { items: 1, world: 1 },
    { items: 5, world: 1 },
  ]);
  await client.end();
});
