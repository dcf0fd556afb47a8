import { sql } from 'drizzle-orm';
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
    index('audit_log_list').on(t.at.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index('audit_log_of_entity').on(t.entity, t.entityId, t.at.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index('audit_log_by_entity').on(t.entity, t.at.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index('audit_log_by_action').on(t.action, t.at.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index('audit_log_by_actor')
      .on(t.actorId, t.at.desc().nullsFirst(), t.id.desc().nullsFirst())
      .where(sql`actor_id is not null`),
    index('audit_log_by_kind').on(t.actorKind, t.at.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index('audit_log_by_request')
      .on(t.requestId, t.at.desc().nullsFirst(), t.id.desc().nullsFirst())
      .where(sql`request_id is not null`),
    oneOf('audit_log_actor_kind', 'actor_kind', ACTOR_KINDS),
  ],
);
