import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayOf } from '#lib/time';
import { type App, startApp } from '#tests/support/app';
import { type Desk, freeSlot, openDesk, orderBody, sendOrder } from '#tests/support/desk';
import { until } from '#tests/support/wait';

/** Two processes on one database, as behind a proxy. */
let app: App;
let other: App;
let desk: Desk;
let sql: postgres.Sql;

beforeAll(async () => {
  app = await startApp();
  other = await startApp({ databaseUrl: app.databaseUrl });
  desk = await openDesk(app);
  sql = postgres(app.databaseUrl, { max: 1, onnotice: () => undefined });
});
afterAll(async () => {
  await sql?.end();
  await other?.stop();
  await app?.stop();
});

const get = async (url: string, headers: Record<string, string> = {}) => {
  const response = await fetch(url, { headers, redirect: 'manual' });
  return { status: response.status, headers: response.headers, text: await response.text() };
};

/** Only what the keeper answers carries a tag of this shape on a page, and the same moment twice on a JSON read. */
async function isKept(url: string): Promise<boolean> {
  const [first, second] = [await get(url), await get(url)];
  const isJson = first.headers.get('content-type')?.startsWith('application/json') === true;
  return isJson ? first.text === second.text : /^W\/"[\w-]{22}"$/.test(second.headers.get('etag') ?? '');
}
const untilKept = (url: string) => until(`${url} is kept`, 5000, () => isKept(url));

describe('what everybody sees alike changes at the next request after', () => {
  it('a new price', async () => {
    const shelf = await desk.send('POST', '/categories', { name: `Shelf ${Date.now()}` });
    const product = await desk.newProduct({ price: 61.37, category_id: shelf.id, featured: true });
    const urls = [
      `${app.url}/products/${product.slug}`,
      `${app.url}/categories/${shelf.slug}`,
      `${app.url}/api/products/${product.slug}`,
      `${app.url}/api/products?category=${shelf.slug}`,
    ];
    for (const url of urls) {
      await untilKept(url);
      expect((await get(url)).text, url).toContain('61.37');
    }
    await desk.send('PATCH', `/products/${product.id}`, { price: 62.48 });
    for (const url of urls) {
      const { text } = await get(url);
      expect([text.includes('61.37'), text.includes('62.48')], url).toEqual([false, true]);
    }
  });

  it('a package, and that there is one at all', async () => {
    const name = `Set ${Date.now()}`;
    const [home, list] = [`${app.url}/`, `${app.url}/packages`];
    for (const url of [home, list]) {
      await untilKept(url);
      expect((await get(url)).text, url).not.toContain(name);
    }
    const made = await desk.send('POST', '/packages', { name, price: 73.21 });
    expect((await get(home)).text).toContain('href="/packages"');
    const urls = [
      home,
      list,
      `${list}/${made.slug}`,
      `${app.url}/api/packages`,
      `${app.url}/api/packages/${made.slug}`,
    ];
    for (const url of urls) {
      await untilKept(url);
      expect((await get(url)).text, url).toContain('73.21');
    }
    await desk.send('PATCH', `/packages/${made.id}`, { price: 74.32 });
    for (const url of urls) {
      const { text } = await get(url);
      expect([text.includes('73.21'), text.includes('74.32')], url).toEqual([false, true]);
    }
    await desk.send('DELETE', `/packages/${made.id}`);
    expect((await get(home)).text).not.toContain('href="/packages"');
  });

  it('a quantity, from the desk and from a sale', async () => {
    const product = await desk.newProduct({ stock_quantity: 1 });
    const page = `${app.url}/products/${product.slug}`;
    const read = `${app.url}/api/products/${product.slug}`;
    const seen = async () => [
      (await get(page)).text.includes('schema.org/InStock'),
      JSON.parse((await get(read)).text).data.in_stock,
    ];
    await untilKept(page);
    await untilKept(read);
    expect(await seen()).toEqual([true, true]);
    const body = orderBody([product.variantId], await freeSlot(app.url, [product.variantId]));
    expect((await sendOrder(app.url, body, crypto.randomUUID())).status).toBe(201);
    expect(await seen()).toEqual([false, false]);
    await untilKept(page);
    await untilKept(read);
    await desk.send('PATCH', `/products/${product.id}/stock`, { stock_quantity: 3 });
    expect(await seen()).toEqual([true, true]);
  });

  describe('what can be had when, on the page of the product, beside another one, and over the API', () => {
    /** A category with something that is made per day, and a neighbor that shows it among the related ones. */
    async function shelfWithLoaf() {
      const { id: category_id, slug } = await desk.send('POST', '/categories', { name: `Oven ${crypto.randomUUID()}` });
      const loaf = await desk.newProduct({ category_id, stock_mode: 'per_date', stock_quantity: undefined });
      const neighbor = await desk.newProduct({ category_id, stock_quantity: 0 });
      const own = `${app.url}/products/${loaf.slug}`;
      const tiles = [`${app.url}/products/${neighbor.slug}`, `${app.url}/categories/${slug}`];
      const read = `${app.url}/api/products/${loaf.slug}`;
      const bake = (planned: number) =>
        desk.send('PUT', '/plans', {
          patterns: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ variant_id: loaf.variantId, weekday, planned })),
        });
      const keep = async () => {
        for (const url of [own, ...tiles, read]) await untilKept(url);
      };
      return { loaf, own, tiles, read, bake, keep };
    }
    const dataOf = async (url: string) => JSON.parse((await get(url)).text).data;
    type Shelf = Awaited<ReturnType<typeof shelfWithLoaf>>;
    /** The first time to collect it, as every door names it at its very next request. */
    async function firstSeen({ loaf, own, tiles, read }: Shelf) {
      const page = (await get(own)).text;
      const shown: boolean[] = [];
      for (const url of tiles) shown.push((await get(url)).text.includes('Earliest <b>'));
      const { earliest } = await dataOf(read);
      const availability = await dataOf(`${app.url}/api/products/${loaf.id}/availability?method=pickup`);
      const slots = await dataOf(`${app.url}/api/slots?method=pickup&items=${loaf.variantId}:1`);
      const free = slots.find(({ reason }: { reason: string | null }) => reason === null);
      const first: string | null = availability.earliest?.slot_id ?? null;
      return {
        first,
        isOne:
          earliest.pickup?.slot_id === availability.earliest?.slot_id && free?.id === availability.earliest?.slot_id,
        isOnItsPage: first !== null && page.includes(first),
        tiles: shown,
        page,
      };
    }
    const SHOWN = { isOne: true, isOnItsPage: true, tiles: [true, true] };

    it('the bake plan', async () => {
      const shelf = await shelfWithLoaf();
      await shelf.keep();
      expect(await firstSeen(shelf)).toMatchObject({ first: null, tiles: [false, false] });
      await shelf.keep();
      await shelf.bake(5);
      const baked = await firstSeen(shelf);
      expect(baked).toMatchObject(SHOWN);
      await shelf.keep();
      // One day of the plan alone.
      const { earliest } = await dataOf(`${app.url}/api/products/${shelf.loaf.id}/availability?method=pickup`);
      const { time_zone } = await desk.send('GET', '/settings/shop');
      const on_date = dayOf(new Date(earliest.starts_at), time_zone);
      await desk.send('PUT', '/plans', { days: [{ variant_id: shelf.loaf.variantId, on_date, closed: true }] });
      const later = await firstSeen(shelf);
      expect(later).toMatchObject(SHOWN);
      expect(later.first).not.toBe(baked.first);
      expect(later.page).not.toContain(baked.first);
      await shelf.keep();
      await shelf.bake(0);
      expect(await firstSeen(shelf)).toMatchObject({ first: null, isOne: true, tiles: [false, false] });
    });

    it('a slot', async () => {
      const shelf = await shelfWithLoaf();
      await shelf.bake(5);
      await shelf.keep();
      const open = await firstSeen(shelf);
      expect(open).toMatchObject(SHOWN);
      await desk.send('PATCH', `/slots/${open.first}`, { closed: true });
      const shut = await firstSeen(shelf);
      expect(shut).toMatchObject(SHOWN);
      expect(shut.page).not.toContain(open.first);
      await shelf.keep();
      await desk.send('PATCH', `/slots/${open.first}`, { closed: false });
      expect(await firstSeen(shelf)).toMatchObject({ ...SHOWN, first: open.first });
    });
  });

  it('a product was archived, and restored', async () => {
    const product = await desk.newProduct();
    const urls = [`${app.url}/products/${product.slug}`, `${app.url}/api/products/${product.slug}`];
    for (const url of urls) await untilKept(url);
    await desk.send('DELETE', `/products/${product.id}`);
    for (const url of urls) expect((await get(url)).status, url).toBe(404);
    await desk.send('POST', `/products/${product.id}/restore`);
    for (const url of urls) expect((await get(url)).status, url).toBe(200);
  });

  it('a setting', async () => {
    const urls = [`${app.url}/`, `${app.url}/products`, `${app.url}/api/shop`];
    for (const url of urls) await untilKept(url);
    const name = `Shop of ${Date.now()}`;
    await desk.send('PUT', '/settings/shop', { ...(await desk.send('GET', '/settings/shop')), name });
    for (const url of urls) expect((await get(url)).text, url).toContain(name);
  });

  it('a write that came while the old page was being made', async () => {
    const product = await desk.newProduct({ price: 100 });
    const page = `${app.url}/products/${product.slug}`;
    for (let price = 101; price <= 120; price += 1) {
      const crowd = Array.from({ length: 4 }, () => get(page));
      await desk.send('PATCH', `/products/${product.id}`, { price: price + 0.53 });
      const { text } = await get(page);
      expect(text.includes(`${price}.53`), `${price}.53`).toBe(true);
      await Promise.all(crowd);
      expect((await get(page)).text.includes(`${price}.53`), `${price}.53 after the crowd`).toBe(true);
    }
  });
});

describe('another process', () => {
  it('hears of a write at once', async () => {
    const product = await desk.newProduct({ price: 71.37 });
    const urls = [`${other.url}/products/${product.slug}`, `${other.url}/api/products/${product.slug}`];
    for (const url of urls) await untilKept(url);
    await desk.send('PATCH', `/products/${product.id}`, { price: 72.48 });
    for (const url of urls) {
      await until('the other process shows the new price', 1000, async () => (await get(url)).text.includes('72.48'));
    }
    await desk.send('DELETE', `/products/${product.id}`);
    for (const url of urls) {
      await until('the other process knows that it is gone', 1000, async () => (await get(url)).status === 404);
    }
  });

  it('catches up on what it missed while it could not listen', async () => {
    const product = await desk.newProduct({ price: 81.37 });
    const page = `${other.url}/products/${product.slug}`;
    await untilKept(page);
    // It listens again a moment before or after the write; neither may lose it.
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'barrow-listener' and datname = current_database()`;
    await desk.send('PATCH', `/products/${product.id}`, { price: 82.48 });
    await until('the other process shows the new price', 5000, async () => (await get(page)).text.includes('82.48'));
  });
});

describe('an answer that is kept', () => {
  it.each(['/', '/products', '/api/products', '/api/shop'])('is 304 for whoever has it: %s', async (address) => {
    const url = `${app.url}${address}`;
    await untilKept(url);
    const first = await get(url);
    const etag = first.headers.get('etag') ?? '';
    expect(first.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
    const again = await get(url, { 'if-none-match': etag });
    expect([again.status, again.text]).toEqual([304, '']);
    expect(again.headers.get('etag')).toBe(etag);
    expect(again.headers.get('x-request-id')).toBeTruthy();
    expect((await get(url, { 'if-none-match': 'W/"another"' })).status).toBe(200);
    const head = await fetch(url, { method: 'HEAD' });
    expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([200, etag, '']);
  });

  it('is one for every spelling of an address, and none for what narrows it', async () => {
    const url = `${app.url}/products`;
    await untilKept(url);
    const etag = (await get(url)).headers.get('etag');
    expect((await get(`${url}?utm_source=letter`)).headers.get('etag')).toBe(etag);
    expect((await get(`${url}?q=rye`)).headers.get('cache-control')).toContain('no-store');
  });

  it.each(['gzip', 'br'])('says the same packed as %s', async (encoding) => {
    const url = `${app.url}/products`;
    const plain = await get(url, { 'accept-encoding': 'identity' });
    await until(`${encoding} is ready`, 5000, async () => {
      const packed = await get(url, { 'accept-encoding': encoding });
      return packed.headers.get('content-encoding') === encoding && packed.text === plain.text;
    });
  });
});

describe('an address of nothing', () => {
  it('is a real 404 with words in it, and is not kept', async () => {
    const slug = `never-heard-of-${Date.now()}`;
    for (const address of [`/products/${slug}`, `/categories/${slug}`, `/pages/${slug}`, `/${slug}`]) {
      const missing = await get(`${app.url}${address}`);
      expect([address, missing.status]).toEqual([address, 404]);
      expect(missing.headers.get('content-type')).toMatch(/^text\/html/);
      expect(missing.text, address).toMatch(/<h1[^>]*>[^<]{5,}/);
      expect(await isKept(`${app.url}${address}`), address).toBe(false);
    }
    expect((await get(`${app.url}/api/products/${slug}`)).status).toBe(404);
    // The name makes the slug: what was nothing a moment ago is there at the next request.
    const made = await desk.send('POST', '/products', { name: slug.replaceAll('-', ' '), price: 1 });
    expect(made.slug).toBe(slug);
    expect((await get(`${app.url}/products/${slug}`)).status).toBe(200);
    expect((await get(`${app.url}/api/products/${slug}`)).status).toBe(200);
  });
});
