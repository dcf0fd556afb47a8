import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cp, mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { inject } from 'vitest';
import { freePort } from '#scripts/free-port';
import { serverCommand } from '#scripts/server-command';
import { ADMIN_PASSWORD, cloneSeeded, dropDatabase, FILES } from './database.ts';

const ROOT = join(import.meta.dirname, '..', '..');

export type App = {
  /** `http://localhost:<port>`, without a slash. */
  url: string;
  databaseUrl: string;
  dataDir: string;
  /** The first admin, made by the seed. */
  admin: { username: string; password: string };
  pid: () => number | undefined;
  /** How the process ended: its exit code, null when a signal took it. */
  ended: () => Promise<number | null>;
  /** What the process wrote so far: log lines and complaints. */
  output: () => string;
  /** As `npm start` does after a crash: the same address, database and folder. */
  restart: () => Promise<void>;
  stop: (signal?: NodeJS.Signals) => Promise<void>;
};

export type AppOptions = {
  preset?: string;
  /** A loaded database of the test's own, in place of a fresh copy of the preset; it is not dropped. */
  databaseUrl?: string;
  rateLimits?: boolean;
  env?: Record<string, string>;
};

/** The built app in its own process, on a free port, with a seeded database and data folder of its own. */
export async function startApp(options: AppOptions = {}): Promise<App> {
  const { preset = 'bakery', rateLimits = false, env = {} } = options;
  const port = await freePort();
  const seeded = options.databaseUrl === undefined ? await cloneSeeded(preset) : null;
  const databaseUrl = seeded?.url ?? options.databaseUrl ?? '';
  const dataDir = await mkdtemp(join(inject('runDir'), 'app-'));
  if (seeded !== null) {
    for (const kind of FILES) {
      await cp(join(seeded.dataDir, kind), join(dataDir, kind), { recursive: true, force: true });
    }
  }
  const url = `http://localhost:${port}`;
  const environment: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: 'production',
    PORT: String(port),
    HOST: '127.0.0.1',
    APP_URL: url,
    DATABASE_URL: databaseUrl,
    DATABASE_DIRECT_URL: databaseUrl,
    DATA_DIR: dataDir,
    AUTH_SECRET: randomBytes(48).toString('base64url'),
    RATE_LIMITS: rateLimits ? 'on' : 'off',
    LOG_LEVEL: 'warn',
    // A test that is about background work says so.
    WORKER: 'off',
    ...env,
  };
  let output = '';
  let child: ChildProcess;
  let ended: Promise<number | null> = Promise.resolve(null);

  function launch(): Promise<void> {
    child = spawn(process.execPath, serverCommand(ROOT, environment), {
      cwd: ROOT,
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    const collect = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    const { promise, resolve: end } = Promise.withResolvers<number | null>();
    child.once('exit', (code) => end(code));
    ended = promise;
    return new Promise((resolve, reject) => {
      child.once('message', () => resolve());
      child.once('exit', (code) => reject(new Error(`the app ended with ${code}: ${output}`)));
    });
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await ended;
  }

  await launch();
  return {
    url,
    databaseUrl,
    dataDir,
    admin: { username: 'admin', password: ADMIN_PASSWORD },
    pid: () => child.pid,
    ended: () => ended,
    output: () => output,
    async restart() {
      await end('SIGKILL');
      await launch();
    },
    async stop(signal = 'SIGTERM') {
      await end(signal);
      if (seeded !== null) await dropDatabase(databaseUrl);
    },
  };
}
