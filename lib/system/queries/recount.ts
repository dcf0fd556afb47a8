import 'server-only';
import { sql } from 'drizzle-orm';
import type { Context } from '#lib/context';

export type Recount = {
  /** Of those whose stock is counted: where it is not the sum of its movements. */
  variants: number;
  /** Days of production where what is sold is not what was moved. */
  days: number;
  /** Times where what is booked is not what its orders are. */
  slots: number;
  /** One of the products that are meant, for whoever looks. */
  product_id: string | null;
};

/**
 * Counts everything again from what is written of it. Each is one statement, so one moment of the books: an order that
 * comes meanwhile is in it whole or not at all.
 */
export async function recount(ctx: Pick<Context, 'db'>): Promise<Recount> {
  const [variants] = await ctx.db.execute<{ count: number; product_id: string | null }>(sql`
    select count(*)::int as count, min(v.product_id::text) as product_id
    from product_variants v
    left join (select variant_id, sum(delta) as moved from stock_movements where on_date is null group by variant_id) m
      on m.variant_id = v.id
    where v.stock_mode = 'tracked' and v.stock_quantity <> coalesce(m.moved, 0)`);
  const [days] = await ctx.db.execute<{ count: number; product_id: string | null }>(sql`
    select count(*)::int as count, min(v.product_id::text) as product_id
    from production_plans d join product_variants v on v.id = d.variant_id
    left join (select variant_id, on_date, -sum(delta) as sold from stock_movements where on_date is not null
      group by variant_id, on_date) m on m.variant_id = d.variant_id and m.on_date = d.on_date
    where d.sold <> coalesce(m.sold, 0)`);
  const [slots] = await ctx.db.execute<{ count: number }>(sql`
    select count(*)::int as count from slots s
    left join (select slot_id, count(*) as orders, sum(load_points) as load from orders
      where slot_id is not null and status <> 'cancelled' group by slot_id) o on o.slot_id = s.id
    where s.booked_orders <> coalesce(o.orders, 0) or s.booked_load <> coalesce(o.load, 0)`);
  return {
    variants: variants?.count ?? 0,
    days: days?.count ?? 0,
    slots: slots?.count ?? 0,
    product_id: variants?.product_id ?? days?.product_id ?? null,
  };
}
