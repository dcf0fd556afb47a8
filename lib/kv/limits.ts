import 'server-only';
import { sql } from 'drizzle-orm';
import type { Context } from '#lib/context';
import { env } from '#lib/env';
import { DomainError } from '#lib/errors';

export type Limit = {
  name: string;
  /** Whom it counts. Never a phone or an address in clear: pass it through `seal`. */
  subject: string;
  limit: number;
  windowSeconds: number;
};

/** Counts one hit and says how many there are in this window, and when it ends (seconds from now). */
async function count(ctx: Pick<Context, 'db'>, key: string, windowSeconds: number) {
  // The clock of the database: processes may disagree about the time.
  const [row] = await ctx.db.execute<{ hits: number; reset_in: number }>(sql`
    INSERT INTO rate_limits AS r (key, hits, resets_at)
    VALUES (${key}, 1, now() + make_interval(secs => ${windowSeconds}::int))
    ON CONFLICT (key) DO UPDATE SET
      hits = CASE WHEN r.resets_at <= now() THEN 1 ELSE least(r.hits, 1000000) + 1 END,
      resets_at = CASE WHEN r.resets_at <= now() THEN excluded.resets_at ELSE r.resets_at END
    RETURNING hits, ceil(extract(epoch FROM resets_at - now()))::int AS reset_in`);
  if (!row) throw new DomainError('DB_001');
  return { hits: row.hits, resetIn: row.reset_in };
}

function unreachable(error: unknown): never {
  throw error instanceof DomainError ? error : new DomainError('DB_001', {}, { cause: error });
}

/**
 * Counts one try and throws RATE_001 (`retry_after` in seconds) when there were more than `limit` in the window.
 * Counted in the database, so it holds across processes and restarts, and fails closed: when the counter cannot be
 * reached nobody passes. Never in Redis, which may forget or be away (decision 035).
 */
export async function takeLimit(
  ctx: Pick<Context, 'db'>,
  { name, subject, limit, windowSeconds }: Limit,
): Promise<void> {
  if (!env().RATE_LIMITS) return;
  const { hits, resetIn } = await count(ctx, `${name}:${subject}`, windowSeconds).catch(unreachable);
  if (hits > limit) {
    throw new DomainError('RATE_001', { limit, retry_after: Math.max(1, resetIn) });
  }
}

/** Takes back the try that `takeLimit` counted just before, where only failures are to count. */
export async function forgiveLimit(
  ctx: Pick<Context, 'db'>,
  { name, subject }: Pick<Limit, 'name' | 'subject'>,
): Promise<void> {
  if (!env().RATE_LIMITS) return;
  await ctx.db
    .execute(
      sql`UPDATE rate_limits SET hits = greatest(hits - 1, 0) WHERE key = ${`${name}:${subject}`} AND resets_at > now()`,
    )
    .catch(unreachable);
}

/** Counters whose window is over; for the nightly sweep. */
export async function sweepLimits(ctx: Pick<Context, 'db'>): Promise<void> {
  await ctx.db.execute(sql`DELETE FROM rate_limits WHERE resets_at < now()`);
}
