import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { newId } from '#db/columns';
import { importRows, imports } from '#db/schema/imports';
import { recordAudit } from '#lib/audit/commands';
import { type Context, requireRole } from '#lib/context';
import { transaction } from '#lib/database';
import { DomainError, ValidationError } from '#lib/errors';
import { type CheckImport, MOST_COLUMNS, MOST_ROWS } from '../input.ts';
import type { Judge } from '../kinds/judge.ts';
import { KINDS } from '../kinds/kinds.ts';
import type { ImportDto } from '../output.ts';
import { getImport } from '../queries/imports.ts';
import { COLUMNS, FINDERS, fieldsOfHead, readRow } from '../rules/columns.ts';
import { type CsvRow, readCsv, refuseFile } from '../rules/csv.ts';
import { markRepeats } from './mark-repeats.ts';

/** Rows judged by one query and written by one statement. */
const BATCH = 250;

/** The file as it was chosen: the name is shown again, never used. */
export type ImportFile = { name: string; bytes: () => AsyncIterable<Uint8Array> };

const plainName = (name: string): string =>
  name
    .replace(/[\p{Control}\p{Surrogate}]/gu, '')
    .trim()
    .slice(-200) || 'file.csv';

/** The meaning of each column of the head. Refuses one that names something twice, or nothing that finds a row again. */
function readHead(kind: CheckImport['kind'], head: readonly string[]): string[] {
  if (head.length > MOST_COLUMNS) refuseFile(`A file may have at most ${MOST_COLUMNS} columns.`);
  const fields = fieldsOfHead(kind, head);
  const twice = fields.find((field, at) => field !== '' && fields.indexOf(field) < at);
  if (twice !== undefined) {
    const names = head.filter((_, at) => fields[at] === twice).map((name) => `"${name.trim()}"`);
    refuseFile(`Two columns mean the same (${twice}): ${names.join(' and ')}. Remove one of them.`);
  }
  if (!FINDERS[kind].some((field) => fields.includes(field))) {
    const known = COLUMNS[kind].map(({ field }) => field).join(', ');
    refuseFile(`The first row must name the columns, among them ${FINDERS[kind].join(' or ')}. Known are: ${known}.`);
  }
  return fields;
}

async function keepRows(
  ctx: Context,
  importId: string,
  fields: readonly string[],
  batch: CsvRow[],
  judge: Judge,
  kind: CheckImport['kind'],
) {
  const judged = await judge(
    ctx,
    batch.map(({ cells }) => readRow(kind, fields, cells)),
  );
  await ctx.db.insert(importRows).values(
    batch.flatMap(({ number, cells }, at) => {
      const row = judged[at];
      if (!row) return [];
      const extra = cells.slice(fields.length).some((cell) => cell.trim() !== '');
      const tooMany = { field: '', code: 'VAL_002', message: 'This row has more cells than the head has columns.' };
      const errors = [...(row.plan === 'wrong' ? row.errors : []), ...(extra ? [tooMany] : [])];
      return {
        importId,
        rowNumber: number,
        cells: cells.slice(0, fields.length),
        plan: errors.length > 0 ? ('wrong' as const) : row.plan,
        errors,
        matchKey: row.matchKey,
        groupKey: row.groupKey ?? null,
        groupValues: row.groupKey ? (row.groupValues ?? null) : null,
      };
    }),
  );
}

/** Reads and judges the whole file in constant memory; answers how many rows it had. */
async function readAll(ctx: Context, importId: string, input: CheckImport, file: ImportFile): Promise<number> {
  const { kind, mode, create_categories: createCategories = false } = input;
  const rows = readCsv(file.bytes());
  const head = await rows.next();
  if (head.done) return refuseFile('This file is empty.');
  const columns = head.value.cells.map((name) => name.slice(0, 200));
  const fields = readHead(kind, columns);
  await ctx.db.update(imports).set({ columns, fields }).where(eq(imports.id, importId));
  const judge = await KINDS[kind](ctx, { mode, createCategories });
  let count = 0;
  let batch: CsvRow[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < BATCH) continue;
    count += batch.length;
    if (count >= MOST_ROWS) refuseFile(`A file may have at most ${MOST_ROWS} rows. Cut it into several.`);
    await keepRows(ctx, importId, fields, batch, judge, kind);
    batch = [];
  }
  if (batch.length > 0) await keepRows(ctx, importId, fields, batch, judge, kind);
  count += batch.length;
  return count > 0 ? count : refuseFile('There are no rows below the head of this file.');
}

/** The figures of the dry run, from the rows as they were kept. */
async function finish(ctx: Context, importId: string, input: CheckImport, rowCount: number): Promise<void> {
  await transaction(ctx, async (tx) => {
    await tx.db.execute(sql`
      update imports set status = 'checked', row_count = ${rowCount}, to_create = of.creates, to_update = of.updates,
        to_keep = of.keeps, wrong = of.wrongs, updated_at = now()
      from (select count(*) filter (where plan = 'create') as creates, count(*) filter (where plan = 'update') as updates,
          count(*) filter (where plan = 'unchanged') as keeps, count(*) filter (where plan = 'wrong') as wrongs
        from import_rows where import_id = ${importId}::uuid) of
      where id = ${importId}::uuid`);
    const after = { kind: input.kind, mode: input.mode, rows: rowCount };
    await recordAudit(tx, { action: 'import.checked', entity: 'import', entityId: importId, after });
  });
}

/**
 * Reads a file and says what it would do; nothing of the shop changes. Its rows are kept until they are applied or
 * forgotten. Throws VALIDATION_ERROR at `file` for one that cannot be read as a whole, at
 * `create_categories` where there are none.
 */
export async function checkImport(ctx: Context, input: CheckImport, file: ImportFile): Promise<ImportDto> {
  requireRole(ctx, 'admin');
  const { kind, mode, create_categories: createCategories = false } = input;
  if (createCategories && kind !== 'products') {
    throw ValidationError.of('create_categories', 'VAL_002', 'Only products have categories.');
  }
  const id = newId();
  await ctx.db.insert(imports).values({
    id,
    kind,
    mode,
    createCategories,
    fileName: plainName(file.name),
    createdBy: ctx.actor.kind === 'staff' ? ctx.actor.userId : null,
    createdAt: ctx.now,
  });
  try {
    const rowCount = await readAll(ctx, id, input, file);
    await markRepeats(ctx, id);
    await finish(ctx, id, input, rowCount);
  } catch (error) {
    await ctx.db.delete(imports).where(eq(imports.id, id));
    throw error;
  }
  const checked = await getImport(ctx, { id });
  if (!checked) throw new DomainError('DB_002');
  return checked;
}
