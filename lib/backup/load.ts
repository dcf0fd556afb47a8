import { getConstructionPlans, PgBoss } from 'pg-boss';
import { applyMigrations, installFunctions, MIGRATION_LOCK, type Migration, readMigrations } from '#db/migrate';
import { makeQueues } from '#lib/jobs/queues';
import { QUEUES } from '#lib/jobs/table';
import { BackupError, type Head, type Item, type OpenJob, type Summary } from './format.ts';
import { openSession, type Session } from './session.ts';
import { foreignKeys, listTables, quoted, statementsThatEmpty, sumTable } from './tables.ts';
import { requireRoom } from './target.ts';

/** Added to the numbers of events: those given out after the backup, and told to others, are not given out again. */
const GAP = 1_000_000n;

export type LoadOptions = {
  /** A shop that is there already is removed. */
  replace: boolean;
  /** The shop comes back from the past: everybody signs in again, and numbers of events go on further up. */
  isFromPast: boolean;
  /** Takes what is not in the database. Called before anything is committed; a throw leaves all as it was. */
  keep: (item: Extract<Item, { kind: 'file' | 'secret' | 'sums' }>) => Promise<void>;
  /** When everything was compared, and before it is committed. */
  settle: (summary: Summary) => Promise<void>;
};

/** What this version has to do for a backup: the migrations it was made at, and those that came since. */
function planFor({ migrations: seen, app }: Head): { past: Migration[]; since: Migration[] } {
  const known = readMigrations();
  const strange = seen.findIndex(({ hash }, i) => known[i]?.hash !== hash);
  if (strange !== -1) {
    throw new BackupError(
      `This backup was made by Barrow ${app} and its database knows more than this one (${seen[strange]?.tag}); update first. Nothing was changed.`,
    );
  }
  return { past: known.slice(0, seen.length), since: known.slice(seen.length) };
}

/** pg-boss wraps some of its statements in a transaction of their own, whose end would end ours. */
const withoutTransaction = (text: string): string => /^\s*BEGIN;([\s\S]*)COMMIT;\s*$/.exec(text)?.[1] ?? text;

/** Makes the tables of the queues and puts the work into them, as a part of the transaction of `session`. */
async function loadJobs(session: Session, jobs: readonly OpenJob[]): Promise<void> {
  await session.rows(withoutTransaction(getConstructionPlans('pgboss')));
  const { executeSql } = session.forJobs;
  const boss = new PgBoss({
    db: { executeSql: (text, values) => executeSql(withoutTransaction(text), values) },
    schema: 'pgboss',
    migrate: false,
    createSchema: false,
    supervise: false,
    schedule: false,
  });
  await boss.start();
  try {
    await makeQueues(boss);
    for (const queue of QUEUES) {
      const rows = jobs.flatMap(({ id, data, priority, retry_limit, start_after, ...job }) =>
        job.queue === queue && typeof data === 'object' && data !== null
          ? [{ id, data, priority, retryLimit: retry_limit, startAfter: start_after }]
          : [],
      );
      if (rows.length > 0) await boss.insert(queue, rows);
    }
  } finally {
    await boss.stop({ graceful: false });
  }
}

/**
 * Transactions are numbered from the start again in another cluster, and events are read in the order of `(xid, seq)`
 * and only below the transactions that run. So what lies between the same two cursors gets one small number, and each
 * cursor stands below what it had not read yet.
 */
const RENUMBER = `
  with ranked as (
    select consumer, last_xid, last_seq, dense_rank() over (order by last_xid, last_seq) as rank from event_cursors),
  events as (
    update domain_events e set xid = (3 + (
      select count(distinct r.rank) from ranked r where (e.xid, e.seq) > (r.last_xid, r.last_seq)))::text::xid8
    returning 1)
  update event_cursors c set last_xid = (3 + r.rank)::text::xid8, last_seq = 0
  from ranked r where r.consumer = c.consumer`;

async function finish(session: Session, summary: Summary, isFromPast: boolean): Promise<void> {
  for (const [name, last] of Object.entries(summary.sequences)) {
    const gap = isFromPast && name.startsWith('domain_events') ? GAP : 0n;
    await session.rows(`select setval(to_regclass($1), $2::bigint) where to_regclass($1) is not null`, [
      `public.${quoted(name)}`,
      String(BigInt(last) + gap),
    ]);
  }
  await session.rows(RENUMBER);
  if (isFromPast) {
    // Those that were ended after the backup was made must not live again.
    await session.rows('update auth_sessions set revoked_at = now() where revoked_at is null');
  }
}

async function compare(session: Session, summary: Summary): Promise<void> {
  for (const table of await listTables(session)) {
    const wanted = summary.tables[table.name];
    const found = await sumTable(session, table);
    if (wanted?.rows === found.rows && wanted.checksum === found.checksum) continue;
    throw new BackupError(
      `${table.name} has ${found.rows} rows that are not the ${wanted?.rows ?? 0} of the backup. Nothing was changed.`,
    );
  }
}

/** Reads all items into tables that were just made, in any order, and compares. Answers what the backup said of itself. */
async function fill(
  session: Session,
  items: AsyncIterator<Item>,
  { keep }: LoadOptions,
): Promise<[Summary, OpenJob[]]> {
  const keys = await foreignKeys(session);
  const tables = await listTables(session);
  for (const { drop } of keys) await session.rows(drop);
  for (const { name } of tables) await session.rows(`alter table public.${quoted(name)} disable trigger user`);
  // Migrations bring rows of their own, which are in the backup as well.
  await session.rows(`truncate ${tables.map(({ name }) => `public.${quoted(name)}`).join(', ')}`);
  const known = new Set(tables.map(({ name }) => name));
  const jobs: OpenJob[] = [];
  let summary: Summary | null = null;
  for (let next = await items.next(); next.done !== true; next = await items.next()) {
    const item = next.value;
    if (item.kind === 'rows') {
      if (!known.has(item.table)) throw new BackupError(`This backup has rows of ${item.table}, which is no table.`);
      const columns = item.columns.map(quoted).join(', ');
      await session.copyIn(`copy public.${quoted(item.table)} (${columns}) from stdin with (format csv)`, item.rows);
    } else if (item.kind === 'jobs') jobs.push(...item.jobs);
    else if (item.kind === 'summary') summary = item.summary;
    else if (item.kind !== 'head') await keep(item);
  }
  if (summary === null) throw new BackupError('This backup was cut short. Nothing was changed.');
  await compare(session, summary);
  for (const { name } of tables) await session.rows(`alter table public.${quoted(name)} enable trigger user`);
  for (const { add } of keys) await session.rows(add);
  return [summary, jobs];
}

async function transactionOf(session: Session): Promise<string | undefined> {
  const [row] = await session.rows<{ id: string }>('select pg_current_xact_id()::text as id');
  return row?.id;
}

/**
 * Makes the database at `url` the shop that `source` holds, or leaves it as it was: one transaction removes what was
 * there, makes the schema of the backup, copies the rows in, compares counts and checksums, and brings the schema up to
 * date. Throws BackupError with the sentence for whoever asked.
 */
export async function loadShop(url: string, source: AsyncIterable<Item>, options: LoadOptions): Promise<Summary> {
  const items = source[Symbol.asyncIterator]();
  const session = await openSession(url);
  try {
    const first = await items.next();
    if (first.done === true || first.value.kind !== 'head') throw new BackupError('This is not a backup of Barrow.');
    const { past, since } = planFor(first.value.head);
    const [lock] = await session.rows<{ free: boolean }>('select pg_try_advisory_lock($1) as free', [MIGRATION_LOCK]);
    if (!lock?.free) throw new BackupError('Something else changes this database right now; wait for it.');
    await requireRoom(session, options.replace);

    await session.rows('begin');
    const transaction = await transactionOf(session);
    const execute = (text: string) => session.rows(text);
    for (const statement of await statementsThatEmpty(session)) await execute(statement);
    await applyMigrations(execute, past);
    const [summary, jobs] = await fill(session, items, options);
    await applyMigrations(execute, since);
    await installFunctions(execute);
    await finish(session, summary, options.isFromPast);
    await loadJobs(session, jobs);
    if ((await transactionOf(session)) !== transaction) throw new Error('the transaction of a restore ended too early');
    await options.settle(summary);
    await session.rows('commit');
    return summary;
  } finally {
    await items.return?.();
    await session.end();
  }
}
