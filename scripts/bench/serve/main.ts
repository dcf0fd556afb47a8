import { execFile, fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { undoing } from '#scripts/undo';
import { endlessGoods } from '../goods.ts';
import { type Load, type Measured, measure } from '../load.ts';
import { setStage } from '../stage.ts';
import { makeVisitors } from '../visitor.ts';

/**
 * `npm run bench`: speed and memory of the built app as ratios within one run. Database, server and load generator share
 * this machine. Prints a table and writes `bench.json`. `--seconds N` per measurement, `--rounds N` for the medians.
 */

const BENCH = join(import.meta.dirname, '..');
const option = (name: string, fallback: number) => {
  const at = process.argv.indexOf(`--${name}`);
  return at === -1 ? fallback : Number(process.argv[at + 1]);
};
const SECONDS = option('seconds', 5);
const ROUNDS = option('rounds', 3);

/** What bare `node:http` gave where the goals were set: machines differ by factors, shares of bare compare. */
const BARE_OF_GOALS = 77_200;

/** Words, or answers per second on the machine of the goals. */
type Goal = string | number;
type Row = Measured & { name: string; goal: string; goal_of_limit: number | null };
const rows: Row[] = [];
let limit: Measured | null = null;
const say = (line: string) => process.stdout.write(`${line}\n`);
const percent = (share: number) => `${(share * 100).toFixed(2)} %`;

const wordsOf = (goal: Goal): string =>
  typeof goal === 'string'
    ? goal
    : `at least ${goal.toLocaleString('en')}/s where bare gives ${BARE_OF_GOALS.toLocaleString('en')} = ${percent(goal / BARE_OF_GOALS)}`;

async function row(name: string, goal: Goal, load: Omit<Load, 'seconds'>): Promise<Row> {
  await measure({ ...load, seconds: 1 });
  const rounds: Measured[] = [];
  for (let round = 0; round < ROUNDS; round += 1) rounds.push(await measure({ ...load, seconds: SECONDS }));
  rounds.sort((a, b) => a.perSecond - b.perSecond);
  const median = rounds[Math.floor(rounds.length / 2)];
  if (!median) throw new Error('nothing was measured');
  limit ??= median;
  const goalShare = typeof goal === 'number' ? goal / BARE_OF_GOALS : null;
  const found = { ...median, name, goal: wordsOf(goal), goal_of_limit: goalShare };
  rows.push(found);
  const share = percent(median.perSecond / limit.perSecond).padStart(9);
  say(
    `${name.padEnd(44)} ${median.perSecond.toFixed(0).padStart(8)}/s ${share} of bare  p50 ${median.p50} ms  p97.5 ${median.p97} ms  p99 ${median.p99} ms` +
      `${median.refused + median.failed > 0 ? `  ${median.refused} refused, ${median.failed} failed` : ''}  (${found.goal})`,
  );
  return found;
}

async function bare(bytes: number): Promise<Row> {
  const undo = undoing();
  const child = undo.child(fork(join(BENCH, 'bare-server.ts'), [String(bytes)]));
  const port = await new Promise<number>((resolve) => child.once('message', (message) => resolve(Number(message))));
  try {
    return await row('bare node:http, same bytes', 'limit', { url: `http://127.0.0.1:${port}/`, connections: 50 });
  } finally {
    await undo.now();
  }
}

type Promised = { slots: number; free: number; queries: number; wall_ms: number; cpu_ms: number };

/** Nothing that such a script seals is read by anybody else. */
const ALONE = { AUTH_SECRET: randomBytes(48).toString('base64url'), RATE_LIMITS: 'off' };

/** What a script of the bench says about the shop, in a process of its own. */
async function ask<T>(script: string, databaseUrl: string, ...args: string[]): Promise<T> {
  const undo = undoing();
  const asked = promisify(execFile)(process.execPath, ['--conditions=react-server', join(BENCH, script), ...args], {
    env: { ...process.env, DATABASE_URL: databaseUrl, DATABASE_DIRECT_URL: databaseUrl, ...ALONE },
  });
  undo.child(asked.child);
  try {
    return JSON.parse((await asked).stdout);
  } finally {
    await undo.now();
  }
}

type Limits = { lookups: number; orders: number };

/** What the database alone would give, beside what the app makes of it. */
async function limits(databaseUrl: string, variantId: string, orders: Row): Promise<Limits> {
  const found = await ask<Limits>('limits.ts', databaseUrl, variantId);
  const share = percent(orders.perSecond / found.orders);
  say(
    `\nPostgreSQL alone, 8 at a time: ${found.lookups.toFixed(0)} products by key and ${found.orders.toFixed(0)} orders per ` +
      `second; the API places ${share} of that`,
  );
  return found;
}

/** The engine alone, last: it fills the shop with open orders. */
async function promise(databaseUrl: string): Promise<Promised> {
  const found = await ask<Promised>('promise.ts', databaseUrl);
  say(
    `\npromise: next 14 days, 10 items, ${found.slots} slots, 5,000 open orders: ${found.wall_ms.toFixed(2)} ms with the database, ` +
      `${found.cpu_ms.toFixed(2)} ms of them here, ${found.queries} query (at most 15 ms together)`,
  );
  return found;
}

const stage = await setStage('bakery');
try {
  const idle = await stage.memory();
  say(`start to the first answer: ${stage.startMs.toFixed(0)} ms; idle memory: ${idle.toFixed(0)} MiB\n`);
  const goods = await endlessGoods(stage);
  const json = await fetch(`${stage.url}/api/products`);
  const bytes = (await json.arrayBuffer()).byteLength;
  const bareRow = await bare(bytes);
  const at = (path: string, connections = 50) => ({ url: `${stage.url}${path}`, connections });
  await row('kept JSON: list of 20 products', 10_000, at('/api/products'));
  await row('kept JSON: list, 100 connections', 'p99 under 10 ms', at('/api/products', 100));
  await row('kept JSON: one product', 10_000, at(`/api/products/${goods.slug}`));
  await row('kept page: home', 10_000, at('/'));
  await row('kept page: product', 10_000, at(`/products/${goods.slug}`));
  await row('page per request: filtered list', 300, at('/products?featured=true'));
  const visitors = await makeVisitors(stage.url, { variantId: goods.variantId, slotId: goods.slotIds[0] ?? '' });
  await row('page per request: empty cart', 300, at('/cart'));
  await row('page per request: cart with goods', 300, { ...visitors.cart, connections: 50 });
  await row('page per request: tracking', 300, at('/track'));
  await row('page per request: an order followed', 300, { ...visitors.order, connections: 50 });
  const orderRow = await row('orders placed through the API, 8 at a time', 700, {
    url: `${stage.url}/api/orders`,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    // Different customers, as in life: orders of one phone wait for each other only the first time.
    bodies: Array.from({ length: 500 }, (_, n) =>
      JSON.stringify({
        items: [{ variant_id: goods.variantId, quantity: 1 }],
        customer_name: 'Bench Mark',
        customer_phone: `+4915112345${String(n).padStart(3, '0')}`,
        delivery_type: 'pickup',
        slot_id: goods.slotIds[n % goods.slotIds.length],
      }),
    ),
    connections: 8,
  });
  await measure({ ...at('/products?featured=true'), seconds: 60, amount: 10_000 });
  const loaded = await stage.memory();
  say(`\nmemory after the load and 10,000 rendered pages: ${loaded.toFixed(0)} MiB (under 400 MiB)`);
  const alone = await limits(stage.databaseUrl, goods.variantId, orderRow);
  const promised = await promise(stage.databaseUrl);
  const report = {
    at: new Date().toISOString(),
    node: process.version,
    seconds: SECONDS,
    rounds: ROUNDS,
    start_ms: stage.startMs,
    idle_mib: idle,
    loaded_mib: loaded,
    database_alone: alone,
    promise: promised,
    rows: rows.map((measured) => ({ ...measured, of_limit: measured.perSecond / bareRow.perSecond })),
  };
  await writeFile('bench.json', `${JSON.stringify(report, null, 2)}\n`);
  say('written to bench.json');
} finally {
  await stage.end();
}
