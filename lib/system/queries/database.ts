import 'server-only';
import { sql } from 'drizzle-orm';
import type { Context } from '#lib/context';
import { pgError } from '#lib/database';

export type DatabaseFigures = {
  version: string;
  bytes: number;
  connections: number;
  connections_at_most: number;
  /** Seconds between its clock and ours, without a sign. */
  clock_off_seconds: number;
};

export async function readDatabase(ctx: Pick<Context, 'db'>): Promise<DatabaseFigures> {
  // Our own clock and not `ctx.now`, which was read when the page was asked for: this is about the clock itself.
  const [row] = await ctx.db.execute<DatabaseFigures>(sql`
    select current_setting('server_version') as version,
      pg_database_size(current_database())::float8 as bytes,
      (select count(*)::int from pg_stat_activity where backend_type = 'client backend') as connections,
      current_setting('max_connections')::int as connections_at_most,
      abs(extract(epoch from clock_timestamp()) - ${Date.now() / 1000}::float8)::float8 as clock_off_seconds`);
  if (!row) throw new Error('the database said nothing about itself');
  return row;
}

export type SlowQuery = { text: string; calls: number; mean_ms: number };

const MOST = 5;
const WORTH_SHOWING_MS = 1;
/** The extension is made and its library was not loaded as the server started. */
const NOT_LOADED = '55000';
const MAY_NOT = '42501';

/**
 * What takes longest on average, by pg_stat_statements: with `$1` where values were, so it shows nothing of people. Null
 * where that is not there to be read.
 */
export async function readSlowQueries(ctx: Pick<Context, 'db'>): Promise<SlowQuery[] | null> {
  const [there] = await ctx.db.execute<{ there: boolean }>(
    sql`select to_regclass('pg_stat_statements') is not null as there`,
  );
  if (!there?.there) return null;
  try {
    const rows = await ctx.db.execute<SlowQuery>(sql`
      select left(regexp_replace(s.query, '\\s+', ' ', 'g'), 400) as text, s.calls::float8 as calls,
        s.mean_exec_time as mean_ms
      from pg_stat_statements s join pg_database d on d.oid = s.dbid and d.datname = current_database()
      where s.calls > 4 and s.mean_exec_time >= ${WORTH_SHOWING_MS}
        and s.query ~* '^\\s*(select|insert|update|delete|with)\\M'
      order by s.mean_exec_time desc limit ${MOST}`);
    return [...rows];
  } catch (error) {
    const code = pgError(error)?.code;
    if (code === NOT_LOADED || code === MAY_NOT) return null;
    throw error;
  }
}
