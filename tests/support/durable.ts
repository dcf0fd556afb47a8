import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { migrate } from '#db/migrate';
import { startCluster } from '#scripts/postgres';
import { type App, startApp } from './app.ts';
import { seed } from './database.ts';
import { until } from './wait.ts';

export type Durable = {
  app: App;
  databaseUrl: string;
  /** Of PostgreSQL's first process. */
  pid: () => number;
  /** Stops every process that serves, as a full disk or a suspended machine does, until `thaw`. */
  freeze: () => Promise<{ thaw: () => void; pids: number[] }>;
  stop: () => Promise<void>;
};

const send = (pid: number, signal: NodeJS.Signals) => {
  try {
    process.kill(pid, signal);
  } catch (error) {
    // Gone already, which is as good.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
};

/**
 * A shop on a PostgreSQL of its own, as durable as `npm start` makes it and started again by the same code when it
 * dies, so that it can be killed and frozen without harm to other tests.
 */
export async function startDurable(): Promise<Durable> {
  const dataDir = await mkdtemp(join(tmpdir(), 'barrow-durable-'));
  const cluster = await startCluster({ dataDir, say: () => undefined });
  await migrate(cluster.url);
  await seed(cluster.url, 'blank', dataDir);
  const app = await startApp({ databaseUrl: cluster.url });
  const pid = () => {
    const found = cluster.pid();
    if (found === undefined) throw new Error('PostgreSQL has no process');
    return found;
  };

  return {
    app,
    databaseUrl: cluster.url,
    pid,
    async freeze() {
      const sql = postgres(cluster.url, { max: 1, onnotice: () => undefined });
      await sql`select 1`;
      // The first process starts all others: once it stands still, the list is complete.
      send(pid(), 'SIGSTOP');
      const rows = await sql<{ pid: number }[]>`select pid from pg_stat_activity`;
      const pids = [pid(), ...rows.map((row) => row.pid)];
      for (const one of pids) send(one, 'SIGSTOP');
      return {
        pids,
        thaw() {
          for (const one of pids) send(one, 'SIGCONT');
          void sql.end({ timeout: 1 });
        },
      };
    },
    async stop() {
      await app.stop();
      await cluster.stop();
      await cluster.remove();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

export const VICTIMS = ['first process', 'one connection', 'all processes'] as const;

/** `kill -9`; resolves when every connection is gone and the database answers again, with the moment it did. */
export async function killDatabase(durable: Durable, victim: (typeof VICTIMS)[number]): Promise<number> {
  const closed = Promise.withResolvers<void>();
  const witness = postgres(durable.databaseUrl, { max: 1, onclose: () => closed.resolve(), onnotice: () => undefined });
  const rows = await witness<{ pid: number }[]>`
    select pid from pg_stat_activity where pid <> pg_backend_pid()
    order by (application_name = 'barrow' and state = 'active') desc, application_name = 'barrow' desc`;
  const others = rows.map((row) => row.pid);
  const first = durable.pid();
  if (victim === 'one connection') send(others[0] ?? first, 'SIGKILL');
  else for (const one of victim === 'first process' ? [first] : [first, ...others]) send(one, 'SIGKILL');
  await closed.promise;
  await witness.end({ timeout: 0 });
  return until('the database answers again', 30_000, async () => {
    const sql = postgres(durable.databaseUrl, { max: 1, connect_timeout: 2, onnotice: () => undefined });
    const isBack = await sql`select 1`.then(
      () => true,
      () => false,
    );
    await sql.end({ timeout: 0 });
    return isBack && Date.now();
  });
}
