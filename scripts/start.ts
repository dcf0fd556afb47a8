import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { type Env, EnvError, parseEnv } from '../lib/env.ts';
import { ensureSecret } from '../lib/server/secret.ts';
import { isBuilt } from './build-state.ts';
import { type Cluster, startCluster } from './postgres.ts';
import { CannotStart, checkDatabase, checkDataDir, checkPort, lockDataDir } from './start-checks.ts';
import { type Supervised, supervise } from './supervisor.ts';

const ROOT = join(import.meta.dirname, '..');
const ADMIN_LINE = /^BARROW_ADMIN (\{.*\})$/m;
const admin = z.object({ username: z.string(), password: z.string() });

const say = (sentence: string) => process.stdout.write(`${sentence}\n`);

/** Undone in reverse order: the server first, the database last, then the lock. */
const undo: (() => Promise<void>)[] = [];
let stopping: Promise<void> | null = null;
const running = new Set<ReturnType<typeof spawn>>();

function stop(exitCode: number): Promise<void> {
  stopping ??= (async () => {
    for (const child of running) child.kill('SIGTERM');
    for (const step of undo.toReversed()) await step();
    process.exit(exitCode);
  })();
  return stopping;
}

/** Runs one of our scripts; its output goes to `onText`, or is shown when there is none. */
function runScript(args: readonly string[], env: NodeJS.ProcessEnv, onText?: (text: string) => void): Promise<number> {
  return new Promise((done, reject) => {
    const child = spawn(process.execPath, [...args], {
      cwd: ROOT,
      env,
      stdio: ['ignore', onText === undefined ? 'inherit' : 'pipe', 'inherit'],
      detached: true,
    });
    running.add(child);
    child.stdout?.on('data', (chunk: Buffer) => onText?.(chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => {
      running.delete(child);
      done(code ?? 1);
    });
  });
}

async function buildWhenNeeded(): Promise<void> {
  if (await isBuilt(ROOT)) return;
  say('Building the shop (a minute or two, only after changes) …');
  const began = Date.now();
  const beat = setInterval(() => say(`  … still building (${Math.round((Date.now() - began) / 1000)} s)`), 15_000);
  let output = '';
  const code = await runScript(['scripts/build.ts'], process.env, (text) => {
    output += text;
  }).finally(() => clearInterval(beat));
  if (stopping !== null) return;
  if (code !== 0) {
    process.stderr.write(output);
    throw new CannotStart('The build failed; the lines above say why.');
  }
  say(`Built in ${Math.round((Date.now() - began) / 1000)} s.`);
}

/** Migrates and loads the demo shop; returns the first admin's sign-in when one was just made. */
async function prepareDatabase(env: NodeJS.ProcessEnv, preset: string): Promise<z.infer<typeof admin> | null> {
  say('Bringing the database up to date …');
  if ((await runScript(['--conditions=react-server', 'scripts/migrate.ts'], env)) !== 0 && stopping === null) {
    throw new CannotStart('The database could not be brought up to date; the line above says why.');
  }
  if (!existsSync(join(ROOT, 'scripts', 'seed.ts'))) return null;
  let output = '';
  const code = await runScript(['--conditions=react-server', 'scripts/seed.ts'], env, (text) => {
    output += text;
    process.stdout.write(text.replace(new RegExp(ADMIN_LINE, 'gm'), '').replace(/^\n+/, ''));
  });
  if (code !== 0 && stopping === null)
    throw new CannotStart(`The ${preset} shop could not be loaded; the line above says why.`);
  const line = ADMIN_LINE.exec(output)?.[1];
  return line === undefined ? null : admin.parse(JSON.parse(line));
}

function networkAddresses(): string[] {
  const all = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  return all.flatMap(({ family, internal, address }) => (family === 'IPv4' && !internal ? [address] : []));
}

function announce(settings: Env, first: z.infer<typeof admin> | null): void {
  const lines = ['', `  Shop        ${settings.APP_URL}`, `  Order desk  ${settings.APP_URL}/admin`];
  const [address = 'this-machine'] = networkAddresses();
  if (['127.0.0.1', 'localhost', '::1'].includes(settings.HOST)) {
    lines.push(
      `  On a phone  start with HOST=0.0.0.0, then open http://${address}:${settings.PORT} in the same network`,
    );
  } else lines.push(`  On a phone  http://${address}:${settings.PORT} in the same network`);
  if (first !== null) {
    lines.push(`  Sign in     ${first.username} / ${first.password}   (shown this once; keep it)`);
  }
  say(`${lines.join('\n')}\n\n  Ctrl-C stops everything.\n`);
}

async function start(): Promise<void> {
  const envFile = join(ROOT, '.env');
  if (existsSync(envFile)) process.loadEnvFile(envFile);
  const settings = parseEnv(process.env);
  const dataDir = resolve(ROOT, settings.DATA_DIR);
  await checkDataDir(dataDir);
  await checkPort(settings.PORT, settings.HOST);
  // With a database elsewhere, several may share the folder: pictures are there, and every name in it is used once.
  if (settings.DATABASE_URL === undefined) undo.push(await lockDataDir(dataDir));
  const secret = settings.AUTH_SECRET ?? (await ensureSecret(dataDir));
  parseEnv({ ...process.env, AUTH_SECRET: secret });
  const { DATABASE_URL: pooledUrl, DATABASE_DIRECT_URL: directUrl = pooledUrl } = settings;
  const isPooled = pooledUrl !== undefined && pooledUrl !== directUrl;
  // Past a pooler at first: it would keep the connection of this question, opened before the role had its deadlines.
  if (pooledUrl !== undefined)
    await checkDatabase(directUrl ?? pooledUrl, say, isPooled ? 'DATABASE_DIRECT_URL' : undefined);

  const building = buildWhenNeeded();
  // Awaited below; a failure of the database must not leave it unheard.
  building.catch(() => undefined);
  let url = settings.DATABASE_URL;
  if (url === undefined) {
    say('Starting the database …');
    const cluster: Cluster = await startCluster({ dataDir, say });
    undo.push(cluster.stop);
    if (stopping !== null) return cluster.stop();
    url = cluster.url;
  }
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: 'production',
    DATA_DIR: dataDir,
    DATABASE_URL: url,
    AUTH_SECRET: secret,
  };
  const first = await prepareDatabase(env, settings.SHOP_PRESET);
  if (isPooled) await checkDatabase(pooledUrl, say);
  const tellFirst = () => {
    if (first !== null) say(`The first sign-in is ${first.username} / ${first.password} (shown this once; keep it).`);
  };
  await building.catch((error: unknown) => {
    tellFirst();
    throw error;
  });
  if (stopping !== null) return tellFirst();
  say('Starting the shop …');
  const server: Supervised = supervise(ROOT, env, say);
  undo.push(server.stop);
  if (await server.ready) announce(settings, first);
  else tellFirst();
  await server.gaveUp;
  await stop(1);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (stopping === null) say('\nStopping …');
    void stop(0);
  });
}
// The process that started us is gone without a word.
process.on('disconnect', () => void stop(1));

start().catch(async (error: unknown) => {
  if (stopping !== null) return;
  const isPlain = error instanceof EnvError || error instanceof CannotStart;
  process.stderr.write(`${isPlain ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
  await stop(1);
});
