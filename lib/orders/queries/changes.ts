import 'server-only';
import { sql } from 'drizzle-orm';
import { byVersion, type ChangeRow } from '#lib/audit/version-changes';
import { type Context, requireRole } from '#lib/context';
import type { OrderChangeDto } from '../stale.ts';

/** What became of an order after `version`, oldest first: which fields, when, and by whom. */
export async function listOrderChanges(
  ctx: Context,
  { order_id, version }: { order_id: string; version: number },
): Promise<OrderChangeDto[]> {
  requireRole(ctx, 'staff');
  const rows = await ctx.db.execute<ChangeRow>(sql`
    select c.version, c.at, c.fields, e.actor_kind, u.name as actor_name
    from orders o
    cross join lateral jsonb_to_recordset(o.changes) as c(version int, at timestamptz, fields jsonb)
    -- The entry of the timeline that was written in the same breath.
    left join lateral (
      select e.actor_kind, e.actor_id from order_events e
      where e.order_id = o.id and e.axis <> 'note'
      order by abs(extract(epoch from e.at - c.at)) limit 1) e on true
    left join users u on e.actor_kind = 'staff' and u.id = e.actor_id
    where o.id = ${order_id}::uuid and c.version > ${version}
    order by c.at`);
  return byVersion(rows);
}
