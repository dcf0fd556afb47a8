import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import type { TestProject } from 'vitest/node';
import { migrate } from '#db/migrate';
import { startCluster } from '#scripts/postgres';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the run's PostgreSQL without a database name. */
    postgres: string;
    /** Folder of this run: data folders of apps, seeded pictures. Removed at the end. */
    runDir: string;
  }
}

/** The migrated database every other one is cloned from. Nobody may connect to it while it is cloned. */
export const TEMPLATE = 'barrow_template';

/** Durability is not what these tests are about; the ones about crashes start their own server. */
const FAST = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '300',
  log_min_messages: 'fatal',
};

/** Where a run of several projects, `npm test`, says what it has already started. */
const STARTED = { url: 'TEST_POSTGRES_URL', runDir: 'TEST_RUN_DIR' };

export type Run = { env: Record<string, string>; stop: () => Promise<void> };

/** One PostgreSQL with a migrated template, and a folder; `env` hands both on to every project of a run. */
export async function startRun(): Promise<Run> {
  const runDir = await mkdtemp(join(tmpdir(), 'barrow-test-'));
  // As root the database has a user of its own, who has to get in.
  await chmod(runDir, 0o755);
  const cluster = await startCluster({ dataDir: runDir, settings: FAST, say: () => undefined });
  const base = cluster.url.slice(0, cluster.url.lastIndexOf('/'));
  const admin = postgres(`${base}/postgres`, { max: 1, onnotice: () => undefined });
  await admin.unsafe(`create database ${TEMPLATE}`);
  await migrate(`${base}/${TEMPLATE}`);
  await admin.end();
  return {
    env: { [STARTED.url]: base, [STARTED.runDir]: runDir },
    async stop() {
      await cluster.stop();
      await cluster.remove();
      await rm(runDir, { recursive: true, force: true });
    },
  };
}

/** Before the tests of a project: joins the run it is part of, or is one of its own. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const isPart = process.env[STARTED.url] !== undefined;
  const run = isPart ? null : await startRun();
  const { [STARTED.url]: url, [STARTED.runDir]: runDir } = run?.env ?? process.env;
  if (url === undefined || runDir === undefined) throw new Error(`${STARTED.url} needs ${STARTED.runDir} beside it`);
  project.provide('postgres', url);
  project.provide('runDir', runDir);
  return run?.stop;
}
