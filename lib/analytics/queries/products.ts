import 'server-only';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { type Context, requireRole } from '#lib/context';
import { fromMinor } from '#lib/money';
import { type Range, shareOf } from '../rules.ts';
import type { RangeInput } from '../view-input.ts';
import type { ProductsDto } from '../view-output.ts';
import { momentsOf, openRange, placedIn, toRangeDto } from './range.ts';

const soldRows = z.array(
  z.object({
    product_id: z.uuid().nullable(),
    name: z.string(),
    category_id: z.uuid().nullable(),
    category: z.string().nullable(),
    units: z.number(),
    sold_minor: z.number(),
    units_before: z.number(),
    sold_minor_before: z.number(),
  }),
);
type Sold = z.infer<typeof soldRows>[number];

/**
 * One row per product that sold in the range or in the period before: orders by `orders_placed_at`, their lines by
 * `order_items_position_key`. What the catalogue has lost goes by the name it was sold under.
 */
const readSold = async (ctx: Context, range: Range): Promise<Sold[]> =>
  soldRows.parse([
    ...(await ctx.db.execute(sql`
      select s.product_id, coalesce(p.name, s.gone) as name, c.id as category_id, c.name as category,
        s.units, s.sold_minor, s.units_before, s.sold_minor_before
      from (
        select i.product_id, case when i.product_id is null then i.product_name end as gone,
          coalesce(sum(i.quantity) filter (where o.placed_on >= ${range.from}::date), 0)::int as units,
          coalesce(sum(i.line_total_minor) filter (where o.placed_on >= ${range.from}::date), 0)::float8 as sold_minor,
          coalesce(sum(i.quantity) filter (where o.placed_on < ${range.from}::date), 0)::int as units_before,
          coalesce(sum(i.line_total_minor) filter (where o.placed_on < ${range.from}::date), 0)::float8
            as sold_minor_before
        from orders o join order_items i on i.order_id = o.id
        where (${placedIn(range)} or ${placedIn(range.before)}) and o.status <> 'cancelled'
        group by 1, 2
      ) s left join products p on p.id = s.product_id left join categories c on c.id = p.category_id
      order by s.sold_minor desc, s.units desc, name, s.product_id`)),
  ]);

const unsoldRows = z.array(
  z.object({
    product_id: z.uuid(),
    name: z.string(),
    category: z.string(),
    created_at: z.coerce.date().transform((at) => at.toISOString()),
    count: z.number(),
  }),
);

/** What could have been bought until the end of the range and was not; joined to what was as one set. */
const readUnsold = async (ctx: Context, until: string, sold: readonly string[], most: number) =>
  unsoldRows.parse([
    ...(await ctx.db.execute(sql`
      select p.id as product_id, p.name, c.name as category, p.created_at, (count(*) over ())::int as count
      from products p join categories c on c.id = p.category_id
        left join unnest(${`{${sold.join(',')}}`}::uuid[]) as s(id) on s.id = p.id
      where p.active and p.archived_at is null and p.created_at < ${until}::timestamptz and s.id is null
      order by p.name, p.id limit ${most}`)),
  ]);

function toCategories(rows: readonly Sold[], soldMinor: number): ProductsDto['categories'] {
  type Sum = { name: string; products: number; units: number; minor: number; minorBefore: number };
  const sums = new Map<string | null, Sum>();
  for (const row of rows) {
    const sum = sums.get(row.category_id) ?? {
      name: row.category ?? 'No longer in the catalogue',
      products: 0,
      units: 0,
      minor: 0,
      minorBefore: 0,
    };
    sum.products += row.units > 0 ? 1 : 0;
    sum.units += row.units;
    sum.minor += row.sold_minor;
    sum.minorBefore += row.sold_minor_before;
    sums.set(row.category_id, sum);
  }
  return [...sums]
    .sort(([, a], [, b]) => b.minor - a.minor || a.name.localeCompare(b.name))
    .map(([category_id, { name, products, units, minor, minorBefore }]) => ({
      category_id,
      name,
      products,
      units,
      sold: fromMinor(minor),
      share: shareOf(minor, soldMinor),
      sold_before: fromMinor(minorBefore),
    }));
}

/** For staff: what sold in a range of days, and what did not. `most` rows of products, and of those unsold. */
export async function getProductFigures(ctx: Context, input: RangeInput, most = 100): Promise<ProductsDto> {
  requireRole(ctx, 'staff');
  const { range, currency, timeZone } = await openRange(ctx, input);
  const rows = await readSold(ctx, range);
  const now = rows.filter(({ units }) => units > 0);
  const unsold = await readUnsold(
    ctx,
    momentsOf(range, timeZone).until,
    now.flatMap(({ product_id }) => product_id ?? []),
    most,
  );
  const soldMinor = now.reduce((sum, row) => sum + row.sold_minor, 0);
  return {
    range: toRangeDto(range),
    currency,
    totals: {
      products: now.length,
      units: now.reduce((sum, { units }) => sum + units, 0),
      sold: fromMinor(soldMinor),
    },
    before: {
      products: rows.filter(({ units_before }) => units_before > 0).length,
      units: rows.reduce((sum, { units_before }) => sum + units_before, 0),
      sold: fromMinor(rows.reduce((sum, row) => sum + row.sold_minor_before, 0)),
    },
    products: now.slice(0, most).map((row) => ({
      product_id: row.product_id,
      name: row.name,
      category: row.category,
      units: row.units,
      sold: fromMinor(row.sold_minor),
      share: shareOf(row.sold_minor, soldMinor),
      units_before: row.units_before,
      sold_before: fromMinor(row.sold_minor_before),
    })),
    categories: toCategories(rows, soldMinor),
    unsold: unsold.map(({ count: _, ...row }) => row),
    unsold_count: unsold[0]?.count ?? 0,
  };
}
