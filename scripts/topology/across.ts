import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import postgres from 'postgres';
import { z } from 'zod';
import { type Desk, orderBody } from '#tests/support/desk';
import { listenTo } from '#tests/support/streams';
import { until } from '#tests/support/wait';
import { ask, newAddress } from './load.ts';
import type { Instance, Topology } from './stage.ts';

export type Check = { name: string; figure: string; isFine: boolean };

const JSON_TYPE = { 'content-type': 'application/json' };
const ROUNDS = 20;
const PRODUCT = { stock_mode: 'tracked', stock_quantity: 1000 };

const turn = <T>(all: readonly T[], index: number): T => {
  const one = all[index % all.length];
  if (one === undefined) throw new Error('there is nobody');
  return one;
};
const dataOf = (text: string) =>
  z.looseObject({ data: z.looseObject({ id: z.string() }).optional() }).parse(JSON.parse(text));

let buyers = 0;

/** As a customer with an address for letters sends it; each call is another one. */
export function orderFor(variantId: string): string {
  buyers += 1;
  return JSON.stringify({ ...JSON.parse(orderBody([variantId])), customer_email: `ana${buyers}@example.com` });
}

export async function begunOnce({ directUrl, startMs, nginxVerdicts }: Topology): Promise<Check[]> {
  const sql = postgres(directUrl, { max: 1, onnotice: () => undefined });
  const [row] = await sql<[{ migrations: number; shops: number; admins: number }]>`
    select (select count(*)::int from drizzle.__drizzle_migrations) as migrations,
      (select count(*)::int from settings where key = 'shop') as shops,
      (select count(*)::int from users where role = 'admin') as admins`;
  await sql.end();
  const journal = await readFile(join(import.meta.dirname, '../../drizzle/meta/_journal.json'), 'utf8');
  const wanted = z.object({ entries: z.array(z.unknown()) }).parse(JSON.parse(journal)).entries.length;
  return [
    {
      name: 'three begin at once on an empty database: migrated and filled once',
      figure: `${row.migrations}/${wanted} migrations, ${row.shops} shop, ${row.admins} admin, ${startMs} ms`,
      isFine: row.migrations === wanted && row.shops === 1 && row.admins === 1,
    },
    {
      name: 'nginx -t',
      figure: nginxVerdicts.join('; '),
      isFine: nginxVerdicts.every((verdict) => verdict.endsWith('in order')),
    },
  ];
}

const percentile = (all: readonly number[], share: number) =>
  Math.round([...all].sort((a, b) => a - b)[Math.min(all.length - 1, Math.floor(all.length * share))] ?? 0);

/** From the answer to a write at one instance until another one shows it, page and JSON, on what it had kept. */
export async function expiry({ apps }: Topology, desk: Desk): Promise<Check> {
  const product = await desk.newProduct(PRODUCT);
  const paths = [`/products/${product.slug}`, `/api/products/${product.slug}`];
  const shows = async (app: Instance, path: string, word: string) => (await ask(app.url, { path })).text.includes(word);
  const delays: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    // Kept everywhere: twice, so that the second one comes from what the first left.
    for (const app of apps) for (const path of [...paths, ...paths]) await ask(app.url, { path });
    const word = `Loaf-${round}-${Date.now().toString(36)}`;
    const writer = turn(apps, round);
    const headers = { ...JSON_TYPE, authorization: `Bearer ${desk.token}` };
    const body = JSON.stringify({ name: word });
    const path = `/api/admin/products/${product.id}`;
    const written = await ask(writer.url, { method: 'PATCH', path, headers, body });
    if (written.status !== 200) throw new Error(`the write answered ${written.status}: ${written.text}`);
    const began = performance.now();
    const pairs = apps.flatMap((app) => paths.map((kept) => [app, kept] as const));
    await Promise.all(
      pairs.map(async ([app, kept]) => {
        await until(`${app.name} shows ${word} at ${kept}`, 10_000, () => shows(app, kept, word));
        delays.push(performance.now() - began);
      }),
    );
  }
  const most = Math.round(Math.max(...delays));
  return {
    name: 'a write at one instance is shown by all, pages and JSON that were kept',
    figure: `median ${percentile(delays, 0.5)} ms, p99 ${percentile(delays, 0.99)} ms, most ${most} ms of ${delays.length}`,
    isFine: most < 1000,
  };
}

export async function streams({ apps, url }: Topology, desk: Desk): Promise<Check> {
  const product = await desk.newProduct(PRODUCT);
  // Three through nginx as well: nothing may be held back there.
  const places = [...apps.map((app) => app.url), url, url, url];
  const listening = await Promise.all(
    places.map((place) => listenTo(place, 'topics=stock', { 'x-forwarded-for': newAddress() })),
  );
  await Promise.all(listening.map((one) => one.hears('hello')));
  const delays: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const began = performance.now();
    const stock_quantity = 500 + round;
    await desk.send('PATCH', `/variants/${product.variantId}/stock`, { stock_quantity });
    await Promise.all(
      listening.map(async (one) => {
        await one.hears('stock', { variant_id: product.variantId, stock_quantity }, 10_000);
        delays.push(performance.now() - began);
      }),
    );
  }
  for (const one of listening) one.close();
  const isDirect = listening.every(({ status }) => status === 200);
  return {
    name: 'streams on every instance and through nginx hear every event',
    figure: `${delays.length}/${ROUNDS * places.length}, median ${percentile(delays, 0.5)} ms, most ${Math.round(Math.max(...delays))} ms`,
    isFine: isDirect && delays.length === ROUNDS * places.length,
  };
}

const allowed = (statuses: readonly number[]) => statuses.filter((status) => status !== 429).length;

/** Ten tries to track an order in 15 minutes from one address, whichever instance is asked. */
export async function strictLimit(
  { apps }: Topology,
  name = 'tracking an order, 30 tries over three instances',
): Promise<Check> {
  const from = newAddress();
  const statuses = await Promise.all(
    Array.from({ length: 30 }, async (_, index) => {
      const body = JSON.stringify({ order_number: `KK-20260101-${100 + index}`, phone: '+40722000000' });
      const path = '/api/orders/track';
      return (await ask(turn(apps, index).url, { method: 'POST', path, headers: JSON_TYPE, body }, from)).status;
    }),
  );
  return {
    name: `limit held: ${name}`,
    figure: `${allowed(statuses)} allowed of 10`,
    isFine: allowed(statuses) === 10,
  };
}

/** A hundred requests a minute from one address, in all. Counts are told several times a second, hence the margin. */
export async function generalLimit({ apps }: Topology): Promise<Check> {
  // Not over the end of a minute, where counting begins anew.
  await until('the minute has 15 s left', 20_000, () => Date.now() % 60_000 < 45_000);
  const from = newAddress();
  const statuses: number[] = [];
  for (let index = 0; index < 300; index += 1) {
    statuses.push((await ask(turn(apps, index).url, { path: `/api/products?limit=1&page=${index}` }, from)).status);
  }
  const through = allowed(statuses);
  return {
    name: 'general limit of the API over three instances (Redis): 300 requests, 100 a minute',
    figure: `${through} allowed`,
    isFine: through >= 100 && through < 200,
  };
}

export async function idempotency({ apps, directUrl }: Topology, desk: Desk): Promise<Check> {
  const product = await desk.newProduct(PRODUCT);
  const headers = { ...JSON_TYPE, 'idempotency-key': crypto.randomUUID() };
  const body = orderFor(product.variantId);
  const from = newAddress();
  const send = (index: number) =>
    ask(turn(apps, index).url, { method: 'POST', path: '/api/orders', headers, body }, from);
  const told = await Promise.all(Array.from({ length: 12 }, (_, index) => send(index)));
  // Who was told that the first one is still at work asks again, elsewhere.
  for (let index = 0; index < 3; index += 1) told.push(await send(index));
  const ids = new Set(told.flatMap(({ text }) => dataOf(text).data?.id ?? []));
  const sql = postgres(directUrl, { max: 1, onnotice: () => undefined });
  const [row] = await sql<[{ count: number }]>`
    select count(*)::int as count from order_items where variant_id = ${product.variantId}`;
  await sql.end();
  const strange = told.filter(({ status }) => ![201, 409].includes(status)).length;
  return {
    name: 'one key sent 15 times to three instances',
    figure: `${row.count} order, ${ids.size} id told, ${strange} other answers`,
    isFine: row.count === 1 && ids.size === 1 && strange === 0,
  };
}

/** Sixty buyers for the last ten, at all instances at once. */
export async function lastTen({ apps }: Topology, desk: Desk): Promise<Check> {
  const product = await desk.newProduct({ stock_mode: 'tracked', stock_quantity: 10 });
  const statuses = await Promise.all(
    Array.from({ length: 60 }, async (_, index) => {
      const headers = { ...JSON_TYPE, 'idempotency-key': crypto.randomUUID() };
      const body = orderFor(product.variantId);
      return (await ask(turn(apps, index).url, { method: 'POST', path: '/api/orders', headers, body })).status;
    }),
  );
  const [sold, errors] = [
    statuses.filter((status) => status === 201).length,
    statuses.filter((status) => status >= 500).length,
  ];
  return {
    name: '60 buyers at three instances for the last 10',
    figure: `${sold} sold, ${errors} errors`,
    isFine: sold === 10 && errors === 0,
  };
}

export async function signOut({ apps, admin }: Topology): Promise<Check> {
  const body = JSON.stringify(admin);
  const signedIn = await ask(turn(apps, 0).url, { method: 'POST', path: '/api/admin/login', headers: JSON_TYPE, body });
  const { data } = z.looseObject({ data: z.looseObject({ token: z.string() }) }).parse(JSON.parse(signedIn.text));
  const headers = { authorization: `Bearer ${data.token}` };
  const look = () =>
    Promise.all(apps.map(async (app) => (await ask(app.url, { path: '/api/auth/me', headers })).status));
  const before = await look();
  const out = await ask(turn(apps, 1).url, { method: 'POST', path: '/api/auth/logout', headers });
  const after = await look();
  return {
    name: 'signed in at one, signed out at another: all three refuse the next request',
    figure: `${before.join(' ')} → ${after.join(' ')}`,
    isFine: out.status === 200 && before.every((status) => status === 200) && after.every((status) => status === 401),
  };
}

/** Two workers beside each other: of every order one letter of each kind, no more. */
export async function jobsOnce({ directUrl }: Topology): Promise<Check> {
  const sql = postgres(directUrl, { max: 1, onnotice: () => undefined });
  const counts = () => sql<[{ orders: number; told: number; keys: number; waiting: number }]>`
    with letters as (select * from notifications where event = 'order_placed' and audience = 'customer' and channel = 'email')
    select (select count(*)::int from orders where customer_email is not null) as orders,
      (select count(*)::int from letters) as told,
      (select count(distinct order_id)::int from letters) as keys,
      (select count(*)::int from notifications where status in ('queued', 'sending')) as waiting`;
  const row = await until('every order is told', 60_000, async () => {
    const [now] = await counts();
    return now.told >= now.orders && now.waiting === 0 && now;
  });
  const [failed] = await sql<[{ count: number }]>`select count(*)::int as count from pgboss.job where state = 'failed'`;
  await sql.end();
  return {
    name: 'work in the background, two workers: every order told once',
    figure: `${row.orders} orders, ${row.told} told, ${row.told - row.keys} twice, ${failed.count} jobs failed`,
    isFine: row.told === row.orders && row.told === row.keys && failed.count === 0,
  };
}
