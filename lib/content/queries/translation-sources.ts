import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import type { Context } from '#lib/context';
import { type ContentType, type PictureType, SHOP_CONTENT } from '#lib/i18n/content-fields';
import { type Language, otherLanguages } from '#lib/i18n/languages';
import { sourceHashOf } from '#lib/i18n/source-hash';
import type { Settings } from '#lib/settings/input';
import { getSettings } from '#lib/settings/queries';
import { fieldsOfType, isPicture, PART_OF, type TranslatedKind } from '../translation-rules.ts';
import { descriptionsOf, picturesOf } from './translated-pictures.ts';

/** Where the texts stand that translations are made of, as SQL; every fragment calls the row of the content `o`. */

/** What the settings hold: their rows are made of what was read, and nothing of them can be locked. */
const OF_SETTINGS = ['shop', 'payment_option', 'reply'] as const satisfies readonly TranslatedKind[];
export type OfSettings = (typeof OF_SETTINGS)[number];

export const isOfSettings = (type: ContentType): type is OfSettings => OF_SETTINGS.some((one) => one === type);

export const TABLE: Record<Exclude<ContentType, OfSettings | PictureType>, string> = {
  product: 'products',
  variant: 'product_variants',
  category: 'categories',
  package: 'packages',
  package_item: 'package_items',
  theme: 'themes',
  testimonial: 'testimonials',
  page: 'pages',
  location: 'locations',
  zone: 'delivery_zones',
  closure: 'closures',
};

/** The column that people know the thing by; closures are known by their days. */
const NAME: Record<TranslatedKind, string> = {
  product: 'name',
  category: 'name',
  package: 'name',
  theme: 'name',
  testimonial: 'name',
  page: 'title',
  location: 'name',
  zone: 'name',
  closure: 'name',
  payment_option: 'title',
  reply: 'title',
  shop: 'name',
};

/** What every query here must know about the shop. Its settings are read through this, so that all see the same text. */
export type TranslationShop = { settings: Settings; now: Date; languages: Language[] };

export async function translationShop(ctx: Context): Promise<TranslationShop> {
  const settings = await getSettings(ctx);
  return { settings, now: ctx.now, languages: otherLanguages(settings.shop) };
}

/** `from` of what the settings hold. */
function rowsOfSettings(type: OfSettings, { shop, payments, chat }: Settings): SQL {
  if (type === 'shop') {
    return sql`(select ${SHOP_CONTENT}::uuid as id, ${shop.name}::varchar as name, ${shop.tagline}::text as tagline,
      ${shop.about}::text as about, ${chat.greeting}::text as greeting,
      ${shop.hero_media_id}::uuid as hero_media_id) o`;
  }
  if (type === 'payment_option') {
    return sql`jsonb_to_recordset(${JSON.stringify(payments.options)}::text::jsonb)
      as o(id uuid, title varchar, instructions text)`;
  }
  return sql`jsonb_to_recordset(${JSON.stringify(chat.replies)}::text::jsonb) as o(id uuid, title varchar, text text)`;
}

/** `from` for the content of a type, every row of it; of closures those that customers may still read of. */
export function rowsOf(type: ContentType, { settings, now }: TranslationShop): SQL {
  if (isOfSettings(type)) return rowsOfSettings(type, settings);
  if (isPicture(type)) return sql`(${picturesOf(type, sql`${settings.shop.hero_media_id}::uuid`)}) o`;
  if (type !== 'closure') return sql`${sql.identifier(TABLE[type])} o`;
  const day = (moment: SQL) => sql`to_char(${moment} at time zone ${settings.shop.time_zone}, 'YYYY-MM-DD')`;
  // As in ISO 8601, the last day inside: in their order by name closures are in that of time.
  return sql`(select c.id, c.public_message, (${day(sql`c.starts_at`)} || '/' ||
      ${day(sql`(c.ends_at - interval '1 millisecond')`)})::varchar as name
    from closures c where c.ends_at > ${now.toISOString()}::timestamptz and c.public_message <> '') o`;
}

/** The column of a part that names what it belongs to; anything else belongs to itself. */
export function ownerOf(type: ContentType): SQL {
  if (isPicture(type)) return sql`o.owner`;
  return type === 'variant' ? sql`o.product_id` : type === 'package_item' ? sql`o.package_id` : sql`o.id`;
}

/** What makes the address of the picture that row `o` describes. */
export const pictureOf = (type: ContentType): SQL => (isPicture(type) ? sql`o.picture` : sql`null::json`);

/** Condition: it is in use, shown or not. What is archived is translated when it comes back. */
export function isInUse(type: ContentType): SQL {
  if (isOfSettings(type) || type === 'closure' || type === 'shop_picture') return sql`true`;
  if (isPicture(type)) {
    const owners = sql.identifier(TABLE[PART_OF[type]]);
    return sql`exists (select from ${owners} w where w.id = o.owner and w.archived_at is null)`;
  }
  if (type === 'package_item')
    return sql`exists (select from packages w where w.id = o.package_id and w.archived_at is null)`;
  if (type === 'variant') {
    return sql`o.archived_at is null and exists (
      select from products w where w.id = o.product_id and w.archived_at is null)`;
  }
  return sql`o.archived_at is null`;
}

export const nameOf = (kind: TranslatedKind): string => `o.${NAME[kind]}`;

/** The column in which things are looked for. */
export const searchedIn = (kind: TranslatedKind): string => (kind === 'closure' ? 'o.public_message' : nameOf(kind));

/** As `attributeLines` says it. */
const ATTRIBUTES = `(select string_agg(a.name || ': ' || a.value, E'\\n' order by a.place)
  from jsonb_each_text(o.attributes) with ordinality a(name, value, place))`;

const textOf = (type: ContentType, field: string): string =>
  type === 'product' && field === 'attributes' ? ATTRIBUTES : `o.${field}::text`;

/** `(field_name, place, source)` of row `o`, one row for each field that can be translated. */
export const fieldsOf = (type: ContentType): SQL =>
  sql`(values ${sql.join(
    Object.keys(fieldsOfType(type)).map((field, at) => sql`(${sql.raw(`'${field}', ${at}, ${textOf(type, field)}`)})`),
    sql`, `,
  )})`;

/** The same with type, id and picture, for what is translated with row `o` as well: a lateral table of fields. */
export function fieldsOfObject(kind: TranslatedKind): SQL {
  const own = sql`select ${sql.raw(`'${kind}'`)} as content_type, o.id as object_id, 0 as part, f.field_name, f.place,
    f.source, null::json as picture from ${fieldsOf(kind)} f(field_name, place, source)`;
  return sql`(${own} ${partsOf(kind)} ${descriptionsOf(kind)})`;
}

function partsOf(kind: TranslatedKind): SQL {
  if (kind === PART_OF.variant) {
    return sql`union all select 'variant', v.id, v.position, 'title', 0, v.title::text, null
      from product_variants v where v.product_id = o.id and v.archived_at is null`;
  }
  if (kind === PART_OF.package_item) {
    return sql`union all select 'package_item', i.id, i.position, 'label', 0, i.label::text, null
      from package_items i where i.package_id = o.id`;
  }
  return sql``;
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
