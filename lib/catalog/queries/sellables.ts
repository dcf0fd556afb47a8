import 'server-only';
import { eq, inArray, sql } from 'drizzle-orm';
import type { Db } from '#db/client';
import type { Allergen, StockMode } from '#db/enums';
import { productVariants } from '#db/schema/catalog';
import type { Context } from '#lib/context';
import type { Image } from '#lib/media/output';
import { type StoredPicture, toImage } from '#lib/media/urls';
import { prepared } from '#lib/prepared';
import type { ProductStock } from '../output.ts';
import { type Selling, stockOf } from '../rules.ts';
import { p, shopOf, type VariantRow, variantsOf } from './product-rows.ts';

/** What cart and orders must know of a variant to price and check it. Amounts in minor units. */
export type Sellable = Selling & {
  variantId: string;
  productId: string;
  productName: string;
  productSlug: string;
  variantTitle: string;
  sku: string | null;
  priceMinor: number;
  stockMode: StockMode;
  stockQuantity: number;
  /** Not archived, and its product is on show. Says nothing about stock, weekday or season. */
  isSellable: boolean;
  maxPerOrder: number | null;
  leadTimeMinutes: number;
  loadPoints: number;
  allergens: Allergen[];
  image: Image | null;
};

const v = productVariants;

const sellables = (db: Db) =>
  db
    .select({
      variantId: v.id,
      productId: p.id,
      productName: p.name,
      productSlug: p.slug,
      variantTitle: v.title,
      sku: v.sku,
      priceMinor: v.priceMinor,
      stockMode: v.stockMode,
      stockQuantity: v.stockQuantity,
      isSellable: sql<boolean>`${v.archivedAt} is null and p.active and p.archived_at is null`,
      maxPerOrder: p.maxPerOrder,
      leadTimeMinutes: p.leadTimeMinutes,
      loadPoints: v.loadPoints,
      allergens: p.allergens,
      availableWeekdays: p.availableWeekdays,
      availableFrom: p.availableFrom,
      availableUntil: p.availableUntil,
      image: sql<StoredPicture | null>`(
        select json_build_object('id', i.id, 'driver', m.driver, 'path', m.path, 'width', m.width,
          'height', m.height, 'alt', m.alt, 'blurDataUrl', m.blur_data_url)
        from product_images i join media m on m.id = i.media_id
        where i.product_id = p.id order by i.position limit 1)`,
    })
    .from(v)
    .innerJoin(p, eq(p.id, v.productId));

/** An array in one parameter is one statement however many ids there are, but planned anew each time: it could be long. */
const byIds = prepared((db) =>
  sellables(db)
    .where(sql`${v.id} = any(${sql.placeholder('ids')}::uuid[])`)
    .prepare('sellables'),
);
/** One id needs no plan of its own. Planning took ten times as long as reading. */
const byId = prepared((db) =>
  sellables(db)
    .where(eq(v.id, sql.placeholder('id')))
    .prepare('sellable'),
);

/** Facts about variants by their id, archived ones included; unknown ids are missing. One prepared query. */
export async function getSellables(
  ctx: Pick<Context, 'db'>,
  variantIds: readonly string[],
): Promise<Map<string, Sellable>> {
  if (variantIds.length === 0) return new Map();
  const [id, ...more] = new Set(variantIds);
  const rows =
    id !== undefined && more.length === 0
      ? await byId(ctx.db).execute({ id })
      : await byIds(ctx.db).execute({ ids: `{${[id, ...more].join(',')}}` });
  return new Map(rows.map((row) => [row.variantId, { ...row, image: row.image === null ? null : toImage(row.image) }]));
}

/** The default variant of each product, where callers name a product only: product id → variant id. One query. */
export async function getDefaultVariants(ctx: Context, productIds: readonly string[]): Promise<Map<string, string>> {
  if (productIds.length === 0) return new Map();
  const rows = await ctx.db
    .selectDistinctOn([v.productId], { productId: v.productId, variantId: v.id })
    .from(v)
    .where(sql`${inArray(v.productId, [...new Set(productIds)])} and ${v.archivedAt} is null`)
    .orderBy(v.productId, v.position, v.id);
  return new Map(rows.map(({ productId, variantId }) => [productId, variantId]));
}

/** Stock of products on sale as it is now, for what refreshes it on a kept page. One query. */
export async function getStockOf(ctx: Context, productIds: readonly string[]): Promise<ProductStock[]> {
  if (productIds.length === 0) return [];
  const shop = await shopOf(ctx);
  const rows = await ctx.db.execute<{ id: string; variants: VariantRow[] }>(sql`
    select p.id, ${variantsOf(shop, 'sold')} as variants
    from products p where ${inArray(p.id, [...new Set(productIds)])} and p.active and p.archived_at is null`);
  return [...rows].map(({ id, variants }) => {
    const known = variants.map((variant) => ({ id: variant.id, ...stockOf(variant) }));
    return { product_id: id, in_stock: known.some((variant) => variant.in_stock), variants: known };
  });
}
