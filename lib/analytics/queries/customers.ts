import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { type Context, requireRole } from '#lib/context';
import { fromMinor } from '#lib/money';
import { ORDER_GROUPS, type Range, type Span, shareOf, stepsOf } from '../rules.ts';
import type { RangeInput } from '../view-input.ts';
import type { CustomersDto } from '../view-output.ts';
import { openRange, placedIn, toRangeDto } from './range.ts';

/**
 * Who ordered in these days (by `orders_placed_at`), each once: the customer on file, else the phone. Somebody is new
 * when no order was placed before the first of these: one look into `orders_customer` (`orders_phone` for strangers).
 */
const peopleOf = (span: Span): SQL => sql`
  placed as materialized (
    select o.customer_id, case when o.customer_id is null then o.customer_phone end as phone, o.customer_name,
      o.placed_on, o.placed_at, o.total_minor
    from orders o where ${placedIn(span)} and o.status <> 'cancelled'
  ), people as materialized (
    select g.*, not case
      when g.customer_id is not null then exists (
        select from orders e
        where e.customer_id = g.customer_id and e.placed_at < g.first_at and e.status <> 'cancelled')
      else exists (
        select from orders e
        where e.customer_phone = g.phone and e.customer_id is null and e.placed_at < g.first_at
          and e.status <> 'cancelled')
      end as is_new
    from (
      select customer_id, phone, max(customer_name) as name, count(*)::int as orders, sum(total_minor) as minor,
        min(placed_at) as first_at, min(placed_on) as first_on, max(placed_at) as last_at
      from placed group by customer_id, phone
    ) g
  )`;

const totalsSql = sql`(
  select json_build_object('customers', count(*), 'new_customers', count(*) filter (where is_new),
    'orders', coalesce(sum(orders), 0), 'new_minor', coalesce(sum(minor) filter (where is_new), 0),
    'returning_minor', coalesce(sum(minor) filter (where not is_new), 0)) from people)`;

const totalsRow = z.object({
  customers: z.number(),
  new_customers: z.number(),
  orders: z.number(),
  new_minor: z.number(),
  returning_minor: z.number(),
});

const toPeople = (row: z.infer<typeof totalsRow>): CustomersDto['totals'] => ({
  customers: row.customers,
  new_customers: row.new_customers,
  returning_customers: row.customers - row.new_customers,
  orders: row.orders,
  new_ordered: fromMinor(row.new_minor),
  returning_ordered: fromMinor(row.returning_minor),
});

const found = z.object({
  totals: totalsRow,
  steps: z.array(z.object({ from: z.string(), customers: z.number(), new_customers: z.number() })),
  per_customer: z.array(z.object({ orders: z.number(), customers: z.number(), minor: z.number() })),
  top: z.array(
    z.object({
      customer_id: z.uuid().nullable(),
      name: z.string(),
      is_new: z.boolean(),
      orders: z.number(),
      minor: z.number(),
      last_order_at: z.coerce.date().transform((at) => at.toISOString()),
    }),
  ),
});

async function readPeople(ctx: Context, range: Range, most: number) {
  // A step is named by its first day, and the first of all may be cut short.
  const stepOf = (column: SQL) => sql`greatest(date_trunc(${range.step}, ${column})::date, ${range.from}::date)`;
  const [row] = await ctx.db.execute(sql`
    with ${peopleOf(range)}
    select ${totalsSql} as totals,
      (select coalesce(json_agg(s), '[]') from (
        select ${stepOf(sql`p.placed_on`)}::text as "from", count(distinct (p.customer_id, p.phone)) as customers,
          count(distinct (p.customer_id, p.phone)) filter (
            where k.is_new and ${stepOf(sql`k.first_on`)} = ${stepOf(sql`p.placed_on`)}) as new_customers
        from placed p join people k
          on coalesce(k.customer_id::text, k.phone) = coalesce(p.customer_id::text, p.phone)
        group by 1) s) as steps,
      (select coalesce(json_agg(s), '[]') from (
        select orders, count(*) as customers, sum(minor) as minor from people group by orders) s) as per_customer,
      (select coalesce(json_agg(s), '[]') from (
        select k.customer_id, coalesce(c.name, k.name) as name, k.is_new, k.orders, k.minor,
          k.last_at as last_order_at
        from people k left join customers c on c.id = k.customer_id
        order by k.minor desc, k.orders desc, k.last_at desc, k.customer_id limit ${most}) s) as top`);
  return found.parse(row);
}

async function readTotals(ctx: Context, span: Span): Promise<CustomersDto['totals']> {
  const [row] = await ctx.db.execute(sql`with ${peopleOf(span)} select ${totalsSql} as totals`);
  return toPeople(z.object({ totals: totalsRow }).parse(row).totals);
}

/** For staff: who ordered in a range of days, new and returning, how often and how much. `most` rows of top customers. */
export async function getCustomerFigures(ctx: Context, input: RangeInput, most = 25): Promise<CustomersDto> {
  requireRole(ctx, 'staff');
  const { range, currency } = await openRange(ctx, input);
  const [people, before] = await Promise.all([readPeople(ctx, range, most), readTotals(ctx, range.before)]);
  const totals = toPeople(people.totals);
  const steps = new Map(people.steps.map((step) => [step.from, step]));
  return {
    range: toRangeDto(range),
    currency,
    totals,
    before,
    steps: stepsOf(range, range.step).map((step) => {
      const { customers = 0, new_customers = 0 } = steps.get(step.from) ?? {};
      return { ...step, new_customers, returning_customers: customers - new_customers };
    }),
    orders_per_customer: ORDER_GROUPS.map(({ from, to }) => {
      const rows = people.per_customer.filter(({ orders }) => orders >= from && (to === null || orders <= to));
      const customers = rows.reduce((sum, row) => sum + row.customers, 0);
      return {
        from,
        to,
        customers,
        ordered: fromMinor(rows.reduce((sum, row) => sum + row.minor, 0)),
        share: shareOf(customers, totals.customers),
      };
    }),
    top_customers: people.top.map(({ minor, ...row }) => ({ ...row, ordered: fromMinor(minor) })),
  };
}
