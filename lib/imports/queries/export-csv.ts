import 'server-only';
import { stringify } from 'csv-stringify/sync';
import type { ImportKind } from '#db/enums';
import { auditedExport } from '#lib/audit/exports';
import { type Context, requireRole } from '#lib/context';
import { BYTE_ORDER_MARK, CSV_FORM } from '#lib/csv';
import { fromMinor } from '#lib/money';
import { type KnownCustomer, listOnFile } from '../kinds/known-customers.ts';
import { type KnownVariant, listVariants } from '../kinds/known-products.ts';
import { fromList, fromPairs, fromWeekdays, guardCell } from '../rules/cells.ts';
import { COLUMNS } from '../rules/columns.ts';

type Cells<Row> = Record<string, (row: Row) => string | number | boolean | null>;

/** Named as the columns of `COLUMNS`; what is imported again means the same. */
const PRODUCT_CELLS: Cells<KnownVariant> = {
  id: ({ id }) => id,
  sku: ({ sku }) => sku,
  slug: ({ slug }) => slug,
  name: ({ name }) => name,
  variant: ({ title }) => title,
  category: ({ category }) => category,
  price: ({ price }) => fromMinor(price).toFixed(2),
  stock_mode: ({ stock_mode }) => stock_mode,
  stock_quantity: ({ stock_mode, stock_quantity }) => (stock_mode === 'tracked' ? stock_quantity : null),
  low_stock_threshold: ({ low_stock_threshold }) => low_stock_threshold,
  net_quantity: ({ net_quantity }) => net_quantity,
  net_unit: ({ net_unit }) => net_unit,
  load_points: ({ load_points }) => load_points,
  description: ({ description }) => description,
  details: ({ details }) => details,
  active: ({ active }) => active,
  featured: ({ featured }) => featured,
  lead_time_minutes: ({ lead_time_minutes }) => lead_time_minutes,
  available_weekdays: ({ available_weekdays }) => fromWeekdays(available_weekdays ?? []),
  available_from: ({ available_from }) => available_from,
  available_until: ({ available_until }) => available_until,
  max_per_order: ({ max_per_order }) => max_per_order,
  allergens: ({ allergens }) => fromList(allergens),
  ingredients: ({ ingredients }) => ingredients,
  attributes: ({ attributes }) => fromPairs(attributes),
};

const CUSTOMER_CELLS: Cells<KnownCustomer> = {
  id: ({ id }) => id,
  name: ({ name }) => name,
  phone: ({ phone }) => phone,
  email: ({ email }) => email,
  notes: ({ notes }) => notes,
  tags: ({ tags }) => fromList(tags),
  flags: ({ flags }) => fromList(flags),
  address_label: ({ address }) => address?.label ?? null,
  street: ({ address }) => address?.street ?? null,
  city: ({ address }) => address?.city ?? null,
  postal_code: ({ address }) => address?.postal_code ?? null,
  address_notes: ({ address }) => address?.notes ?? null,
};

const cellOf = (value: string | number | boolean | null): string =>
  guardCell(typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value ?? ''));

/** Lines of a file as they are. */
export const linesOf = (rows: readonly (readonly string[])[]): string =>
  rows.length === 0 ? '' : stringify([...rows], CSV_FORM);

/** Rows as CSV for spreadsheets: no cell is read as a formula. */
const csvOf = (rows: readonly (readonly (string | number | boolean | null)[])[]): string =>
  linesOf(rows.map((row) => row.map(cellOf)));

const BATCH = 500;

async function* batches<Row extends { id: string }>(
  read: (after: string | null) => Promise<Row[]>,
  placeOf: (row: Row) => string,
): AsyncGenerator<Row[]> {
  let after: string | null = null;
  for (;;) {
    const rows: Row[] = await read(after);
    const last = rows.at(-1);
    if (!last) return;
    yield rows;
    after = placeOf(last);
  }
}

async function* asCsv<Row>(cells: Cells<Row>, rows: AsyncIterable<readonly Row[]>): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvOf([Object.keys(cells)]);
  for await (const batch of rows) yield csvOf(batch.map((row) => Object.values(cells).map((cell) => cell(row))));
}

/** For admins: everything of a kind that is not archived, as CSV in pieces; imported again it changes nothing. Who took it is in the audit. */
export function exportCsv(ctx: Context, { kind }: { kind: ImportKind }): AsyncGenerator<string> {
  requireRole(ctx, 'admin');
  return kind === 'products'
    ? asCsv(
        PRODUCT_CELLS,
        auditedExport(
          ctx,
          { of: 'product' },
          batches(
            (after) => listVariants(ctx, after, BATCH),
            ({ product_id }) => product_id,
          ),
        ),
      )
    : asCsv(
        CUSTOMER_CELLS,
        auditedExport(
          ctx,
          { of: 'customer' },
          batches(
            (after) => listOnFile(ctx, after, BATCH),
            ({ id }) => id,
          ),
        ),
      );
}

/** For admins: a file to begin with, its head and one row as an example. */
export async function* templateCsv(ctx: Context, { kind }: { kind: ImportKind }): AsyncGenerator<string> {
  requireRole(ctx, 'admin');
  const columns = COLUMNS[kind].filter(({ field }) => field !== 'id');
  yield BYTE_ORDER_MARK + csvOf([columns.map(({ field }) => field), columns.map(({ example }) => example ?? '')]);
}
