import 'server-only';
import { eq, type SQL, sql } from 'drizzle-orm';
import { type Context, requireRole } from '#lib/context';
import { countUpTo } from '#lib/count-up-to';
import { nameHas } from '#lib/name-search';
import type { Page } from '#lib/paging';
import type { ListDeskProducts } from '../input.ts';
import type { DeskProduct, DeskProductCard } from '../output.ts';
import { isLow, likePart, toTextQuery } from '../rules.ts';
import { toPage } from './page-of.ts';
import { c, cardColumns, detailColumns, p, shopOf, toCard, toVariant, type VariantRow } from './product-rows.ts';
import { defaultVariant, isUuid } from './product-search.ts';

const SORTS: Record<string, SQL> = {
  name: sql`p.name`,
  price: sql`v.price_minor`,
  stock: sql`v.stock_quantity`,
};
const BY_AGE = sql`p.created_at`;

const STATES: Record<NonNullable<ListDeskProducts['state']>, SQL> = {
  active: sql`p.active and p.archived_at is null`,
  hidden: sql`not p.active and p.archived_at is null`,
  archived: sql`p.archived_at is not null`,
  all: sql`p.archived_at is null`,
};

type CardParts = Parameters<typeof toCard>[0] & { archivedAt: Date | null };

const toDeskVariant = (row: VariantRow) => ({
  ...toVariant(row),
  low_stock_threshold: row.lowStockThreshold,
  load_points: row.loadPoints,
  is_low: row.archivedAt === null && isLow(row),
  weekly_plan: row.weeklyPlan ?? null,
  today: row.today ? { ...row.today, left: row.today.planned - row.today.sold } : null,
  archived_at: row.archivedAt === null ? null : new Date(row.archivedAt).toISOString(),
});

function toDeskCard(row: CardParts, shop: { currency: string }): DeskProductCard {
  const variants = row.variants.map(toDeskVariant);
  return {
    ...toCard(row, shop),
    variants,
    is_low: variants.some((variant) => variant.is_low),
    archived_at: row.archivedAt?.toISOString() ?? null,
  };
}

function conditionsOf(input: ListDeskProducts): SQL[] {
  const found: SQL[] = [STATES[input.state ?? 'all']];
  const words = (input.q ?? input.search ?? '').trim();
  if (words !== '') {
    const query = toTextQuery(words);
    const part = likePart(words);
    // Three searches, each with an index of its own, rather than one `or` that has none.
    found.push(sql`p.id in (
      select id from products where ${nameHas('name', words)}
      union select product_id from product_variants where lower(sku::text) like ${part.toLowerCase()}
      ${query === null ? sql`` : sql`union select id from products where search @@ to_tsquery('barrow', ${query})`})`);
  }
  if (input.category !== undefined) {
    found.push(
      isUuid(input.category)
        ? sql`p.category_id = ${input.category}::uuid`
        : sql`p.category_id in (select id from categories where slug = ${input.category})`,
    );
  }
  if (input.featured !== undefined) found.push(input.featured ? sql`p.featured` : sql`not p.featured`);
  if (input.low_stock) {
    found.push(sql`exists (select 1 from product_variants l where l.product_id = p.id and l.archived_at is null
      and l.stock_mode = 'tracked' and l.low_stock_threshold is not null and l.stock_quantity <= l.low_stock_threshold)`);
  }
  return found;
}

/** For staff: products by name, SKU, category and state (`all` = everything but archived), newest first. */
export async function listDeskProducts(ctx: Context, input: ListDeskProducts = {}): Promise<Page<DeskProductCard>> {
  requireRole(ctx, 'staff');
  const shop = await shopOf(ctx);
  const limit = input.limit ?? 20;
  const page = input.page ?? 1;
  const sort = input.sort ?? '-created_at';
  const key = SORTS[sort.replace('-', '')] ?? BY_AGE;
  const direction = sort.startsWith('-') ? sql`desc` : sql`asc`;
  const sorted = sql`${key} ${direction}, p.id ${direction}`;
  const variant = /price|stock/.test(sort) ? sql`left join ${defaultVariant}` : sql``;
  const conditions = sql.join(conditionsOf(input), sql` and `);
  const [rows, total] = await Promise.all([
    ctx.db
      .select({ ...cardColumns(shop, 'all'), archivedAt: p.archivedAt })
      .from(sql`(select p.id, row_number() over (order by ${sorted}) as place
        from products p ${variant} where ${conditions}
        order by ${sorted} limit ${limit} offset ${(page - 1) * limit}) page`)
      .innerJoin(p, sql`p.id = page.id`)
      .innerJoin(c, eq(c.id, p.categoryId))
      .orderBy(sql`page.place`),
    countUpTo(ctx, sql`products p where ${conditions}`),
  ]);
  return toPage(
    rows.map((row) => toDeskCard(row, shop)),
    page,
    limit,
    total,
    null,
  );
}

/** For staff: one product with everything, archived variants last; null when there is none. */
export async function getDeskProduct(ctx: Context, id: string): Promise<DeskProduct | null> {
  requireRole(ctx, 'staff');
  const shop = await shopOf(ctx);
  const [row] = await ctx.db
    .select({ ...cardColumns(shop, 'all'), ...detailColumns, archivedAt: p.archivedAt })
    .from(p)
    .innerJoin(c, eq(c.id, p.categoryId))
    .where(sql`p.id = ${id}::uuid`);
  if (!row) return null;
  return {
    ...toDeskCard(row, shop),
    details: row.details,
    ingredients: row.ingredients,
    attributes: row.attributes,
  };
}
