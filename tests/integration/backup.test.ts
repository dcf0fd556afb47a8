import { copyFile, mkdir, open, readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PgBoss } from 'pg-boss';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkBackup } from '#lib/backup/check';
import { readBackup, writeBackup } from '#lib/backup/file';
import type { Item } from '#lib/backup/format';
import { env } from '#lib/env';
import { makeFullPerson } from '#tests/factories/person';
import { makeProduct, setSetting } from '#tests/factories/shop';
import { backUp, newFolder, PASSPHRASE, QUICK, restore, rowsOf, SECRET, sumsOf } from '#tests/support/backup';
import { cloneDatabase, dropDatabase } from '#tests/support/database';

/** Not the same after a restore, each for a reason. */
const CHANGED = ['auth_sessions', 'domain_events', 'event_cursors'];
const AWKWARD = 'Rye "the 1st", țăran\n\\N, ;\t\r\n\'; drop table orders';
const PICTURE = 'media/0190-picture/240.webp';

const url = process.env.DATABASE_URL ?? '';
const made: string[] = [];
let folder: string;
let file: string;
let before: Awaited<ReturnType<typeof sumsOf>>;

async function emptyDatabase(): Promise<string> {
  const clone = await cloneDatabase();
  made.push(clone);
  return clone;
}

/** A job that waits, one that runs, one that is done and one about a backup. */
async function fillQueue(): Promise<void> {
  const boss = new PgBoss({ connectionString: url, supervise: false, schedule: false });
  await boss.start();
  for (const queue of ['notifications', 'backups']) {
    await boss.createQueue(queue);
    for (const job of ['done', 'running', 'waiting']) await boss.send(queue, { job, input: { seq: 7 } });
  }
  const [done] = await boss.fetch('notifications');
  if (done) await boss.complete('notifications', done.id);
  await boss.fetch('notifications');
  await boss.stop({ graceful: false });
}

beforeAll(async () => {
  await setSetting('shop', { name: 'Crumb & Ember' });
  await makeFullPerson();
  await makeProduct({}, { name: AWKWARD.slice(0, 60), description: AWKWARD });
  await fillQueue();
  await rowsOf(
    url,
    `select append_event('order.placed', 'order', gen_random_uuid()::text, '{}'::jsonb) from generate_series(1, 6)`,
  );
  // As in a cluster that has counted for years: two events are behind the cursor, the rest was not read yet.
  await rowsOf(url, 'update domain_events set xid = (8000000000 + seq)::text::xid8');
  await rowsOf(
    url,
    `insert into event_cursors select 'jobs', xid, seq from domain_events order by xid, seq limit 1 offset 1
     on conflict (consumer) do update set last_xid = excluded.last_xid, last_seq = excluded.last_seq`,
  );
  const { DATA_DIR } = env();
  await mkdir(join(DATA_DIR, 'media/0190-picture'), { recursive: true });
  await writeFile(join(DATA_DIR, PICTURE), Buffer.alloc(300_000, 'picture'));
  await rowsOf(
    url,
    `insert into media (id, driver, path, mime, bytes, width, height, sha256)
     values (gen_random_uuid(), 'local', '0190-picture', 'image/webp', 300000, 240, 240, 'x'),
            (gen_random_uuid(), 'cloudinary', 'cloud/far-away', 'image/webp', 300000, 240, 240, 'y')`,
  );
  folder = await newFolder();
  file = join(folder, 'shop.age');
  before = await sumsOf(url);
  await backUp(url, DATA_DIR, file);
});

afterAll(async () => {
  for (const clone of made) await dropDatabase(clone);
});

describe('a restored shop', () => {
  let there: string;
  let dataDir: string;
  beforeAll(async () => {
    [there, dataDir] = [await emptyDatabase(), await newFolder()];
    await restore(file, { url: there, dataDir });
  });

  it('has every row, by count and checksum', async () => {
    const after = await sumsOf(there);
    expect(Object.keys(after)).toEqual(Object.keys(before));
    for (const [table, sum] of Object.entries(before)) {
      if (!CHANGED.includes(table)) expect(after[table], table).toEqual(sum);
      expect(after[table]?.rows, table).toBe(sum.rows);
    }
    expect(before.orders?.rows).toBeGreaterThan(0);
  });

  it('has every file, and what links are signed with', async () => {
    expect(await readFile(join(dataDir, PICTURE))).toEqual(await readFile(join(env().DATA_DIR, PICTURE)));
    expect((await stat(join(dataDir, PICTURE))).mode & 0o777).toBe(0o644);
    expect(await readdir(join(dataDir, 'private'))).toEqual(await readdir(join(env().DATA_DIR, 'private')));
    expect(await readFile(join(dataDir, 'auth-secret'), 'utf8')).toBe(`${SECRET}\n`);
    expect((await readdir(dataDir)).filter((name) => name.startsWith('.restore'))).toEqual([]);
  });

  it('has the same constraints, indexes and triggers, all in force', async () => {
    const laws = `
      select 'constraint' as kind, conname::text as name, pg_get_constraintdef(oid) as text from pg_constraint
        where connamespace = 'public'::regnamespace and contype <> 'n'
      union all select 'index', indexname::text, indexdef from pg_indexes where schemaname = 'public'
      union all select 'trigger', tgname || tgrelid::regclass::text, tgenabled::text || pg_get_triggerdef(oid)
        from pg_trigger where not tgisinternal
      order by 1, 2, 3`;
    expect(await rowsOf(there, laws)).toEqual(await rowsOf(url, laws));
  });

  it('reads on with the events it had not read, in a cluster that counts from the start', async () => {
    const unread = `select seq::int from domain_events e, event_cursors c
      where c.consumer = 'jobs' and (e.xid, e.seq) > (c.last_xid, c.last_seq) order by e.xid, e.seq`;
    const rows = await rowsOf(there, unread);
    expect(rows).toEqual(await rowsOf(url, unread));
    expect(rows.length).toBe((before.domain_events?.rows ?? 0) - 2);
    const [held] = await rowsOf<{ count: string }>(
      there,
      'select count(*) from domain_events where xid >= pg_snapshot_xmin(pg_current_snapshot())',
    );
    expect(held?.count).toBe('0');
  });

  it('gives out no number of an event that others may have seen', async () => {
    const [last] = await rowsOf<{ last: string }>(url, 'select max(seq)::text as last from domain_events');
    const [next] = await rowsOf<{ next: string }>(
      there,
      `select nextval(pg_get_serial_sequence('domain_events', 'seq'))::text as next`,
    );
    expect(Number(next?.next) - Number(last?.last)).toBeGreaterThan(1_000_000);
  });

  it('has the work that was not done, and none about backups', async () => {
    const jobs = await rowsOf<{ name: string; job: string; state: string }>(
      there,
      `select name, data ->> 'job' as job, state::text from pgboss.job where left(name, 2) <> '__' order by 2`,
    );
    expect(jobs).toEqual([
      { name: 'notifications', job: 'running', state: 'created' },
      { name: 'notifications', job: 'waiting', state: 'created' },
    ]);
  });

  it('has signed everybody out', async () => {
    const open = 'select count(*)::int as open from auth_sessions where revoked_at is null';
    expect(await rowsOf(url, open)).not.toEqual([{ open: 0 }]);
    expect(await rowsOf(there, open)).toEqual([{ open: 0 }]);
  });

  it('is replaced only when that is said, and then wholly', async () => {
    await writeFile(join(dataDir, 'private', 'of-the-other-shop.pdf'), 'x');
    const again = { url: there, dataDir };
    await expect(restore(file, again)).rejects.toThrow(/already holds Crumb & Ember with \d+ orders/);
    expect(await readdir(join(dataDir, 'private'))).toContain('of-the-other-shop.pdf');
    await rowsOf(there, 'update products set version = version + 1');
    await restore(file, { ...again, replace: true });
    expect((await sumsOf(there)).products).toEqual(before.products);
    expect(await readdir(join(dataDir, 'private'))).not.toContain('of-the-other-shop.pdf');
  });
});

describe('a file that cannot be trusted changes nothing', () => {
  let there: string;
  let dataDir: string;
  let untouched: typeof before;
  beforeAll(async () => {
    [there, dataDir] = [await emptyDatabase(), await newFolder()];
    await restore(file, { url: there, dataDir });
    await rowsOf(there, 'update products set version = version + 1');
    untouched = await sumsOf(there);
  });

  async function broken(change: (path: string, size: number) => Promise<void>): Promise<string> {
    const path = join(folder, 'broken.age');
    await copyFile(file, path);
    await change(path, (await stat(path)).size);
    return path;
  }
  async function flip(path: string, at: number): Promise<void> {
    const handle = await open(path, 'r+');
    const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, at);
    await handle.write(Buffer.from([(buffer[0] ?? 0) ^ 1]), 0, 1, at);
    await handle.close();
  }
  async function refuses(path: string, sentence: RegExp, passphrase = PASSPHRASE): Promise<void> {
    await expect(restore(path, { url: there, dataDir, replace: true, passphrase })).rejects.toThrow(sentence);
    expect(await sumsOf(there)).toEqual(untouched);
    expect((await readdir(dataDir)).sort()).toEqual(['auth-secret', 'media', 'private']);
  }

  it('another passphrase', () => refuses(file, /another passphrase/, 'not the one it was made with'));
  it('no backup at all', async () => refuses(await broken((path) => writeFile(path, 'hello\n')), /not a backup/));
  it('no file at all', () => refuses(join(folder, 'nothing.age'), /There is no file/));
  it('a cut one', async () => refuses(await broken((path, size) => truncate(path, size - 20)), /cut short/));
  it('half of one', async () =>
    refuses(await broken((path, size) => truncate(path, Math.round(size / 2))), /cut short/));
  it('a flipped bit', async () => refuses(await broken((path, size) => flip(path, size - 500)), /damaged/));

  /** The same backup with some of its items changed, and rightly encrypted. */
  async function forged(change: (item: Item) => Item | null): Promise<string> {
    const path = join(folder, 'forged.age');
    async function* items(): AsyncGenerator<Item> {
      for await (const item of readBackup(file, PASSPHRASE)) {
        const changed = change(item);
        if (changed !== null && item.kind !== 'sums') yield changed;
      }
    }
    await writeBackup(path, { items: items(), passphrase: PASSPHRASE, workFactor: QUICK });
    return path;
  }

  it('a newer format', async () => {
    const path = await forged((item) =>
      item.kind === 'head' ? { ...item, head: { ...item.head, version: 2 } } : item,
    );
    await refuses(path, /newer Barrow/);
  });
  it('a newer schema', async () => {
    const migration = { hash: 'of tomorrow', tag: '9999_tomorrow' };
    const path = await forged((item) =>
      item.kind === 'head'
        ? { ...item, head: { ...item.head, migrations: [...item.head.migrations, migration] } }
        : item,
    );
    await refuses(path, /9999_tomorrow/);
  });
  it('rows that are missing', async () => {
    await refuses(
      await forged((item) => (item.kind === 'rows' && item.table === 'payments' ? null : item)),
      /payments/,
    );
  });
  it('files that are missing', async () => {
    await refuses(await forged((item) => (item.kind === 'file' ? null : item)), /files are in this backup/);
  });
  it('a row that breaks a rule of the database', async () => {
    const path = await forged((item) =>
      item.kind === 'rows' && item.table === 'products' ? { ...item, rows: Buffer.from('not,a,product\n') } : item,
    );
    await expect(restore(path, { url: there, dataDir, replace: true })).rejects.toThrow();
    expect(await sumsOf(there)).toEqual(untouched);
  });
});

it('refuses a database in which somebody else lives', async () => {
  const there = await emptyDatabase();
  await rowsOf(there, 'drop schema drizzle cascade');
  await expect(restore(file, { url: there, dataDir: await newFolder(), replace: true })).rejects.toThrow(
    /not Barrow's/,
  );
});

it('is checked by restoring it beside the shop, of which nothing stays behind', async () => {
  expect(await checkBackup({ path: file, url, passphrase: PASSPHRASE })).toEqual({ how: 'restored', reason: null });
  const broken = join(folder, 'broken.age');
  await copyFile(file, broken);
  await truncate(broken, (await stat(broken)).size - 20);
  const { reason } = await checkBackup({ path: broken, url, passphrase: PASSPHRASE });
  expect(reason).toMatch(/cut short/);
  expect(await rowsOf(url, `select 1 from pg_database where starts_with(datname, 'barrow_check_')`)).toEqual([]);
});
