import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { DEADLINES } from './client.ts';

/** Any number; the same in every process, so that two instances starting at once migrate once. */
const LOCK = 727_272_001;
const ROOT = join(import.meta.dirname, '..');

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
    await client`select pg_advisory_lock(${LOCK})`;
    await applyMigrations(drizzle(client), { migrationsFolder: join(ROOT, 'drizzle') });
    await installFunctions(client);
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

/** The functions live in one place, as files; what is installed is remembered by its hash. */
async function installFunctions(client: postgres.Sql): Promise<void> {
  const functions = await readFunctions();
  const hash = createHash('sha256')
    .update(functions.map((fn) => fn.text).join('\n'))
    .digest('hex');
  await client.unsafe(
    'create table if not exists installed_functions (hash text primary key, at timestamptz default now())',
  );
  const [known] = await client.unsafe('select hash from installed_functions');
  if (known?.hash === hash) return;
  await client.begin(async (tx) => {
    for (const fn of functions) await tx.unsafe(fn.text);
    await tx.unsafe('delete from installed_functions');
    await tx.unsafe('insert into installed_functions (hash) values ($1)', [hash]);
  });
}
