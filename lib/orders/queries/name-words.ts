import 'server-only';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { folded } from '#db/columns';
import { keepCount } from '#lib/catalog/queries/kept-count';
import { closestWords } from '#lib/catalog/spelling';
import type { Context } from '#lib/context';

/** From so many letters on a word may have two slips; a shorter one would be like every other. */
const LONG = 5;
const SHORTEST = 3;

const rowShape = z.array(z.object({ word: z.string() }));

/** Of the newest customers, the most frequent first: who has not been here for years is spelled better. */
const countWords = keepCount(async (ctx) => {
  const rows = await ctx.db.execute(sql`
    select word from (
        select ${folded('name')} as name from customers
        where archived_at is null order by created_at desc, id desc limit 20000) c,
      unnest(regexp_split_to_array(name, '[^[:alpha:]]+')) word
    where length(word) >= ${SHORTEST} group by word order by count(*) desc, word limit 20000`);
  return rowShape.parse([...rows]).map(({ word }) => word);
});

/** What was meant by words that are in no name: for each the closest that is. Null where one is like none. */
export async function meantNames(ctx: Context, words: readonly string[]): Promise<string | null> {
  if (words.length === 0 || words.some((word) => word.length < SHORTEST)) return null;
  const known = await countWords(ctx, 0);
  const meant = words.map((word) => closestWords(word, known, word.length < LONG ? 1 : 2)[0]);
  return meant.every((word) => word !== undefined) ? meant.join(' ') : null;
}
