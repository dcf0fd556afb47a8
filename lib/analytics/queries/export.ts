import 'server-only';
import { auditedExport } from '#lib/audit/exports';
import { type Context, requireRole } from '#lib/context';
import { type Cell, csvHead, csvLines } from '#lib/csv';
import type { ExportFigures, TableName } from '../view-input.ts';
import { getCustomerFigures } from './customers.ts';
import { getProductFigures } from './products.ts';
import { getSales } from './sales.ts';
import { getSlotFigures } from './slots.ts';

/** As many rows as anybody reads in a spreadsheet. */
const MOST = 50_000;

type Table = { head: readonly string[]; rows: readonly (readonly Cell[])[] };

/** A list of a view, its fields as columns: amounts in major units, shares as parts of one. */
function table<T>(rows: readonly T[], columns: Record<string, (row: T) => Cell>): Table {
  const cells = Object.values(columns);
  return { head: Object.keys(columns), rows: rows.map((row) => cells.map((cell) => cell(row))) };
}

type Reader = (ctx: Context, input: ExportFigures) => Promise<Table>;

type Group = { orders: number; ordered: number; paid: number; share: number };
const groupColumns = {
  orders: (row: Group) => row.orders,
  ordered: (row: Group) => row.ordered,
  paid: (row: Group) => row.paid,
  share: (row: Group) => row.share,
};
type Room = { slots: number; booked: number; capacity: number | null; fill: number | null; cancelled: number };
const roomColumns = {
  slots: (row: Room) => row.slots,
  booked: (row: Room) => row.booked,
  capacity: (row: Room) => row.capacity,
  fill: (row: Room) => row.fill,
  cancelled: (row: Room) => row.cancelled,
};

const READERS: Record<TableName, Reader> = {
  sales: async (ctx, input) =>
    table((await getSales(ctx, input)).steps, {
      from: (row) => row.from,
      to: (row) => row.to,
      orders: (row) => row.orders,
      cancelled: (row) => row.cancelled,
      ordered: (row) => row.ordered,
      revenue: (row) => row.revenue,
      average_order: (row) => row.average_order,
      before_from: (row) => row.before?.from,
      before_to: (row) => row.before?.to,
      before_orders: (row) => row.before?.orders,
      before_ordered: (row) => row.before?.ordered,
      before_revenue: (row) => row.before?.revenue,
    }),
  channels: async (ctx, input) =>
    table((await getSales(ctx, input)).by_channel, { channel: (row) => row.channel, ...groupColumns }),
  payment_methods: async (ctx, input) =>
    table((await getSales(ctx, input)).by_payment_method, {
      payment_method: (row) => row.payment_method,
      ...groupColumns,
    }),
  delivery_types: async (ctx, input) =>
    table((await getSales(ctx, input)).by_delivery_type, {
      delivery_type: (row) => row.delivery_type,
      ...groupColumns,
    }),
  statuses: async (ctx, input) =>
    table((await getSales(ctx, input)).by_status, {
      status: (row) => row.status,
      orders: (row) => row.orders,
      ordered: (row) => row.ordered,
    }),
  products: async (ctx, input) =>
    table((await getProductFigures(ctx, input, MOST)).products, {
      product_id: (row) => row.product_id,
      name: (row) => row.name,
      category: (row) => row.category,
      units: (row) => row.units,
      sold: (row) => row.sold,
      share: (row) => row.share,
      units_before: (row) => row.units_before,
      sold_before: (row) => row.sold_before,
    }),
  categories: async (ctx, input) =>
    table((await getProductFigures(ctx, input)).categories, {
      name: (row) => row.name,
      products: (row) => row.products,
      units: (row) => row.units,
      sold: (row) => row.sold,
      share: (row) => row.share,
      sold_before: (row) => row.sold_before,
    }),
  unsold: async (ctx, input) =>
    table((await getProductFigures(ctx, input, MOST)).unsold, {
      product_id: (row) => row.product_id,
      name: (row) => row.name,
      category: (row) => row.category,
      created_at: (row) => row.created_at,
    }),
  customers: async (ctx, input) =>
    table((await getCustomerFigures(ctx, input)).steps, {
      from: (row) => row.from,
      to: (row) => row.to,
      new_customers: (row) => row.new_customers,
      returning_customers: (row) => row.returning_customers,
    }),
  top_customers: async (ctx, input) =>
    table((await getCustomerFigures(ctx, input, MOST)).top_customers, {
      customer_id: (row) => row.customer_id,
      name: (row) => row.name,
      is_new: (row) => (row.is_new ? 'new' : 'returning'),
      orders: (row) => row.orders,
      ordered: (row) => row.ordered,
      last_order_at: (row) => row.last_order_at,
    }),
  orders_per_customer: async (ctx, input) =>
    table((await getCustomerFigures(ctx, input)).orders_per_customer, {
      orders_from: (row) => row.from,
      orders_to: (row) => row.to,
      customers: (row) => row.customers,
      ordered: (row) => row.ordered,
      share: (row) => row.share,
    }),
  slots: async (ctx, input) =>
    table((await getSlotFigures(ctx, input)).steps, { from: (row) => row.from, to: (row) => row.to, ...roomColumns }),
  hours: async (ctx, input) =>
    table((await getSlotFigures(ctx, input)).hours, {
      weekday: (row) => row.weekday,
      hour: (row) => row.hour,
      ...roomColumns,
    }),
  busiest_slots: async (ctx, input) =>
    table((await getSlotFigures(ctx, input, MOST)).busiest, {
      day: (row) => row.day,
      starts_at: (row) => row.starts_at,
      ends_at: (row) => row.ends_at,
      location: (row) => row.location,
      method: (row) => row.method,
      booked: (row) => row.booked,
      capacity: (row) => row.capacity,
      fill: (row) => row.fill,
    }),
  lead: async (ctx, input) =>
    table((await getSlotFigures(ctx, input)).lead, {
      from_hours: (row) => row.from_hours,
      to_hours: (row) => row.to_hours,
      orders: (row) => row.orders,
      share: (row) => row.share,
    }),
};

async function* whole(rows: Table['rows']): AsyncGenerator<Table['rows']> {
  yield rows;
}

/**
 * For staff: one table of figures as CSV in pieces, as the orders are exported: UTF-8 with a mark, no formulas. Who took
 * it is in the audit.
 */
export async function* exportFigures(ctx: Context, input: ExportFigures): AsyncGenerator<string> {
  requireRole(ctx, 'staff');
  const { head, rows } = await READERS[input.table](ctx, input);
  yield csvHead(head);
  for await (const batch of auditedExport(ctx, { of: 'figures', filters: input }, whole(rows))) {
    if (batch.length > 0) yield csvLines(batch);
  }
}
