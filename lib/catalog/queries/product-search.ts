import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import type { Context } from '#lib/context';
import { contentLanguages } from '#lib/i18n/content';
import { toTextQuery } from '../rules.ts';
import { correctedQuery } from '../spelling.ts';
import { SEARCHED, textArray } from './product-filters.ts';
import { vocabularyOf } from './vocabulary.ts';

/**
 * How a list of products `p` is narrowed to what was searched for: what it joins, on what condition, and how it ranks.
 * `named` is the condition of those that have the words in their name, where one column says so.
 */
export type Search = { join: SQL; condition: SQL; rank: SQL; named: SQL | null };

/** As `products.search` weighs the same fields. */
const WEIGHT = sql`(case t.field_name when 'name' then 'A' when 'description' then 'B' else 'C' end)::"char"`;

/** Products whose words begin with the words asked for, accents aside. Null when there is no word in it. */
export async function exactSearch(ctx: Context, q: string): Promise<Search | null> {
  const words = toTextQuery(q);
  return words === null ? null : searchFor(words, await contentLanguages(ctx));
}

/** The same for words with slips of the pen: each stands for the words of the shop that come closest to it. */
export async function similarSearch(ctx: Context, q: string): Promise<Search | null> {
  const languages = await contentLanguages(ctx);
  const words = correctedQuery(q, await vocabularyOf(ctx, languages));
  return words === null ? null : searchFor(words, languages);
}

/**
 * In a shop of one language the search of the products is all there is. Else a product is found by its words in every
 * language the shop offers, whatever language it is read in: by all of them at its source, or in one text of a
 * translation. Each side is asked by an index of its own.
 */
function searchFor(words: string, languages: readonly string[]): Search {
  const query = sql`to_tsquery('barrow', ${words})`;
  if (languages.length === 0) {
    return {
      join: sql``,
      condition: sql`p.search @@ ${query}`,
      rank: sql`ts_rank(p.search, ${query})`,
      // Every word is the beginning of one, which makes it easy to ask for those of the names.
      named: sql`p.search @@ to_tsquery('barrow', ${words.replaceAll(':*', ':*A')})`,
    };
  }
  const found = sql`
    select id, max(rank) as rank from (
      select id, ts_rank(search, ${query}) as rank from products where search @@ ${query}
      union all
      select t.object_id, ts_rank(setweight(t.search, ${WEIGHT}), ${query}) from translations t
      where ${SEARCHED} and t.language_code = any(${textArray(languages)}) and t.search @@ ${query}) hits
    group by id`;
  return { join: sql`join (${found}) hit on hit.id = p.id`, condition: sql`true`, rank: sql`hit.rank`, named: null };
}

/** So many of the newest products are looked through before the index names all that have the words. */
const NEAR = 1000;

/**
 * Hits as a table `p` of `id` and `rank`. The newest products that are called so come first, so where these fill the list
 * to its `most`-th row, the index is not asked: it would name thousands, and each be read for its rank. `is_all` says
 * whether all hits are there.
 */
export function rankedHits({ named, rank }: Search, { from, filters, most }: RankedList): SQL {
  if (named === null) return sql`(select p.id, ${rank} as rank, true as is_all from ${from}) p`;
  return sql`(
    with near as materialized (
      select p.id, ${rank} + 1 as rank
      from (select * from products where active and archived_at is null
        order by created_at desc, id desc limit ${NEAR}) p
      where ${sql.join([...filters, named], sql` and `)})
    select id, rank, false as is_all from near where (select count(*) from near) >= ${most}
    union all
    select p.id, ${rank} + (p.id = any(array(select id from near)))::int, true
    from ${from} and (select count(*) from near) < ${most}) p`;
}

/** A list of products `p` by conditions, `filters` those but for the words; shown to its `most`-th row, one beyond the page. */
type RankedList = { from: SQL; filters: SQL[]; most: number };
