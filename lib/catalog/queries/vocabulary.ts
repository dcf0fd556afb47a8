import 'server-only';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Context } from '#lib/context';
import { keepCount } from './kept-count.ts';

const rowShape = z.array(z.object({ word: z.string() }));

const countWords = keepCount(async (ctx) => {
  const rows = await ctx.db.execute(sql`
    select word from ts_stat(
      'select search from products where active and archived_at is null limit 100000')
    where word ~ '^[[:alpha:]]{3,}$' order by ndoc desc, word limit 20000`);
  return rowShape.parse([...rows]).map(({ word }) => word);
});

/** The words of the products on sale, most frequent first; what a slip of the pen is compared with. */
export const vocabularyOf = (ctx: Context): Promise<string[]> => countWords(ctx, 0);
