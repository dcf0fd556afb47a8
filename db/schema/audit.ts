import { index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { id, moment, oneOf } from '../columns.ts';
import { ACTOR_KINDS } from '../enums.ts';

/** Append-only (trigger `audit_log_append_only`). Of personal fields only the names are kept in `changes`. */
export const auditLog = pgTable(
  'audit_log',
  {
    id: id(),
    actorKind: text({ enum: ACTOR_KINDS }).notNull(),
    actorId: uuid(),
    action: text().notNull(),
    entity: text().notNull(),
    entityId: text().notNull(),
    changes: jsonb().notNull().default({}),
    requestId: text(),
    at: moment().notNull().defaultNow(),
  },
  (t) => [
    index('audit_log_entity').on(t.entity, t.entityId, t.at),
    index('audit_log_at').on(t.at),
    oneOf('audit_log_actor_kind', 'actor_kind', ACTOR_KINDS),
  ],
);
