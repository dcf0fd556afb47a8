import 'server-only';
import { sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { NetUnit, StockMode } from '#db/enums';
import { categories, products } from '#db/schema/catalog';
import type { Context } from '#lib/context';
import { type StoredPicture, toImage } from '#lib/media/urls';
import { fromMinor } from '#lib/money';
import { getSettings } from '#lib/settings/queries';
import { dayOf } from '#lib/time';
import type { ProductCard, Variant } from '../output.ts';
import { stockOf, unitPrice } from '../rules.ts';

/** How a product is read, the same for lists, pages and the desk: variants and pictures come with it, in one query. */

/** The table as the SQL of this folder names it. */
export const p = alias(products, 'p');
export const c = alias(categories, 'c');

export type VariantRow = {
  id: string;
  sku: string | null;
  title: string;
  priceMinor: number;
  stockMode: StockMode;
  stockQuantity: number;
  lowStockThreshold: number | null;
  loadPoints: number;
  netQuantity: number | null;
  netUnit: NetUnit | null;
  archivedAt: string | null;
  hasOpenDay: boolean;
};

/** What every product query must know about the shop: its currency and its business day. */
export type Shop = { currency: string; today: string };

export async function shopOf(ctx: Context): Promise<Shop> {
  const { shop } = await getSettings(ctx);
  return { currency: shop.currency, today: dayOf(ctx.now, shop.time_zone) };
}

/** Whether variant `v` can be had from `today` on, by a production day with room. */
const openDay = (today: string) => sql`(v.stock_mode = 'per_date' and exists (
  select 1 from production_plans d
  where d.variant_id = v.id and d.on_date >= ${today}::date and not d.closed and d.sold < d.planned))`;

/** Condition on variant `v`: a customer could buy one. */
export const variantInStock = (today: string) =>
  sql`(v.stock_mode = 'unlimited' or (v.stock_mode = 'tracked' and v.stock_quantity > 0) or ${openDay(today)})`;

export const variantsOf = (today: string, which: 'sold' | 'all') => sql<VariantRow[]>`coalesce((
  select json_agg(json_build_object(
    'id', v.id, 'sku', v.sku, 'title', v.title, 'priceMinor', v.price_minor, 'stockMode', v.stock_mode,
    'stockQuantity', v.stock_quantity, 'lowStockThreshold', v.low_stock_threshold, 'loadPoints', v.load_points,
    'netQuantity', v.net_quantity, 'netUnit', v.net_unit, 'archivedAt', v.archived_at, 'hasOpenDay', ${openDay(today)}
  ) order by v.archived_at is not null, v.position, v.id)
  from product_variants v
  where v.product_id = p.id ${which === 'sold' ? sql`and v.archived_at is null` : sql``}), '[]'::json)`;

export const imagesOf = sql<StoredPicture[]>`coalesce((
  select json_agg(json_build_object(
    'id', i.id, 'driver', m.driver, 'path', m.path, 'width', m.width, 'height', m.height, 'alt', m.alt,
    'blurDataUrl', m.blur_data_url
  ) order by i.position)
  from product_images i join media m on m.id = i.media_id
  where i.product_id = p.id), '[]'::json)`;

/** Columns of a card; the query must join `p` and `c`. Archived variants come only with `all`, after the others. */
export const cardColumns = (today: string, which: 'sold' | 'all' = 'sold') => ({
  id: p.id,
  slug: p.slug,
  name: p.name,
  description: p.description,
  categoryId: p.categoryId,
  categorySlug: c.slug,
  categoryName: c.name,
  active: p.active,
  featured: p.featured,
  leadTimeMinutes: p.leadTimeMinutes,
  availableWeekdays: p.availableWeekdays,
  availableFrom: p.availableFrom,
  availableUntil: p.availableUntil,
  maxPerOrder: p.maxPerOrder,
  allergens: p.allergens,
  version: p.version,
  createdAt: p.createdAt,
  updatedAt: p.updatedAt,
  variants: variantsOf(today, which),
  images: imagesOf,
});

export const detailColumns = { details: p.details, ingredients: p.ingredients, attributes: p.attributes };

type CardRow = Pick<
  typeof products.$inferSelect,
  | 'id'
  | 'slug'
  | 'name'
  | 'description'
  | 'categoryId'
  | 'active'
  | 'featured'
  | 'leadTimeMinutes'
  | 'availableWeekdays'
  | 'availableFrom'
  | 'availableUntil'
  | 'maxPerOrder'
  | 'allergens'
  | 'version'
  | 'createdAt'
  | 'updatedAt'
> & { categorySlug: string; categoryName: string; variants: VariantRow[]; images: StoredPicture[] };

export function toVariant(row: VariantRow): Variant {
  return {
    id: row.id,
    sku: row.sku,
    title: row.title,
    price: fromMinor(row.priceMinor),
    stock_mode: row.stockMode,
    ...stockOf(row),
    net_quantity: row.netQuantity,
    net_unit: row.netUnit,
    unit_price: unitPrice(row.priceMinor, row.netQuantity, row.netUnit),
  };
}

/** The card of a row. The first variant gives price and stock; a product is in stock when any variant is. */
export function toCard(row: CardRow, { currency }: Pick<Shop, 'currency'>): ProductCard {
  const variants = row.variants.filter((variant) => variant.archivedAt === null).map(toVariant);
  const images = row.images.map(toImage);
  const [first] = variants;
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    description: row.description,
    category_id: row.categoryId,
    category: { id: row.categoryId, slug: row.categorySlug, name: row.categoryName },
    price: first?.price ?? 0,
    currency,
    unit_price: first?.unit_price ?? null,
    stock_mode: first?.stock_mode ?? 'tracked',
    stock_quantity: first === undefined ? 0 : first.stock_quantity,
    in_stock: variants.some((variant) => variant.in_stock),
    few_left: variants.some((variant) => variant.few_left) && variants.every((v) => v.few_left || !v.in_stock),
    images,
    image_url: images[0]?.url ?? null,
    variants,
    allergens: row.allergens,
    active: row.active,
    featured: row.featured,
    lead_time_minutes: row.leadTimeMinutes,
    available_weekdays: row.availableWeekdays,
    available_from: row.availableFrom,
    available_until: row.availableUntil,
    max_per_order: row.maxPerOrder,
    created_at: row.createdAt.toISOString(),
    updated_at: row.updatedAt.toISOString(),
    version: row.version,
  };
}
