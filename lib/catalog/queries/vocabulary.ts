import 'server-only';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Context } from '#lib/context';
import { keepCount } from './kept-count.ts';

const rowShape = z.array(z.object({ word: z.string() }));

/** Of the newest products: what they do not say, hardly anybody looks for. */
const countWords = keepCount(async (ctx) => {
  // Not by ts_stat: words that come in order, as numbers in names do, take it seconds.
  const rows = await ctx.db.execute(sql`
    select word from (
        select search from products where active and archived_at is null order by created_at desc, id desc limit 20000) p,
      unnest(tsvector_to_array(search)) word
    where word ~ '^[[:alpha:]]{3,}$' group by word order by count(*) desc, word limit 20000`);
  return rowShape.parse([...rows]).map(({ word }) => word);
});

/** The words of the products on sale, most frequent first; what a slip of the pen is compared with. */
export const vocabularyOf = (ctx: Context): Promise<string[]> => countWords(ctx, 0);
