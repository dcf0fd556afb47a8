import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Context } from '#lib/context';
import { keepCount } from './kept-count.ts';

const DAY_MS = 86_400_000;
const RANKED = 500;
const rowShape = z.array(z.object({ product_id: z.uuid(), units: z.coerce.number() }));

/**
 * A from clause: lines `i` of goods in orders `o` placed since then, cancelled ones aside. Ids grow with time, so these
 * lines lie together, behind the lowest id among their orders: they are read in one go instead of order by order.
 */
export async function soldSince(ctx: Context, since: Date): Promise<SQL> {
  const placed = sql`select id from orders where placed_at >= ${since.toISOString()}::timestamptz`;
  // `offset 0` keeps the planner from walking all ids there are until one of these comes, or from joining by the same.
  const [first] = await ctx.db.execute<{ id: string }>(sql`
    select id from (${placed} offset 0) o order by id limit 1`);
  return sql`(${placed} and status <> 'cancelled' offset 0) o
    join order_items i on i.order_id = o.id and i.order_id >= ${first?.id ?? null}::uuid and i.product_id is not null`;
}

export type Sold = { productId: string; units: number };

/** What sold best in the last so many days, at most 500 products, by units; kept in process for a moment. */
export const unitsSold = keepCount(async (ctx, days): Promise<Sold[]> => {
  const lines = await soldSince(ctx, new Date(ctx.now.getTime() - days * DAY_MS));
  const rows = await ctx.db.execute(sql`
    select i.product_id, sum(i.quantity) as units from ${lines}
    group by i.product_id order by units desc, i.product_id limit ${RANKED}`);
  return rowShape.parse([...rows]).map(({ product_id, units }) => ({ productId: product_id, units }));
});

/** Conditions on `p` in, the from clause of the list out. */
type FromClause = (more: readonly SQL[]) => SQL;

/**
 * The first `most` products by what sold in 90 days, then by age, as `id` and `rank`: what sold is looked up, what did not
 * is walked in the order of ids, so that nobody sorts a hundred thousand products.
 */
export async function bySales(
  ctx: Context,
  from: FromClause,
  { isDescending, most }: { isDescending: boolean; most: number },
) {
  const sold = await unitsSold(ctx, 90);
  const ids = sql`${`{${sold.map(({ productId }) => productId).join(',')}}`}::uuid[]`;
  const direction = isDescending ? sql`desc` : sql`asc`;
  return sql`
    (select p.id, s.rank from unnest(${ids}) with ordinality as o(id, place),
      lateral (select ${RANKED + 1} - o.place as rank) s, lateral (select p.id from ${from([sql`p.id = o.id`])}) p)
    union all (select p.id, 0 from ${from([sql`p.id <> all(${ids})`])} order by p.id ${direction} limit ${most})`;
}
