import 'server-only';
import { eq, type SQL, sql } from 'drizzle-orm';
import { type Context, requireRole } from '#lib/context';
import { countUpTo, pageWithTotal, type Total } from '#lib/count';
import { nameHas } from '#lib/name-search';
import { EXACT_FOUND, EXACT_TOTAL, type Page } from '#lib/paging';
import { partOf } from '#lib/part-of';
import { isUuid } from '#lib/slug';
import {
  amountKey,
  beyond,
  type KeyReader,
  momentKey,
  orderBy,
  readCursor,
  textKey,
  writeCursor,
} from '#lib/sorted-cursor';
import type { ListDeskProducts } from '../input.ts';
import type { DeskProduct, DeskProductCard } from '../output.ts';
import { isLow, toTextQuery } from '../rules.ts';
import { toPage } from './page-of.ts';
import { c, cardColumns, detailColumns, p, shopOf, toCard, toVariant, type VariantRow } from './product-rows.ts';

type CardParts = Parameters<typeof toCard>[0] & { archivedAt: Date | null };
type Sort = { column: SQL; readKey: KeyReader; keyOf: (row: CardParts) => string | number };

/** The first unarchived variant by position. */
const defaultVariant = sql`product_variants v on v.product_id = p.id and v.archived_at is null and not exists (
  select 1 from product_variants e
  where e.product_id = v.product_id and e.archived_at is null and (e.position, e.id) < (v.position, v.id))`;

/** They come in order, the archived last: the first gives price and stock. */
const firstOf = ({ variants: [first] }: CardParts) => first;

const BY_AGE: Sort = { column: sql`p.created_at`, readKey: momentKey, keyOf: (row) => row.createdAt.toISOString() };
const SORTS: Record<string, Sort> = {
  name: { column: sql`p.name`, readKey: textKey, keyOf: (row) => row.name },
  price: { column: sql`p.price_minor`, readKey: amountKey, keyOf: (row) => firstOf(row)?.priceMinor ?? 0 },
  stock: { column: sql`v.stock_quantity`, readKey: amountKey, keyOf: (row) => firstOf(row)?.stockQuantity ?? 0 },
};

const STATES: Record<NonNullable<ListDeskProducts['state']>, SQL> = {
  active: sql`p.active and p.archived_at is null`,
  hidden: sql`not p.active and p.archived_at is null`,
  archived: sql`p.archived_at is not null`,
  all: sql`p.archived_at is null`,
};

const toDeskVariant = (row: VariantRow) => ({
  ...toVariant(row),
  low_stock_threshold: row.lowStockThreshold,
  load_points: row.loadPoints,
  is_low: row.archivedAt === null && isLow(row),
  weekly_plan: row.weeklyPlan ?? null,
  today: row.today ? { ...row.today, left: row.today.planned - row.today.sold } : null,
  archived_at: row.archivedAt === null ? null : new Date(row.archivedAt).toISOString(),
});

function toDeskCard(row: CardParts, shop: { currency: string }): DeskProductCard {
  const variants = row.variants.map(toDeskVariant);
  return {
    ...toCard(row, shop),
    variants,
    is_low: variants.some((variant) => variant.is_low),
    archived_at: row.archivedAt?.toISOString() ?? null,
  };
}

/** Looked up one by one: as a join the planner, which expects many, would read all products for a handful of them. */
const isAmong = (ids: SQL): SQL => sql`p.id = any(array(${ids}))`;

const wordsOf = (input: ListDeskProducts): string => (input.q ?? input.search ?? '').trim();

/** What says whether a product has the words: read with each product, or found by the indexes of name, words and SKU. */
type Way = 'read' | 'found';

const all = (conditions: SQL[]): SQL => sql.join(conditions, sql` and `);

const withSku = (words: string): SQL =>
  sql`select product_id from product_variants where ${partOf(sql`lower(sku::text)`, words)}`;

function hasWords(words: string, way: Way, bySku: SQL): SQL {
  const query = toTextQuery(words);
  const byWords = query === null ? sql`` : sql`or search @@ to_tsquery('barrow', ${query})`;
  const byName = sql`(${nameHas('name', words)} ${byWords})`;
  // Name and words have an index each of one table and are read together; a SKU has its own elsewhere. As conditions of
  // the list itself the planner, which cannot tell rare beginnings of words, would walk all of it for a rare one.
  return way === 'found'
    ? isAmong(sql`select id from products where ${byName} union ${bySku}`)
    : sql`(${byName} or ${isAmong(bySku)})`;
}

function conditionsOf(input: ListDeskProducts, way: Way, bySku: SQL = withSku(wordsOf(input))): SQL[] {
  const found: SQL[] = [STATES[input.state ?? 'all']];
  const words = wordsOf(input);
  if (words !== '') found.push(hasWords(words, way, bySku));
  if (input.category !== undefined) {
    found.push(
      isUuid(input.category)
        ? sql`p.category_id = ${input.category}::uuid`
        : sql`p.category_id in (select id from categories where slug = ${input.category})`,
    );
  }
  if (input.featured !== undefined) found.push(input.featured ? sql`p.featured` : sql`not p.featured`);
  if (input.low_stock) {
    // As the index of what runs out has it.
    found.push(
      isAmong(sql`select l.product_id from product_variants l where l.archived_at is null
        and l.stock_mode = 'tracked' and l.stock_quantity <= l.low_stock_threshold`),
    );
  }
  return found;
}

/**
 * The newest products with the words. Of a word that so many carry that the newest thousand fill a page, these are the
 * page; only where they do not, the indexes are asked, which name all there are.
 */
function newestWith(input: ListDeskProducts, limit: number): SQL {
  const by = (way: Way) => all(conditionsOf(input, way, sql`select product_id from by_sku`));
  return sql`(
  with by_sku as materialized (${withSku(wordsOf(input))}), newest as materialized (
    select p.id, p.created_at from (select * from products order by created_at desc, id desc limit 1000) p
    where ${by('read')} order by p.created_at desc, p.id desc limit ${limit + 1})
  select id, created_at from newest where (select count(*) from newest) > ${limit}
  union all
  select p.id, p.created_at from products p where (select count(*) from newest) <= ${limit} and ${by('found')})`;
}

/** Where a page is full, what the planner expects is no mere guess: so many times what is counted, and nobody counts. */
const SEEN = 2;

/**
 * For staff: products by name, SKU, category and state (`all` = everything but archived), newest first unless `sort` says
 * otherwise. Throws REQ_001 for a foreign cursor.
 */
export async function listDeskProducts(ctx: Context, input: ListDeskProducts = {}): Promise<Page<DeskProductCard>> {
  requireRole(ctx, 'staff');
  const shop = await shopOf(ctx);
  const limit = input.limit ?? 20;
  const page = input.page ?? 1;
  const sort = input.sort ?? '-created_at';
  const { keyOf, ...key } = SORTS[sort.replace('-', '')] ?? BY_AGE;
  const by = { ...key, id: sql`p.id`, isDescending: sort.startsWith('-') };
  const sorted = orderBy(by);
  // Every product keeps a variant that is not archived. Orders change its stock, so the product does not repeat it.
  const variant = sort.endsWith('stock') ? sql`join ${defaultVariant}` : sql``;
  const from = input.cursor === undefined ? null : readCursor(input.cursor, sort);
  const rowsOf = (list: SQL) =>
    ctx.db
      .select({ ...cardColumns(shop, 'all'), archivedAt: p.archivedAt })
      .from(sql`(select p.id, row_number() over (order by ${sorted}) as place
        from ${list} order by ${sorted} limit ${limit + 1} offset ${from ? 0 : (page - 1) * limit}) page`)
      .innerJoin(p, sql`p.id = page.id`)
      .innerJoin(c, eq(c.id, p.categoryId))
      .orderBy(sql`page.place`);
  const toList = (rows: CardParts[], total: Total) => pageOf(rows, total, { page, limit, sort, keyOf, shop });

  if (wordsOf(input) !== '' && sort === '-created_at' && from === null && page === 1) {
    const read = all(conditionsOf(input, 'read'));
    return toList(
      ...(await pageWithTotal(rowsOf(sql`${newestWith(input, limit)} p`), limit, () =>
        countUpTo(ctx, sql`products p where ${read}`, EXACT_FOUND, SEEN),
      )),
    );
  }
  const found = all(conditionsOf(input, 'found'));
  const [rows, total] = await Promise.all([
    rowsOf(sql`products p ${variant} where ${from ? all([found, beyond(by, from)]) : found}`),
    countUpTo(ctx, sql`products p where ${found}`, wordsOf(input) === '' ? EXACT_TOTAL : EXACT_FOUND),
  ]);
  return toList(rows, total);
}

type Shown = { page: number; limit: number; sort: string; keyOf: Sort['keyOf']; shop: { currency: string } };

function pageOf(rows: CardParts[], total: Total, { page, limit, sort, keyOf, shop }: Shown): Page<DeskProductCard> {
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  const next = last ? writeCursor({ s: sort, k: keyOf(last), i: last.id }) : null;
  return toPage(
    shown.map((row) => toDeskCard(row, shop)),
    page,
    limit,
    total,
    next,
  );
}

/** For staff: one product with everything, archived variants last; null when there is none. */
export async function getDeskProduct(ctx: Context, id: string): Promise<DeskProduct | null> {
  requireRole(ctx, 'staff');
  const shop = await shopOf(ctx);
  const [row] = await ctx.db
    .select({ ...cardColumns(shop, 'all'), ...detailColumns, archivedAt: p.archivedAt })
    .from(p)
    .innerJoin(c, eq(c.id, p.categoryId))
    .where(sql`p.id = ${id}::uuid`);
  if (!row) return null;
  return {
    ...toDeskCard(row, shop),
    details: row.details,
    ingredients: row.ingredients,
    attributes: row.attributes,
  };
}
