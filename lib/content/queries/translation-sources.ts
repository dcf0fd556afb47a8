import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import type { Context } from '#lib/context';
import { type ContentType, SHOP_CONTENT } from '#lib/i18n/content-fields';
import { type Language, otherLanguages } from '#lib/i18n/languages';
import { sourceHashOf } from '#lib/i18n/source-hash';
import { getSettings } from '#lib/settings/queries';
import { fieldsOfType, PART_OF, type TranslatedKind } from '../translation-rules.ts';

/** Where the texts stand that translations are made of, as SQL; every fragment calls the row of the content `o`. */

export const TABLE: Record<Exclude<ContentType, 'shop'>, string> = {
  product: 'products',
  variant: 'product_variants',
  category: 'categories',
  package: 'packages',
  package_item: 'package_items',
  theme: 'themes',
  testimonial: 'testimonials',
  page: 'pages',
  location: 'locations',
};

/** The column that people know the thing by; the shop has one object, and it needs none. */
const NAME: Record<TranslatedKind, string> = {
  product: 'name',
  category: 'name',
  package: 'name',
  theme: 'name',
  testimonial: 'name',
  page: 'title',
  location: 'name',
  shop: 'name',
};

/** The shop's own words, which its settings hold: read through these, so that all see the same text. */
export type ShopTexts = { name: string; tagline: string; about: string };

export type TranslationShop = { texts: ShopTexts; languages: Language[] };

/** What every query here must know about the shop. */
export async function translationShop(ctx: Context): Promise<TranslationShop> {
  const { shop } = await getSettings(ctx);
  const { name, tagline, about } = shop;
  return { texts: { name, tagline, about }, languages: otherLanguages(shop) };
}

/** `from` for the content of a type, every row of it. */
export const rowsOf = (type: ContentType, { name, tagline, about }: ShopTexts): SQL =>
  type === 'shop'
    ? sql`(select ${SHOP_CONTENT}::uuid as id, ${name}::varchar as name, ${tagline}::text as tagline,
        ${about}::text as about) o`
    : sql`${sql.identifier(TABLE[type])} o`;

/** The column of a part that names what it belongs to; anything else belongs to itself. */
export const ownerOf = (type: ContentType): SQL =>
  type === 'variant' ? sql`o.product_id` : type === 'package_item' ? sql`o.package_id` : sql`o.id`;

/** Condition: it is in use, shown or not. What is archived is translated when it comes back. */
export function isInUse(type: ContentType): SQL {
  if (type === 'shop') return sql`true`;
  if (type === 'package_item')
    return sql`exists (select from packages w where w.id = o.package_id and w.archived_at is null)`;
  if (type === 'variant') {
    return sql`o.archived_at is null and exists (
      select from products w where w.id = o.product_id and w.archived_at is null)`;
  }
  return sql`o.archived_at is null`;
}

export const nameOf = (kind: TranslatedKind): string => `o.${NAME[kind]}`;

/** `(field_name, place, source)` of row `o`, one row for each field that can be translated. */
export const fieldsOf = (type: ContentType): SQL =>
  sql`(values ${sql.join(
    Object.keys(fieldsOfType(type)).map((field, at) => sql`(${sql.raw(`'${field}', ${at}, o.${field}::text`)})`),
    sql`, `,
  )})`;

/** The same with type and id, for what is translated with row `o` as well: a lateral table of fields. */
export function fieldsOfObject(kind: TranslatedKind): SQL {
  const own = sql`select ${sql.raw(`'${kind}'`)} as content_type, o.id as object_id, 0 as part, f.field_name, f.place, f.source
    from ${fieldsOf(kind)} f(field_name, place, source)`;
  if (kind === PART_OF.variant) {
    return sql`(${own} union all select 'variant', v.id, v.position, 'title', 0, v.title::text
      from product_variants v where v.product_id = o.id and v.archived_at is null)`;
  }
  if (kind === PART_OF.package_item) {
    return sql`(${own} union all select 'package_item', i.id, i.position, 'label', 0, i.label::text
      from package_items i where i.package_id = o.id)`;
  }
  return sql`(${own})`;
}

/** `(code, place)` of the languages, in their order. */
export const languageRows = (languages: readonly Language[]): SQL =>
  sql`unnest(${`{${languages.join(',')}}`}::text[]) with ordinality l(code, place)`;

/** Joins the translation `t` of field `f` into language `l`. */
export const translationOf = sql`left join translations t on t.content_type = f.content_type
  and t.object_id = f.object_id and t.language_code = l.code and t.field_name = f.field_name`;

/** Whether translation `t` was made from another text than field `f` has now; false where there is no translation. */
export const isOutOfDate = sql`(case when t.id is null then false else t.source_hash <> ${sourceHashOf(sql`f.source`)} end)`;

/** Fields that have no text need no translation. */
export const hasSource = sql`f.source <> ''`;
