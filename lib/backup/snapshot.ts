import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readMigrations } from '#db/migrate';
import { isMissingFile } from '#lib/missing-file';
import { BackupError, FORMAT_VERSION, type Head, type Item, type OpenJob, type Summary } from './format.ts';
import { wholeRows } from './rows.ts';
import type { Session } from './session.ts';
import { listTables, quoted, readSequences, sumTable, type TableSum } from './tables.ts';

export type SnapshotOptions = {
  /** Of this Barrow. */
  app: string;
  takenAt: Date;
  /** Where pictures and private files are; null leaves them out, where they stay as they are. */
  dataDir: string | null;
  /** What signed links and tokens are made with; null as above. */
  secret: string | null;
};

const JOBS_AT_ONCE = 1000;
/** They are about backups of the place they were asked for in. */
const NO_QUEUE_OF_OURS = 'backups';

async function readHead(session: Session, { app, takenAt }: SnapshotOptions): Promise<Head> {
  const there = await session.rows<{ there: boolean }>(
    `select to_regclass('drizzle.__drizzle_migrations') is not null and to_regclass('settings') is not null as there`,
  );
  const [shop] = there[0]?.there
    ? await session.rows<{ name: string }>(`select value ->> 'name' as name from settings where key = 'shop'`)
    : [];
  if (!shop) throw new BackupError('There is no shop in this database yet.');
  const seen = await session.rows<{ hash: string }>(
    'select hash from drizzle.__drizzle_migrations order by created_at, id',
  );
  const tags = new Map(readMigrations().map(({ hash, tag }) => [hash, tag]));
  return {
    format: 'barrow-backup',
    version: FORMAT_VERSION,
    app,
    taken_at: takenAt.toISOString(),
    shop: shop.name,
    migrations: seen.map(({ hash }) => ({ hash, tag: tags.get(hash) ?? 'unknown' })),
  };
}

/** What waits, is tried again or is being done right now: whatever is done at least once may be done once more. */
async function* openJobs(session: Session): AsyncGenerator<OpenJob[]> {
  const [there] = await session.rows<{ there: boolean }>(`select to_regclass('pgboss.job') is not null as there`);
  if (!there?.there) return;
  await session.rows(
    `declare jobs no scroll cursor for
     select id, name as queue, data, priority, greatest(retry_limit - retry_count, 1) as retry_limit,
       to_char(start_after at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as start_after
     from pgboss.job where state in ('created', 'retry', 'active') and name <> $1 and left(name, 2) <> '__'`,
    [NO_QUEUE_OF_OURS],
  );
  for (;;) {
    const jobs = await session.rows<OpenJob>(`fetch ${JOBS_AT_ONCE} from jobs`);
    if (jobs.length === 0) return;
    yield jobs;
  }
}

async function sizeOf(path: string): Promise<number | null> {
  try {
    const info = await stat(path);
    return info.isFile() ? info.size : null;
  } catch (error) {
    if (isMissingFile(error)) return null;
    throw error;
  }
}

/** The files of one row of `media`: a picture is a folder of renditions, a private file is one. */
async function pathsOf(dataDir: string, row: { path: string; is_public: boolean }): Promise<string[]> {
  if (!row.is_public) return [`private/${row.path}`];
  const names = await readdir(join(dataDir, 'media', row.path)).catch((error: unknown) => {
    if (isMissingFile(error)) return null;
    throw error;
  });
  // Named all the same: it is missing.
  return names === null ? [`media/${row.path}`] : names.sort().map((name) => `media/${row.path}/${name}`);
}

async function* files(session: Session, dataDir: string, summary: Summary['files']): AsyncGenerator<Item> {
  const media = await session.rows<{ path: string; is_public: boolean; driver: string }>(
    'select path, is_public, driver from media order by path',
  );
  for (const row of media) {
    if (row.driver !== 'local') {
      summary.elsewhere += 1;
      continue;
    }
    for (const path of await pathsOf(dataDir, row)) {
      const size = await sizeOf(join(dataDir, path));
      // Removed since the snapshot, or lost long ago: a backup of everything else is better than none.
      if (size === null) {
        summary.missing.push(path);
        continue;
      }
      summary.count += 1;
      summary.bytes += size;
      yield { kind: 'file', path, size, content: createReadStream(join(dataDir, path)) };
    }
  }
}

/**
 * Everything a shop consists of, as it was at one moment, while it goes on selling: one snapshot, in which every table
 * is read from beginning to end. Throws BackupError where there is no shop.
 */
export async function* readShop(session: Session, options: SnapshotOptions): AsyncGenerator<Item> {
  await session.rows('begin transaction isolation level repeatable read, read only');
  const head = await readHead(session, options);
  yield { kind: 'head', head };
  if (options.secret !== null) yield { kind: 'secret', secret: options.secret };
  const tables = await listTables(session);
  // Nothing may change their columns between one table and the next.
  await session.rows(
    `lock table ${tables.map(({ name }) => `public.${quoted(name)}`).join(', ')} in access share mode`,
  );
  const sums: Record<string, TableSum> = {};
  for (const table of tables) {
    const columns = table.columns.map(quoted).join(', ');
    const out = session.copyOut(`copy public.${quoted(table.name)} (${columns}) to stdout with (format csv)`);
    for await (const rows of wholeRows(out)) yield { kind: 'rows', table: table.name, columns: table.columns, rows };
    sums[table.name] = await sumTable(session, table);
  }
  const summary: Summary = {
    tables: sums,
    sequences: await readSequences(session),
    jobs: 0,
    files: { count: 0, bytes: 0, missing: [], elsewhere: 0 },
  };
  for await (const jobs of openJobs(session)) {
    summary.jobs += jobs.length;
    yield { kind: 'jobs', jobs };
  }
  if (options.dataDir !== null) yield* files(session, options.dataDir, summary.files);
  await session.rows('commit');
  yield { kind: 'summary', summary };
}
