import 'server-only';
import { sql } from 'drizzle-orm';
import { newId } from '#db/columns';
import type { ActorKind } from '#db/enums';
import { auditLog } from '#db/schema/audit';
import { actorRow, type Context } from '#lib/context';

export type AuditRow = {
  /** Thing and deed, such as `product.updated`. */
  action: string;
  entity: string;
  entityId: string;
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
};

/**
 * Writes who changed what, in the transaction of the change: call it with the context that `transaction()` hands on.
 * Of two states only the fields that differ are kept. Of personal fields pass the names, never the values.
 */
export async function recordAudit(ctx: Context, { action, entity, entityId, before, after }: AuditRow): Promise<void> {
  const { kind, id } = actorRow(ctx);
  await ctx.db.insert(auditLog).values({
    actorKind: kind,
    actorId: id,
    action,
    entity,
    entityId,
    changes: differences(before, after),
    requestId: ctx.requestId,
  });
}

/**
 * The same about something that has happened before, by whoever did it then: one row for one request, however often it is
 * called.
 */
export async function recordOnce(
  ctx: Context,
  row: AuditRow & { actorKind: ActorKind; requestId: string; at: Date },
): Promise<void> {
  const { action, entity, entityId, requestId } = row;
  const changes = JSON.stringify(differences(row.before, row.after));
  await ctx.db.execute(sql`
    INSERT INTO audit_log (id, actor_kind, action, entity, entity_id, changes, request_id, at)
    SELECT ${newId()}::uuid, ${row.actorKind}, ${action}, ${entity}, ${entityId}, ${changes}::jsonb, ${requestId},
      ${row.at.toISOString()}::timestamptz
    WHERE NOT EXISTS (SELECT 1 FROM audit_log
      WHERE entity = ${entity} AND entity_id = ${entityId} AND action = ${action} AND request_id = ${requestId})`);
}

function differences(before: AuditRow['before'], after: AuditRow['after']): Record<string, unknown> {
  if (!before || !after) return { ...(before && { before }), ...(after && { after }) };
  const keys = Object.keys(after).filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
  const pick = (from: Record<string, unknown>) => Object.fromEntries(keys.map((key) => [key, from[key] ?? null]));
  return { before: pick(before), after: pick(after) };
}
