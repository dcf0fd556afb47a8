import 'server-only';
import { eq, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Context } from '#lib/context';
import { countUpTo, type Total } from '#lib/count-up-to';
import { DomainError } from '#lib/errors';
import type { Page } from '#lib/paging';
import { type Position, readCursor, writeCursor } from '../cursor.ts';
import type { ListProducts } from '../input.ts';
import type { ProductCard } from '../output.ts';
import { toPage } from './page-of.ts';
import { c, cardColumns, p, shopOf, toCard } from './product-rows.ts';
import { defaultVariant, exactSearch, filterConditions, type Search, similarSearch } from './product-search.ts';
import { rankBySales } from './sales.ts';

const LIMIT = 20;

type Order = {
  key: SQL;
  isDescending: boolean;
  /** Reads the sort key back from a cursor; without it the list goes on by counting. */
  fromCursor?: (value: unknown) => SQL | null;
  toCursor?: (card: ProductCard) => string | number;
  needsVariant?: boolean;
};

const fromMoment = (value: unknown) => {
  const moment = z.iso.datetime().safeParse(value);
  return moment.success ? sql`${moment.data}::timestamptz` : null;
};
const fromName = (value: unknown) =>
  typeof value === 'string' && !value.includes('\0') ? sql`${value}::varchar` : null;
const fromPrice = (value: unknown) => {
  const price = z.int().min(0).safeParse(value);
  return price.success ? sql`${price.data}::bigint` : null;
};

const BY_AGE = {
  key: sql`p.created_at`,
  fromCursor: fromMoment,
  toCursor: (card: ProductCard) => card.created_at,
};
const BY_NAME = {
  key: sql`p.name`,
  fromCursor: fromName,
  toCursor: (card: ProductCard) => card.name,
};
const BY_PRICE = {
  key: sql`v.price_minor`,
  fromCursor: fromPrice,
  toCursor: (card: ProductCard) => Math.round(card.price * 100),
  needsVariant: true,
};

function orderOf(sort: NonNullable<ListProducts['sort']>, rank: SQL | null, sales: SQL): Order {
  const isDescending = sort.startsWith('-');
  switch (sort) {
    case 'relevance':
      return rank === null ? { ...BY_AGE, isDescending: true } : { key: rank, isDescending: true };
    case 'popularity':
    case '-popularity':
      return { key: sales, isDescending: !isDescending };
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
  const sales = sort.endsWith('popularity') ? await rankBySales(ctx) : sql`0`;
  const needsVariant = input.min_price !== undefined || input.max_price !== undefined;

  const countOf = (search: Search | null) =>
    countUpTo(ctx, fromClause(needsVariant, search ? [...filters, search.condition] : filters));
  const itemsOf = async (search: Search | null) => {
    const order = orderOf(sort, search?.rank ?? null, sales);
    const at = input.cursor === undefined ? null : readCursor(input.cursor, sort);
    const page = pageOf(order, at, needsVariant, search ? [...filters, search.condition] : filters);
    const offset = at === null ? ((input.page ?? 1) - 1) * limit : 'o' in at ? at.o : 0;
    // One row more than asked for tells whether the list goes on.
    const rows = await ctx.db
      .select(cardColumns(shop))
      .from(sql`(${page} limit ${limit + 1} offset ${offset}) page`)
      .innerJoin(p, sql`p.id = page.id`)
      .innerJoin(c, eq(c.id, p.categoryId))
      .orderBy(sql`page.place`);
    const items = rows.slice(0, limit).map((row) => toCard(row, shop));
    const last = rows.length > limit ? items.at(-1) : undefined;
    return { items, next: last === undefined ? null : cursorAfter(last, order, sort, offset + limit) };
  };
  const answer = ({ items, next }: Awaited<ReturnType<typeof itemsOf>>, total: Total) =>
    toPage(items, input.page ?? 1, limit, total, next);

  if (words === '') {
    const [items, total] = await Promise.all([itemsOf(null), countOf(null)]);
    return answer(items, total);
  }
  const exact = exactSearch(words);
  if (exact === null) return answer({ items: [], next: null }, { total: 0, total_exact: true });
  const total = await countOf(exact);
  if (total.total > 0) return answer(await itemsOf(exact), total);
  const similar = await similarSearch(ctx, words);
  if (similar === null) return answer({ items: [], next: null }, total);
  const [items, ofSimilar] = await Promise.all([itemsOf(similar), countOf(similar)]);
  return answer(items, ofSimilar);
}

const fromClause = (needsVariant: boolean, conditions: SQL[]): SQL =>
  sql`products p ${needsVariant ? sql`join ${defaultVariant}` : sql``} where ${sql.join(conditions, sql` and `)}`;

/** Ids of one page with their place. Only these few rows are then read in full. */
function pageOf(order: Order, at: Position | null, needsVariant: boolean, conditions: SQL[]): SQL {
  const all = [...conditions];
  if (at !== null && 'k' in at) {
    const key = order.fromCursor?.(at.k);
    if (!key) throw new DomainError('REQ_001', { parameter: 'cursor' });
    all.push(sql`(${order.key}, p.id) ${order.isDescending ? sql`<` : sql`>`} (${key}, ${at.i}::uuid)`);
  }
  const direction = order.isDescending ? sql`desc` : sql`asc`;
  const sorted = sql`${order.key} ${direction}, p.id ${direction}`;
  return sql`select p.id, row_number() over (order by ${sorted}) as place
    from ${fromClause(needsVariant || order.needsVariant === true, all)} order by ${sorted}`;
}

function cursorAfter(last: ProductCard, order: Order, sort: string, offset: number): string {
  return order.toCursor === undefined
    ? writeCursor({ s: sort, o: offset })
    : writeCursor({ s: sort, k: order.toCursor(last), i: last.id });
}
