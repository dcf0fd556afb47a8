import postgres from 'postgres';

/**
 * What is wrong in what was promised: days of production against the items and movements of that day, slots against
 * their orders. A cancelled order counts until its pieces came back: some are wasted.
 */
export async function readPromiseFlaws(sql: postgres.Sql) {
  const [row] = await sql`
    select
      (select count(*)::int from production_plans d where d.sold <> (select coalesce(sum(i.quantity), 0)
        from order_items i join orders o on o.id = i.order_id
        where i.variant_id = d.variant_id and i.on_date = d.on_date and (o.status <> 'cancelled' or not exists (
          select 1 from stock_movements m where m.order_id = o.id and m.reason = 'cancel')))) as plans_off_items,
      (select count(*)::int from production_plans d where d.sold <> (select coalesce(-sum(m.delta), 0)
        from stock_movements m where m.variant_id = d.variant_id and m.on_date = d.on_date)) as plans_off_movements,
      (select count(*)::int from stock_movements m where m.on_date is not null and not exists (
        select 1 from production_plans d where d.variant_id = m.variant_id and d.on_date = m.on_date)) as days_without_plan,
      (select count(*)::int from slots s where concat_ws('/', s.booked_orders, s.booked_load) <> (
        select concat_ws('/', count(*), coalesce(sum(o.load_points), 0)) from orders o
        where o.slot_id = s.id and o.status <> 'cancelled')) as slots_off_orders,
      (select count(*)::int from orders o join slots s on s.id = o.slot_id where o.slot_starts_at <> s.starts_at
        or o.slot_ends_at <> s.ends_at or o.delivery_type <> s.method) as orders_off_slots`;
  return { ...row };
}

export const NO_PROMISE_FLAWS = {
  plans_off_items: 0,
  plans_off_movements: 0,
  days_without_plan: 0,
  slots_off_orders: 0,
  orders_off_slots: 0,
};

/** What is wrong in the books of a shop, as counts; a shop in order has nothing but zeros. */
export async function readFlaws(sql: postgres.Sql) {
  const [row] = await sql`
    select
      (select count(*)::int from orders o where o.subtotal_minor is distinct from
        (select sum(i.line_total_minor) from order_items i where i.order_id = o.id)) as torn_sums,
      (select count(*)::int from orders o where not exists
        (select 1 from order_events e where e.order_id = o.id)) as without_timeline,
      (select count(*)::int from orders o where 1 <> (select count(*) from domain_events d
        where d.entity = 'order' and d.topic = 'order.placed' and d.entity_id = o.id::text)) as not_announced_once,
      (select count(*)::int from domain_events d where d.topic = 'order.placed' and not exists
        (select 1 from orders o where o.id::text = d.entity_id)) as announced_for_nothing,
      (select count(*)::int from orders o where not exists
        (select 1 from idempotency_keys k where k.result->>'order_id' = o.id::text)) as without_key,
      (select count(*)::int from idempotency_keys k where not exists
        (select 1 from orders o where o.id::text = k.result->>'order_id')) as keys_for_nothing,
      (select count(*)::int from product_variants v where v.stock_mode = 'tracked' and v.stock_quantity <>
        (select coalesce(sum(m.delta), 0) from stock_movements m where m.variant_id = v.id)) as stock_off_movements,
      (select count(*)::int from (select order_id, variant_id, sum(quantity) as quantity from order_items group by 1, 2) i
        where -i.quantity is distinct from (select sum(m.delta) from stock_movements m
          where m.order_id = i.order_id and m.variant_id = i.variant_id)) as sold_off_movements,
      (select count(*)::int from (select c.last_value - count(o.id) as gap from order_counters c
        left join orders o on o.placed_on = c.day group by c.day, c.last_value) g where g.gap <> 0) as gaps_in_numbers`;
  return { ...row, ...(await readPromiseFlaws(sql)) };
}

export const NO_FLAWS = {
  ...NO_PROMISE_FLAWS,
  torn_sums: 0,
  without_timeline: 0,
  not_announced_once: 0,
  announced_for_nothing: 0,
  without_key: 0,
  keys_for_nothing: 0,
  stock_off_movements: 0,
  sold_off_movements: 0,
  gaps_in_numbers: 0,
};

/** Pieces left and pieces sold of a variant. */
export async function readStock(sql: postgres.Sql, variantId: string) {
  const [row] = await sql<{ left: number; sold: number }[]>`
    select stock_quantity as left, (select coalesce(sum(quantity), 0)::int from order_items
      where variant_id = ${variantId}) as sold
    from product_variants where id = ${variantId}`;
  return row;
}

/** What is wrong in the books of a shop that is being sold from: read by a connection of its own. */
export async function audit(databaseUrl: string) {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => undefined });
  try {
    return await readFlaws(sql);
  } finally {
    await sql.end();
  }
}
