import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { migrate } from '#db/migrate';
import { freePort } from '#scripts/free-port';
import { startCluster } from '#scripts/postgres';
import { serverCommand, serverEnvironment } from '#scripts/server-command';
import { type Undo, undoing } from '#scripts/undo';

const ROOT = join(import.meta.dirname, '..', '..');

export type Stage = {
  url: string;
  databaseUrl: string;
  /** Milliseconds from starting the process until it listens. */
  startMs: number;
  /** Resident memory of the server, MiB. */
  memory: () => Promise<number>;
  end: () => Promise<void>;
};

/**
 * A durable PostgreSQL of its own, a seeded shop and the built app: as `npm start` runs them, without limits. Pictures
 * take half a minute to draw and are left out unless asked for. All of it ends with this process, also by a signal.
 */
export async function setStage(preset: string, { pictures = false } = {}): Promise<Stage> {
  const undo = undoing();
  try {
    return await build(undo, preset, pictures);
  } catch (error) {
    await undo.now();
    throw error;
  }
}

async function build(undo: Undo, preset: string, pictures: boolean): Promise<Stage> {
  const dataDir = await undo.folder('barrow-bench-');
  const cluster = await undo.made(
    startCluster({ dataDir, settings: {}, say: () => undefined }),
    async ({ stop, remove }) => {
      await stop();
      await remove();
    },
  );
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: 'production',
    PORT: String(port),
    APP_URL: url,
    DATABASE_URL: cluster.url,
    DATABASE_DIRECT_URL: cluster.url,
    DATA_DIR: dataDir,
    AUTH_SECRET: randomBytes(48).toString('base64url'),
    SHOP_PRESET: preset,
    RATE_LIMITS: 'off',
    LOG_LEVEL: 'warn',
  };
  await migrate(cluster.url);
  const seed = ['--conditions=react-server', join(ROOT, 'scripts/seed.ts'), ...(pictures ? [] : ['--no-pictures'])];
  await ended(undo.child(spawn(process.execPath, seed, { cwd: ROOT, env, stdio: ['ignore', 'ignore', 'inherit'] })));
  const began = performance.now();
  const server = undo.child(
    spawn(process.execPath, serverCommand(ROOT, env), {
      cwd: ROOT,
      env: serverEnvironment(ROOT, env),
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    }),
  );
  await new Promise<void>((resolve, reject) => {
    server.once('message', () => resolve());
    server.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });
  await fetch(`${url}/api/health`);
  const startMs = performance.now() - began;
  return {
    url,
    databaseUrl: cluster.url,
    startMs,
    memory: () => residentMiB(server.pid ?? 0),
    end: undo.now,
  };
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${child.spawnfile} ended with ${code}`))));
  });
}

async function residentMiB(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024;
}
