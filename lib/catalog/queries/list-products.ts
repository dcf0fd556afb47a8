import 'server-only';
import { eq, type SQL, sql } from 'drizzle-orm';
import type { Context } from '#lib/context';
import { countUpTo } from '#lib/count';
import { EXACT_FOUND, EXACT_TOTAL, type Page } from '#lib/paging';
import {
  amountKey,
  beyond,
  type KeyReader,
  momentKey,
  orderBy,
  type Position,
  readCursor,
  textKey,
  writeCursor,
} from '#lib/sorted-cursor';
import type { ListProducts } from '../input.ts';
import type { ProductCard } from '../output.ts';
import { productsIn } from './in-language.ts';
import { toPage } from './page-of.ts';
import { filterConditions } from './product-filters.ts';
import { c, cardColumns, p, shopOf, toCard } from './product-rows.ts';
import { exactSearch, rankedHits, type Search, similarSearch } from './product-search.ts';
import { bySales } from './sales.ts';

const LIMIT = 20;

type Order = {
  key: SQL;
  isDescending: boolean;
  /** Reads the sort key back from a cursor; without it the list goes on by counting. */
  readKey?: KeyReader;
  toCursor?: (card: ProductCard) => string | number;
  isBySales?: boolean;
  isByRank?: boolean;
};

/** What nothing orders for good goes on by counting. */
const noKey: KeyReader = () => null;

const BY_AGE = {
  key: sql`p.created_at`,
  readKey: momentKey,
  toCursor: (card: ProductCard) => card.created_at,
};
const BY_NAME = {
  key: sql`p.name`,
  readKey: textKey,
  toCursor: (card: ProductCard) => card.name,
};
const BY_PRICE = {
  key: sql`p.price_minor`,
  readKey: amountKey,
  toCursor: (card: ProductCard) => Math.round(card.price * 100),
};

function orderOf(sort: NonNullable<ListProducts['sort']>, isSearch: boolean): Order {
  const isDescending = sort.startsWith('-');
  switch (sort) {
    case 'relevance':
      return isSearch ? { key: sql`p.rank`, isDescending: true, isByRank: true } : { ...BY_AGE, isDescending: true };
    case 'popularity':
    case '-popularity':
      return { key: sql`p.rank`, isDescending: !isDescending, isBySales: true };
    case 'name':
    case '-name':
      return { ...BY_NAME, isDescending };
    case 'price':
    case '-price':
      return { ...BY_PRICE, isDescending };
    case 'created_at':
      return { ...BY_AGE, isDescending: false };
    default:
      return { ...BY_AGE, isDescending: true };
  }
}

/**
 * Products on sale, by filters and words. Words must each begin a word of the product; when nothing is found like
 * that, the closest words of the shop are taken for them. `min_price` and `max_price` in minor units. A fixed number of
 * queries whatever the page holds. Throws REQ_001 for a foreign cursor.
 */
export async function listProducts(ctx: Context, input: ListProducts = {}): Promise<Page<ProductCard>> {
  const shop = await shopOf(ctx);
  const limit = input.limit ?? LIMIT;
  const words = (input.q ?? input.search ?? '').trim();
  const sort = input.sort ?? (words === '' ? 'newest' : 'relevance');
  const filters = filterConditions(input, shop.openDays);

  const countOf = (search: Search | null, sure?: number) =>
    countUpTo(ctx, fromClause(search, filters), search || looksAtRows(input) ? EXACT_FOUND : EXACT_TOTAL, sure);
  const itemsOf = async (search: Search | null, order: Order) => {
    const at = input.cursor === undefined ? null : readCursor(input.cursor, sort);
    const offset = at === null ? ((input.page ?? 1) - 1) * limit : 'o' in at ? at.o : 0;
    const page = await pageOf(ctx, order, { at, search, filters, most: offset + limit + 1 });
    // One row more than asked for tells whether the list goes on.
    const rows = await ctx.db
      .select({ ...cardColumns(shop), total: sql<number | null>`page.total` })
      .from(sql`(${page} limit ${limit + 1} offset ${offset}) page`)
      .innerJoin(p, sql`p.id = page.id`)
      .innerJoin(c, eq(c.id, p.categoryId))
      .orderBy(sql`page.place`);
    const items = rows.slice(0, limit).map((row) => toCard(row, shop));
    const last = rows.length > limit ? items.at(-1) : undefined;
    const isNone = order.isByRank && rows.length === 0 && offset === 0;
    return {
      items: await productsIn(ctx, items),
      total: isNone ? 0 : (rows[0]?.total ?? null),
      // The cursor holds what the list is sorted by: the name at the source, in whatever language it is read.
      next: last === undefined ? null : cursorAfter(last, order, sort, offset + limit),
    };
  };
  const answer = async (search: Search | null) => {
    const order = orderOf(sort, search !== null);
    // Hits that were all ranked were counted on the way.
    const [found, counted] = await Promise.all([itemsOf(search, order), order.isByRank ? null : countOf(search)]);
    const total =
      found.total === null
        ? (counted ?? (await countOf(search, found.items.length > 0 ? SEEN : undefined)))
        : { total: found.total, total_exact: true };
    return toPage(found.items, input.page ?? 1, limit, total, found.next);
  };

  if (words === '') return answer(null);
  const exact = await exactSearch(ctx, words);
  if (exact === null) return toPage([], input.page ?? 1, limit, { total: 0, total_exact: true }, null);
  const found = await answer(exact);
  if (found.total > 0) return found;
  const similar = await similarSearch(ctx, words);
  return similar === null ? found : answer(similar);
}

/** Where a page is full, what the planner expects is no mere guess: so many times what is counted, and nobody counts. */
const SEEN = 1.5;

/** No index alone counts what these ask. */
const looksAtRows = ({ min_price, max_price, in_stock, available_on, allergen_free }: ListProducts): boolean =>
  [min_price, max_price, in_stock, available_on, allergen_free].some((asked) => asked !== undefined);

const fromClause = (search: Search | null, conditions: SQL[]): SQL => sql`
  products p ${search?.join ?? sql``}
  where ${sql.join(search ? [...conditions, search.condition] : conditions, sql` and `)}`;

type Cut = { search: Search | null; at: Position | null; filters: SQL[]; most: number };

/** Ids of one page with their place. Only these few rows are then read in full. */
async function pageOf(ctx: Context, order: Order, { at, search, filters, most }: Cut): Promise<SQL> {
  const by = { column: order.key, id: sql`p.id`, isDescending: order.isDescending, readKey: order.readKey ?? noKey };
  const sorted = orderBy(by);
  const place = sql`row_number() over (order by ${sorted}) as place`;
  if (order.isByRank && search !== null) {
    const hits = rankedHits(search, { from: fromClause(search, filters), filters, most });
    return sql`select p.id, ${place}, case when p.is_all then (count(*) over ())::int end as total
      from ${hits} order by ${sorted}`;
  }
  const from = (more: readonly SQL[]) => fromClause(search, [...filters, ...more]);
  const found = order.isBySales
    ? sql`(${await bySales(ctx, from, { isDescending: order.isDescending, most })}) p`
    : from(at !== null && 'k' in at ? [beyond(by, at)] : []);
  return sql`select p.id, ${place}, null::int as total from ${found} order by ${sorted}`;
}

function cursorAfter(last: ProductCard, order: Order, sort: string, offset: number): string {
  return order.toCursor === undefined
    ? writeCursor({ s: sort, o: offset })
    : writeCursor({ s: sort, k: order.toCursor(last), i: last.id });
}
