import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, inject, it } from 'vitest';
import { z } from 'zod';
import { freePort } from '#scripts/free-port';
import { isAlive } from '#scripts/processes';
import { descendantsOf } from '#tests/support/processes';
import { orNull, until } from '#tests/support/wait';

const ROOT = join(import.meta.dirname, '..', '..');
/** Far above the promise of a later start: this machine may be busy with other tests. */
const STARTS_MS = 60_000;
const STOPS_MS = 12_000;

let dataDir = '';
let port = 0;
const open = new Set<ChildProcess>();

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'barrow-start-'));
  port = await freePort();
});

// A test that failed half-way must not take port and folder with it.
afterEach(async () => {
  const left = [...open].map((child) => new Promise((resolve) => child.once('close', resolve)));
  for (const child of open) child.kill('SIGTERM');
  await Promise.all(left);
});

afterAll(async () => {
  const place = z.object({ outside: z.string().optional() });
  const saved = place.safeParse(JSON.parse(await readFile(join(dataDir, 'postgres.json'), 'utf8').catch(() => 'null')));
  // As root the cluster lives elsewhere, because its own user cannot enter a private folder.
  if (saved.data?.outside !== undefined) await rm(dirname(saved.data.outside), { recursive: true, force: true });
  await rm(dataDir, { recursive: true, force: true });
});

/** What `npm start` runs, with nothing of this test's own settings. */
function run(env: Record<string, string>) {
  const empty = { DATABASE_URL: '', DATABASE_DIRECT_URL: '', AUTH_SECRET: '', APP_URL: '', LOG_LEVEL: '', HOST: '' };
  const child = spawn(process.execPath, [join(ROOT, 'scripts', 'start.mjs')], {
    cwd: ROOT,
    env: { ...process.env, ...empty, SHOP_PRESET: 'blank', DATA_DIR: dataDir, PORT: String(port), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  open.add(child);
  const told = { stdout: '', stderr: '' };
  child.stdout?.on('data', (chunk: Buffer) => {
    told.stdout += chunk.toString();
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    told.stderr += chunk.toString();
  });
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', (code) => {
      open.delete(child);
      resolve(code);
    });
  });
  const pid = child.pid;
  if (pid === undefined) throw new Error('npm start has no process');
  return { pid, told, ended, kill: (signal: NodeJS.Signals) => child.kill(signal) };
}

const isServing = async () => (await orNull(fetch(`http://localhost:${port}/api/health/ready`)))?.status === 200;

async function start() {
  const shop = run({});
  await Promise.race([
    until('the shop serves', STARTS_MS, () => shop.told.stdout.includes('Ctrl-C stops everything')),
    shop.ended.then((code) => Promise.reject(new Error(`ended with ${code}: ${shop.told.stdout}${shop.told.stderr}`))),
  ]);
  expect(await isServing()).toBe(true);
  return shop;
}

async function processOf(root: number, part: string): Promise<number | null> {
  const found = (await descendantsOf(root)).filter(({ command }) => command.includes(part));
  return found[0]?.pid ?? null;
}

const SERVER = 'lib/server/main.ts';
const DATABASE = 'bin/postgres -D';

it('starts, comes back from every kill by itself, and leaves nothing behind when it is stopped', async () => {
  const shop = await start();
  expect(shop.told.stdout).toMatch(/Sign in {5}admin \/ \S+/);
  expect((await fetch(`http://localhost:${port}/`)).status).toBe(200);

  const server = await processOf(shop.pid, SERVER);
  if (server === null) throw new Error('there is no server');
  process.kill(server, 'SIGKILL');
  await until('another server', 20_000, async () => {
    const next = await processOf(shop.pid, SERVER);
    return next !== null && next !== server && (await isServing());
  });

  const database = await processOf(shop.pid, DATABASE);
  if (database === null) throw new Error('there is no database');
  process.kill(database, 'SIGKILL');
  await until('the database is back', 20_000, () => shop.told.stdout.includes('The database is back.'));
  await until('the shop serves again', 5000, isServing);

  const family = [shop.pid, ...(await descendantsOf(shop.pid)).map(({ pid }) => pid)];
  const began = Date.now();
  shop.kill('SIGTERM');
  expect(await shop.ended).toBe(0);
  expect(Date.now() - began).toBeLessThan(STOPS_MS);
  expect(family.filter(isAlive)).toEqual([]);
  expect(shop.told.stderr).not.toMatch(/^\s+at /m);
});

it('starts again on what a killed start left behind', async () => {
  const shop = await start();
  expect(shop.told.stdout).not.toContain('Sign in ');
  const family = await descendantsOf(shop.pid);
  const supervisor = family.find(({ command }) => command.includes('scripts/start.ts'));
  const server = family.find(({ command }) => command.includes(SERVER));
  const database = family.find(({ command }) => command.includes(DATABASE));
  if (!supervisor || !server || !database) throw new Error('the family is not complete');
  process.kill(supervisor.pid, 'SIGKILL');
  await shop.ended;
  // Without its supervisor the server ends; the database stays, and the next start finds it.
  await until('the server is gone', STOPS_MS, () => !isAlive(server.pid));
  const next = await start();
  expect(isAlive(database.pid)).toBe(false);
  next.kill('SIGINT');
  expect(await next.ended).toBe(0);
});

it('says in one plain sentence why it cannot start', async () => {
  const taken: Server = createServer();
  await new Promise<void>((resolve) => taken.listen(port, '127.0.0.1', resolve));
  const file = join(dataDir, 'a-file');
  await writeFile(file, '');
  const server = inject('postgres');
  const wrongPassword = new URL(`${server}/postgres`);
  wrongPassword.password = 'wrong';
  const other = String(await freePort());
  const cases: [string, Record<string, string>, RegExp][] = [
    ['taken port', {}, /^Port \d+ is taken; stop what uses it, or set PORT to a free one/],
    ['word for a port', { PORT: 'http' }, /^PORT must be a whole number/],
    ['short secret', { PORT: other, AUTH_SECRET: 'short' }, /^AUTH_SECRET must be at least 32 bytes long/],
    ['broken address', { PORT: other, DATABASE_URL: 'nonsense' }, /^DATABASE_URL must look like postgres:/],
    ['wrong password', { PORT: other, DATABASE_URL: wrongPassword.href }, /refuses the user or password/],
    ['no such database', { PORT: other, DATABASE_URL: `${server}/nowhere` }, /^The database nowhere does not exist/],
    ['unknown preset', { PORT: other, SHOP_PRESET: 'butcher' }, /^SHOP_PRESET must be one of/],
    ['file for a folder', { PORT: other, DATA_DIR: file }, /^The folder \S+ cannot be written/],
  ];
  // One after the other: two that come as far as the folder would find each other in it.
  for (const [name, env, sentence] of cases) {
    const attempt = run(env);
    const code = await attempt.ended;
    const { told } = attempt;
    expect(code, name).toBe(1);
    expect(told.stderr.trim(), name).toMatch(sentence);
    expect(told.stderr.trim().split('\n'), name).toHaveLength(1);
    expect(told.stdout, name).not.toMatch(/Error|^\s+at /m);
  }
  await new Promise((resolve) => taken.close(resolve));
});
