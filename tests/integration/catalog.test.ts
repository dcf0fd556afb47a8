import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { categories } from '#db/schema/catalog';
import {
  archiveCategory,
  archiveProduct,
  createCategory,
  createProduct,
  orderCategories,
  replaceProduct,
  restoreCategory,
  restoreProduct,
  updateProduct,
} from '#lib/catalog/commands';
import { createProductInput, listProductsInput } from '#lib/catalog/input';
import * as read from '#lib/catalog/queries';
import type { Context, Tag } from '#lib/context';
import { database } from '#lib/database';
import { adjustStock } from '#lib/stock/commands';
import { listMovements } from '#lib/stock/queries';

const expired: Tag[] = [];
const context = (actor: Context['actor']): Context => ({
  db: database().db,
  actor,
  now: new Date(),
  locale: 'en-IE',
  requestId: 'test',
  expire: (tags) => void expired.push(...tags),
  addressHash: null,
});
const visitor = () => context({ kind: 'visitor' });
const desk = () => context({ kind: 'system', name: 'test' });

const add = (input: Record<string, unknown>) =>
  createProduct(desk(), createProductInput.parse({ price: 2, stock_quantity: 5, ...input }));
const list = (query: Record<string, string>) => read.listProducts(visitor(), listProductsInput.parse(query));
const names = async (query: Record<string, string>) => (await list(query)).items.map((item) => item.name);

let otherId = '';
let breadId = '';
const made: Record<string, Awaited<ReturnType<typeof add>>> = {};

beforeAll(async () => {
  const [other] = await database()
    .db.insert(categories)
    .values({ name: 'Other', slug: 'other', isBuiltIn: true })
    .onConflictDoNothing()
    .returning();
  otherId = other?.id ?? '';
  breadId = (await createCategory(desk(), { name: 'Bread' })).id;
  const inBread = { category_id: breadId };
  made.rye = await add({
    ...inBread,
    name: 'Rye loaf',
    price: 4.8,
    description: 'Slow sourdough',
    allergens: ['gluten'],
  });
  made.brulee = await add({ name: 'Crème brûlée', price: 3.5, allergens: ['milk', 'eggs'], featured: true });
  made.croissant = await add({
    ...inBread,
    name: 'Butter croissant',
    price: 2.2,
    stock_quantity: 0,
    allergens: ['gluten', 'milk'],
  });
  made.saturday = await add({ ...inBread, name: 'Saturday plait', price: 6, available_weekdays: [6] });
  made.hidden = await add({ ...inBread, name: 'Hidden loaf', active: false });
});

describe('the public list', () => {
  it('forgives accents, unfinished words and slips of the pen', async () => {
    expect(await names({ q: 'creme brul' })).toEqual(['Crème brûlée']);
    expect(await names({ q: 'CRÈME' })).toEqual(['Crème brûlée']);
    expect(await names({ search: 'crossaint' })).toEqual(['Butter croissant']);
    expect(await names({ q: 'sourdoh' })).toEqual(['Rye loaf']);
    expect(await names({ q: "'); drop table products --" })).toEqual([]);
    expect(await names({ q: '%' })).toEqual([]);
  });

  it('filters and sorts', async () => {
    expect(await names({ category: 'bread', sort: 'price' })).toEqual([
      'Butter croissant',
      'Rye loaf',
      'Saturday plait',
    ]);
    expect(await names({ category: otherId })).toEqual(['Crème brûlée']);
    expect(await names({ category: 'nothing' })).toEqual([]);
    expect(await names({ min_price: '3', max_price: '4.8', sort: '-price' })).toEqual(['Rye loaf', 'Crème brûlée']);
    expect(await names({ featured: 'true' })).toEqual(['Crème brûlée']);
    expect(await names({ in_stock: 'false' })).toEqual(['Butter croissant']);
    expect(await names({ allergen_free: 'milk,gluten' })).toEqual(['Saturday plait']);
    // A Friday.
    expect(await names({ available_on: '2026-05-29', category: 'bread', sort: 'name' })).toEqual([
      'Butter croissant',
      'Rye loaf',
    ]);
    expect(await names({ sort: 'popularity' })).toHaveLength(4);
  });

  it.each(['newest', 'created_at', 'name', '-name', 'price', '-price', 'popularity'])(
    'shows everything once by cursor, sorted by %s',
    async (sort) => {
      const whole = await names({ sort, limit: '100' });
      const seen: string[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const page = await list({ sort, limit: '1', cursor });
        seen.push(...page.items.map((item) => item.name));
        cursor = page.next_cursor;
      }
      expect(seen).toEqual(whole);
    },
  );

  it('refuses a cursor that is not its own', async () => {
    await expect(list({ cursor: 'nonsense' })).rejects.toMatchObject({ code: 'REQ_001' });
    const forged = Buffer.from(JSON.stringify({ s: 'price', k: 'x', i: made.rye?.id })).toString('base64url');
    await expect(list({ sort: 'price', cursor: forged })).rejects.toMatchObject({ code: 'REQ_001' });
  });

  it('counts and pages', async () => {
    expect(await list({ limit: '3', page: '2' })).toMatchObject({
      total: 4,
      pages: 2,
      total_exact: true,
      next_cursor: null,
    });
  });

  it('answers one product, its relatives, categories and live stock', async () => {
    const rye = await read.getProduct(visitor(), 'rye-loaf');
    expect(rye).toMatchObject({ price: 4.8, currency: 'EUR', in_stock: true, category: { slug: 'bread' } });
    expect(await read.getProduct(visitor(), rye?.id ?? '')).toEqual(rye);
    expect(await read.getProduct(visitor(), 'hidden-loaf')).toBeNull();
    expect(await read.getProduct(visitor(), 'rye\0loaf')).toBeNull();
    expect(await read.getCategory(visitor(), '\ud800')).toBeNull();
    const relatives = await read.listRelatedProducts(visitor(), { id: rye?.id ?? '', category_id: breadId });
    expect(relatives.map((item) => item.name)).toEqual(['Saturday plait', 'Butter croissant']);
    const counts = (await read.listCategories(visitor())).items.map((item) => [item.name, item.product_count]);
    expect(counts).toEqual(expect.arrayContaining([['Bread', 3]]));
    expect(await read.getStockOf(visitor(), [rye?.id ?? ''])).toMatchObject([
      { in_stock: true, variants: [{ stock_quantity: 5 }] },
    ]);
    expect((await read.listSlugs(visitor())).products).toHaveLength(4);
  });

  it('is not for visitors where the desk is meant', async () => {
    await expect(read.listDeskProducts(visitor())).rejects.toMatchObject({ code: 'AUTH_002' });
    await expect(createProduct(visitor(), { name: 'x', price: 1 })).rejects.toMatchObject({
      code: 'AUTH_002',
    });
    expect((await read.listDeskProducts(desk(), { q: 'loaf', sort: 'name' })).items.map((item) => item.name)).toEqual([
      'Hidden loaf',
      'Rye loaf',
    ]);
  });
});

describe('editing a product', () => {
  it('writes product, variants and stock together and tells what is stale', async () => {
    const cake = await add({
      name: 'Cake',
      price: undefined,
      stock_quantity: undefined,
      variants: [
        { title: 'Small', sku: 'C-S', price: 10, stock_quantity: 3, net_quantity: 500, net_unit: 'g' },
        { title: 'Large', sku: 'C-L', price: 18, stock_mode: 'unlimited' },
      ],
    });
    const [small, large] = cake.variants;
    expect(small).toMatchObject({ stock_quantity: 3, unit_price: { amount: 20, per: 'kg' } });
    expect(large).toMatchObject({ stock_quantity: null, in_stock: true });
    const variants = [
      { id: large?.id, price: 19_00 },
      { title: 'Tiny', price: 4_00, stock_quantity: 2 },
    ];
    expired.length = 0;
    const changed = await updateProduct(desk(), { id: cake.id, version: 1, variants });
    expect(expired).toEqual(expect.arrayContaining(['catalog', 'stock']));
    expect(changed).toMatchObject({ version: 2, price: 19 });
    expect(changed.variants.map((v) => [v.title, v.archived_at === null])).toEqual([
      ['Large', true],
      ['Tiny', true],
      ['Small', false],
    ]);
    await expect(updateProduct(desk(), { id: cake.id, version: 1, name: 'Late' })).rejects.toMatchObject({
      code: 'REQ_002',
      details: { version: 2 },
    });
    await expect(
      updateProduct(desk(), { id: made.rye?.id ?? '', variants: [{ id: small?.id, price: 1 }] }),
    ).rejects.toMatchObject({ fields: { 'variants.0.id': [expect.any(String)] } });
    await expect(add({ name: 'Copy', sku: 'c-s' })).rejects.toMatchObject({
      code: 'CONF_001',
      details: { field: 'sku' },
    });
    const [audit] = await database().db.execute(
      sql`select changes from audit_log where action = 'product.updated' and entity_id = ${cake.id}`,
    );
    expect(audit?.changes).toMatchObject({ before: { variants: [{ title: 'Small' }, { title: 'Large' }] } });
  });

  it('lets one of several editors of the same version through', async () => {
    const { id, version } = await add({ name: 'Contested' });
    const edits = await Promise.allSettled([1, 2, 3, 4].map((price) => updateProduct(desk(), { id, version, price })));
    expect(edits.filter((edit) => edit.status === 'fulfilled')).toHaveLength(1);
  });

  it('replaces, archives and restores; a taken address gets a number', async () => {
    const { id, slug } = await add({
      name: 'Seasonal',
      featured: true,
      available_from: '2026-05-01',
      stock_quantity: 4,
    });
    expect(await replaceProduct(desk(), { id, name: 'Plain', price: 100 })).toMatchObject({
      slug,
      featured: false,
      available_from: null,
      stock_quantity: 4,
      price: 1,
    });
    await archiveProduct(desk(), { id });
    expect(await read.getProduct(visitor(), slug)).toBeNull();
    await expect(updateProduct(desk(), { id, price: 1 })).rejects.toMatchObject({ code: 'DB_002' });
    expect((await add({ name: 'Seasonal' })).slug).toBe(slug);
    expect((await restoreProduct(desk(), { id })).slug).toBe(`${slug}-2`);
  });

  it('changes stock only with a movement', async () => {
    const { id, variants } = await add({ name: 'Counted', stock_quantity: 8 });
    expect(await adjustStock(desk(), { product_id: id, delta: -3, reason: 'waste' })).toMatchObject({
      stock_quantity: 5,
    });
    expect(await adjustStock(desk(), { variant_id: variants[0]?.id, stock_quantity: 9 })).toMatchObject({
      stock_quantity: 9,
    });
    await updateProduct(desk(), { id, stock_quantity: 7 });
    await expect(adjustStock(desk(), { product_id: id, delta: -8 })).rejects.toMatchObject({
      code: 'STK_001',
    });
    const { items } = await listMovements(desk(), {
      product_id: id,
      page: 1,
      limit: 20,
      variant_id: undefined,
      reason: undefined,
      cursor: undefined,
    });
    expect(items.map((item) => [item.reason, item.delta]).sort()).toEqual([
      ['count', -2],
      ['count', 4],
      ['receive', 8],
      ['waste', -3],
    ]);
  });
});

describe('categories', () => {
  it('move their products to "Other" when archived, except "Other"', async () => {
    const { id, slug } = await createCategory(desk(), { name: 'Fleeting' });
    const product = await add({ name: 'Homeless', category_id: id });
    await expect(createCategory(desk(), { name: 'FLEETING' })).rejects.toMatchObject({
      code: 'CONF_001',
      details: { field: 'name' },
    });
    await archiveCategory(desk(), { id });
    expect((await read.getDeskProduct(desk(), product.id))?.category.name).toBe('Other');
    await expect(archiveCategory(desk(), { id: otherId })).rejects.toMatchObject({ code: 'CONF_002' });
    await expect(add({ name: 'Nowhere', category_id: id })).rejects.toMatchObject({
      fields: { category_id: [expect.any(String)] },
    });
    expect(await restoreCategory(desk(), { id })).toMatchObject({ slug, product_count: 0 });
    await orderCategories(desk(), { ids: [id] });
    expect((await read.listDeskCategories(desk())).items[0]?.id).toBe(id);
  });
});
