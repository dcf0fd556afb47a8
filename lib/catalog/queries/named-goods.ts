import 'server-only';
import { and, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import { folded } from '#db/columns';
import type { Allergen } from '#db/enums';
import { products } from '#db/schema/catalog';
import { translations } from '#db/schema/content';
import { type Reader, readsSource } from '#lib/i18n/content';
import { languageOf } from '#lib/i18n/languages';

export type NamedGoods = { name: string; slug: string; allergens: Allergen[] };

const MOST = 10;
const isSold = and(eq(products.active, true), isNull(products.archivedAt));

const oneOf = (conditions: readonly SQL[], between = sql` or `): SQL => sql`(${sql.join([...conditions], between)})`;

/**
 * Products on sale whose name, at the source or in the reader's language, is one of these, folded (`fold`); found by the
 * trigrams of the name, and by the words of a translation.
 */
export async function findNamedGoods(reader: Reader, names: readonly string[]): Promise<NamedGoods[]> {
  // Open to everybody: what is on sale is no secret.
  if (names.length === 0) return [];
  const atSource = reader.db
    .select({ name: products.name, slug: products.slug, allergens: products.allergens })
    .from(products)
    .where(and(oneOf(names.map((name) => sql`${folded('"products"."name"')} = ${name}`)), isSold))
    .limit(MOST);
  const [found, translated] = await Promise.all([atSource, namedInLanguage(reader, names)]);
  return [...translated, ...found].slice(0, MOST);
}

async function namedInLanguage(reader: Reader, names: readonly string[]): Promise<NamedGoods[]> {
  if (await readsSource(reader)) return [];
  const words = oneOf(
    names.map((name) => sql`plainto_tsquery('barrow', ${name})`),
    sql` || `,
  );
  return reader.db
    .select({ name: translations.translatedText, slug: products.slug, allergens: products.allergens })
    .from(translations)
    .innerJoin(products, eq(products.id, translations.objectId))
    .where(
      and(
        eq(translations.contentType, 'product'),
        eq(translations.fieldName, 'name'),
        eq(translations.languageCode, languageOf(reader.locale)),
        sql`${translations.search} @@ ${words}`,
        inArray(sql`${folded('"translations"."translated_text"')}`, [...names]),
        isSold,
      ),
    )
    .limit(MOST);
}
