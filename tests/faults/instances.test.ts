import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { z } from 'zod';
import { migrate } from '#db/migrate';
import { freePort } from '#scripts/free-port';
import { type App, startApp } from '#tests/support/app';
import { type Desk, openDesk, orderBody } from '#tests/support/desk';
import { listenTo } from '#tests/support/streams';
import { until } from '#tests/support/wait';

/**
 * Three instances on one database, each of them working in the background too. What is between them in production
 * (nginx, PgBouncer, a Redis that answers) is added by `npm run topology`; here the Redis of one of them is away.
 */
const apps: App[] = [];
let desk: Desk;

const JSON_TYPE = { 'content-type': 'application/json' };
const SHOWN_MS = 10_000;

const turn = (index: number): App => {
  const app = apps[index % apps.length];
  if (app === undefined) throw new Error('there is no instance');
  return app;
};
const textAt = async (app: App, path: string) => (await fetch(`${app.url}${path}`)).text();
const sql = () => postgres(turn(0).databaseUrl, { max: 1, onnotice: () => undefined });

beforeAll(async () => {
  const env = { AUTH_SECRET: randomBytes(48).toString('base64url'), WORKER: 'inline' };
  const first = await startApp({ preset: 'blank', rateLimits: true, env });
  apps.push(first);
  const { databaseUrl } = first;
  const away = { UPSTASH_REDIS_REST_URL: `http://127.0.0.1:${await freePort()}`, UPSTASH_REDIS_REST_TOKEN: 'none' };
  apps.push(await startApp({ databaseUrl, rateLimits: true, env }));
  apps.push(await startApp({ databaseUrl, rateLimits: true, env: { ...env, ...away } }));
  desk = await openDesk(first);
});
// The one that brought the database goes last.
afterAll(async () => {
  for (const app of apps.toReversed()) await app.stop();
});

it('what is kept expires everywhere after a write at one of them', async () => {
  const product = await desk.newProduct();
  const paths = [`/products/${product.slug}`, `/api/products/${product.slug}`];
  for (const app of apps)
    for (const path of [...paths, ...paths]) expect(await textAt(app, path)).toContain(product.name);
  const name = `${product.name} anew`;
  await desk.send('PATCH', `/products/${product.id}`, { name });
  await Promise.all(
    apps.flatMap((app) =>
      paths.map((path) =>
        until(`${app.url}${path} shows it`, SHOWN_MS, async () => (await textAt(app, path)).includes(name)),
      ),
    ),
  );
});

it('a stream on one hears what happens at another', async () => {
  const product = await desk.newProduct({ stock_mode: 'tracked' });
  const listening = await Promise.all(apps.map((app) => listenTo(app.url, 'topics=stock')));
  await Promise.all(listening.map((one) => one.hears('hello')));
  await desk.send('PATCH', `/variants/${product.variantId}/stock`, { stock_quantity: 3 });
  const fields = { variant_id: product.variantId, stock_quantity: 3 };
  await Promise.all(listening.map((one) => one.hears('stock', fields, SHOWN_MS)));
  for (const one of listening) one.close();
});

it('ten tries are ten, whichever of them is asked', async () => {
  const statuses = await Promise.all(
    Array.from({ length: 24 }, async (_, index) => {
      const body = JSON.stringify({ order_number: 'KK-20260101-001', phone: '+40722000000' });
      return (await fetch(`${turn(index).url}/api/orders/track`, { method: 'POST', headers: JSON_TYPE, body })).status;
    }),
  );
  expect(statuses.filter((status) => status === 404)).toHaveLength(10);
  expect(statuses.filter((status) => status === 429)).toHaveLength(14);
});

it('one key is one order, and every order is told once', async () => {
  const product = await desk.newProduct({ stock_quantity: 100 });
  const mailed = () =>
    JSON.stringify({ ...JSON.parse(orderBody([product.variantId])), customer_email: 'ana@example.com' });
  const body = mailed();
  const send = async (index: number, text: string, key: string) => {
    const headers = { ...JSON_TYPE, 'idempotency-key': key };
    const response = await fetch(`${turn(index).url}/api/orders`, { method: 'POST', headers, body: text });
    return { status: response.status, text: await response.text() };
  };
  const key = crypto.randomUUID();
  const answers = await Promise.all(Array.from({ length: 9 }, (_, index) => send(index, body, key)));
  expect(answers.filter(({ status }) => status !== 201 && status !== 409)).toEqual([]);
  for (let index = 0; index < 5; index += 1)
    expect((await send(index, mailed(), crypto.randomUUID())).status).toBe(201);
  const client = sql();
  const letters = () =>
    client`select order_id from notifications where event = 'order_placed' and audience = 'customer'`;
  await until('six letters', 30_000, async () => (await letters()).length >= 6);
  // All that is asked for by now is done; a second letter would be among it.
  await until('nothing waits', 30_000, async () => {
    const [row] =
      await client`select count(*)::int as open from pgboss.job where state in ('created', 'retry', 'active')
      and name = 'notifications'`;
    return row?.open === 0;
  });
  const told = (await letters()).map((row) => row.order_id);
  expect(told).toHaveLength(6);
  expect(new Set(told).size).toBe(6);
  const [orders] = await client`select count(*)::int as count from order_items where variant_id = ${product.variantId}`;
  expect(orders?.count).toBe(6);
  await client.end();
});

it('who signs out at one is out everywhere', async () => {
  const signIn = await fetch(`${turn(1).url}/api/admin/login`, {
    method: 'POST',
    headers: JSON_TYPE,
    body: JSON.stringify(turn(0).admin),
  });
  const { data } = z.looseObject({ data: z.looseObject({ token: z.string() }) }).parse(await signIn.json());
  const headers = { authorization: `Bearer ${data.token}` };
  const look = () => Promise.all(apps.map(async (app) => (await fetch(`${app.url}/api/auth/me`, { headers })).status));
  expect(await look()).toEqual([200, 200, 200]);
  expect((await fetch(`${turn(2).url}/api/auth/logout`, { method: 'POST', headers })).status).toBe(200);
  expect(await look()).toEqual([401, 401, 401]);
});

it('two that migrate at once migrate once; behind a pooler the deadlines are those of the role', async () => {
  const name = `empty_${randomBytes(6).toString('hex')}`;
  const admin = postgres(`${inject('postgres')}/postgres`, { max: 1, onnotice: () => undefined });
  await admin.unsafe(`create database ${name}`);
  const url = `${inject('postgres')}/${name}`;
  await Promise.all([migrate(url, { isPooled: true }), migrate(url, { isPooled: true })]);
  const client = postgres(url, { max: 1, onnotice: () => undefined });
  const [row] = await client`select count(*)::int as runs, count(distinct hash)::int as migrations,
    current_setting('statement_timeout') as statement, current_setting('lock_timeout') as lock
    from drizzle.__drizzle_migrations`;
  expect(row?.runs).toBe(row?.migrations);
  expect(row).toMatchObject({ statement: '5s', lock: '2s' });
  await client.end();
  await admin.unsafe(`drop database ${name}`);
  await admin.end();
});
