import 'server-only';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Context } from '#lib/context';
import { contentLanguages } from '#lib/i18n/content';
import { keepCount } from './kept-count.ts';
import { SEARCHED, textArray } from './product-filters.ts';

const rowShape = z.array(z.object({ word: z.string() }));

const NEWEST = sql`
  select id, search from products where active and archived_at is null order by created_at desc, id desc limit 20000`;

/** Of the newest products: what they do not say, hardly anybody looks for. */
const countWords = keepCount(async (ctx) => {
  const languages = await contentLanguages(ctx);
  const said = sql`union all select t.search from newest join translations t on t.object_id = newest.id
    and t.language_code = any(${textArray(languages)}) and ${SEARCHED}`;
  // Not by ts_stat: words that come in order, as numbers in names do, take it seconds.
  const rows = await ctx.db.execute(sql`
    with newest as (${NEWEST})
    select word from (select search from newest ${languages.length === 0 ? sql`` : said}) p,
      unnest(tsvector_to_array(search)) word
    where word ~ '^[[:alpha:]]{3,}$' group by word order by count(*) desc, word limit 20000`);
  return rowShape.parse([...rows]).map(({ word }) => word);
});

/**
 * The words of the products on sale in every language they are offered in, most frequent first; what a slip of the pen
 * is compared with.
 */
export const vocabularyOf = (ctx: Context, languages: readonly string[]): Promise<string[]> =>
  countWords(ctx, languages.length);
