import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { database } from '#lib/database';
import { applyImport, checkImport } from '#lib/imports/commands';
import { getImport } from '#lib/imports/queries';
import { setSetting, staffMember, type TestContext } from '#tests/factories/shop';
import { until } from '#tests/support/wait';

const ROOT = join(import.meta.dirname, '..', '..');
const ROWS = 3000;
/** A dead worker is missed after 10 s, looked for every 15 s, and its work is tried again some seconds later. */
const SETTLED_MS = 180_000;

let admin: TestContext;
let worker: ChildProcess;
let output = '';

async function startWorker(): Promise<void> {
  worker = spawn(process.execPath, ['--conditions=react-server', join(ROOT, 'scripts', 'worker.ts')], {
    cwd: ROOT,
    env: { ...process.env, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  for (const stream of [worker.stdout, worker.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  const early = once(worker, 'exit').then(([code]) => {
    throw new Error(`the worker ended with ${code}: ${output}`);
  });
  early.catch(() => undefined);
  await Promise.race([once(worker, 'message'), early]);
}

async function killWorker(): Promise<void> {
  const ended = once(worker, 'exit');
  worker.kill('SIGKILL');
  await ended;
}

beforeAll(async () => {
  admin = await staffMember('admin');
  await setSetting('shop', { name: 'Mill', country: 'RO' });
});
afterAll(async () => {
  if (worker.exitCode === null && worker.signalCode === null) await killWorker();
});

async function* file(): AsyncGenerator<Uint8Array> {
  const rows = Array.from({ length: ROWS }, (_, at) => `Person ${at},+4072${String(2_000_000 + at)}`);
  yield new TextEncoder().encode(`name,phone\n${rows.join('\n')}\n`);
}

it(
  'an import whose worker is killed twice does every row, and none twice',
  async () => {
    const input = { kind: 'customers', mode: 'create' } as const;
    const { id } = await checkImport(admin, input, { name: 'people.csv', bytes: file });
    const doneRows = async () => {
      const found = await getImport(admin, { id });
      return { status: found?.status, done: found?.done ?? 0, failed: found?.failed ?? 0 };
    };
    await startWorker();
    await applyImport(admin, { id });
    for (const at of [200, 1000]) {
      await until(`${at} rows are done`, SETTLED_MS, async () => (await doneRows()).done >= at);
      await killWorker();
      await startWorker();
    }
    await until('all rows are done', SETTLED_MS, async () => (await doneRows()).status === 'done');
    expect(await doneRows()).toEqual({ status: 'done', done: ROWS, failed: 0 });
    const [counted] = await database().db.execute<{ people: number; phones: number; told: number }>(sql`
    select count(*)::int as people, count(distinct phone)::int as phones,
      (select count(*)::int from audit_log where action = 'customer.created' and request_id = ${id}) as told
    from customers`);
    expect(counted).toEqual({ people: ROWS, phones: ROWS, told: ROWS });
  },
  4 * SETTLED_MS,
);
