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

/** One PostgreSQL for the run, with a migrated template. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const runDir = await mkdtemp(join(tmpdir(), 'barrow-test-'));
  // As root the database has a user of its own, who has to get in.
  await chmod(runDir, 0o755);
  const cluster = await startCluster({ dataDir: runDir, settings: FAST, say: () => undefined });
  const base = cluster.url.slice(0, cluster.url.lastIndexOf('/'));
  const admin = postgres(`${base}/postgres`, { max: 1, onnotice: () => undefined });
  await admin.unsafe(`create database ${TEMPLATE}`);
  await migrate(`${base}/${TEMPLATE}`);
  await admin.end();
  project.provide('postgres', base);
  project.provide('runDir', runDir);
  return async () => {
    await cluster.stop();
    await cluster.remove();
    await rm(runDir, { recursive: true, force: true });
  };
}
