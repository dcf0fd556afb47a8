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
import { exactSearch, type Search, similarSearch } from './product-search.ts';
import { bySales } from './sales.ts';

const LIMIT = 20;

type Order = {
  key: SQL;
  isDescending: boolean;
  /** Reads the sort key back from a cursor; without it the list goes on by counting. */
  readKey?: KeyReader;
  toCursor?: (card: ProductCard) => string | number;
  isBySales?: boolean;
  /** Each hit is read for its rank, and so counted on the way. */
  countsItself?: boolean;
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

function orderOf(sort: NonNullable<ListProducts['sort']>, rank: SQL | null): Order {
  const isDescending = sort.startsWith('-');
  switch (sort) {
    case 'relevance':
      return rank === null ? { ...BY_AGE, isDescending: true } : { key: rank, isDescending: true, countsItself: true };
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

  const countOf = (search: Search | null) =>
    countUpTo(ctx, fromClause(search, filters), search || looksAtRows(input) ? EXACT_FOUND : EXACT_TOTAL);
  const itemsOf = async (search: Search | null) => {
    const order = orderOf(sort, search?.rank ?? null);
    const at = input.cursor === undefined ? null : readCursor(input.cursor, sort);
    const offset = at === null ? ((input.page ?? 1) - 1) * limit : 'o' in at ? at.o : 0;
    const cut = { at, search, conditions: filters, most: offset + limit + 1 };
    const page = await pageOf(ctx, order, cut);
    // One row more than asked for tells whether the list goes on.
    const rows = await ctx.db
      .select({ ...cardColumns(shop), total: order.countsItself ? sql<number>`page.total` : sql<null>`null` })
      .from(sql`(${page} limit ${limit + 1} offset ${offset}) page`)
      .innerJoin(p, sql`p.id = page.id`)
      .innerJoin(c, eq(c.id, p.categoryId))
      .orderBy(sql`page.place`);
    const items = rows.slice(0, limit).map((row) => toCard(row, shop));
    const last = rows.length > limit ? items.at(-1) : undefined;
    // The cursor holds what the list is sorted by: the name at the source, in whatever language it is read.
    const total = order.countsItself ? (rows[0]?.total ?? (offset === 0 ? 0 : null)) : null;
    return {
      items: await productsIn(ctx, items),
      total: total === null ? null : { total, total_exact: true },
      next: last === undefined ? null : cursorAfter(last, order, sort, offset + limit),
    };
  };
  const answer = async (search: Search | null) => {
    const isCounted = search !== null && sort === 'relevance';
    const [found, counted] = await Promise.all([itemsOf(search), isCounted ? null : countOf(search)]);
    // A page behind the last says nothing about those before it.
    const total = counted ?? found.total ?? (await countOf(search));
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

/** No index alone counts what these ask. */
const looksAtRows = ({ min_price, max_price, in_stock, available_on, allergen_free }: ListProducts): boolean =>
  [min_price, max_price, in_stock, available_on, allergen_free].some((asked) => asked !== undefined);

const fromClause = (search: Search | null, conditions: SQL[]): SQL => sql`
  products p ${search?.join ?? sql``}
  where ${sql.join(search ? [...conditions, search.condition] : conditions, sql` and `)}`;

type Cut = { search: Search | null; at: Position | null; conditions: SQL[]; most: number };

/** Ids of one page with their place. Only these few rows are then read in full. */
async function pageOf(ctx: Context, order: Order, { at, search, conditions, most }: Cut): Promise<SQL> {
  const by = { column: order.key, id: sql`p.id`, isDescending: order.isDescending, readKey: order.readKey ?? noKey };
  const sorted = orderBy(by);
  const from = (more: readonly SQL[]) => fromClause(search, [...conditions, ...more]);
  const found = order.isBySales
    ? sql`(${await bySales(ctx, from, { isDescending: order.isDescending, most })}) p`
    : from(at !== null && 'k' in at ? [beyond(by, at)] : []);
  const total = order.countsItself ? sql`, (count(*) over ())::int as total` : sql``;
  return sql`select p.id, row_number() over (order by ${sorted}) as place ${total} from ${found} order by ${sorted}`;
}

function cursorAfter(last: ProductCard, order: Order, sort: string, offset: number): string {
  return order.toCursor === undefined
    ? writeCursor({ s: sort, o: offset })
    : writeCursor({ s: sort, k: order.toCursor(last), i: last.id });
}
