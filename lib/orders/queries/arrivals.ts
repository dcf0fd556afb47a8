import 'server-only';
import { sql } from 'drizzle-orm';
import type { Channel } from '#db/enums';
import { type Context, requireRole } from '#lib/context';
import { fromMinor } from '#lib/money';
import type { ArrivalsDto, ListArrivals } from '../arrivals.ts';

type Json = {
  cursor: string;
  orders: {
    id: string;
    order_number: string;
    channel: Channel;
    customer_name: string;
    total_minor: number;
    currency: string;
    placed_at: string;
  }[];
  bookings: ArrivalsDto['bookings'];
  talks: ArrivalsDto['talks'];
};

/**
 * Orders, bookings and words of visitors that came in since a cursor, what was taken at the desk aside. The cursor is the oldest transaction that was still
 * running: whatever it or a later one places is told next time, so that none is skipped (numbers commit out of order).
 */
export async function listArrivals(ctx: Context, { cursor }: ListArrivals): Promise<ArrivalsDto> {
  requireRole(ctx, 'staff');
  // After a restore the cluster counts from the start again: a cursor from before it goes on from now.
  const since = cursor === undefined ? sql`null::xid8` : sql`least(${cursor}::xid8, h.xmin)`;
  const [row] = await ctx.db.execute<Json>(sql`
    select h.xmin::text as cursor, coalesce((select json_agg(a) from (
      select o.id, o.order_number, o.channel, o.customer_name, o.total_minor, o.currency, o.placed_at
      from domain_events e join orders o on o.id = e.entity_id::uuid
      where e.xid >= ${since} and e.topic = 'order.placed' and o.channel <> 'desk'
      order by o.placed_at desc, o.id desc limit 50) a), '[]') as orders,
    coalesce((select json_agg(a) from (
      select b.id, b.booking_number, b.event_type, b.event_date as date
      from domain_events e join bookings b on b.id = e.entity_id::uuid
      where e.xid >= ${since} and e.topic = 'booking.requested' and b.channel <> 'desk'
      order by b.created_at desc, b.id desc limit 50) a), '[]') as bookings,
    coalesce((select json_agg(a) from (
      select s.id as chat_id, max((e.payload->>'seq')::int) as seq
      from domain_events e join chat_sessions s on s.id = e.entity_id::uuid
      where e.xid >= ${since} and e.topic = 'chat.message' and e.payload->>'sender_type' = 'visitor'
        and s.unread_staff > 0 and s.status <> 'blocked'
      group by s.id order by max(e.seq) desc limit 50) a), '[]') as talks
    from (select pg_snapshot_xmin(pg_current_snapshot()) as xmin) h`);
  if (!row) throw new Error('a snapshot is one row');
  return {
    ...row,
    orders: row.orders.map(({ total_minor, ...order }) => ({
      ...order,
      total: fromMinor(total_minor),
      placed_at: new Date(order.placed_at).toISOString(),
    })),
  };
}
