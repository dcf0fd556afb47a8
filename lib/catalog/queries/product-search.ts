import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import type { ListProducts } from '../input.ts';
import { toTextQuery } from '../rules.ts';
import { variantInStock } from './product-rows.ts';

/** The conditions of the public list over `p`, and over its default variant `v` where one is asked for. */

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export const isUuid = (text: string): boolean => UUID.test(text);

/** A word that shares this much of its three-letter groups with a product's word counts as a slip of the pen. */
const SIMILAR = '0.4';

export const categoryIs = (category: string): SQL =>
  isUuid(category)
    ? sql`p.category_id = ${category}::uuid`
    : sql`p.category_id = (select id from categories where slug = ${category} and active and archived_at is null)`;

/** The first unarchived variant by position. */
export const defaultVariant = sql`product_variants v on v.product_id = p.id and v.archived_at is null and not exists (
  select 1 from product_variants e
  where e.product_id = v.product_id and e.archived_at is null and (e.position, e.id) < (v.position, v.id))`;

const textArray = (words: readonly string[]) =>
  sql`array[${sql.join(
    words.map((word) => sql`${word}`),
    sql`, `,
  )}]::text[]`;

/** Everything but the words. `and` between them. */
export function filterConditions(input: ListProducts, today: string): SQL[] {
  const found: SQL[] = [sql`p.active and p.archived_at is null`];
  if (input.category !== undefined) found.push(categoryIs(input.category));
  if (input.featured !== undefined) found.push(input.featured ? sql`p.featured` : sql`not p.featured`);
  if (input.min_price !== undefined) found.push(sql`v.price_minor >= ${input.min_price}::bigint`);
  if (input.max_price !== undefined) found.push(sql`v.price_minor <= ${input.max_price}::bigint`);
  if (input.allergen_free?.length) found.push(sql`not (p.allergens && ${textArray(input.allergen_free)})`);
  if (input.available_on !== undefined) {
    const day = sql`${input.available_on}::date`;
    found.push(sql`(p.available_from is null or p.available_from <= ${day})`);
    found.push(sql`(p.available_until is null or p.available_until >= ${day})`);
    found.push(
      sql`(p.available_weekdays is null or extract(isodow from ${day})::smallint = any(p.available_weekdays))`,
    );
  }
  if (input.in_stock !== undefined) {
    const inStock = sql`exists (select 1 from product_variants v
      where v.product_id = p.id and v.archived_at is null and ${variantInStock(today)})`;
    found.push(input.in_stock ? inStock : sql`not ${inStock}`);
  }
  return found;
}

export type Search = { condition: SQL; rank: SQL };

/** Products whose words begin with the words asked for, accents aside. Null when there is no word in it. */
export function exactSearch(q: string): Search | null {
  const words = toTextQuery(q);
  if (words === null) return null;
  const query = sql`to_tsquery('barrow', ${words})`;
  return { condition: sql`p.search @@ ${query}`, rank: sql`ts_rank(p.search, ${query})` };
}

/**
 * Products whose name has a similar word for each word asked for. Both sides are compared as `to_tsvector` leaves
 * them, small and without accents. The threshold is a setting of the session, so it is set inside this statement, in
 * a part that must run first because the search takes its words from there.
 */
export function similarSearch(q: string): Search {
  const words = (q.normalize('NFKC').match(/[\p{Letter}\p{Number}\p{Mark}]+/gu) ?? []).slice(0, 4);
  const plain = sql`(strip(to_tsvector('barrow', s.name))::text)`;
  const columns = words.map((word, at) => sql`unaccent(lower(${word})) as ${sql.raw(`w${at}`)}`);
  const conditions = words.map((_, at) => sql`asked.${sql.raw(`w${at}`)} <% ${plain}`);
  const scores = words.map((_, at) => sql`word_similarity(asked.${sql.raw(`w${at}`)}, ${plain})`);
  const found = sql`(
    with asked as materialized (
      select set_config('pg_trgm.word_similarity_threshold', ${SIMILAR}, true), ${sql.join(columns, sql`, `)}
    )
    select s.id, ${sql.join(scores, sql` + `)} as score from asked join products s on ${sql.join(conditions, sql` and `)}
    where s.active and s.archived_at is null
    order by score desc, s.id limit 200)`;
  return {
    condition: sql`p.id in (select similar_names.id from ${found} similar_names)`,
    rank: sql`(select max(word_similarity(unaccent(lower(words.word)), strip(to_tsvector('barrow', p.name))::text))
      from unnest(${textArray(words)}) words (word))`,
  };
}
