import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#db/columns';
import { categories } from '#db/schema/catalog';
import { listDeskProducts, listProducts } from '#lib/catalog/queries';
import { database } from '#lib/database';
import { contextOf } from '#tests/factories/shop';

/**
 * Searches for words that many products carry look through the newest thousand first. Whichever way a page comes about,
 * all pages together are every hit once.
 */
const ctx = contextOf({ kind: 'system', name: 'test' });
const COUNT = 1500;

beforeAll(async () => {
  const { db } = database();
  const categoryId = newId();
  await db.insert(categories).values({ id: categoryId, name: 'Shelf', slug: 'shelf' });
  // The older the lower the number. Honey is in every tenth name, in the newest and the oldest ones; flour is in many
  // descriptions and in one name, of the oldest.
  await db.execute(sql`
    insert into products (id, name, slug, description, category_id, active, created_at)
    select gen_random_uuid(), case when n % 10 = 0 then 'Honey jar ' when n = 3 then 'Flour ' else 'Loaf ' end || n, 'p-' || n,
      case when n % 4 = 0 then 'Made of flour' when n % 25 = 1 then 'With honey' end, ${categoryId}, n % 100 <> 50,
      now() - interval '1 day' + n * interval '1 minute'
    from generate_series(1, ${COUNT}::int) n`);
  await db.execute(sql`
    insert into product_variants (id, product_id, sku, price_minor)
    select gen_random_uuid(), p.id, 'S-' || p.slug, 500 from products p`);
  await db.execute(sql`analyze products`);
});

type Asked = { q: string; limit: number; cursor?: string; page?: number };
type Found = { items: { name: string }[]; next_cursor: string | null; total: number; total_exact: boolean };

async function walk(list: (asked: Asked) => Promise<Found>, q: string, limit: number): Promise<string[]> {
  const names: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await list({ q, limit, ...(cursor && { cursor }) });
    names.push(...page.items.map(({ name }) => name));
    cursor = page.next_cursor ?? undefined;
  } while (cursor !== undefined);
  return names;
}
const shop = (asked: Asked): Promise<Found> => listProducts(ctx, asked);
const desk = (asked: Asked): Promise<Found> => listDeskProducts(ctx, asked);
const numbers = Array.from({ length: COUNT }, (_, at) => at + 1);
const isOnSale = (n: number) => n % 100 !== 50;
const nameOf = (n: number) => `${n % 10 === 0 ? 'Honey jar' : n === 3 ? 'Flour' : 'Loaf'} ${n}`;

describe('in the shop', () => {
  it('every hit is on one page, however it came about', async () => {
    const expected = numbers.filter((n) => isOnSale(n) && (n % 10 === 0 || (n % 25 === 1 && n % 4 !== 0))).map(nameOf);
    for (const limit of [7, 20, 100]) {
      const names = await walk(shop, 'honey', limit);
      expect(names.toSorted()).toEqual(expected.toSorted());
      // Those that are called so come first, of these the newest thousand.
      const called = names.findIndex((name) => !name.startsWith('Honey'));
      expect(names.slice(called).filter((name) => name.startsWith('Honey'))).toEqual([]);
      const near = names.slice(0, 90).map((name) => Number(name.split(' ').at(-1)));
      expect(Math.min(...near)).toBeGreaterThan(400);
    }
  });

  it('pages by number are those by cursor, and the last says what there is', async () => {
    const names = await walk(shop, 'honey', 20);
    for (const page of [1, 3, 5, 8]) {
      const found = await shop({ q: 'honey', limit: 20, page });
      expect(found.items.map(({ name }) => name)).toEqual(names.slice((page - 1) * 20, page * 20));
      expect([found.total, found.total_exact]).toEqual([names.length, true]);
    }
    expect(await shop({ q: 'honey', limit: 20, page: 99 })).toMatchObject({ items: [], total: names.length });
  });

  it('what is called so is found before what only mentions it, however old', async () => {
    const { items, total } = await shop({ q: 'flour', limit: 5 });
    expect(items[0]?.name).toBe('Flour 3');
    expect(total).toBe(numbers.filter((n) => n % 4 === 0 && isOnSale(n)).length + 1);
  });
});

describe('at the desk', () => {
  it('every hit comes once, the newest first', async () => {
    const expected = numbers.filter((n) => n % 10 === 0 || (n % 25 === 1 && n % 4 !== 0)).map(nameOf);
    for (const limit of [7, 100]) expect(await walk(desk, 'honey', limit)).toEqual(expected.toReversed());
    expect(await desk({ q: 'honey', limit: 20 })).toMatchObject({ total: expected.length, total_exact: true });
  });

  it('a rare word and a SKU are found however old', async () => {
    expect(await desk({ q: 'loaf 7', limit: 1 })).toMatchObject({ items: [{ name: 'Loaf 799' }] });
    expect(await walk(desk, 'loaf 7', 20)).toHaveLength(100);
    expect(await desk({ q: 'S-p-2', limit: 100 })).toMatchObject({ total: 111 });
    expect(await desk({ q: 'S-p-1499', limit: 20 })).toMatchObject({ items: [{ name: 'Loaf 1499' }], total: 1 });
    expect(await desk({ q: 'nowhere', limit: 20 })).toMatchObject({ items: [], total: 0, total_exact: true });
  });
});
