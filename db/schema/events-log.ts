import { sql } from 'drizzle-orm';
import { bigint, index, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { moment, xid8 } from '../columns.ts';

/**
 * What happened, appended in the statement that causes it. Sequence numbers commit out of order: readers go by
 * `(xid, seq)` and only below the oldest running transaction.
 */
export const domainEvents = pgTable(
  'domain_events',
  {
    seq: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    xid: xid8().notNull().default(sql`pg_current_xact_id()`),
    topic: text().notNull(),
    entity: text().notNull(),
    entityId: text().notNull(),
    /** Ids and figures, no personal data. */
    payload: jsonb().notNull().default({}),
    at: moment().notNull().defaultNow(),
  },
  (t) => [index('domain_events_order').on(t.xid, t.seq), index('domain_events_at').on(t.at)],
);

export const eventCursors = pgTable('event_cursors', {
  consumer: text().primaryKey(),
  lastXid: xid8().notNull(),
  lastSeq: bigint({ mode: 'number' }).notNull(),
});
