import { eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#db/columns';
import { categories } from '#db/schema/catalog';
import { pages, testimonials } from '#db/schema/content';
import { addToCart } from '#lib/cart/commands';
import { getCart } from '#lib/cart/queries';
import {
  getCategory,
  getDeskProduct,
  getProduct,
  listBestsellers,
  listCategories,
  listDeskProducts,
  listProducts,
  listRelatedProducts,
} from '#lib/catalog/queries';
import { findNamedGoods } from '#lib/catalog/queries/named-goods';
import { getPage, listPages, listTestimonials } from '#lib/content/queries';
import { database } from '#lib/database';
import { databaseUrl } from '#lib/env';
import { SHOP_CONTENT } from '#lib/i18n/content-fields';
import { ensureCursor } from '#lib/jobs/dispatcher';
import { placeOrder } from '#lib/orders/commands';
import { settingsIn } from '#lib/settings/in-language';
import { makeProduct, orderOf, staffMember } from '#tests/factories/shop';
import { english, german, romanian, speak, translate } from '#tests/factories/translations';

const { db } = database();

beforeAll(async () => {
  await ensureCursor({ db });
  await speak('ro', 'de');
});

/** A rye loaf on the shelf of breads, of which Romanian says all but the ingredients, German the name alone. */
async function makeRye() {
  const made = await makeProduct(
    { title: 'Large' },
    {
      description: 'Dark.',
      details: 'Three days.',
      ingredients: 'Rye flour',
      attributes: { Crust: 'dark', Keeps: 'long' },
    },
  );
  const { productId, variantId, categoryId } = made;
  await db.update(categories).set({ description: 'All of them.' }).where(eq(categories.id, categoryId));
  const attributes = 'Coajă: închisă\nSe păstrează: mult';
  const texts = { name: 'Pâine de secară', description: 'Neagră.', details: 'Trei zile.', attributes };
  await translate('product', productId, 'ro', texts, { name: 'Rye' });
  await translate('product', productId, 'de', { name: 'Roggenbrot' });
  await translate('variant', variantId, 'ro', { title: 'Mare' });
  await translate('category', categoryId, 'ro', { name: 'Pâini' });
  return made;
}

describe('goods', () => {
  it('are read in the language of the reader, each field falling back to its source by itself', async () => {
    const { productId, slug, categoryId } = await makeRye();
    expect(await getProduct(romanian, slug)).toMatchObject({
      name: 'Pâine de secară',
      description: 'Neagră.',
      details: 'Trei zile.',
      ingredients: 'Rye flour',
      attributes: { Coajă: 'închisă', 'Se păstrează': 'mult' },
      category: { name: 'Pâini' },
      variants: [{ title: 'Mare' }],
    });
    expect(await getProduct(german, productId)).toMatchObject({
      name: 'Roggenbrot',
      description: 'Dark.',
      attributes: { Crust: 'dark', Keeps: 'long' },
      category: { name: `Shelf ${categoryId}` },
    });
    const own = { name: 'Rye', description: 'Dark.', details: 'Three days.', variants: [{ title: 'Large' }] };
    expect(await getProduct(english, slug)).toMatchObject(own);
    const listed = { category: categoryId };
    expect((await listProducts(romanian, listed)).items).toMatchObject([
      { name: 'Pâine de secară', category: { name: 'Pâini' } },
    ]);
    expect((await listProducts(german, listed)).items).toMatchObject([{ name: 'Roggenbrot' }]);
    expect((await listProducts(english, listed)).items).toMatchObject([{ name: 'Rye' }]);
    const { productId: other } = await makeProduct({}, { categoryId });
    const related = await listRelatedProducts(romanian, { id: other, category_id: categoryId });
    expect(related.map(({ name }) => name)).toEqual(['Pâine de secară']);
    const seen = (await listCategories(romanian)).items.find(({ id }) => id === categoryId);
    expect(seen).toMatchObject({ name: 'Pâini', description: 'All of them.' });
    expect(await getCategory(german, categoryId)).toMatchObject({ name: `Shelf ${categoryId}` });
    const staff = await staffMember('staff', { locale: 'ro-RO' });
    expect(await getDeskProduct(staff, productId)).toMatchObject({ name: 'Rye' });
    expect((await listDeskProducts(staff, { category: categoryId })).items.map(({ name }) => name)).toContain('Rye');
  });

  it('keep an out-of-date translation, and lose it where nothing is left to translate', async () => {
    const { productId } = await makeProduct({}, { description: null });
    await translate('product', productId, 'ro', { name: 'Veche', description: 'Fără sursă' }, { name: 'Another name' });
    expect(await getProduct(romanian, productId)).toMatchObject({ name: 'Veche', description: null });
  });

  it('say nothing in a language that the shop does not offer', async () => {
    const { productId } = await makeRye();
    await speak('de');
    expect((await listProducts(english, { q: 'secară' })).items.map(({ id }) => id)).not.toContain(productId);
    await speak('ro', 'de');
  });

  it('are sorted by their names at the source, from page to page', async () => {
    const { categoryId, productId: first } = await makeProduct({}, { name: 'Aaa' });
    const { productId: second } = await makeProduct({}, { name: 'Bbb', categoryId });
    await translate('product', first, 'ro', { name: 'Zzz' });
    await translate('product', second, 'ro', { name: 'Ăăă' });
    const asked = { category: categoryId, sort: 'name', limit: 1 } as const;
    const page = await listProducts(romanian, asked);
    expect(page.items.map(({ name }) => name)).toEqual(['Zzz']);
    const next = await listProducts(romanian, { ...asked, cursor: page.next_cursor ?? '' });
    expect(next.items.map(({ name }) => name)).toEqual(['Ăăă']);
  });

  it('are read in a cart; an order keeps the names of the shop', async () => {
    const { variantId } = await makeRye();
    const { cart, cart_key } = await addToCart(romanian, {
      cart_key: null,
      variant_id: variantId,
      quantity: 1,
      on_date: null,
      note: '',
    });
    expect(cart.items).toMatchObject([{ product_name: 'Pâine de secară', variant_title: 'Mare' }]);
    expect((await getCart(german, { cart_key }))?.items).toMatchObject([
      { product_name: 'Roggenbrot', variant_title: 'Large' },
    ]);
    const { order } = await placeOrder(romanian, orderOf([variantId]));
    expect(order.items).toMatchObject([{ product_name: 'Rye', variant_title: 'Large' }]);
  });
});

describe('search', () => {
  it('finds goods by their words in every language, whatever language they are read in', async () => {
    const { productId } = await makeRye();
    const found = async (q: string, ctx = english) =>
      (await listProducts(ctx, { q })).items.some(({ id }) => id === productId);
    for (const q of ['secar', 'PAINE', 'roggen', 'rye', 'paine secara', 'rye flour']) {
      expect([q, await found(q), await found(q, romanian)]).toEqual([q, true, true]);
    }
    // A slip of the pen in Romanian, and words no translation has together.
    expect(await found('secaara')).toBe(true);
    expect(await found('secara zmeura')).toBe(false);
    // What is not searched at the source is not searched in a translation.
    expect(await found('zile')).toBe(false);
  });

  it('ranks a name before what is only mentioned, in any language, and pages through it', async () => {
    const { productId: mentions, categoryId } = await makeProduct({}, { description: 'With zmeurica.' });
    const { productId: named } = await makeProduct({}, { categoryId, createdAt: new Date(0) });
    await translate('product', named, 'ro', { name: 'Zmeurica' });
    const asked = { q: 'zmeurica', limit: 1 };
    const first = await listProducts(english, asked);
    expect(first).toMatchObject({ total: 2, items: [{ id: named }] });
    const second = await listProducts(english, { ...asked, cursor: first.next_cursor ?? '' });
    expect(second.items.map(({ id }) => id)).toEqual([mentions]);
    for (const sort of ['price', 'popularity', 'newest', 'name'] as const) {
      expect((await listProducts(english, { q: 'zmeurica', sort })).items).toHaveLength(2);
    }
  });
});

it('finds goods by the name that somebody in a talk reads', async () => {
  const { slug } = await makeProduct({}, { name: 'Named rye', allergens: ['gluten'] });
  const { productId } = await makeProduct({}, { name: 'Seed loaf', allergens: ['sesame'] });
  await translate('product', productId, 'ro', { name: 'Pâine cu semințe' });
  const names = ['paine cu seminte', 'cu seminte', 'named rye'];
  const inRomanian = await findNamedGoods(romanian, names);
  expect(inRomanian.map(({ name }) => name)).toEqual(['Pâine cu semințe', 'Named rye']);
  expect(inRomanian.map(({ allergens }) => allergens)).toEqual([['sesame'], ['gluten']]);
  expect(await findNamedGoods(english, names)).toMatchObject([{ slug }]);
});

describe('what a shop writes', () => {
  it('are its own words, its pages and what its customers said', async () => {
    await translate('shop', SHOP_CONTENT, 'ro', { tagline: 'Pâine cu răbdare' });
    expect((await settingsIn(romanian)).shop).toMatchObject({ tagline: 'Pâine cu răbdare', about: 'We bake.' });
    expect((await settingsIn(german)).shop).toMatchObject({ tagline: 'Bread with time' });

    const [pageId, saidId] = [newId(), newId()];
    await db
      .insert(pages)
      .values({ id: pageId, slug: 'terms', title: 'Terms', body: 'Be **kind**.', publishedAt: new Date(0) });
    await translate('page', pageId, 'ro', { title: 'Termeni' });
    await translate('page', pageId, 'de', { body: 'Seien Sie **nett**.' });
    expect(await getPage(romanian, 'terms')).toMatchObject({ title: 'Termeni', html: expect.stringContaining('kind') });
    expect(await getPage(german, 'terms')).toMatchObject({
      title: 'Terms',
      html: expect.stringContaining('<strong>nett'),
    });
    expect((await listPages(romanian)).items).toMatchObject([{ slug: 'terms', title: 'Termeni' }]);
    expect((await listPages(english)).items).toMatchObject([{ title: 'Terms' }]);

    await db
      .insert(testimonials)
      .values({ id: saidId, name: 'Ana', message: 'Lovely', rating: 5, status: 'published' });
    await translate('testimonial', saidId, 'de', { message: 'Herrlich' });
    expect((await listTestimonials(german)).items).toMatchObject([{ name: 'Ana', message: 'Herrlich' }]);
    expect((await listTestimonials(romanian)).items).toMatchObject([{ message: 'Lovely' }]);
  });
});

it('asks nothing more for who reads the language of the shop', async () => {
  const { slug } = await makeRye();
  const asked: string[] = [];
  const client = postgres(databaseUrl(), { max: 1 });
  const watching = drizzle(client, { casing: 'snake_case', logger: { logQuery: (query) => asked.push(query) } });
  const count = async (locale: string) => {
    asked.length = 0;
    await getProduct({ ...english, db: watching, locale }, slug);
    await listBestsellers({ ...english, db: watching, locale });
    return asked.filter((query) => query.includes('translations')).length;
  };
  expect(await count('en-IE')).toBe(0);
  expect(await count('ro-RO')).toBeGreaterThan(0);
  await client.end();
});
