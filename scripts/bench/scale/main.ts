import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import postgres from 'postgres';
import { openDatabase } from '#db/client';
import { newId } from '#db/columns';
import { migrate } from '#db/migrate';
import type { Context } from '#lib/context';
import { database } from '#lib/database';
import { startCluster } from '#scripts/postgres';
import { undoing } from '#scripts/undo';
import { type Facts, factsOf } from './facts.ts';
import { fillShop, type Size } from './fill.ts';
import { LOOKS, type Look } from './looks.ts';
import { ORDER } from './new-order.ts';

/**
 * `npm run bench -- scale`: what a shop a hundred times as large costs, question by question, through the functions that
 * pages and endpoints call. Two databases of one PostgreSQL, asked in turn. Prints a table and writes `scale.json`.
 * `--orders N` for a smaller large shop, `--only WORDS` for some of the questions, `--keep FOLDER` to ask the same two
 * shops again in another run: filling them takes minutes.
 */

const { values } = parseArgs({
  options: {
    orders: { type: 'string', default: '1000000' },
    only: { type: 'string', default: '' },
    keep: { type: 'string' },
  },
});
const GOAL = 1.5;
const MS_EACH = 1500;
const MOST_ROUNDS = 60;
const LEAST_ROUNDS = 7;
const WARM_UP = 8;
/** The desk's own; below, a ratio is the noise of the clock. */
const SMALLEST_MS = 0.05;

const say = (line: string) => process.stdout.write(`${line}\n`);
const large = Number(values.orders);
const sizeOf = (orders: number): Size => ({ orders, customers: orders / 5, products: orders / 10 });

type Shop = { ctx: Context; facts: Facts; close: () => Promise<void> };

async function openShop(base: string, name: string, size: Size, now: Date): Promise<Shop> {
  const url = `${base}/${name}`;
  const admin = postgres(`${base}/postgres`, { max: 1, onnotice: () => undefined });
  const [known] = await admin`select 1 from pg_database where datname = ${name}`;
  if (known === undefined) await admin.unsafe(`create database ${name}`);
  await admin.end();
  await migrate(url);
  const client = postgres(url, { max: 1, onnotice: () => undefined, prepare: false });
  const began = performance.now();
  const [filled] = await client`select 1 from orders limit 1`;
  if (filled === undefined) await fillShop(client, size, now);
  const facts = await factsOf(client, size);
  const [{ bytes } = { bytes: 0 }] = await client`select pg_database_size(current_database()) / 1048576 as bytes`;
  await client.end();
  say(`${name}: ${size.orders} orders, ${bytes} MiB, in ${((performance.now() - began) / 1000).toFixed(0)} s`);
  const opened = openDatabase({ url, max: 6, prepare: true });
  const ctx: Context = {
    db: opened.db,
    actor: { kind: 'system', name: 'bench' },
    now,
    locale: 'en',
    requestId: newId(),
    expire: () => undefined,
    addressHash: null,
  };
  return { ctx, facts, close: opened.close };
}

const median = (times: number[]): number => times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;

async function timed(look: Look, { ctx, facts }: Shop): Promise<number> {
  const began = performance.now();
  await look.run(ctx, facts);
  return performance.now() - began;
}

type Row = {
  name: string;
  small_ms: number;
  large_ms: number;
  ratio: number;
  /** Of the least times: what is left of a ratio when the machine was busy with something else. */
  least_ratio: number;
  rounds: number;
};

const ratioOf = (small: number, large: number) => Math.max(large, SMALLEST_MS) / Math.max(small, SMALLEST_MS);

/** Both shops in turn, each as often the first, so that whatever else the machine does meets both. */
async function compare(look: Look, small: Shop, big: Shop): Promise<Row> {
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round < WARM_UP; round += 1) {
    await timed(look, small);
    await timed(look, big);
  }
  const until = performance.now() + MS_EACH;
  for (let round = 0; round < MOST_ROUNDS && (round < LEAST_ROUNDS || performance.now() < until); round += 1) {
    if (round % 2 === 1) times[1].push(await timed(look, big));
    times[0].push(await timed(look, small));
    if (round % 2 === 0) times[1].push(await timed(look, big));
  }
  const [smallMs, largeMs] = [median(times[0]), median(times[1])];
  return {
    name: look.name,
    small_ms: smallMs,
    large_ms: largeMs,
    ratio: ratioOf(smallMs, largeMs),
    least_ratio: ratioOf(Math.min(...times[0]), Math.min(...times[1])),
    rounds: times[0].length,
  };
}

/** A kept shop goes on from the day it was filled. */
async function dayOf(folder: string): Promise<Date> {
  const file = join(folder, 'filled-at');
  const known = await readFile(file, 'utf8').catch(() => null);
  if (known !== null) return new Date(known);
  const now = new Date();
  await writeFile(file, now.toISOString());
  return now;
}

const kept = values.keep === undefined ? null : resolve(values.keep);
if (kept !== null) await mkdir(kept, { recursive: true });
const undo = undoing();
const dataDir = kept ?? (await undo.folder('barrow-scale-'));
const cluster = await undo.made(
  startCluster({ dataDir, settings: { max_wal_size: '4GB' }, say: () => undefined }),
  async ({ stop, remove }) => {
    await stop();
    if (kept === null) await remove();
  },
);
const base = cluster.url.slice(0, cluster.url.lastIndexOf('/'));
Object.assign(process.env, {
  DATABASE_URL: cluster.url,
  DATABASE_DIRECT_URL: cluster.url,
  DATA_DIR: dataDir,
  APP_URL: 'http://localhost:3000',
  AUTH_SECRET: randomBytes(48).toString('base64url'),
  RATE_LIMITS: 'off',
  LOG_LEVEL: 'error',
});
const shops: Shop[] = [];
try {
  const now = await dayOf(dataDir);
  const small = await openShop(base, 'small', sizeOf(large / 100), now);
  shops.push(small);
  const big = await openShop(base, 'large', sizeOf(large), now);
  shops.push(big);
  const rows: Row[] = [];
  say(`\n${'ms, median'.padEnd(46)} ${'small'.padStart(8)} ${'large'.padStart(8)}  ratio  of the least`);
  for (const look of [...LOOKS, ORDER].filter(({ name }) => name.includes(values.only))) {
    const row = await compare(look, small, big).catch((error: unknown) => {
      say(`${look.name.padEnd(46)} failed: ${error instanceof Error ? error.message.slice(0, 100) : error}`);
      return null;
    });
    if (row === null) continue;
    rows.push(row);
    say(
      `${row.name.padEnd(46)} ${row.small_ms.toFixed(2).padStart(8)} ${row.large_ms.toFixed(2).padStart(8)} ${row.ratio.toFixed(2).padStart(6)} ${row.least_ratio.toFixed(2).padStart(6)}${row.ratio > GOAL ? '  over' : ''}`,
    );
  }
  const over = rows.filter(({ ratio }) => ratio > GOAL);
  const sure = over.filter(({ least_ratio }) => least_ratio > GOAL);
  say(`\n${rows.length} questions, ${over.length} above ${GOAL}, ${sure.length} of them by their least times too`);
  const report = { at: now.toISOString(), node: process.version, large, small: large / 100, goal: GOAL, rows };
  await writeFile('scale.json', `${JSON.stringify(report, null, 2)}\n`);
  say('written to scale.json');
} finally {
  await Promise.all(shops.map((shop) => shop.close()));
  await database().close();
  await undo.now();
}
