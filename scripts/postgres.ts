import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, closeSync, openSync } from 'node:fs';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { z } from 'zod';
import { freePort } from './free-port.ts';
import { findHome, type Home } from './postgres-home.ts';
import { commandOf, isAlive } from './processes.ts';

const USER = 'barrow';
const DATABASE = 'barrow';
const START_MS = 30_000;
const STOP_MS = 15_000;

const saved = z.object({ port: z.number(), password: z.string(), outside: z.string().optional() });

/** For a machine with 2 cores and 1 GB that also runs the shop. Commits wait for the disk: an order told is an order kept. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '60',
  shared_buffers: '128MB',
  effective_cache_size: '512MB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  synchronous_commit: 'on',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '512MB',
  checkpoint_timeout: '10min',
  random_page_cost: '1.1',
  jit: 'off',
  io_method: 'sync',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_line_prefix: '%m [%p] ',
  log_checkpoints: 'off',
  log_min_messages: 'warning',
  log_min_error_statement: 'panic',
};

/** Keeps a record of what takes long, for the health page; the values of a query are not in it. */
const RECORD = {
  shared_preload_libraries: 'pg_stat_statements',
  'pg_stat_statements.max': '1000',
  'pg_stat_statements.track_utility': 'off',
  'pg_stat_statements.save': 'off',
};

/** A server that is told to load what it does not have refuses to start. */
async function canRecord({ binaries }: Home): Promise<boolean> {
  const found = await Promise.all(
    ['lib/postgresql', 'lib'].map((folder) => readdir(join(binaries, folder)).catch(() => [])),
  );
  return found.flat().some((name) => name.startsWith('pg_stat_statements.'));
}

export type Cluster = {
  /** Of the database `barrow`; the user may create others. */
  url: string;
  pid: () => number | undefined;
  /** Fast shutdown: running statements are cut, everything committed is on disk. */
  stop: () => Promise<void>;
  /** Deletes the stopped cluster, wherever it lives. */
  remove: () => Promise<void>;
};

export type ClusterOptions = {
  dataDir: string;
  /** Over our own settings, for tests. */
  settings?: Record<string, string>;
  say: (sentence: string) => void;
};

function run(home: Home, program: string, args: readonly string[]): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(join(home.binaries, 'bin', program), [...args], { ...home.owner, cwd: '/', stdio: 'pipe' });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}

async function initialise(home: Home, password: string): Promise<void> {
  const passwordFile = join(home.parent, `.password-${randomBytes(6).toString('hex')}`);
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  if (home.owner !== null) chownSync(passwordFile, home.owner.uid, home.owner.gid);
  // Made beside its place and moved there whole: an interrupted first start leaves nothing that looks finished.
  const unfinished = `${home.cluster}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  try {
    const { code, output } = await run(home, 'initdb', [
      ...['-D', unfinished, '-U', USER, '--pwfile', passwordFile, '--auth=scram-sha-256'],
      // Without these the cluster takes the machine's locale, or SQL_ASCII where there is none.
      ...['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'],
      '--no-instructions',
    ]);
    if (code !== 0) throw new Error(`PostgreSQL could not make its folder: ${output.trim().split('\n').at(-1)}`);
    await rename(unfinished, home.cluster);
  } finally {
    await rm(passwordFile, { force: true });
  }
}

/** A server left by a killed start is stopped; a pid that belongs to something else by now is forgotten. */
async function clearLeftover(home: Home, say: (sentence: string) => void): Promise<void> {
  const pidFile = join(home.cluster, 'postmaster.pid');
  const text = await readFile(pidFile, 'utf8').catch(() => null);
  if (text === null) return;
  const pid = Number.parseInt(text, 10);
  if (!isAlive(pid)) return;
  if (!(await commandOf(pid)).includes('postgres')) {
    await rm(pidFile, { force: true });
    return;
  }
  say('Stopping the database that an earlier start left running.');
  await run(home, 'pg_ctl', ['stop', '-D', home.cluster, '-m', 'fast', '-w', '-t', '20']);
}

function launch(home: Home, port: number, settings: Record<string, string>): ChildProcess {
  const logFile = openSync(join(home.parent, 'postgres.log'), 'a', 0o600);
  const flags = Object.entries({ ...SETTINGS, ...settings }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  // Detached: Ctrl-C reaches the whole process group, and the database must outlive the server that drains.
  const child = spawn(join(home.binaries, 'bin', 'postgres'), ['-D', home.cluster, '-p', String(port), ...flags], {
    ...home.owner,
    cwd: '/',
    detached: true,
    stdio: ['ignore', logFile, logFile],
  });
  closeSync(logFile);
  return child;
}

const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null;

async function waitReady(url: string, child: ChildProcess, isWanted: () => boolean): Promise<boolean> {
  const until = Date.now() + START_MS;
  while (Date.now() < until && isWanted() && !hasEnded(child)) {
    const sql = postgres(url, { max: 1, connect_timeout: 2, fetch_types: false, onnotice: () => undefined });
    const isReady = await sql`select 1`.then(
      () => true,
      () => false,
    );
    await sql.end({ timeout: 0 });
    if (isReady) return true;
    await sleep(60);
  }
  return false;
}

const clusterUrl = (port: number, password: string, database: string) =>
  `postgres://${USER}:${password}@127.0.0.1:${port}/${database}`;

/** The address of the PostgreSQL that `npm start` made in this data folder, running or not; null when it made none. */
export async function knownCluster(dataDir: string): Promise<string | null> {
  const text = await readFile(join(dataDir, 'postgres.json'), 'utf8').catch(() => 'null');
  const known = saved.safeParse(JSON.parse(text));
  return known.success ? clusterUrl(known.data.port, known.data.password, DATABASE) : null;
}

/** Starts the PostgreSQL of this data folder, makes it at the first time, and starts it again whenever it dies. */
export async function startCluster({ dataDir, settings: more = {}, say }: ClusterOptions): Promise<Cluster> {
  const file = join(dataDir, 'postgres.json');
  const known = saved.safeParse(JSON.parse(await readFile(file, 'utf8').catch(() => 'null')));
  const home = await findHome(dataDir, known.data?.outside, say);
  const password = known.data?.password ?? randomBytes(24).toString('base64url');
  await clearLeftover(home, say);
  const port = await freePort(known.data?.port);
  // The password first: a cluster whose password nobody knows is lost.
  await writeFile(file, `${JSON.stringify({ port, password, outside: home.outside })}\n`, { mode: 0o600 });
  if (!home.isInitialised) {
    say('Making the database.');
    await initialise(home, password);
  }

  const hasRecord = await canRecord(home);
  const settings = { ...(hasRecord ? RECORD : {}), ...more };
  const urlOf = (database: string) => clusterUrl(port, password, database);
  let isStopping = false;
  let reviving: Promise<void> = Promise.resolve();
  let child = launch(home, port, settings);
  const isWanted = () => !isStopping;

  function watch(): void {
    child.once('exit', () => {
      if (isWanted()) reviving = revive();
    });
  }

  async function revive(): Promise<void> {
    say('The database ended unexpectedly; starting it again.');
    for (let delay = 100; isWanted(); delay = Math.min(delay * 2, 5000)) {
      await clearLeftover(home, say);
      if (!isWanted()) return;
      child = launch(home, port, settings);
      if ((await waitReady(urlOf('postgres'), child, isWanted)) && !hasEnded(child)) {
        say('The database is back.');
        return watch();
      }
      if (isWanted()) await sleep(delay);
    }
  }

  if (!(await waitReady(urlOf('postgres'), child, isWanted))) {
    isStopping = true;
    child.kill('SIGINT');
    throw new Error(`PostgreSQL did not start; see ${join(home.parent, 'postgres.log')}.`);
  }
  watch();

  const sql = postgres(urlOf('postgres'), { max: 1, onnotice: () => undefined });
  const [found] = await sql`select 1 from pg_database where datname = ${DATABASE}`;
  if (found === undefined) await sql.unsafe(`create database ${DATABASE}`);
  await sql.end({ timeout: 1 });
  if (hasRecord) {
    const inside = postgres(urlOf(DATABASE), { max: 1, onnotice: () => undefined });
    await inside`create extension if not exists pg_stat_statements`;
    await inside.end({ timeout: 1 });
  }

  return {
    url: urlOf(DATABASE),
    pid: () => child.pid,
    async stop() {
      isStopping = true;
      await reviving;
      if (hasEnded(child)) return;
      const ended = new Promise<void>((resolve) => {
        child.once('exit', () => resolve());
      });
      child.kill('SIGINT');
      const forced = setTimeout(() => child.kill('SIGQUIT'), STOP_MS);
      await ended;
      clearTimeout(forced);
    },
    remove: () => rm(home.parent, { recursive: true, force: true }),
  };
}
