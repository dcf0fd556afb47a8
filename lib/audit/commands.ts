import 'server-only';
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

function differences(before: AuditRow['before'], after: AuditRow['after']): Record<string, unknown> {
  if (!before || !after) return { ...(before && { before }), ...(after && { after }) };
  const keys = Object.keys(after).filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
  const pick = (from: Record<string, unknown>) => Object.fromEntries(keys.map((key) => [key, from[key] ?? null]));
  return { before: pick(before), after: pick(after) };
}
