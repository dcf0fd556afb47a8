import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { NetUnit, StockMode } from '#db/enums';
import { categories, products } from '#db/schema/catalog';
import type { Context } from '#lib/context';
import { storedPictures } from '#lib/media/rows';
import { type StoredPicture, toImage } from '#lib/media/urls';
import { fromMinor } from '#lib/money';
import { getSettings } from '#lib/settings/queries';
import { releaseOf } from '#lib/stock/rules';
import { addDays, dayOf } from '#lib/time';
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
  /** Read for the desk, of what is made per day. */
  weeklyPlan?: number[] | null;
  today?: { planned: number; sold: number; closed: boolean } | null;
};

/** The days for which orders are taken now, both inside; none when `from` is after `to`. */
export type OpenDays = { from: string; to: string };
/** What every product query must know about the shop: its currency, its business day, and for which days it sells. */
export type Shop = { currency: string; today: string; openDays: OpenDays };

export async function shopOf(ctx: Context): Promise<Shop> {
  const { shop, checkout } = await getSettings(ctx);
  const today = dayOf(ctx.now, shop.time_zone);
  const release = releaseOf(checkout.release_at, today, shop.time_zone);
  const from = release !== null && ctx.now >= release ? addDays(today, 1) : today;
  return { currency: shop.currency, today, openDays: { from, to: addDays(today, checkout.days_ahead - 1) } };
}

/** Pieces of variant `v` left on `day`, by its plan or else its weekly pattern; 0 on a closed day. */
export const leftOn = (day: SQL) => sql`coalesce(
  (select case when d.closed then 0 else d.planned - d.sold end from production_plans d
    where d.variant_id = v.id and d.on_date = ${day}),
  (select t.planned from production_patterns t
    where t.variant_id = v.id and t.weekday = extract(isodow from ${day})), 0)`;

/** Whether variant `v` is made per day and has room on one of the days for which orders are taken. */
const openDay = ({ from, to }: OpenDays) => sql`(v.stock_mode = 'per_date' and exists (
  select 1 from generate_series(${from}::date, ${to}::date, interval '1 day') day where ${leftOn(sql`day::date`)} > 0))`;

/** Condition on variant `v`: a customer could buy one. */
export const variantInStock = (days: OpenDays) =>
  sql`(v.stock_mode = 'unlimited' or (v.stock_mode = 'tracked' and v.stock_quantity > 0) or ${openDay(days)})`;

/** What only the desk shows of variant `v`: its weekly plan, and today's. */
const deskFacts = (today: string) => sql`,
    'weeklyPlan', case when v.stock_mode = 'per_date' then (
      select json_agg(coalesce(t.planned, 0) order by w.weekday) from generate_series(1, 7) w(weekday)
      left join production_patterns t on t.variant_id = v.id and t.weekday = w.weekday) end,
    'today', case when v.stock_mode = 'per_date' then coalesce(
      (select json_build_object('planned', d.planned, 'sold', d.sold, 'closed', d.closed)
        from production_plans d where d.variant_id = v.id and d.on_date = ${today}::date),
      (select json_build_object('planned', t.planned, 'sold', 0, 'closed', false) from production_patterns t
        where t.variant_id = v.id and t.weekday = extract(isodow from ${today}::date)),
      json_build_object('planned', 0, 'sold', 0, 'closed', false)) end`;

export const variantsOf = ({ openDays, today }: Shop, which: 'sold' | 'all') => sql<VariantRow[]>`coalesce((
  select json_agg(json_build_object(
    'id', v.id, 'sku', v.sku, 'title', v.title, 'priceMinor', v.price_minor, 'stockMode', v.stock_mode,
    'stockQuantity', v.stock_quantity, 'lowStockThreshold', v.low_stock_threshold, 'loadPoints', v.load_points,
    'netQuantity', v.net_quantity, 'netUnit', v.net_unit, 'archivedAt', v.archived_at, 'hasOpenDay', ${openDay(openDays)}${which === 'all' ? deskFacts(today) : sql``}
  ) order by v.archived_at is not null, v.position, v.id)
  from product_variants v
  where v.product_id = p.id ${which === 'sold' ? sql`and v.archived_at is null` : sql``}), '[]'::json)`;

export const imagesOf = storedPictures('product_images', 'product_id', sql`p.id`);

/** Columns of a card; the query must join `p` and `c`. Archived variants come only with `all`, after the others. */
export const cardColumns = (shop: Shop, which: 'sold' | 'all' = 'sold') => ({
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
  variants: variantsOf(shop, which),
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
    load_points: row.loadPoints,
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
    // What can be promised is not known here: see lib/promise/queries/products.ts.
    earliest: { pickup: null, delivery: null },
    created_at: row.createdAt.toISOString(),
    updated_at: row.updatedAt.toISOString(),
    version: row.version,
  };
}
