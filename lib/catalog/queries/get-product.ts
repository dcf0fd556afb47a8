import 'server-only';
import { eq, sql } from 'drizzle-orm';
import type { Context } from '#lib/context';
import { isAddress, isUuid } from '#lib/slug';
import type { Product, ProductCard } from '../output.ts';
import { productsIn } from './in-language.ts';
import { c, cardColumns, detailColumns, p, shopOf, toCard } from './product-rows.ts';

const isListed = sql`p.active and p.archived_at is null`;

/** One product on sale by its id or slug; null when there is none, or it is hidden or archived. */
export async function getProduct(ctx: Context, idOrSlug: string): Promise<Product | null> {
  if (!isAddress(idOrSlug)) return null;
  const shop = await shopOf(ctx);
  const [row] = await ctx.db
    .select({ ...cardColumns(shop), ...detailColumns })
    .from(p)
    .innerJoin(c, eq(c.id, p.categoryId))
    .where(sql`${isUuid(idOrSlug) ? sql`p.id = ${idOrSlug}::uuid` : sql`p.slug = ${idOrSlug}`} and ${isListed}`);
  if (!row) return null;
  const card = toCard(row, shop);
  const product: Product = {
    ...card,
    variants: card.variants.map((variant) => ({ ...variant, next: { pickup: [], delivery: [] } })),
    details: row.details,
    ingredients: row.ingredients,
    attributes: row.attributes,
  };
  const [found] = await productsIn(ctx, [product]);
  return found ?? null;
}

/** Other products of the same category, newest first, what can be had before what cannot. */
export async function listRelatedProducts(
  ctx: Context,
  { id, category_id: categoryId }: Pick<Product, 'id' | 'category_id'>,
  limit = 4,
): Promise<ProductCard[]> {
  const shop = await shopOf(ctx);
  const rows = await ctx.db
    .select(cardColumns(shop))
    .from(p)
    .innerJoin(c, eq(c.id, p.categoryId))
    .where(sql`p.category_id = ${categoryId}::uuid and p.id <> ${id}::uuid and ${isListed}`)
    .orderBy(sql`p.created_at desc, p.id desc`)
    .limit(limit * 3);
  const cards = rows.map((row) => toCard(row, shop));
  const shown = [...cards.filter((card) => card.in_stock), ...cards.filter((card) => !card.in_stock)].slice(0, limit);
  return productsIn(ctx, shown);
}

/** What search engines may know: addresses of products and categories with their last change, at most 45,000 products. */
export async function listSlugs(ctx: Context): Promise<{
  products: { slug: string; updated_at: string }[];
  categories: { slug: string; updated_at: string }[];
}> {
  const ofProducts = ctx.db
    .select({ slug: p.slug, updatedAt: p.updatedAt })
    .from(p)
    .where(isListed)
    .orderBy(sql`p.created_at desc, p.id desc`)
    .limit(45_000);
  const ofCategories = ctx.db
    .select({ slug: c.slug, updatedAt: c.updatedAt })
    .from(c)
    .where(sql`c.active and c.archived_at is null`)
    .orderBy(c.displayOrder, c.name);
  const [products, categories] = await Promise.all([ofProducts, ofCategories]);
  const toEntry = ({ slug, updatedAt }: { slug: string; updatedAt: Date }) => ({
    slug,
    updated_at: updatedAt.toISOString(),
  });
  return { products: products.map(toEntry), categories: categories.map(toEntry) };
}
