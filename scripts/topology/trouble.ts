import type { Desk } from '#tests/support/desk';
import { until } from '#tests/support/wait';
import { type Check, generalLimit, orderFor, strictLimit } from './across.ts';
import { type Ask, ask, errorCount, type Figures, newAddress, startLoad } from './load.ts';
import type { Topology } from './stage.ts';

const JSON_TYPE = { 'content-type': 'application/json' };
const READERS = 6;
const BUYERS = 2;
/** Between two requests of one of them: what is tried is a change of instances, not how much two cores can carry. */
const PAUSE_MS = 50;

/** A shop on an ordinary busy day: people who look, and some who order. */
function ordinaryDay(slug: string, variantId: string): (() => Ask)[] {
  const paths = [
    '/',
    `/products/${slug}`,
    '/api/products',
    `/api/products/${slug}`,
    '/cart',
    '/products?sort=price_asc',
  ];
  let looks = 0;
  const look = (): Ask => {
    looks += 1;
    return { path: paths[looks % paths.length] ?? '/' };
  };
  const buy = (): Ask => ({
    method: 'POST',
    path: '/api/orders',
    headers: { ...JSON_TYPE, 'idempotency-key': crypto.randomUUID() },
    body: orderFor(variantId),
  });
  return [...Array.from({ length: READERS }, () => look), ...Array.from({ length: BUYERS }, () => buy)];
}

const describe = (figures: Figures): string => {
  const kinds = [...figures.errors].slice(0, 4).map(([what, count]) => `${count} × ${what}`);
  return [
    `${figures.sent} requests, ${errorCount(figures)} errors, slowest ${Math.round(figures.slowestMs)} ms`,
    ...kinds,
  ].join('; ');
};

async function underLoad(topology: Topology, desk: Desk, work: () => Promise<void>): Promise<Figures> {
  const product = await desk.newProduct({ stock_mode: 'unlimited' });
  const load = startLoad(topology.url, ordinaryDay(product.slug, product.variantId), PAUSE_MS);
  await until('the load runs', 20_000, () => load.figures.sent > 100);
  await work();
  const after = load.figures.sent + 200;
  await until('the load goes on', 20_000, () => load.figures.sent > after);
  return load.stop();
}

/** As `docker compose up -d` with a new image: one after the other, each when the one before is ready again. */
export async function rollingRestart(topology: Topology, desk: Desk, rounds: number): Promise<Check> {
  const took: number[] = [];
  const figures = await underLoad(topology, desk, async () => {
    for (let round = 0; round < rounds; round += 1) {
      for (const app of topology.apps) {
        const began = performance.now();
        await app.stop();
        await app.start();
        took.push(performance.now() - began);
      }
    }
  });
  return {
    name: `rolling restart of three instances, ${rounds} times, orders included`,
    figure: `${describe(figures)}; an instance is away ${Math.round(Math.max(...took))} ms at most`,
    isFine: errorCount(figures) === 0,
  };
}

export async function redisGoes(topology: Topology, desk: Desk): Promise<Check[]> {
  const checks: Check[] = [];
  const figures = await underLoad(topology, desk, async () => {
    await topology.redis.kill();
    checks.push(await strictLimit(topology, 'the same without Redis'));
    const alone = await generalLimit(topology);
    const through = Number.parseInt(alone.figure, 10);
    checks.push({
      ...alone,
      name: 'general limit while Redis is away: each for itself',
      isFine: through >= 100 && through <= 300,
    });
    await topology.redis.start();
  });
  checks.push({
    name: 'Redis killed and back, under load',
    figure: describe(figures),
    isFine: errorCount(figures) === 0,
  });
  // Whoever found it away looks again after five seconds.
  const again = await until('limits are added up again', 200_000, async () => {
    const check = await generalLimit(topology);
    return check.isFine && check;
  });
  return [...checks, { ...again, name: 'general limit once Redis is back' }];
}

/** Errors are allowed while it is away: 503, in the envelope, and none after it is back. */
export async function poolerGoes(topology: Topology, desk: Desk): Promise<Check> {
  const product = await desk.newProduct({ stock_mode: 'unlimited' });
  const path = `/api/products/${product.slug}`;
  for (const app of topology.apps) for (const _ of [1, 2]) await ask(app.url, { path });
  await topology.pooler.kill();
  const order = { method: 'POST', path: '/api/orders', body: orderFor(product.variantId) };
  const headers = () => ({ ...JSON_TYPE, 'idempotency-key': crypto.randomUUID() });
  const refused = await ask(topology.url, { ...order, headers: headers() });
  const look = await ask(topology.url, { path });
  await topology.pooler.start();
  const began = performance.now();
  await until(
    'orders are taken again',
    20_000,
    async () => (await ask(topology.url, { ...order, headers: headers() })).status === 201,
  );
  const isFine = refused.status === 503 && refused.text.includes('DB_001') && look.status === 200;
  return {
    name: 'PgBouncer killed: what is kept is served, orders are refused in the envelope, and taken when it is back',
    figure: `${look.status}, ${refused.status}, back after ${Math.round(performance.now() - began)} ms`,
    isFine,
  };
}

export async function throughNginx({ url, apps }: Topology, desk: Desk): Promise<Check[]> {
  const product = await desk.newProduct();
  const authorization = `Bearer ${desk.token}`;
  const upload = async (bytes: number) => {
    const form = new FormData();
    form.set('file', new Blob([new Uint8Array(bytes)], { type: 'image/png' }), 'a.png');
    const answer = await fetch(`${url}/api/admin/products/${product.id}/images`, {
      method: 'POST',
      headers: { authorization, 'x-forwarded-for': newAddress() },
      body: form,
    });
    return { status: answer.status, text: await answer.text() };
  };
  const large = await upload(11 * 1024 * 1024);
  const spoofed = await ask(url, { path: '/api/health', headers: { 'x-request-id': 'mine' } });
  // What is kept is compressed when it is asked for again, wherever that is.
  const path = `/products/${product.slug}`;
  for (const app of apps) for (const _ of [1, 2]) await ask(app.url, { path });
  const page = await ask(url, { path, headers: { 'accept-encoding': 'gzip, br' } });
  const id = String(spoofed.headers['x-request-id'] ?? '');
  return [
    {
      name: 'an upload of 11 MB reaches the app through nginx, which refuses it in its own words',
      figure: `${large.status} ${large.text.slice(0, 90)}`,
      isFine: large.status === 413 && large.text.includes('"success":false'),
    },
    {
      name: 'request id, policy and compression come from the app',
      figure: `${id}, ${page.headers['content-encoding']}, ${page.headers['x-content-type-options']}`,
      isFine:
        id.includes('-') &&
        id !== 'mine' &&
        page.headers['content-encoding'] === 'br' &&
        page.headers['x-content-type-options'] === 'nosniff',
    },
  ];
}
