import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#db/columns';
import { categories } from '#db/schema/catalog';
import { archiveCategory, createCategory } from '#lib/catalog/commands/categories';
import { archiveProduct, createProduct, restoreProduct, updateProduct } from '#lib/catalog/commands/products';
import { createCategoryInput, createProductInput, updateProductInput } from '#lib/catalog/input';
import { getCategory, getDeskCategory } from '#lib/catalog/queries';
import { soldSince } from '#lib/catalog/queries/sales';
import { database } from '#lib/database';
import { databaseUrl } from '#lib/env';
import { placedAt } from '#tests/factories/figures';
import { makeProduct, staffMember, type TestContext } from '#tests/factories/shop';
import { until } from '#tests/support/wait';

let staff: TestContext;
let first: postgres.Sql;
beforeAll(async () => {
  staff = await staffMember('staff');
  // A connection of its own, whose transaction stays open while others work.
  first = postgres(databaseUrl(), { max: 1, onnotice: () => undefined });
  await database()
    .db.insert(categories)
    .values({ name: 'Other', slug: 'other', isBuiltIn: true })
    .onConflictDoNothing();
});
afterAll(() => first.end());

const execute = (statement: ReturnType<typeof sql>) => database().db.execute(statement);
const newCategory = async () =>
  (await createCategory(staff, createCategoryInput.parse({ name: `Shelf ${newId()}` }))).id;
const newProduct = (more: Record<string, unknown>) =>
  createProduct(staff, createProductInput.parse({ name: 'Rye', slug: newId(), price: 4.8, ...more }));
const change = (id: string, more: Record<string, unknown>) =>
  updateProduct(staff, updateProductInput.parse({ id, ...more }));

/** What is kept of every category beside what is counted anew; nothing when they are the same. */
const differences = () =>
  execute(sql`
    select * from (select category_id, sum(products) as products, sum(on_sale) as on_sale from category_counts
      group by 1 having sum(products) <> 0 or sum(on_sale) <> 0) kept
    full join (select category_id, count(*) as products, count(*) filter (where active) as on_sale from products
      where archived_at is null group by 1) counted using (category_id, products, on_sale)
    where kept is null or counted is null`);

const rowsOf = async (categoryId: string): Promise<number> =>
  (await execute(sql`select 1 from category_counts where category_id = ${categoryId}`)).length;

const insertMany = (categoryId: string, count: number) =>
  execute(sql`
    insert into products (id, name, slug, category_id)
    select gen_random_uuid(), 'Many', gen_random_uuid()::text, ${categoryId}::uuid from generate_series(1, ${count}::int)`);

describe('how many products a category has', () => {
  let categoryId: string;
  beforeEach(async () => {
    categoryId = await newCategory();
  });
  const shown = async (id = categoryId) => [
    (await getCategory(staff, id))?.product_count,
    (await getDeskCategory(staff, id))?.product_count,
  ];

  it('is kept by whatever is done to products, one or many', async () => {
    const other = await newCategory();
    const { id } = await newProduct({ category_id: categoryId });
    expect(await shown()).toEqual([1, 1]);
    await change(id, { active: false });
    expect(await shown()).toEqual([0, 1]);
    await change(id, { active: true, category_id: other });
    expect([await shown(), await shown(other)]).toEqual([
      [0, 0],
      [1, 1],
    ]);
    await archiveProduct(staff, { id });
    expect(await shown(other)).toEqual([0, 0]);
    await restoreProduct(staff, { id });
    await insertMany(other, 250);
    expect(await shown(other)).toEqual([251, 251]);
    await execute(sql`update products set active = false where category_id = ${other} and name = 'Many'`);
    expect(await shown(other)).toEqual([1, 251]);
    await execute(sql`delete from products where id in (
      select id from products where category_id = ${other} and name = 'Many' limit 100)`);
    expect(await shown(other)).toEqual([1, 151]);
    const [before] = await execute(sql`select coalesce(sum(products), 0)::int as products from category_counts
      where category_id = (select id from categories where is_built_in)`);
    await archiveCategory(staff, { id: other });
    const [after] = await execute(sql`select coalesce(sum(products), 0)::int as products from category_counts
      where category_id = (select id from categories where is_built_in)`);
    expect(Number(after?.products) - Number(before?.products)).toBe(151);
    expect(await differences()).toEqual([]);
  });

  it('writes nothing for what leaves it as it is', async () => {
    const { id } = await newProduct({ category_id: categoryId });
    const read = () => execute(sql`select id, xmin from category_counts where category_id = ${categoryId}`);
    const before = await read();
    await change(id, { name: 'Plain rye', price: 5 });
    expect(await read()).toEqual(before);
  });

  it('makes nobody wait for a transaction that stays open, and is one row again afterwards', async () => {
    await insertMany(categoryId, 2);
    await first.begin(async (tx) => {
      await tx`insert into products (id, name, slug, category_id)
        values (gen_random_uuid(), 'Open', gen_random_uuid()::text, ${categoryId})`;
      // A counter that is locked would fail these by `lock_timeout`.
      for (let n = 0; n < 3; n += 1) await insertMany(categoryId, 1);
      expect(await shown()).toEqual([5, 5]);
    });
    expect(await shown()).toEqual([6, 6]);
    expect(await rowsOf(categoryId)).toBe(2);
    await insertMany(categoryId, 1);
    expect([await shown(), await rowsOf(categoryId)]).toEqual([[7, 7], 1]);
  });

  it('forgets what was rolled back', async () => {
    await insertMany(categoryId, 2);
    await expect(
      first.begin(async (tx) => {
        await tx`delete from products where category_id = ${categoryId}`;
        throw new Error('never mind');
      }),
    ).rejects.toThrow('never mind');
    expect(await shown()).toEqual([2, 2]);
    await first
      .begin(async (tx) => {
        await tx`truncate products cascade`;
        expect(await tx`select 1 from category_counts`).toEqual([]);
        throw new Error('never mind');
      })
      .catch(() => undefined);
    expect(await differences()).toEqual([]);
  });

  it('stays true where many write at once, and products change places', async () => {
    const other = await newCategory();
    const both = [categoryId, other];
    const made = await Promise.all(Array.from({ length: 40 }, (_, n) => newProduct({ category_id: both[n % 2] })));
    await Promise.all(
      made.map(({ id }, n) => {
        if (n % 4 === 0) return archiveProduct(staff, { id });
        return change(id, n % 4 === 3 ? { active: false } : { category_id: both[(n + 1) % 2] });
      }),
    );
    expect(await differences()).toEqual([]);
    expect([await shown(), await shown(other)]).toEqual([
      [10, 10],
      [10, 20],
    ]);
  });
});

describe('the price of a product', () => {
  const priceOf = async (productId: string) => {
    const [row] = await execute(sql`select price_minor::int as price from products where id = ${productId}`);
    return row?.price;
  };
  const addVariant = (productId: string, position: number, priceMinor: number) =>
    execute(sql`insert into product_variants (id, product_id, title, price_minor, position)
      values (gen_random_uuid(), ${productId}, ${`at ${position}`}, ${priceMinor}, ${position})`);
  const changeVariant = async (productId: string, position: number, to: ReturnType<typeof sql>) =>
    execute(sql`update product_variants set ${to} where product_id = ${productId} and position = ${position}`);

  it('is that of its first variant, whatever happens to variants', async () => {
    const { productId } = await makeProduct({ priceMinor: 480, position: 2 });
    expect(await priceOf(productId)).toBe(480);
    await addVariant(productId, 3, 300);
    expect(await priceOf(productId)).toBe(480);
    await addVariant(productId, 1, 700);
    expect(await priceOf(productId)).toBe(700);
    await changeVariant(productId, 1, sql`price_minor = 710`);
    expect(await priceOf(productId)).toBe(710);
    await changeVariant(productId, 1, sql`archived_at = now()`);
    expect(await priceOf(productId)).toBe(480);
    await changeVariant(productId, 3, sql`position = 0`);
    expect(await priceOf(productId)).toBe(300);
    const { productId: other } = await makeProduct({ priceMinor: 990, position: 5 });
    await changeVariant(productId, 0, sql`product_id = ${other}`);
    expect([await priceOf(productId), await priceOf(other)]).toEqual([480, 300]);
    await execute(sql`delete from product_variants where product_id = ${other} and position = 0`);
    expect(await priceOf(other)).toBe(990);
    await execute(sql`delete from product_variants where product_id = ${other}`);
    expect(await priceOf(other)).toBeNull();
  });

  it('is written with the product, and is not recorded as a change of its own', async () => {
    const made = await newProduct({
      price: undefined,
      variants: [
        { title: 'small', price: 4.8 },
        { title: 'large', price: 9 },
      ],
    });
    expect(await priceOf(made.id)).toBe(480);
    await change(made.id, { price: 5 });
    expect(await priceOf(made.id)).toBe(500);
    // The record says it of the variant, as somebody did it.
    const [audit] = await execute(
      sql`select changes from audit_log where entity_id = ${made.id} and action = 'product.updated'`,
    );
    expect(JSON.stringify(audit?.changes).match(/price_minor/g)).toHaveLength(4);
  });

  it('is not that of a moment ago where two change variants at once', async () => {
    const { productId } = await makeProduct({ priceMinor: 480, position: 1 });
    await addVariant(productId, 2, 600);
    let second: Promise<unknown> = Promise.resolve();
    await first.begin(async (tx) => {
      await tx`update product_variants set archived_at = now() where product_id = ${productId} and position = 1`;
      second = changeVariant(productId, 2, sql`price_minor = 700`);
      await until('the second change waits', 5000, async () => {
        const [row] = await execute(sql`select count(*)::int as waiting from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock' and query ilike 'update product_variants%'`);
        return row?.waiting === 1;
      });
    });
    await second;
    expect(await priceOf(productId)).toBe(700);
  });
});

describe('what sold lately', () => {
  const since = new Date('2031-03-01T00:00:00Z');
  const sold = async (productId: string) =>
    execute(sql`select sum(i.quantity)::int as units, count(*)::int as lines from ${await soldSince(staff, since)}
      where i.product_id = ${productId}`);
  const sell = (moment: string, productId: string, quantity: number, more: Parameters<typeof placedAt>[1] = {}) =>
    placedAt(moment, { items: [{ productId, quantity, ...(more.id && { orderId: more.id }) }], ...more });

  it('is every line of the orders placed since then, whatever their ids', async () => {
    const { productId } = await makeProduct();
    expect(await sold(productId)).toEqual([{ units: null, lines: 0 }]);
    await sell('2031-03-02T09:00:00Z', productId, 1);
    await sell('2031-03-03T09:00:00Z', productId, 2, { id: '00000000-0000-7000-8000-000000000001' });
    await sell('2031-03-04T09:00:00Z', productId, 4, { id: 'ffffffff-ffff-7fff-bfff-ffffffffffff' });
    await sell('2031-02-27T09:00:00Z', productId, 8, { id: 'ffffffff-ffff-7fff-bfff-fffffffffffe' });
    await sell('2031-03-05T09:00:00Z', productId, 16, { status: 'cancelled' });
    expect(await sold(productId)).toEqual([{ units: 7, lines: 3 }]);
  });
});
