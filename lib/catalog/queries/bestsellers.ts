import 'server-only';
import { eq, sql } from 'drizzle-orm';
import type { Context } from '#lib/context';
import type { Page } from '#lib/paging';
import type { ProductCard } from '../output.ts';
import { productsIn } from './in-language.ts';
import { toPage } from './page-of.ts';
import { c, cardColumns, p, shopOf, toCard } from './product-rows.ts';
import { unitsSold } from './sales.ts';

/** Products on sale that sold best in the last `days`, by units, cancelled orders aside. */
export async function listBestsellers(
  ctx: Context,
  { limit = 8, days = 30 }: { limit?: number; days?: number } = {},
): Promise<Page<ProductCard>> {
  const shop = await shopOf(ctx);
  const sold = await unitsSold(ctx, days);
  const ids = sql`${`{${sold.map(({ productId }) => productId).join(',')}}`}::uuid[]`;
  const rows = await ctx.db
    .select(cardColumns(shop))
    .from(p)
    .innerJoin(c, eq(c.id, p.categoryId))
    .where(sql`p.id = any(${ids}) and p.active and p.archived_at is null`)
    .orderBy(sql`array_position(${ids}, p.id)`)
    .limit(limit);
  const items = await productsIn(
    ctx,
    rows.map((row) => toCard(row, shop)),
  );
  return toPage(items, 1, limit, { total: items.length, total_exact: true }, null);
}
