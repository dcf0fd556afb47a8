import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { type Context, requireRole } from '#lib/context';
import { countUpTo } from '#lib/count';
import type { Language } from '#lib/i18n/languages';
import { nameHas } from '#lib/name-search';
import { type Page, pageWith } from '#lib/paging';
import { beyond, orderBy, readCursor, type SortedBy, textKey, writeCursor } from '#lib/sorted-cursor';
import type { ListTranslatables } from '../translation-input.ts';
import type { Translatable } from '../translation-output.ts';
import type { TranslatedKind, TranslationState } from '../translation-rules.ts';
import {
  fieldsOfObject,
  hasSource,
  isInUse,
  isOutOfDate,
  languageRows,
  nameOf,
  rowsOf,
  searchedIn,
  type TranslationShop,
  translationOf,
  translationShop,
} from './translation-sources.ts';

/** Whether something is translated is known only by looking at it: one call looks at so many, however many there are. */
export const MOST_LOOKED_AT = 10_000;

const SORT = 'name';

type Figures = Translatable['languages'];
type Row = { id: string; name: string; languages: Figures };
type Asked = { kind: TranslatedKind; state?: TranslationState | undefined; language?: Language | undefined };

const byName = (kind: TranslatedKind, isDescending = false): SortedBy => ({
  column: sql.raw(nameOf(kind)),
  id: sql`o.id`,
  isDescending,
  readKey: textKey,
});

/** Per language what there is of row `o`, as a lateral table `s` with one row. */
const figuresOf = (kind: TranslatedKind, languages: readonly Language[]): SQL => sql`lateral (
  select coalesce(json_agg(json_build_object('language_code', code, 'fields', fields, 'translated', translated,
      'out_of_date', out_of_date) order by at), '[]'::json) as languages,
    coalesce(sum(fields - translated), 0) as missing, coalesce(sum(out_of_date), 0) as out_of_date
  from (select l.code, l.place as at, count(*) as fields, count(t.id) as translated,
      count(*) filter (where ${isOutOfDate}) as out_of_date
    from ${fieldsOfObject(kind)} f cross join ${languageRows(languages)} ${translationOf}
    where ${hasSource} group by l.code, l.place) per_language) s`;

const STATES: Record<TranslationState, SQL> = {
  open: sql`s.missing + s.out_of_date > 0`,
  missing: sql`s.missing > 0`,
  out_of_date: sql`s.out_of_date > 0`,
  complete: sql`s.missing + s.out_of_date = 0`,
};

function conditionsOf({ kind, q }: { kind: TranslatedKind; q?: string | undefined }): SQL {
  const isSearched = q !== undefined && q.trim() !== '' && kind !== 'shop';
  return isSearched ? sql`${isInUse(kind)} and ${nameHas(searchedIn(kind), q)}` : isInUse(kind);
}

/** Ids and names in order, from somewhere on, and no more than one call looks at. */
const walk = (kind: TranslatedKind, shop: TranslationShop, where: SQL, by: SortedBy): SQL => sql`(
  select o.id, ${sql.raw(nameOf(kind))} as name from ${rowsOf(kind, shop)} where ${where}
  order by ${orderBy(by)} limit ${MOST_LOOKED_AT})`;

/** Those of a walk that are in the state, with their figures in all languages; `counted` are the languages that decide. */
function matches(asked: Asked, shop: TranslationShop, walked: SQL): SQL {
  const { kind, state, language } = asked;
  const counted = language === undefined ? shop.languages : shop.languages.filter((one) => one === language);
  return sql`${walked} w join ${rowsOf(kind, shop)} on o.id = w.id
    ${state === undefined ? sql`` : sql`cross join ${figuresOf(kind, counted)}`}
    ${state === undefined ? sql`` : sql`where ${STATES[state]}`}`;
}

async function read(
  ctx: Context,
  shop: TranslationShop,
  asked: Asked & { where: SQL; by: SortedBy; limit: number; offset?: number },
): Promise<Row[]> {
  const { kind, where, by, limit, offset = 0 } = asked;
  const direction = by.isDescending ? sql`desc` : sql`asc`;
  const rows = await ctx.db.execute<Row>(sql`
    select page.id, page.name, s.languages from (
      select w.id, w.name from ${matches(asked, shop, walk(kind, shop, where, by))}
      order by w.name ${direction}, w.id ${direction} limit ${limit} offset ${offset}) page
    join ${rowsOf(kind, shop)} on o.id = page.id
    cross join ${figuresOf(kind, shop.languages)}
    order by page.name ${direction}, page.id ${direction}`);
  return [...rows];
}

/** The last that a walk looks at; null when it looks at everything there is. */
async function endOfWalk(ctx: Context, shop: TranslationShop, kind: TranslatedKind, where: SQL) {
  const rows = await ctx.db.execute<{ id: string; name: string }>(sql`
    select w.id, w.name from (select o.id, ${sql.raw(nameOf(kind))} as name from ${rowsOf(kind, shop)}
      where ${where} order by ${orderBy(byName(kind))} limit 2 offset ${MOST_LOOKED_AT - 1}) w`);
  return rows.length > 1 ? (rows[0] ?? null) : null;
}

/**
 * For staff: content by name with how far each language is. `state` counts in one `language`, or in any. Where so much
 * has to be looked at that one call does not do, a page comes short and its cursor goes on. Throws REQ_001.
 */
export async function listTranslatables(ctx: Context, input: ListTranslatables): Promise<Page<Translatable>> {
  requireRole(ctx, 'staff');
  const shop = await translationShop(ctx);
  const { kind, state, limit, page, cursor } = input;
  const by = byName(kind);
  const all = conditionsOf(input);
  const where = cursor === undefined ? all : sql`${all} and ${beyond(by, readCursor(cursor, SORT))}`;
  const offset = cursor === undefined ? (page - 1) * limit : 0;
  const isLong = state !== undefined;
  const [rows, total, end] = await Promise.all([
    read(ctx, shop, { ...input, where, by, limit: limit + 1, offset }),
    countUpTo(ctx, isLong ? matches(input, shop, walk(kind, shop, all, by)) : sql`${rowsOf(kind, shop)} where ${all}`),
    isLong ? endOfWalk(ctx, shop, kind, where) : null,
  ]);
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : end;
  return pageWith(
    shown.map((row) => ({ kind, ...row })),
    { page, limit, total: total.total, total_exact: total.total_exact && end === null },
    last ? writeCursor({ s: SORT, k: last.name, i: last.id }) : null,
  );
}

/** The nearest before and after something in the order of names that have something left to do in a language. */
export async function neighborsOf(
  ctx: Context,
  shop: TranslationShop,
  { kind, id, name, language }: { kind: TranslatedKind; id: string; name: string; language: Language },
): Promise<{ previous: string | null; next: string | null }> {
  const open = async (isDescending: boolean) => {
    const by = byName(kind, isDescending);
    const where = sql`${isInUse(kind)} and ${beyond(by, { s: SORT, k: name, i: id })}`;
    const [row] = await read(ctx, shop, { kind, language, state: 'open', where, by, limit: 1 });
    return row?.id ?? null;
  };
  const [previous, next] = await Promise.all([open(true), open(false)]);
  return { previous, next };
}

/** One by its id, in use, with its figures; null when there is none. */
export async function readTranslatable(
  ctx: Context,
  shop: TranslationShop,
  { kind, id }: { kind: TranslatedKind; id: string },
): Promise<Row | null> {
  const where = sql`${isInUse(kind)} and o.id = ${id}::uuid`;
  const [row] = await read(ctx, shop, { kind, where, by: byName(kind), limit: 1 });
  return row ?? null;
}
