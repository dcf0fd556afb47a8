import 'server-only';
import { auditedExport } from '#lib/audit/exports';
import type { Context } from '#lib/context';
import { csvHead, csvLines } from '#lib/csv';
import { fromMinor } from '#lib/money';
import type { OrderFilters } from '../input.ts';
import { streamOrders } from './list-orders.ts';

type Row = Awaited<ReturnType<ReturnType<typeof streamOrders>['next']>>['value'] extends infer Batch
  ? Batch extends readonly (infer One)[]
    ? One
    : never
  : never;

const amount = (minor: number): string => fromMinor(minor).toFixed(2);

const COLUMNS: Record<string, (row: Row) => string | number | null | undefined> = {
  order_number: (row) => row.orderNumber,
  placed_at: (row) => row.placedAt.toISOString(),
  status: (row) => row.status,
  payment_status: (row) => row.paymentStatus,
  payment_method: (row) => row.paymentMethod,
  channel: (row) => row.channel,
  customer_name: (row) => row.customerName,
  customer_phone: (row) => row.customerPhone,
  customer_email: (row) => row.customerEmail,
  delivery_type: (row) => row.deliveryType,
  street: (row) => row.deliveryAddress?.street,
  city: (row) => row.deliveryAddress?.city,
  postal_code: (row) => row.deliveryAddress?.postal_code,
  address_notes: (row) => row.deliveryAddress?.notes,
  preferred_time: (row) => row.preferredTime,
  items: (row) => row.goods,
  special_instructions: (row) => row.specialInstructions,
  subtotal: (row) => amount(row.subtotalMinor),
  delivery_fee: (row) => amount(row.deliveryMinor),
  adjustment: (row) => amount(row.adjustmentMinor),
  total: (row) => amount(row.totalMinor),
  paid: (row) => amount(row.paidMinor),
  currency: (row) => row.currency,
};

/**
 * The orders as CSV in pieces: UTF-8 with a byte order mark for spreadsheets, and no cell they would run as a formula
 * (phones start with a plus, so they carry the apostrophe too). Who took them is in the audit.
 */
export async function* exportOrders(ctx: Context, filters: OrderFilters): AsyncGenerator<string> {
  yield csvHead(Object.keys(COLUMNS));
  for await (const batch of auditedExport(ctx, { of: 'order', filters }, streamOrders(ctx, filters))) {
    const rows = batch.map((row) => Object.values(COLUMNS).map((cell) => cell(row)));
    if (rows.length > 0) yield csvLines(rows);
  }
}
