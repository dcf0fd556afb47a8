import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import postgres from 'postgres';
import { inject } from 'vitest';
import { TEMPLATE } from './postgres.ts';

const ROOT = join(import.meta.dirname, '..', '..');
/** Cloning locks the template; clones of parallel workers take turns. */
const CLONE_LOCK = 4_711_001;
const SEED_LOCK = 4_711_002;

async function withAdmin<T>(lock: number, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(`${inject('postgres')}/postgres`, { max: 1, onnotice: () => undefined });
  try {
    await sql`select pg_advisory_lock(${lock})`;
    return await work(sql);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** A fresh database with every table and function and no rows, or a copy of another database. Returns its address. */
export async function cloneDatabase(template = TEMPLATE): Promise<string> {
  const name = `t_${randomBytes(6).toString('hex')}`;
  await withAdmin(CLONE_LOCK, (sql) => sql.unsafe(`create database ${name} template ${template} strategy file_copy`));
  return `${inject('postgres')}/${name}`;
}

/** Ends every connection to the database and removes it. */
export async function dropDatabase(url: string): Promise<void> {
  const name = new URL(url).pathname.slice(1);
  await withAdmin(CLONE_LOCK, (sql) => sql.unsafe(`drop database if exists ${name} with (force)`));
}

/** The folders of a data folder that rows of `media` name files in. */
export const FILES = ['media', 'private'];

export type Seeded = { url: string; dataDir: string };

/** Drawing the pictures of a preset takes half a minute: the shop that most tests are about has them, the others do not. */
const ILLUSTRATED = 'bakery';

/** A fresh copy of the database with a preset in it, and the data folder its pictures and proofs are in. Seeds once per run. */
export async function cloneSeeded(preset: string): Promise<Seeded> {
  const name = `seeded_${preset}`;
  const dataDir = join(inject('runDir'), name);
  await withAdmin(SEED_LOCK, async (sql) => {
    const [done] = await sql`select 1 from pg_database where datname = ${name}`;
    if (done !== undefined) return;
    const unfinished = `${name}_unfinished`;
    await sql.unsafe(`drop database if exists ${unfinished} with (force)`);
    await sql.unsafe(`create database ${unfinished} template ${TEMPLATE} strategy file_copy`);
    // A shop without goods brings no pictures, one without claims no proofs.
    for (const kind of FILES) await mkdir(join(dataDir, kind), { recursive: true });
    await seed(`${inject('postgres')}/${unfinished}`, preset, dataDir);
    await sql.unsafe(`alter database ${unfinished} rename to ${name}`);
  });
  return { url: await cloneDatabase(name), dataDir };
}

/** The password every seeded app of the tests gives its first admin. */
export const ADMIN_PASSWORD = 'correct horse battery';

/** Loads a preset into a migrated, empty database. */
export function seed(url: string, preset: string, dataDir: string): Promise<void> {
  const args = ['--conditions=react-server', join(ROOT, 'scripts', 'seed.ts')];
  if (preset !== ILLUSTRATED) args.push('--no-pictures');
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DATABASE_URL: url,
      DATABASE_DIRECT_URL: url,
      DATA_DIR: dataDir,
      SHOP_PRESET: preset,
      ADMIN_PASSWORD,
    },
  });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`seeding ${preset} failed: ${errors}`))));
  });
}
