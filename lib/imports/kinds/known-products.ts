import 'server-only';
import { sql } from 'drizzle-orm';
import type { Context } from '#lib/context';

/** A variant with its product, in the units of the commands: prices in minor units. */
export type KnownVariant = {
  id: string;
  product_id: string;
  is_archived: boolean;
  sku: string | null;
  title: string;
  price: number;
  stock_mode: string;
  stock_quantity: number;
  low_stock_threshold: number | null;
  load_points: number;
  net_quantity: number | null;
  net_unit: string | null;
  slug: string;
  name: string;
  category_id: string;
  category: string;
  description: string | null;
  details: string | null;
  active: boolean;
  featured: boolean;
  lead_time_minutes: number;
  available_weekdays: number[] | null;
  available_from: string | null;
  available_until: string | null;
  max_per_order: number | null;
  allergens: string[];
  ingredients: string | null;
  attributes: Record<string, string>;
};

/** The order of the table below; `v` and `p` are variant and product. As JSON, so that every driver reads it alike. */
const asJson = sql`json_build_object('id', v.id, 'product_id', p.id,
  'is_archived', v.archived_at is not null or p.archived_at is not null,
  'sku', v.sku, 'title', v.title, 'price', v.price_minor, 'stock_mode', v.stock_mode, 'stock_quantity', v.stock_quantity,
  'low_stock_threshold', v.low_stock_threshold, 'load_points', v.load_points, 'net_quantity', v.net_quantity,
  'net_unit', v.net_unit, 'slug', p.slug, 'name', p.name, 'category_id', p.category_id, 'category', c.name,
  'description', p.description, 'details', p.details, 'active', p.active, 'featured', p.featured,
  'lead_time_minutes', p.lead_time_minutes, 'available_weekdays', p.available_weekdays,
  'available_from', p.available_from, 'available_until', p.available_until, 'max_per_order', p.max_per_order,
  'allergens', p.allergens, 'ingredients', p.ingredients, 'attributes', p.attributes)`;

/** Every variant that one of these could mean; of a slug all that its product has. */
export async function findVariants(
  ctx: Context,
  { ids, skus, slugs }: { ids: string[]; skus: string[]; slugs: string[] },
): Promise<KnownVariant[]> {
  const texts = (list: string[]) => sql`(select value from jsonb_array_elements_text(${JSON.stringify(list)}::jsonb))`;
  const rows = await ctx.db.execute<{ known: KnownVariant }>(sql`
    with wanted as (
      select id from product_variants where id in (select value::uuid from ${texts(ids)} given)
      union
      select id from product_variants where sku in (select value::citext from ${texts(skus)} given)
      union
      select v.id from products p join product_variants v on v.product_id = p.id
      where p.archived_at is null and p.slug in (select value from ${texts(slugs)} given)
    )
    select ${asJson} as known from wanted
    join product_variants v on v.id = wanted.id join products p on p.id = v.product_id
    join categories c on c.id = p.category_id
    order by v.position, v.id`);
  return [...rows].map(({ known }) => known);
}

/** The variants that are sold of some products, in the order of ids of products, from behind `after` on. */
export async function listVariants(ctx: Context, after: string | null, products: number): Promise<KnownVariant[]> {
  const rows = await ctx.db.execute<{ known: KnownVariant }>(sql`
    select ${asJson} as known
    from (
      select * from products where archived_at is null and (${after}::uuid is null or id > ${after}::uuid)
      order by id limit ${products}
    ) p
    join product_variants v on v.product_id = p.id and v.archived_at is null join categories c on c.id = p.category_id
    order by p.id, v.position, v.id`);
  return [...rows].map(({ known }) => known);
}

/** The variants of one product in their order, held with it until the transaction ends. */
export async function holdSiblings(tx: Context, productId: string): Promise<{ id: string; price: number }[]> {
  await tx.db.execute(sql`select 1 from products where id = ${productId}::uuid for no key update`);
  const rows = await tx.db.execute<{ id: string; price: string; position: number }>(sql`
    select id, price_minor as price, position from product_variants
    where product_id = ${productId}::uuid and archived_at is null order by id for no key update`);
  return [...rows]
    .sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))
    .map(({ id, price }) => ({ id, price: Number(price) }));
}

/**
 * Products with all their variants until the transaction ends: categories first, each kind in the order of its ids, as
 * the desk and orders take them. One row after the other would meet an order that holds two of them the other way round.
 */
export async function holdProducts(tx: Context, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const given = sql`(select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))`;
  await tx.db.execute(sql`select 1 from categories where archived_at is null order by id for share`);
  await tx.db.execute(sql`select 1 from products where id in ${given} order by id for no key update`);
  await tx.db.execute(sql`select 1 from product_variants where product_id in ${given} order by id for no key update`);
}
