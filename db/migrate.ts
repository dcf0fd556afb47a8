import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as applyNewer } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { z } from 'zod';
import journal from '../drizzle/meta/_journal.json' with { type: 'json' };
import { DEADLINES } from './client.ts';

/** Any number; the same in every process, so that two instances starting at once migrate once. */
export const MIGRATION_LOCK = 727_272_001;
const ROOT = join(import.meta.dirname, '..');
const MIGRATIONS = join(ROOT, 'drizzle');

export type Migration = { tag: string; hash: string; at: number; statements: string[] };

/** The migrations of this version, the oldest first. */
export function readMigrations(): Migration[] {
  const tags = new Map(journal.entries.map(({ when, tag }) => [when, tag]));
  return readMigrationFiles({ migrationsFolder: MIGRATIONS }).map(({ folderMillis, hash, sql }) => ({
    tag: tags.get(folderMillis) ?? String(folderMillis),
    hash,
    at: folderMillis,
    statements: sql,
  }));
}

const knownHash = z.array(z.object({ hash: z.string() }));

/** One statement without parameters, on a connection that stays the same. */
export type Execute = (text: string) => Promise<unknown>;

/** Applies `migrations` as `migrate` does, inside a transaction of the caller. The first ones make the record of them. */
export async function applyMigrations(execute: Execute, migrations: readonly Migration[]): Promise<void> {
  await execute('create schema if not exists drizzle');
  await execute(
    'create table if not exists drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)',
  );
  for (const { hash, at, statements } of migrations) {
    for (const statement of statements) await execute(statement);
    await execute(`insert into drizzle.__drizzle_migrations (hash, created_at) values ('${hash}', ${at})`);
  }
}

/** Helpers before what calls them; the rest by name. */
export async function readFunctions(): Promise<{ name: string; text: string }[]> {
  const folder = join(ROOT, 'db/functions');
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort();
  return Promise.all(
    files.map(async (file) => ({ name: file.slice(0, -4), text: await readFile(join(folder, file), 'utf8') })),
  );
}

export type MigrateOptions = {
  /** The app comes through a transaction pooler: its deadlines become those of the role. */
  isPooled?: boolean;
};

/**
 * Brings the database at `url` to the newest schema and installs `db/functions`. Safe to run twice at once: drizzle's
 * migrator is not, so an advisory lock is held around it. Needs a direct connection, not a transaction pooler.
 */
export async function migrate(url: string, { isPooled = false }: MigrateOptions = {}): Promise<void> {
  const client = postgres(url, {
    max: 1,
    onnotice: () => undefined,
    // Over the deadlines of the role, where it has some.
    connection: { application_name: 'barrow-migrate', statement_timeout: 0, lock_timeout: 0 },
  });
  try {
    await client`select pg_advisory_lock(${MIGRATION_LOCK})`;
    await applyNewer(drizzle(client), { migrationsFolder: MIGRATIONS });
    await client.begin((tx) => installFunctions((text) => tx.unsafe(text)));
    if (isPooled) await setDeadlines(client);
  } finally {
    await client.end({ timeout: 5 });
  }
}

/** For connections that cannot bring them along; those past the pooler still do, and theirs count. */
async function setDeadlines(client: postgres.Sql): Promise<void> {
  for (const [setting, ms] of Object.entries(DEADLINES)) {
    const [row] = await client<[{ text: string }]>`
      select format('alter role current_user in database %I set %I = %s', current_database(), ${setting}::text, ${ms}::int)
        as text`;
    await client.unsafe(row.text);
  }
}

/** The functions live in one place, as files; what is installed is remembered by its hash. In a transaction of the caller. */
export async function installFunctions(execute: Execute): Promise<void> {
  const functions = await readFunctions();
  const hash = createHash('sha256')
    .update(functions.map((fn) => fn.text).join('\n'))
    .digest('hex');
  await execute('create table if not exists installed_functions (hash text primary key, at timestamptz default now())');
  const known = knownHash.safeParse(await execute('select hash from installed_functions'));
  if (known.success && known.data[0]?.hash === hash) return;
  for (const fn of functions) await execute(fn.text);
  await execute('delete from installed_functions');
  await execute(`insert into installed_functions (hash) values ('${hash}')`);
}
