import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import type { Context } from '#lib/context';
import { contentLanguages } from '#lib/i18n/content';
import { toTextQuery } from '../rules.ts';
import { correctedQuery } from '../spelling.ts';
import { SEARCHED, textArray } from './product-filters.ts';
import { vocabularyOf } from './vocabulary.ts';

/** How a list of products `p` is narrowed to what was searched for: what it joins, on what condition, and how it ranks. */
export type Search = { join: SQL; condition: SQL; rank: SQL };

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
    return { join: sql``, condition: sql`p.search @@ ${query}`, rank: sql`ts_rank(p.search, ${query})` };
  }
  const found = sql`
    select id, max(rank) as rank from (
      select id, ts_rank(search, ${query}) as rank from products where search @@ ${query}
      union all
      select t.object_id, ts_rank(setweight(t.search, ${WEIGHT}), ${query}) from translations t
      where ${SEARCHED} and t.language_code = any(${textArray(languages)}) and t.search @@ ${query}) hits
    group by id`;
  return { join: sql`join (${found}) hit on hit.id = p.id`, condition: sql`true`, rank: sql`hit.rank` };
}
