import 'server-only';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { ALLERGENS, type Allergen } from '#db/enums';
import type { Context } from '#lib/context';
import { keepCount } from './kept-count.ts';

const rowShape = z.array(z.object({ allergen: z.enum(ALLERGENS) }));

const countAllergens = keepCount(async (ctx): Promise<Allergen[]> => {
  const rows = await ctx.db.execute(sql`
    select distinct unnest(allergens) as allergen
    from (select allergens from products where active and archived_at is null limit 20000) sold`);
  const found = rowShape.parse([...rows]).map(({ allergen }) => allergen);
  return ALLERGENS.filter((allergen) => found.includes(allergen));
});

/** The allergens that occur in what the shop sells, in the order of the law: what a filter has to offer. */
export const listAllergens = (ctx: Context): Promise<Allergen[]> => countAllergens(ctx, 1);
