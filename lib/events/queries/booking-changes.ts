import 'server-only';
import { sql } from 'drizzle-orm';
import type { ChangeDto } from '#lib/audit/output';
import { byVersion, type ChangeRow } from '#lib/audit/version-changes';
import { type Context, requireRole } from '#lib/context';

/** What became of a booking after `version`, oldest first: which fields, when, and by whom. */
export async function listBookingChanges(
  ctx: Context,
  { booking_id, version }: { booking_id: string; version: number },
): Promise<ChangeDto[]> {
  requireRole(ctx, 'staff');
  return byVersion(
    await ctx.db.execute<ChangeRow>(sql`
      select c.version, c.at, c.fields, e.actor_kind, u.name as actor_name
      from bookings b
      cross join lateral jsonb_to_recordset(b.changes) as c(version int, at timestamptz, fields jsonb)
      -- What was written in the same breath: a step of the client is in the timeline alone, a note of the staff in the
      -- audit. No statement takes as long as ten seconds.
      left join lateral (
        select e.actor_kind, e.actor_id from (
          select actor_kind, actor_id, at from booking_events where booking_id = b.id
          union all
          select actor_kind, actor_id, at from audit_log where entity = 'booking' and entity_id = b.id::text) e
        where e.at between c.at - interval '10 seconds' and c.at + interval '10 seconds'
        order by abs(extract(epoch from e.at - c.at)) limit 1) e on true
      left join users u on e.actor_kind = 'staff' and u.id = e.actor_id
      where b.id = ${booking_id}::uuid and c.version > ${version}
      order by c.version`),
  );
}
