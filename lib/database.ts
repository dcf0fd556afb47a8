import 'server-only';
import { type Database, type Db, type FunctionName, openDatabase } from '#db/client';
import { databaseUrl, env } from './env.ts';
import { DomainError, isErrorCode } from './errors.ts';
import { runtime } from './runtime.ts';

declare global {
  var __barrowDatabase: Database | undefined;
}

/** The one database of this process. Route handlers and instrumentation are separate module graphs, hence global. */
export function database(): Database {
  if (!globalThis.__barrowDatabase) {
    const opened = openDatabase({
      url: databaseUrl(),
      max: env().DATABASE_POOL_MAX,
      prepare: env().DATABASE_DIRECT_URL === env().DATABASE_URL,
    });
    globalThis.__barrowDatabase = opened;
    runtime().shutdownHooks.add(opened.close);
  }
  return globalThis.__barrowDatabase;
}

/**
 * Several statements in one transaction; refuses to go on once its connection is lost. Nothing else opens
 * transactions. `work` gets the context to pass on. Expire kept responses after it, not in it.
 */
export function transaction<C extends { db: Db }, T>(ctx: C, work: (ctx: C) => Promise<T>): Promise<T> {
  if (ctx.db !== database().db) return work(ctx);
  return database().transaction((db) => work({ ...ctx, db }));
}

/** Calls an SQL function of `db/functions`. Its refusals arrive as DomainError; `twin` answers a waiting twin. */
export async function callFunction(ctx: { db: Db }, name: FunctionName, input: unknown): Promise<unknown> {
  try {
    return await database().call(ctx.db, name, input);
  } catch (error) {
    throw asDomainError(error) ?? error;
  }
}

type PgError = { code: string; message: string; detail?: string; constraint_name?: string };

/** The database's own error under whatever drizzle wrapped around it, or null. */
export function pgError(error: unknown): PgError | null {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string') return at as Error & PgError;
  }
  return null;
}

const LOST =
  /^(08|57P0|53)|^(CONNECTION_|CONNECT_TIMEOUT|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|57014|40P01|55P03$)/;

/** Refusals of our functions and failures of the connection as codes; null for anything that is a bug. */
export function asDomainError(error: unknown): DomainError | null {
  if (error instanceof DomainError) return error;
  const pg = pgError(error);
  if (!pg) return null;
  if (pg.code === 'BR001' && isErrorCode(pg.message)) {
    return new DomainError(pg.message, pg.detail ? JSON.parse(pg.detail) : {}, { cause: error });
  }
  if (LOST.test(pg.code)) return new DomainError('DB_001', {}, { cause: error });
  return null;
}

/** True when `error` is the breach of one of the named unique or check constraints. */
export const breaks = (error: unknown, ...constraints: string[]): boolean =>
  constraints.includes(pgError(error)?.constraint_name ?? '');
