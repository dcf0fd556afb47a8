import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { isUuid } from '#lib/slug';
import type { ListProducts } from '../input.ts';
import { leftOn, type OpenDays, variantInStock } from './product-rows.ts';

/** What the public list is filtered by, over `p`. */

export const categoryIs = (category: string): SQL =>
  isUuid(category)
    ? sql`p.category_id = ${category}::uuid`
    : sql`p.category_id = (select id from categories where slug = ${category} and active and archived_at is null)`;

export const textArray = (words: readonly string[]) =>
  sql`array[${sql.join(
    words.map((word) => sql`${word}`),
    sql`, `,
  )}]::text[]`;

/** Translations `t` that are searched: of the fields that `products.search` holds. */
export const SEARCHED = sql`t.content_type = 'product' and t.field_name in ('name', 'description', 'ingredients')`;

/** Everything but the words. `and` between them. */
export function filterConditions(input: ListProducts, days: OpenDays): SQL[] {
  const found: SQL[] = [sql`p.active and p.archived_at is null`];
  if (input.category !== undefined) found.push(categoryIs(input.category));
  if (input.featured !== undefined) found.push(input.featured ? sql`p.featured` : sql`not p.featured`);
  if (input.min_price !== undefined) found.push(sql`p.price_minor >= ${input.min_price}::bigint`);
  if (input.max_price !== undefined) found.push(sql`p.price_minor <= ${input.max_price}::bigint`);
  if (input.allergen_free?.length) found.push(sql`not (p.allergens && ${textArray(input.allergen_free)})`);
  if (input.available_on !== undefined) {
    const day = sql`${input.available_on}::date`;
    found.push(sql`(p.available_from is null or p.available_from <= ${day})`);
    found.push(sql`(p.available_until is null or p.available_until >= ${day})`);
    found.push(
      sql`(p.available_weekdays is null or extract(isodow from ${day})::smallint = any(p.available_weekdays))`,
    );
    found.push(sql`exists (select 1 from product_variants v where v.product_id = p.id and v.archived_at is null
      and (v.stock_mode <> 'per_date' or ${leftOn(day)} > 0))`);
  }
  if (input.in_stock !== undefined) {
    const inStock = sql`exists (select 1 from product_variants v
      where v.product_id = p.id and v.archived_at is null and ${variantInStock(days)})`;
    found.push(input.in_stock ? inStock : sql`not ${inStock}`);
  }
  return found;
}
