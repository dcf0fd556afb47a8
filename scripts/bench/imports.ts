import { sql } from 'drizzle-orm';
import { newId } from '#db/columns';
import { users } from '#db/schema/auth';
import { categories } from '#db/schema/catalog';
import type { Context } from '#lib/context';
import { database } from '#lib/database';
import { systemContext } from '#lib/http/context';
import { applyImport, checkImport, runImport } from '#lib/imports/commands';
import { exportCsv, getImport } from '#lib/imports/queries';

/**
 * What an import takes, in time and memory, and whether memory grows with the file: checks, applies, exports and checks
 * again 5,000 rows and then 50,000. Against an empty, migrated database in DATABASE_URL; prints one line of JSON each.
 * With `node --expose-gc --conditions=react-server scripts/bench/imports.ts [rows …]`.
 */

const MIB = 1024 * 1024;
/** Rows of a file are alike: a part of them says how fast the rest is. */
const APPLY_MS = Number(process.env.BENCH_APPLY_SECONDS ?? 3600) * 1000;
const sizes = process.argv.slice(2).map(Number);

async function* file(rows: number, mark: string): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode('sku;name;price;stock;description\r\n');
  let piece = '';
  for (let at = 0; at < rows; at += 1) {
    piece += `${mark}-${at};Loaf ${mark} ${at};${at % 100},50;${at % 50};${'Baked on stone. '.repeat(6)}\r\n`;
    if (piece.length < 60_000) continue;
    yield encoder.encode(piece);
    piece = '';
  }
  yield encoder.encode(piece);
}

/** The most that was held above the start while `work` ran, how long it took, and of it this process's own seconds. */
async function measured<T>(work: () => Promise<T>): Promise<{ result: T; seconds: number; cpu: number; mib: number }> {
  globalThis.gc?.();
  const start = process.memoryUsage();
  let most = 0;
  const look = () => {
    const { heapUsed, external } = process.memoryUsage();
    most = Math.max(most, heapUsed + external - start.heapUsed - start.external);
  };
  const timer = setInterval(() => {
    globalThis.gc?.();
    look();
  }, 250);
  const [begun, used] = [performance.now(), process.cpuUsage()];
  const result = await work();
  clearInterval(timer);
  const { user, system } = process.cpuUsage(used);
  return { result, seconds: (performance.now() - begun) / 1000, cpu: (user + system) / 1e6, mib: most / MIB };
}

async function bench(ctx: Context, rows: number): Promise<void> {
  const mark = newId().slice(-6);
  const input = { kind: 'products', mode: 'upsert' } as const;
  const checked = await measured(() => checkImport(ctx, input, { name: 'a.csv', bytes: () => file(rows, mark) }));
  const { id } = checked.result;
  await applyImport(ctx, { id });
  const until = performance.now() + APPLY_MS;
  const applied = await measured(async () => {
    while ((await runImport(ctx, { id }, 5000)) && performance.now() < until);
  });
  const done = (await getImport(ctx, { id }))?.done ?? 0;
  let bytes = 0;
  const exported = await measured(async () => {
    for await (const piece of exportCsv(ctx, { kind: 'products' })) bytes += piece.length;
  });
  const again = await measured(() => checkImport(ctx, input, { name: 'a.csv', bytes: () => file(rows, mark) }));
  const { to_create, wrong } = checked.result;
  const of = ({ seconds, cpu, mib }: { seconds: number; cpu: number; mib: number }) => ({
    seconds: Number(seconds.toFixed(1)),
    cpu: Number(cpu.toFixed(1)),
    mib: Number(mib.toFixed(1)),
  });
  const line = {
    rows,
    to_create,
    wrong,
    check: of(checked),
    apply: { ...of(applied), rows: done, per_second: Math.round(done / applied.seconds) },
    export: { ...of(exported), bytes },
    again: { ...of(again), unchanged: again.result.unchanged },
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

const { db } = database();
const userId = newId();
await db.insert(users).values({ id: userId, username: userId, name: 'Bench', passwordHash: 'none', role: 'admin' });
await db.insert(categories).values({ name: 'Other', slug: 'other', isBuiltIn: true }).onConflictDoNothing();
await db.execute(sql`analyze`);
const ctx: Context = {
  ...(await systemContext('bench')),
  actor: { kind: 'staff', userId, role: 'admin', name: 'Bench', sessionId: newId() },
  expire: () => undefined,
};
for (const rows of sizes.length > 0 ? sizes : [5_000, 50_000]) await bench(ctx, rows);
await database().close();
