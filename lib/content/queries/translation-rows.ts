import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { type Context, requireRole } from '#lib/context';
import { countUpTo } from '#lib/count';
import { DomainError } from '#lib/errors';
import type { ContentType } from '#lib/i18n/content-fields';
import type { Language } from '#lib/i18n/languages';
import { sourceHash } from '#lib/i18n/source-hash';
import { type Page, pageWith } from '#lib/paging';
import { readCursor, writeCursor } from '#lib/sorted-cursor';
import type { ListTranslations } from '../translation-input.ts';
import type { TranslatableTexts, Translation, TranslationFigures } from '../translation-output.ts';
import { CONTENT_TYPES, type TranslatedKind, type TranslationState } from '../translation-rules.ts';
import { MOST_LOOKED_AT, neighborsOf, readTranslatable } from './translatables.ts';
import { type SmallPicture, smallUrl } from './translated-pictures.ts';
import { getCompleteness } from './translation-figures.ts';
import {
  fieldsOf,
  fieldsOfObject,
  hasSource,
  isInUse,
  isOutOfDate,
  languageRows,
  pictureOf,
  rowsOf,
  type TranslationShop,
  translationOf,
  translationShop,
} from './translation-sources.ts';

type Row = Omit<Translation, 'source_hash' | 'updated_at' | 'image_url'> & {
  updated_at: string | null;
  picture: SmallPicture | null;
  field: number;
  lang: number;
};

const columns = sql`f.content_type, f.object_id, l.code as language_code, f.field_name, t.translated_text,
  f.source as source_text, f.picture, ${isOutOfDate} as is_out_of_date, t.updated_at, f.place as field, l.place::int as lang`;

const toDto = ({ field, lang, updated_at, picture, ...row }: Row): Translation => ({
  ...row,
  image_url: smallUrl(picture),
  source_hash: sourceHash(row.source_text),
  updated_at: updated_at === null ? null : new Date(updated_at).toISOString(),
});

const STATES: Record<TranslationState, SQL> = {
  open: sql`(t.id is null or ${isOutOfDate})`,
  missing: sql`t.id is null`,
  out_of_date: sql`${isOutOfDate}`,
  complete: sql`t.id is not null and not ${isOutOfDate}`,
};

const SORT = 'rows';
type Place = { type: number; id: string; field: number; lang: number };

/** The row that a page ended with: kind, object, field and language order the list. Throws REQ_001. */
function readPlace(cursor: string): Place {
  const at = readCursor(cursor, SORT);
  const parts = 'k' in at && typeof at.k === 'string' ? /^(\d{1,2})\.(\d{1,2})\.(\d{1,2})$/.exec(at.k) : null;
  if (!('k' in at) || !parts) throw new DomainError('REQ_001', { parameter: 'cursor' });
  const [type = 0, field = 0, lang = 0] = parts.slice(1).map(Number);
  return { type, id: at.i, field, lang };
}

type Listed = { shop: TranslationShop; type: ContentType; asked: ListTranslations; from: Place | null };

/** The things of one kind from somewhere on, by their key. */
function thingsOf({ shop, type, asked, from }: Listed): SQL {
  const conditions = [isInUse(type)];
  if (asked.object_id !== undefined) conditions.push(sql`o.id = ${asked.object_id}::uuid`);
  if (from?.type === CONTENT_TYPES.indexOf(type)) conditions.push(sql`o.id >= ${from.id}::uuid`);
  return sql`${rowsOf(type, shop)} where ${sql.join(conditions, sql` and `)} order by o.id`;
}

/** Their texts in their languages, as far as the filters let them through, of as many as one call looks at. */
function branch(listed: Listed): SQL {
  const { shop, type, asked, from } = listed;
  const languages = shop.languages.filter((one) => (asked.language_code ?? one) === one);
  const conditions = [hasSource];
  if (asked.state !== undefined) conditions.push(STATES[asked.state]);
  if (from?.type === CONTENT_TYPES.indexOf(type)) {
    conditions.push(sql`(o.id, f.place, l.place) > (${from.id}::uuid, ${from.field}::int, ${from.lang}::bigint)`);
  }
  return sql`(select o.* from ${thingsOf(listed)} limit ${MOST_LOOKED_AT}) o
    cross join lateral (select ${sql.raw(`'${type}'`)} as content_type, o.id as object_id, v.*, ${pictureOf(type)} as picture
      from ${fieldsOf(type)} v(field_name, place, source)) f
    cross join ${languageRows(languages)} ${translationOf}
    where ${sql.join(conditions, sql` and `)}`;
}

/** Where the first kind ends that has more things than one call looks at; null when all are looked at. */
async function endOfLook(ctx: Context, listed: readonly Listed[]): Promise<{ at: number; id: string } | null> {
  const parts = listed.map(
    (one) => sql`(select ${CONTENT_TYPES.indexOf(one.type)}::int as at, o.id from ${thingsOf(one)}
      limit 2 offset ${MOST_LOOKED_AT - 1})`,
  );
  if (parts.length === 0) return null;
  const rows = await ctx.db.execute<{ at: number; id: string }>(
    sql`select at, id from (${sql.join(parts, sql` union all `)}) r order by at, id`,
  );
  return [...rows].find(({ at }, place) => rows[place + 1]?.at === at) ?? null;
}

/**
 * For staff: what the shop wrote, field by field, with its translation into each other language; beside the page how far
 * each language is. Where so much has to be looked at that one call does not do, a page comes short and its cursor goes
 * on. Throws REQ_001 for a foreign cursor.
 */
export async function listTranslations(
  ctx: Context,
  input: ListTranslations,
): Promise<Page<Translation> & TranslationFigures> {
  requireRole(ctx, 'staff');
  const shop = await translationShop(ctx);
  const { limit, page, cursor, content_type } = input;
  const from = cursor === undefined ? null : readPlace(cursor);
  const types = CONTENT_TYPES.filter((type) => (content_type ?? type) === type);
  const rest = types.filter((type) => from === null || CONTENT_TYPES.indexOf(type) >= from.type);
  const skip = from === null ? (page - 1) * limit : 0;
  // Each branch ends by itself: none is read further than this page can show of it.
  const listed = rest.map((type): Listed => ({ shop, type, asked: input, from }));
  const whole = types.map((type): Listed => ({ shop, type, asked: input, from: null }));
  const parts = listed.map(
    (one) => sql`(select ${CONTENT_TYPES.indexOf(one.type)}::int as at, ${columns} from ${branch(one)}
      order by o.id, f.place, l.place limit ${skip + limit + 1})`,
  );
  const everything = whole.map((one) => sql`(select 1 from ${branch(one)})`);
  const [found, end, endOfAll, total, figures] = await Promise.all([
    parts.length === 0
      ? []
      : ctx.db.execute<Row & { at: number }>(sql`
          select * from (${sql.join(parts, sql` union all `)}) r
          order by at, object_id, field, lang limit ${limit + 1} offset ${skip}`),
    endOfLook(ctx, listed),
    from === null ? null : endOfLook(ctx, whole),
    countUpTo(ctx, sql`(${sql.join(everything, sql` union all `)}) r`),
    getCompleteness(ctx),
  ]);
  // What comes after a kind that was not looked at whole comes after the rest of it.
  const rows = [...found].filter(({ at }) => end === null || at <= end.at);
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  const stop = last ? { ...last, id: last.object_id } : end && { ...end, field: 99, lang: 99 };
  const counted = {
    page,
    limit,
    total: total.total,
    total_exact: total.total_exact && end === null && endOfAll === null,
  };
  return {
    ...pageWith(
      shown.map(({ at, ...row }) => toDto(row)),
      counted,
      stop ? writeCursor({ s: SORT, k: `${stop.at}.${stop.field}.${stop.lang}`, i: stop.id }) : null,
    ),
    ...figures,
  };
}

/**
 * For staff: everything of one object that has a text, or a translation of a text that is gone, beside its translation
 * into `language`. Null when there is no such object in use.
 */
export async function getTranslatable(
  ctx: Context,
  { kind, id, language }: { kind: TranslatedKind; id: string; language: Language },
): Promise<TranslatableTexts | null> {
  requireRole(ctx, 'staff');
  const shop = await translationShop(ctx);
  const found = await readTranslatable(ctx, shop, { kind, id });
  if (!found) return null;
  const [rows, neighbors] = await Promise.all([
    ctx.db.execute<Row>(sql`
      select ${columns} from ${rowsOf(kind, shop)} cross join lateral ${fieldsOfObject(kind)} f
      cross join ${languageRows([language])} ${translationOf}
      where o.id = ${id}::uuid and (${hasSource} or t.id is not null)
      order by f.part, f.object_id, f.place`),
    neighborsOf(ctx, shop, { ...found, kind, language }),
  ]);
  return {
    kind,
    ...found,
    texts: [...rows].map((row) => toDto({ ...row, source_text: row.source_text ?? '' })),
    neighbors,
  };
}
