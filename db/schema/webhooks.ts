import { sql } from 'drizzle-orm';
import { bigint, boolean, index, integer, jsonb, pgTable, text, uniqueIndex, uuid, varchar } from 'drizzle-orm/pg-core';
import { id, moment, must, oneOf, stamps } from '../columns.ts';
import { DELIVERY_STATUSES, WEBHOOK_ENDS } from '../enums.ts';

/** Where other programs want to hear of what happens. `previousSecret` signs beside the new one for a while. */
export const webhookEndpoints = pgTable(
  'webhook_endpoints',
  {
    id: id(),
    url: varchar({ length: 2000 }).notNull(),
    description: varchar({ length: 200 }).notNull().default(''),
    secret: text().notNull(),
    previousSecret: text(),
    previousUntil: moment(),
    events: text().array().notNull(),
    isActive: boolean().notNull().default(true),
    disabledAt: moment(),
    disabledReason: text({ enum: WEBHOOK_ENDS }),
    /** Since when nothing has arrived; null after every success. */
    failingSince: moment(),
    ...stamps(),
  },
  () => [
    oneOf('webhook_endpoints_disabled_reason', 'disabled_reason', WEBHOOK_ENDS),
    must('webhook_endpoints_disabled', 'is_active = (disabled_at is null) and is_active = (disabled_reason is null)'),
    must('webhook_endpoints_events', 'cardinality(events) > 0'),
  ],
);

/**
 * What was, is or will be sent to one endpoint about one cause: the event of the shop by its number, and of which of its
 * subjects, because one order may bring several goods below their threshold. Tests have no number.
 */
export const webhookDeliveries = pgTable(
  'webhook_deliveries',
  {
    id: id(),
    endpointId: uuid()
      .notNull()
      .references(() => webhookEndpoints.id, { onDelete: 'cascade' }),
    event: text().notNull(),
    seq: bigint({ mode: 'number' }),
    subjectId: uuid(),
    payload: jsonb().notNull(),
    status: text({ enum: DELIVERY_STATUSES }).notNull().default('queued'),
    attempts: integer().notNull().default(0),
    responseCode: integer(),
    error: varchar({ length: 500 }),
    nextAttemptAt: moment(),
    retryUntil: moment().notNull(),
    deliveredAt: moment(),
    ...stamps(),
  },
  (t) => [
    uniqueIndex('webhook_deliveries_cause').on(t.endpointId, t.seq, t.event, t.subjectId),
    index('webhook_deliveries_list').on(t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index('webhook_deliveries_endpoint').on(t.endpointId, t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index('webhook_deliveries_by_status').on(t.status, t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index('webhook_deliveries_by_event').on(t.event, t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index('webhook_deliveries_open').on(t.nextAttemptAt).where(sql`status in ('queued', 'sending')`),
    oneOf('webhook_deliveries_status', 'status', DELIVERY_STATUSES),
  ],
);
