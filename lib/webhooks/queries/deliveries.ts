import 'server-only';
import { and, eq, type SQL, sql } from 'drizzle-orm';
import { webhookDeliveries as d, webhookEndpoints as e } from '#db/schema/webhooks';
import { type Context, requireRole } from '#lib/context';
import { countUpTo } from '#lib/count';
import { type Page, pageOf, placeOf } from '#lib/paging';
import { bodyOf } from '../body.ts';
import type { ListDeliveries } from '../input.ts';
import type { DeliveryDto } from '../output.ts';

const columns = { delivery: d, url: e.url };
type Row = { delivery: typeof d.$inferSelect; url: string };

const toDto = ({ delivery: row, url }: Row): DeliveryDto => ({
  id: row.id,
  endpoint_id: row.endpointId,
  url,
  event: row.event,
  status: row.status,
  attempts: row.attempts,
  response_code: row.responseCode,
  error: row.error,
  payload: bodyOf(row),
  created_at: row.createdAt.toISOString(),
  next_attempt_at: row.nextAttemptAt?.toISOString() ?? null,
  delivered_at: row.deliveredAt?.toISOString() ?? null,
});

/** For admins: what was sent to whom, newest first. Throws REQ_001 for a foreign cursor. */
export async function listDeliveries(ctx: Context, input: ListDeliveries): Promise<Page<DeliveryDto>> {
  requireRole(ctx, 'admin');
  const { page, limit, endpoint_id: endpointId, event, status } = input;
  const conditions: (SQL | undefined)[] = [
    endpointId === undefined ? undefined : eq(d.endpointId, endpointId),
    event === undefined ? undefined : eq(d.event, event),
    status && eq(d.status, status),
  ];
  const where = and(...conditions);
  const at = placeOf(input.cursor);
  const after = at && sql`(${d.createdAt}, ${d.id}) < (${at.at}::timestamptz, ${at.id}::uuid)`;
  const [rows, total] = await Promise.all([
    ctx.db
      .select(columns)
      .from(d)
      .innerJoin(e, eq(e.id, d.endpointId))
      .where(and(where, after ?? undefined))
      .orderBy(sql`${d.createdAt} desc`, sql`${d.id} desc`)
      .limit(limit + 1)
      .offset(at ? 0 : (page - 1) * limit),
    countUpTo(ctx, sql`${d} where ${where ?? sql`true`}`),
  ]);
  return pageOf(
    rows,
    { page, limit, ...total },
    { toDto, placeOfRow: ({ delivery }) => ({ at: delivery.createdAt, id: delivery.id }) },
  );
}

/** For admins: one delivery, or null. */
export async function getDelivery(ctx: Context, { id }: { id: string }): Promise<DeliveryDto | null> {
  requireRole(ctx, 'admin');
  const [row] = await ctx.db.select(columns).from(d).innerJoin(e, eq(e.id, d.endpointId)).where(eq(d.id, id));
  return row ? toDto(row) : null;
}
