import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { folded } from '#db/columns';
import type { CustomerFlag, OrderStatus } from '#db/enums';
import { type Context, requireRole } from '#lib/context';
import { fromMinor } from '#lib/money';
import { has, nameHas, nameIsLike } from '#lib/name-search';
import { parsePhone } from '#lib/phone';
import { getSettings } from '#lib/settings/queries';
import { dayOf } from '#lib/time';
import { readSought, type Sought } from '../rules/search.ts';
import { LEAST_LETTERS, type SearchDesk } from '../search-input.ts';
import type { DeskSearchDto } from '../search-output.ts';
import { meantNames } from './name-words.ts';

const SHOWN = 5;
/** Of how many that match the best are chosen: half a million Marias cost what two hundred do. */
const CANDIDATES = sql.raw('200');
/**
 * With fewer exact ones, those that only come close are looked for as well: goods only where nobody is called so. Who is
 * called by several words exactly is the one who is meant.
 */
const enough = (words: readonly string[]): SQL => sql.raw(words.length > 1 ? '1' : '3');

type Json = {
  orders: {
    id: string;
    order_number: string;
    status: OrderStatus;
    customer_name: string;
    customer_phone: string;
    slot_starts_at: string | null;
    placed_at: string;
    total_minor: number;
    currency: string;
  }[];
  customers: { id: string; name: string; phone: string | null; email: string | null; flags: CustomerFlag[] }[];
  products: { id: string; name: string; sku: string | null; is_active: boolean }[];
};

const union = (parts: SQL[]): SQL => sql.join(parts, sql` union all `);

/**
 * Customers `c` by name, address or phone. A number that is whole in the shop's country is one key; only where nobody has
 * it, it is looked for inside the others, as a part of a number is.
 */
function named({ words, text, digits }: Sought, phone: string | null): SQL {
  const from = sql`select c.id from customers c where c.archived_at is null and`;
  const parts = words.length > 0 ? [sql`${from} (${nameHas('c.name', text)} or ${has(sql`c.email::text`, text)})`] : [];
  const known = sql`${from} c.phone = ${phone}`;
  if (phone) parts.push(known);
  if (digits) {
    const isUnknown = phone ? sql`not exists (${known})` : sql`true`;
    parts.push(sql`${from} ${isUnknown} and c.phone like ${`%${digits}%`}`);
  }
  return parts.length === 0 ? sql`${from} false` : union(parts);
}

/** Each part is found by its index, and none reads more than its limit. Rank 0 is a number, 1 what was typed, 2 close. */
function orderHits({ numbers, words, text, isEmail }: Sought, phone: string | null): SQL {
  const newest = sql`order by o.placed_at desc limit ${SHOWN}`;
  const parts = [
    sql`select o.id, p.rank from people p cross join lateral
      (select o.id from orders o where o.customer_id = p.id ${newest}) o`,
  ];
  if (numbers.length > 0) {
    const list = sql.join(
      numbers.map((number) => sql`${number}`),
      sql`, `,
    );
    parts.push(sql`select o.id, 0 from orders o where o.order_number in (${list})`);
  }
  if (phone) parts.push(sql`(select o.id, 1 from orders o where o.customer_phone = ${phone} ${newest})`);
  if (words.length > 0) {
    parts.push(sql`(select o.id, 1 from orders o where ${nameHas('o.customer_name', text)} ${newest})`);
  }
  if (isEmail) {
    const start = `${text.replace(/[\\%_]/g, '\\$&')}%`;
    parts.push(sql`(select o.id, 1 from orders o where lower(o.customer_email) like ${start} limit ${CANDIDATES})`);
  }
  return union(parts);
}

/**
 * A materialized step is planned to be read whole, by its index, and yet stops where its reader does: `limit` in the
 * step itself would tempt the planner to walk the table.
 */
function statement(sought: Sought, phone: string | null): SQL {
  const { text, words, swapped } = sought;
  const sku = sql`lower(v.sku::text)`;
  const isClose = (column: string) => (words.length > 0 ? nameIsLike(column, text, swapped) : sql`false`);
  const likeness = (column: string) => sql`word_similarity(${text}, ${folded(column)})`;
  return sql`with
    named as materialized (${named(sought, phone)}),
    sure as materialized (select id from named limit ${CANDIDATES}),
    near as materialized (
      select c.id from customers c
      where c.archived_at is null and (select count(*) from sure) < ${enough(words)} and ${isClose('c.name')}),
    people as materialized (
      select c.id, c.name, c.phone, c.email, c.flags, c.created_at, t.rank
      from (select id, 1 as rank from sure
        union all select id, 2 from (select id from near limit ${CANDIDATES}) s
          where id not in (select id from sure)) t
      join customers c on c.id = t.id
      order by t.rank, ${likeness('c.name')} desc, c.created_at desc limit ${SHOWN}),
    called as materialized (
      select p.id from products p where p.archived_at is null and ${words.length > 0 ? nameHas('p.name', text) : sql`false`}
      union all
      select v.product_id from product_variants v where v.archived_at is null and ${has(sku, text)}),
    sure_goods as materialized (select id from (select id from called limit ${CANDIDATES}) s group by id),
    near_goods as materialized (
      select p.id from products p
      where p.archived_at is null and (select count(*) from sure_goods) < ${enough(words)}
        and not exists (select from sure) and ${isClose('p.name')}),
    goods as materialized (
      select p.id, p.name, p.active, t.rank, ${likeness('p.name')} as likeness
      from (select id, 1 as rank from sure_goods
        union all select id, 2 from (select id from near_goods limit ${CANDIDATES}) s
          where id not in (select id from sure_goods)) t
      join products p on p.id = t.id and p.archived_at is null
      order by rank, likeness desc, p.name limit ${SHOWN}),
    hits as materialized (select id, min(rank) as rank from (${orderHits(sought, phone)}) h group by id)
    select
      coalesce((select json_agg(o) from (
        select o.id, o.order_number, o.status, o.customer_name, o.customer_phone, o.slot_starts_at, o.placed_at,
          o.total_minor, o.currency
        from hits h join orders o on o.id = h.id
        order by h.rank, o.placed_at desc, o.id desc limit ${SHOWN}) o), '[]') as orders,
      coalesce((select json_agg(json_build_object('id', p.id, 'name', p.name, 'phone', p.phone, 'email', p.email,
        'flags', p.flags) order by p.rank, ${likeness('p.name')} desc, p.created_at desc) from people p), '[]') as customers,
      coalesce((select json_agg(json_build_object('id', g.id, 'name', g.name, 'is_active', g.active, 'sku',
        (select v.sku from product_variants v where v.product_id = g.id and v.archived_at is null and v.sku is not null
          order by ${has(sku, text)} desc, v.position, v.id limit 1))
        order by g.rank, g.likeness desc, g.name) from goods g), '[]') as products`;
}

async function ask(ctx: Context, q: string, shop: { country: string; order_prefix: string; time_zone: string }) {
  const sought = readSought(q, { prefix: shop.order_prefix, today: dayOf(ctx.now, shop.time_zone) });
  const phone = sought.digits === null ? null : parsePhone(q, shop.country);
  const [row] = await ctx.db.execute<Json>(statement(sought, phone));
  if (!row) throw new Error('a statement without a from clause answers one row');
  return { row, words: sought.words };
}

/**
 * What staff may mean by a few letters: orders by number (or its last digits), name, phone or address, customers, and
 * products by name or SKU; the best five of each, slips of the pen forgiven where little else is found.
 */
export async function searchDesk(ctx: Context, { q }: SearchDesk): Promise<DeskSearchDto> {
  requireRole(ctx, 'staff');
  if (q.length < LEAST_LETTERS) return { orders: [], customers: [], products: [] };
  const { shop } = await getSettings(ctx);
  const { row, words } = await ask(ctx, q, shop);
  // Trigrams forgive one slip and little more: then it is looked for once again as the names it comes closest to.
  const isNothing = row.orders.length + row.customers.length + row.products.length === 0;
  const meant = isNothing ? await meantNames(ctx, words) : null;
  const { orders, customers } = meant === null ? row : (await ask(ctx, meant, shop)).row;
  return {
    orders: orders.map(({ total_minor, ...order }) => ({
      ...order,
      slot_starts_at: order.slot_starts_at && new Date(order.slot_starts_at).toISOString(),
      placed_at: new Date(order.placed_at).toISOString(),
      total: fromMinor(total_minor),
    })),
    customers,
    products: row.products,
  };
}
