import type postgres from 'postgres';
import { FIRST_NAMES, GOODS, KINDS, SYLLABLES } from './words.ts';

export type Size = { orders: number; customers: number; products: number };

/** A larger shop has been open for longer: what is about one day is the same in every size. */
export const ORDERS_A_DAY = 110;
const CATEGORIES = 40;

/** Every row has its id by its kind and number, so that all statements can name the rows of the others. */
const KIND = {
  customer: 1,
  product: 2,
  variant: 3,
  category: 4,
  order: 5,
  item: 6,
  payment: 7,
  event: 8,
  movement: 9,
  audit: 10,
  notice: 11,
  slot: 12,
  user: 13,
  location: 14,
  endpoint: 15,
  delivery: 16,
  rule: 17,
  talk: 18,
  said: 19,
} as const;

/** The id of a generated row; customers, products and orders count from 1, variants four to a product. */
export const idOf = (kind: keyof typeof KIND, n: number): string =>
  `01900000-0000-7${KIND[kind].toString(16).padStart(3, '0')}-8000-${n.toString(16).padStart(12, '0')}`;

const array = (words: readonly string[]) => `array[${words.map((word) => `'${word}'`).join(',')}]`;

const pick = (words: readonly string[], by: string) => `(${array(words)})[1 + (${by}) % ${words.length}]`;

const [starts = [], middles = [], ends = []] = SYLLABLES;
const familyNames = starts.length * middles.length * ends.length;

const HELPERS = `
  create function pg_temp.uid(kind int, n bigint) returns uuid language sql immutable parallel safe as
    $$ select ('01900000-0000-7' || lpad(to_hex(kind), 3, '0') || '-8000-' || lpad(to_hex(n), 12, '0'))::uuid $$;
  create function pg_temp.h(n bigint, salt bigint) returns bigint language sql immutable parallel safe as
    $$ select hashint8extended(n, salt) & 9223372036854775807 $$;
  create function pg_temp.r(n bigint, salt bigint) returns float8 language sql immutable parallel safe as
    $$ select ((hashint8extended(n, salt) & 9223372036854775807) % 1000000) / 1000000.0::float8 $$;
  create function pg_temp.family(i int) returns text language sql immutable parallel safe as
    $$ select ${pick(starts, 'i')} || ${pick(middles, `i / ${starts.length}`)} ||
      ${pick(ends, `i / ${starts.length * middles.length}`)} $$;`;

const uid = (kind: keyof typeof KIND, n: string) => `pg_temp.uid(${KIND[kind]}, ${n})`;

function statements({ orders, customers, products }: Size, now: Date): string[] {
  const at = `'${now.toISOString()}'::timestamptz`;
  const days = Math.ceil(orders / ORDERS_A_DAY);
  /** Midnight of the first day; the last one was yesterday. */
  const first = `(date_trunc('day', ${at}) - interval '${days} days')`;
  const price = (product: string) => `(200 + (${product} * 37) % 4800)`;
  return [
    `insert into users (id, username, name, password_hash, role)
      select ${uid('user', 'n')}, 'staff' || n, 'Sam ' || n, 'none', 'staff' from generate_series(1, 3) n`,
    `insert into locations (id, name, street, city) values (${uid('location', '1')}, 'Shop', 'Street 1', 'Town')`,
    `insert into opening_rules (id, location_id, purpose, weekday, starts, ends, slot_minutes, capacity_orders, cutoff)
      select ${uid('rule', 'w')}, ${uid('location', '1')}, 'pickup', w, '08:00', '18:00', 60, null, '{"kind":"minutes","minutes":60}'
      from generate_series(1, 7) w`,
    `insert into categories (id, name, slug, display_order)
      select ${uid('category', 'n')}, 'Shelf ' || n, 'shelf-' || n, n from generate_series(1, ${CATEGORIES}) n`,
    `insert into products (id, name, slug, description, category_id, active, featured, archived_at, price_minor, created_at)
      select ${uid('product', 'n')}, name || ' ' || n, 'product-' || n, 'A ' || lower(name) || ' of the house, made by hand.',
        ${uid('category', `1 + n % ${CATEGORIES}`)}, n % 20 <> 7, n % 50 = 1,
        case when n % 33 = 5 then ${at} end, ${price('n')}, ${first} - interval '1 day' + n * interval '1 minute'
      from (select n, ${pick(KINDS, 'pg_temp.h(n, 1)')} || ' ' || ${pick(GOODS, 'pg_temp.h(n, 2)')} as name
        from generate_series(1, ${products}) n) p`,
    `insert into category_counts (category_id, products, on_sale)
      select category_id, count(*), count(*) filter (where active) from products where archived_at is null group by 1`,
    // A third of the products come in three sizes; a handful of them is running out.
    `insert into product_variants (id, product_id, sku, title, price_minor, stock_quantity, low_stock_threshold, position)
      select ${uid('variant', 'n * 4 + k')}, ${uid('product', 'n')}, 'SKU-' || n || '-' || k, case k when 0 then '' else 'Size ' || k end,
        ${price('n')} + k * 100, case when n between 1 and 30 and k = 0 then 2 else 1000000 end, 3, k + 1
      from generate_series(1, ${products}) n, generate_series(0, case when n % 3 = 0 then 2 else 0 end) k`,
    `insert into customers (id, name, email, phone, flags, archived_at, created_at)
      select ${uid('customer', 'n')}, ${pick(FIRST_NAMES.split(' '), 'pg_temp.h(n, 3)')} || ' ' ||
          pg_temp.family((${familyNames} * power(pg_temp.r(n, 4), 2))::int),
        case when n % 5 < 3 then 'c' || n || '@example.com' end, '+4072' || lpad(n::text, 7, '0'),
        case when n % 200 = 3 then array['call_back'] else '{}'::text[] end, case when n % 100 = 7 then ${at} end,
        ${first} + n * (interval '1 day' * ${days} / ${customers})
      from generate_series(1, ${customers}) n`,
    `insert into slots (id, location_id, method, starts_at, ends_at, cutoff_at, booked_orders)
      select ${uid('slot', 'd * 8 + j')}, ${uid('location', '1')}, case when j < 4 then 'pickup' else 'delivery' end, t, t + interval '1 hour', t, 10
      from generate_series(0, ${days + 4}) d, generate_series(0, 7) j,
        lateral (select ${first} + d * interval '1 day' + (9 + j % 4) * interval '1 hour' as t) s`,
    // Few products make most of the sales.
    `insert into order_items (id, order_id, product_id, variant_id, product_name, quantity, unit_price_minor, line_total_minor, position)
      select ${uid('item', 'n * 8 + k')}, ${uid('order', 'n')}, ${uid('product', 'p')}, ${uid('variant', 'p * 4')}, 'Goods ' || p, q,
        ${price('p')}, q * ${price('p')}, k
      from generate_series(1, ${orders}) n, generate_series(1, 1 + (pg_temp.h(n, 5) % 4)::int) k,
        lateral (select 1 + (${products - 1} * power(pg_temp.r(n * 8 + k, 6), 3))::int as p,
          1 + (pg_temp.h(n * 8 + k, 7) % 3)::int as q) g`,
    `insert into orders (id, order_number, channel, customer_id, customer_name, customer_phone, customer_email, status,
        payment_status, payment_method, delivery_type, slot_id, slot_starts_at, slot_ends_at, delivery_address, currency,
        subtotal_minor, total_minor, paid_minor, placed_at, placed_on, created_at, location_id)
      select ${uid('order', 'n')}, 'PB-' || to_char(placed, 'YYYYMMDD') || '-' || lpad((1 + (n - 1) % ${ORDERS_A_DAY})::text, 3, '0'), 'web',
        c.id, c.name, c.phone, c.email, status, payment_status, 'cash', case when j < 4 then 'pickup' else 'delivery' end,
        case when has_slot then ${uid('slot', 'slot_day * 8 + j')} end, starts, starts + interval '1 hour',
        case when j < 4 then null else '{"street":"Street 1","city":"Town"}'::jsonb end, 'EUR', i.total, i.total,
        case when payment_status = 'paid' then i.total else 0 end, placed, (placed at time zone 'UTC')::date, placed, ${uid('location', '1')}
      from generate_series(1, ${orders}) n,
        lateral (select (n - 1) / ${ORDERS_A_DAY} as d, pg_temp.h(n, 8) as x, pg_temp.h(n, 9) as y) a,
        lateral (select ${first} + d * interval '1 day' + interval '6 hours' + ((n - 1) % ${ORDERS_A_DAY}) * (interval '15 hours' / ${ORDERS_A_DAY}) as placed,
          d + 1 + x % 3 as slot_day, x % 10 < 7 as has_slot, (y % 8)::int as j) b,
        lateral (select case when has_slot then ${first} + slot_day * interval '1 day' + (9 + j % 4) * interval '1 hour' end as starts) s,
        lateral (select case when coalesce(starts, placed + interval '20 hours') > ${at}
            then (array['pending', 'pending', 'confirmed', 'confirmed', 'processing'])[1 + y % 5]
            when y % 25 = 0 then 'cancelled' else 'completed' end as status) t,
        lateral (select case when status = 'cancelled' then 'unpaid'
            when status = 'completed' then case when x % 50 = 0 then 'unpaid' else 'paid' end
            when y % 10 = 0 then 'submitted' when y % 10 < 5 then 'unpaid' else 'paid' end as payment_status) u,
        customers c, (select order_id, sum(line_total_minor) as total from order_items group by order_id) i
      where c.id = ${uid('customer', `1 + pg_temp.h(n, 10) % ${customers}`)} and i.order_id = ${uid('order', 'n')}`,
    `insert into payments (id, order_id, kind, method, amount_minor, currency, status, booked_on, created_at)
      select ${uid('payment', 'row_number() over (order by placed_at)')}, id, 'charge', 'cash', total_minor, 'EUR',
        case payment_status when 'paid' then 'confirmed' else 'submitted' end,
        case payment_status when 'paid' then placed_on end, placed_at
      from orders where payment_status in ('paid', 'submitted')`,
    `insert into order_events (id, order_id, axis, from_status, to_status, actor_kind, at)
      select ${uid('event', 'row_number() over (order by placed_at)')}, o.id, 'order', e.f, e.t, 'system', placed_at + e.k * interval '1 hour'
      from orders o, (values (0, null, 'pending'), (1, 'pending', 'confirmed'), (2, 'confirmed', 'completed')) e (k, f, t)
      where e.k = 0 or o.status = 'completed'`,
    `insert into stock_movements (id, variant_id, delta, reason, order_id, balance_after, created_at)
      select ${uid('movement', 'row_number() over (order by o.placed_at)')}, i.variant_id, -i.quantity, 'sale', o.id, 1000, o.placed_at
      from orders o join order_items i on i.order_id = o.id`,
    `insert into audit_log (id, actor_kind, actor_id, action, entity, entity_id, request_id, at)
      select ${uid('audit', 'row_number() over (order by placed_at)')}, 'staff', ${uid('user', '1 + pg_temp.h(row_number() over (), 11) % 3')},
        'order.' || status, 'order', id, id::text, placed_at from orders where status <> 'pending'`,
    `insert into daily_figures (day, pending, confirmed, processing, completed, cancelled, pending_payments, sold_minor, revenue_minor)
      select placed_on, count(*) filter (where status = 'pending'), count(*) filter (where status = 'confirmed'),
        count(*) filter (where status = 'processing'), count(*) filter (where status = 'completed'),
        count(*) filter (where status = 'cancelled'),
        count(*) filter (where status <> 'cancelled' and payment_status in ('unpaid', 'submitted')),
        coalesce(sum(total_minor) filter (where status <> 'cancelled'), 0), sum(paid_minor) from orders group by 1`,
    `insert into order_counters (day, last_value) select placed_on, count(*) from orders group by 1`,
    // What is forgotten after a while is as much in every shop.
    `insert into notifications (id, event, channel, audience, recipient, subject, body, order_id, status, dedupe_key, created_at)
      select ${uid('notice', 'row_number() over (order by placed_at, k)')}, 'order_placed', 'email', 'customer',
        coalesce(customer_email, 'shop@example.com'), 'Your order ' || order_number, 'Thank you.', id,
        case when pg_temp.h(row_number() over (), 12) % 500 = 0 then 'failed' else 'sent' end, id || '-' || k, placed_at
      from orders, generate_series(1, 2) k where placed_at > ${at} - interval '400 days'`,
    `insert into webhook_endpoints (id, url, secret, events)
      select ${uid('endpoint', 'n')}, 'https://example.com/' || n, 'none', '{order.placed}' from generate_series(1, 2) n`,
    `insert into webhook_deliveries (id, endpoint_id, event, seq, payload, status, retry_until, created_at)
      select ${uid('delivery', 'n')}, ${uid('endpoint', '1 + n % 2')}, 'order.placed', n, '{}',
        case when n % 500 = 0 then 'failed' else 'delivered' end, placed_at, placed_at
      from (select row_number() over (order by placed_at) as n, placed_at from orders
        where placed_at > ${at} - interval '30 days') o`,
    `insert into chat_sessions (id, session_hash, customer_id, visitor_name, visitor_email, locale, status, last_seq,
        unread_staff, last_message_at, created_at)
      select ${uid('talk', 'row_number() over (order by created_at)')}, id::text, id, name, email, 'en',
        case when pg_temp.h(row_number() over (), 13) % 500 = 0 then 'waiting' else 'resolved' end, 2,
        case when pg_temp.h(row_number() over (), 13) % 500 = 0 then 1 else 0 end, created_at, created_at from customers`,
    `insert into chat_messages (id, chat_session_id, seq, sender_type, message, client_id, at)
      select ${uid('said', 'row_number() over (order by created_at, k)')}, id, k, 'visitor', 'Do you deliver?', k::text, created_at
      from chat_sessions, generate_series(1, 2) k`,
    `insert into domain_events (topic, entity, entity_id, payload, at)
      select 'order.placed', 'order', id, '{}', placed_at from orders where placed_at > ${at} - interval '30 days' order by placed_at`,
  ];
}

/** Indexes that are no constraint: filled tables get them faster than growing ones. */
async function looseIndexes(sql: postgres.TransactionSql): Promise<{ name: string; definition: string }[]> {
  return sql<{ name: string; definition: string }[]>`
    select c.relname as name, pg_get_indexdef(i.indexrelid) as definition
    from pg_index i join pg_class c on c.oid = i.indexrelid
    where c.relnamespace = 'public'::regnamespace and not i.indisprimary
      and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid)`;
}

/**
 * Fills a migrated, empty database with a shop of this size, set by set and without its triggers; what they would have
 * kept (figures, counters) is written as they would have. `client` must have one connection and belong to a superuser.
 */
export async function fillShop(client: postgres.Sql, size: Size, now: Date): Promise<void> {
  await client.unsafe(HELPERS);
  await client.begin(async (tx) => {
    await tx.unsafe(`set local session_replication_role = replica; set local maintenance_work_mem = '512MB';
      set local work_mem = '256MB'; set local statement_timeout = 0`);
    const indexes = await looseIndexes(tx);
    for (const { name } of indexes) await tx.unsafe(`drop index "${name}"`);
    // Tables emptied in this transaction need no log of what is written into them.
    await tx.unsafe(`truncate orders, order_items, order_events, payments, stock_movements, audit_log, customers, products,
      product_variants, notifications, chat_sessions, domain_events, daily_figures, order_counters, slots, category_counts cascade`);
    for (const statement of statements(size, now)) await tx.unsafe(statement);
    for (const { definition } of indexes) await tx.unsafe(definition);
  });
  await client.unsafe('vacuum (analyze)');
}
