import type postgres from 'postgres';
import { z } from 'zod';
import { writeCursor } from '#lib/paging';
import { writeCursor as writeSortedCursor } from '#lib/sorted-cursor';
import { idOf, type Size } from './fill.ts';

const shape = z.object({
  order_id: z.uuid(),
  order_number: z.string(),
  slot_id: z.uuid().nullable(),
  customer_phone: z.string(),
  day: z.iso.date(),
  /** A name that five orders carry, and one that very many do. */
  rare_name: z.string(),
  common_name: z.string(),
  /** The row in the middle of each list. */
  middle_order: z.string(),
  middle_total: z.int(),
  middle_customer: z.string(),
  middle_movement: z.string(),
  middle_audit: z.string(),
});

export type Facts = z.output<typeof shape> & {
  cursor: (at: string, id: string) => string;
  orderCursor: (sort: string, key: string | number) => string;
  size: Size;
  /** Of the best-selling product, of one that hardly sells, and of a customer like any other. */
  popularProduct: string;
  rareProduct: string;
  customer: string;
};

const middle = (n: number) => Math.floor(n / 2);
const utc = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** What the lists of a generated shop are asked for. */
export async function factsOf(client: postgres.Sql, size: Size): Promise<Facts> {
  const [row] = await client.unsafe(`
    select o.id as order_id, o.order_number, o.slot_id, o.customer_phone, o.placed_on::text as day,
      (select customer_name from orders group by 1 having count(*) between 5 and 9 order by md5(customer_name) limit 1) as rare_name,
      (select split_part(customer_name, ' ', 2) from orders group by 1 order by count(*) desc, 1 limit 1) as common_name,
      ${utc('o.placed_at')} as middle_order, o.total_minor::int as middle_total,
      (select ${utc('created_at')} from customers where id = '${idOf('customer', middle(size.customers))}') as middle_customer,
      (select ${utc('created_at')} from stock_movements where id = '${idOf('movement', size.orders)}') as middle_movement,
      (select ${utc('at')} from audit_log where id = '${idOf('audit', middle(size.orders))}') as middle_audit
    from orders o where o.id = '${idOf('order', middle(size.orders))}'`);
  return {
    ...shape.parse(row),
    size,
    cursor: (at, id) => writeCursor({ at, id }),
    orderCursor: (sort, key) => writeSortedCursor({ s: sort, k: key, i: idOf('order', middle(size.orders)) }),
    popularProduct: idOf('product', 1),
    rareProduct: idOf('product', size.products - 1),
    customer: idOf('customer', middle(size.customers)),
  };
}
