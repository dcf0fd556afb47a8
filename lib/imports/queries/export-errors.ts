import 'server-only';
import { eq } from 'drizzle-orm';
import { imports } from '#db/schema/imports';
import { type Context, requireRole } from '#lib/context';
import { BYTE_ORDER_MARK } from '#lib/csv';
import { DomainError } from '#lib/errors';
import type { ImportRef } from '../input.ts';
import { CLEAR, guardCell, unguardCell } from '../rules/cells.ts';
import { linesOf } from './export-csv.ts';
import { errorRows } from './imports.ts';

const BATCH = 500;

/** As it was handed in, and no formula. What empties a field must stay what it is. */
const again = (cell: string): string => (cell.trim() === CLEAR ? cell : guardCell(unguardCell(cell)));

/**
 * For admins: the rows with something wrong as they stood in the file, each with its number and what is wrong, as CSV in
 * pieces. Mended, this very file can be imported: its two more columns mean nothing. Throws DB_002.
 */
export async function* exportErrors(ctx: Context, { id }: ImportRef): AsyncGenerator<string> {
  requireRole(ctx, 'admin');
  const [found] = await ctx.db.select({ columns: imports.columns }).from(imports).where(eq(imports.id, id));
  if (!found) throw new DomainError('DB_002');
  const { columns } = found;
  yield BYTE_ORDER_MARK + linesOf([[...columns.map(again), 'row', 'problem']]);
  for (let after = 0; ; ) {
    const rows = await errorRows(ctx, id, after, BATCH);
    yield linesOf(
      rows.map(({ number, cells, errors }) => [
        ...columns.map((_, at) => again(cells[at] ?? '')),
        String(number),
        errors.map(({ field, message }) => `${field}: ${message}`).join(' '),
      ]),
    );
    const last = rows.at(-1);
    if (!last || rows.length < BATCH) return;
    after = last.number;
  }
}
