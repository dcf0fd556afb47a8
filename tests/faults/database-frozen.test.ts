import postgres from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { NO_FLAWS, readFlaws, readStock } from '#tests/support/books';
import { type Desk, openDesk, orderBody, sendOrder } from '#tests/support/desk';
import { type Durable, startDurable } from '#tests/support/durable';
import { orNull, until } from '#tests/support/wait';

const ENDS_MS = 8000;
const BACK_MS = 5000;

let shop: Durable;
let desk: Desk;
beforeAll(async () => {
  shop = await startDurable();
  desk = await openDesk(shop.app);
});
afterAll(() => shop?.stop());

type Answer = { status: number; code: string; ms: number; text: string };

async function timed(work: Promise<Response>): Promise<Answer> {
  const began = performance.now();
  const response = await work;
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
  const code = isJson ? String(JSON.parse(text).error?.code ?? '') : '';
  return { status: response.status, code, ms: performance.now() - began, text };
}

it('answers every request in time while PostgreSQL stands still, and serves on when it moves again', async () => {
  const { url } = shop.app;
  const { slug, variantId } = await desk.newProduct({ stock_quantity: 20 });
  const get = (address: string, headers: Record<string, string> = {}) => timed(fetch(`${url}${address}`, { headers }));
  const pages = ['/', '/products', `/products/${slug}`];
  const reads = ['/api/products', `/api/products/${slug}`];
  for (const address of [...pages, ...reads]) expect((await get(address)).status, address).toBe(200);
  // Made stale before the database stops: what follows cannot be answered from anything fresh.
  expect((await sendOrder(url, orderBody([variantId]), crypto.randomUUID())).status).toBe(201);
  const untouched = '/api/shop';
  await get(untouched);

  const [key, body] = [crypto.randomUUID(), orderBody([variantId])];
  const staff = { authorization: `Bearer ${desk.token}` };
  const asJson = { 'content-type': 'application/json' };
  const frozen = await shop.freeze();
  let answers: Record<string, Answer>;
  try {
    const asked: Record<string, Promise<Answer>> = {
      order: timed(sendOrder(url, body, key)),
      search: get('/api/products?q=rye&sort=price'),
      unknown: get('/api/products/never-heard-of'),
      cart: timed(
        fetch(`${url}/api/cart`, {
          method: 'POST',
          headers: asJson,
          body: JSON.stringify({ variant_id: variantId, quantity: 1 }),
        }),
      ),
      desk: get('/api/admin/orders', staff),
      export: get('/api/admin/orders/export', staff),
      signIn: timed(
        fetch(`${url}/api/admin/login`, { method: 'POST', headers: asJson, body: JSON.stringify(shop.app.admin) }),
      ),
      track: get('/api/orders/track?order_number=BAR-20260101-001&phone=%2B40722000000'),
      ready: get('/api/health/ready'),
      alive: get('/api/health'),
      page: get('/products?q=rye'),
    };
    for (const address of [...pages, ...reads]) asked[address] = get(address);
    const entries = Object.entries(asked).map(async ([name, answer]) => [name, await answer] as const);
    answers = Object.fromEntries(await Promise.all(entries));
    // Once it is known to be away nobody waits for it again.
    for (const address of [...pages, ...reads, untouched]) {
      const again = await get(address);
      expect([again.status, again.ms < 1000], `${address} after ${again.ms} ms`).toEqual([200, true]);
    }
  } finally {
    frozen.thaw();
  }
  const thawedAt = Date.now();

  const slow = Object.entries(answers).filter(([, { ms }]) => ms > ENDS_MS);
  expect(slow.map(([name, { ms }]) => `${name}: ${ms}`)).toEqual([]);
  const { alive, page, ...rest } = answers;
  expect(alive?.status).toBe(200);
  expect(page?.status).toBe(503);
  for (const [name, { status, code, text }] of Object.entries(rest)) {
    const isKept = name.startsWith('/');
    expect([status, code], `${name}: ${text.slice(0, 300)}`).toEqual(isKept ? [200, ''] : [503, 'DB_001']);
  }

  const served = await until('the order is settled', BACK_MS, async () => {
    const response = await sendOrder(url, body, key);
    return response.status === 201 && response;
  });
  const { data } = await served.json();
  await until('a page per request', BACK_MS, async () => (await orNull(get('/products?q=rye')))?.status === 200);
  expect(Date.now() - thawedAt).toBeLessThan(BACK_MS);
  expect((await get('/api/health/ready')).status).toBe(200);

  // What was sent while it stood still happened once, with the key, or not at all.
  expect((await (await sendOrder(url, body, key)).json()).data.id).toBe(data.id);
  const sql = postgres(shop.databaseUrl, { max: 1, onnotice: () => undefined });
  expect(await readFlaws(sql)).toEqual(NO_FLAWS);
  expect(await readStock(sql, variantId)).toEqual({ left: 18, sold: 2 });
  await sql.end();
});
