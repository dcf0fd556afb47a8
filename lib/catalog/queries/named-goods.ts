import 'server-only';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { folded } from '#db/columns';
import type { Allergen } from '#db/enums';
import { products } from '#db/schema/catalog';
import type { Context } from '#lib/context';

export type NamedGoods = { name: string; slug: string; allergens: Allergen[] };

/** Products on sale whose name is one of these, folded (`fold`); found by the trigrams of the name. */
export async function findNamedGoods(ctx: Context, names: readonly string[]): Promise<NamedGoods[]> {
  // Open to everybody: what is on sale is no secret.
  if (names.length === 0) return [];
  const wanted = sql.join(
    names.map((name) => sql`${folded('"products"."name"')} = ${name}`),
    sql` or `,
  );
  return ctx.db
    .select({ name: products.name, slug: products.slug, allergens: products.allergens })
    .from(products)
    .where(and(sql`(${wanted})`, eq(products.active, true), isNull(products.archivedAt)))
    .limit(10);
}
