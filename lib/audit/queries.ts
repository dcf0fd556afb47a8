import 'server-only';
import { and, eq, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { z } from 'zod';
import { auditLog } from '#db/schema/audit';
import { users } from '#db/schema/auth';
import { customers } from '#db/schema/customers';
import { type Context, requireRole } from '#lib/context';
import { countUpTo } from '#lib/count';
import { type Page, pageOf, placeOf } from '#lib/paging';
import { getSettings } from '#lib/settings/queries';
import { addDays, momentAt } from '#lib/time';
import type { ListAudit } from './input.ts';
import type { AuditDto } from './output.ts';

const changesShape = z.record(z.string(), z.unknown());

type Row = typeof auditLog.$inferSelect & { actorName: string | null; entityName: string | null };

/** Whom a change is about, by their key: the id of another thing is none. */
const subject = alias(users, 'subject');
const subjectId = sql`case when ${auditLog.entity} = 'user' and ${auditLog.entityId} ~ '^[0-9a-f-]{36}$' then ${auditLog.entityId}::uuid end`;

const toDto = (row: Row): AuditDto => ({
  id: row.id,
  at: row.at.toISOString(),
  actor_kind: row.actorKind,
  actor_id: row.actorId,
  actor_name: row.actorName,
  action: row.action,
  entity: row.entity,
  entity_id: row.entityId,
  entity_name: row.entityName,
  changes: changesShape.parse(row.changes),
  request_id: row.requestId,
});

/** For admins: who changed what, newest first. Throws REQ_001 for a foreign cursor. */
export async function listAudit(ctx: Context, input: ListAudit): Promise<Page<AuditDto>> {
  requireRole(ctx, 'admin');
  const { page, limit, from, to } = input;
  const { shop } = await getSettings(ctx);
  const start = (day: string) => momentAt(day, '00:00', shop.time_zone).toISOString();
  const at = placeOf(input.cursor);
  const conditions: (SQL | undefined)[] = [
    input.entity === undefined ? undefined : eq(auditLog.entity, input.entity),
    input.entity_id === undefined ? undefined : eq(auditLog.entityId, input.entity_id),
    input.action === undefined ? undefined : eq(auditLog.action, input.action),
    input.actor_kind === undefined ? undefined : eq(auditLog.actorKind, input.actor_kind),
    input.actor_id === undefined ? undefined : eq(auditLog.actorId, input.actor_id),
    input.request_id === undefined ? undefined : eq(auditLog.requestId, input.request_id),
    from === undefined ? undefined : sql`${auditLog.at} >= ${start(from)}::timestamptz`,
    to === undefined ? undefined : sql`${auditLog.at} < ${start(addDays(to, 1))}::timestamptz`,
  ];
  const where = and(...conditions);
  const after = at ? sql`(${auditLog.at}, ${auditLog.id}) < (${at.at}::timestamptz, ${at.id}::uuid)` : undefined;
  const [rows, total] = await Promise.all([
    ctx.db
      .select({
        id: auditLog.id,
        at: auditLog.at,
        actorKind: auditLog.actorKind,
        actorId: auditLog.actorId,
        actorName: sql<string | null>`coalesce(${users.name}, ${customers.name})`,
        action: auditLog.action,
        entity: auditLog.entity,
        entityId: auditLog.entityId,
        entityName: subject.name,
        changes: auditLog.changes,
        requestId: auditLog.requestId,
      })
      .from(auditLog)
      .leftJoin(users, and(eq(users.id, auditLog.actorId), eq(auditLog.actorKind, 'staff')))
      .leftJoin(customers, and(eq(customers.id, auditLog.actorId), eq(auditLog.actorKind, 'customer')))
      .leftJoin(subject, eq(subject.id, subjectId))
      .where(and(where, after))
      .orderBy(sql`${auditLog.at} desc`, sql`${auditLog.id} desc`)
      .limit(limit + 1)
      .offset(at ? 0 : (page - 1) * limit),
    countUpTo(ctx, sql`${auditLog} where ${where ?? sql`true`}`),
  ]);
  return pageOf(rows, { page, limit, ...total }, { toDto, placeOfRow: ({ at, id }) => ({ at, id }) });
}
