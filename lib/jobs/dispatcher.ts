import 'server-only';
import { sql } from 'drizzle-orm';
import type { Context } from '#lib/context';
import { transaction } from '#lib/database';
import type { Subscription, Work } from './table.ts';

/** Of `event_cursors`. */
export const CONSUMER = 'jobs';
const BATCH = 200;

/** Puts work into the queues inside the transaction of `ctx`. */
export type Send = (ctx: Context, orders: readonly Work[]) => Promise<void>;

/**
 * Begins to listen: what has happened before the first call is not told any more. Every process calls it before it
 * serves, so that no order falls before it.
 */
export async function ensureCursor(ctx: Pick<Context, 'db'>): Promise<void> {
  await ctx.db.execute(sql`
    INSERT INTO event_cursors (consumer, last_xid, last_seq)
    VALUES (${CONSUMER}, pg_snapshot_xmin(pg_current_snapshot()), 0)
    ON CONFLICT (consumer) DO NOTHING`);
}

/** True while an event waits for us, even one that an older transaction still holds back. */
export async function isBehind(ctx: Pick<Context, 'db'>): Promise<boolean> {
  const [row] = await ctx.db.execute<{ behind: boolean }>(sql`
    SELECT EXISTS (
      SELECT 1 FROM domain_events e, event_cursors c
      WHERE c.consumer = ${CONSUMER} AND (e.xid, e.seq) > (c.last_xid, c.last_seq)) AS behind`);
  return row?.behind ?? false;
}

type Row = {
  seq: string;
  xid: string;
  topic: string;
  entity_id: string;
  payload: Record<string, unknown>;
  at: string;
};

/** Those with somebody at the other end. Several topics may ask the same question: it is answered once. */
async function wantedOf(ctx: Context, subscriptions: readonly Subscription[]): Promise<Subscription[]> {
  const answers = new Map<Subscription['isWanted'], boolean>();
  for (const { isWanted } of subscriptions) {
    if (isWanted && !answers.has(isWanted)) answers.set(isWanted, await isWanted(ctx));
  }
  return subscriptions.filter(({ isWanted }) => answers.get(isWanted) ?? true);
}

/**
 * Turns the next events into work, once each: cursor and work move in one transaction. Answers how many events it read;
 * 0 also when another process is at it. Sequence numbers commit out of order, so it reads in the order of `(xid, seq)`
 * and only what is older than every transaction still running: nothing can appear behind the cursor any more.
 */
export async function dispatch(ctx: Context, subscriptions: readonly Subscription[], send: Send): Promise<number> {
  return transaction(ctx, async (tx) => {
    const [cursor] = await tx.db.execute<{ last_xid: string; last_seq: string }>(sql`
      SELECT last_xid, last_seq FROM event_cursors WHERE consumer = ${CONSUMER} FOR UPDATE SKIP LOCKED`);
    if (!cursor) return 0;
    const rows = await tx.db.execute<Row>(sql`
      SELECT seq, xid, topic, entity_id, payload, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at
      FROM domain_events
      WHERE (xid, seq) > (${cursor.last_xid}::xid8, ${cursor.last_seq}::bigint)
        AND xid < pg_snapshot_xmin(pg_current_snapshot())
      ORDER BY xid, seq LIMIT ${BATCH}`);
    const last = rows.at(-1);
    if (!last) return 0;
    const wanted = await wantedOf(tx, subscriptions);
    const work = rows.flatMap(({ seq, topic, entity_id, payload, at }) =>
      wanted
        .filter((subscription) => subscription.topic === topic)
        .map(({ job }) => ({ job, data: { seq: Number(seq), topic, entity_id, payload, at } })),
    );
    if (work.length > 0) await send(tx, work);
    await tx.db.execute(sql`
      UPDATE event_cursors SET last_xid = ${last.xid}::xid8, last_seq = ${last.seq}::bigint
      WHERE consumer = ${CONSUMER}`);
    return rows.length;
  });
}
