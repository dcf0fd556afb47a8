import 'server-only';
import { and, eq, gt, sql } from 'drizzle-orm';
import { users } from '#db/schema/auth';
import { importRows, imports } from '#db/schema/imports';
import { type Context, requireRole } from '#lib/context';
import { countUpTo } from '#lib/count';
import { type Page, pageOf, placeOf } from '#lib/paging';
import type { ImportRef, ListImports } from '../input.ts';
import { type ImportDto, type ImportRowDto, type RowErrorDto, SHOWN_ERRORS } from '../output.ts';
import { ROWS_KEPT_DAYS } from '../rules.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const columns = { row: imports, maker: users.name };
type Row = { row: typeof imports.$inferSelect; maker: string | null };

const toDto = ({ row, maker }: Row): ImportRowDto => ({
  id: row.id,
  kind: row.kind,
  mode: row.mode,
  status: row.status,
  create_categories: row.createCategories,
  file_name: row.fileName,
  rows: row.rowCount,
  to_create: row.toCreate,
  to_update: row.toUpdate,
  unchanged: row.toKeep,
  wrong: row.wrong,
  done: row.created + row.updated + row.kept,
  created: row.created,
  updated: row.updated,
  failed: row.failed,
  created_by: maker,
  created_at: row.createdAt.toISOString(),
  started_at: row.startedAt?.toISOString() ?? null,
  finished_at: row.finishedAt?.toISOString() ?? null,
  rows_kept_until:
    row.sweptAt === null ? new Date(row.createdAt.getTime() + ROWS_KEPT_DAYS * DAY_MS).toISOString() : null,
});

/** For admins: the files that were handed in, newest first. Throws REQ_001 for a foreign cursor. */
export async function listImports(ctx: Context, input: ListImports): Promise<Page<ImportRowDto>> {
  requireRole(ctx, 'admin');
  const { page, limit, kind } = input;
  const where = kind === undefined ? undefined : eq(imports.kind, kind);
  const at = placeOf(input.cursor);
  const after = at && sql`(${imports.createdAt}, ${imports.id}) < (${at.at}::timestamptz, ${at.id}::uuid)`;
  const [rows, total] = await Promise.all([
    ctx.db
      .select(columns)
      .from(imports)
      .leftJoin(users, eq(users.id, imports.createdBy))
      .where(and(where, after ?? undefined))
      .orderBy(sql`${imports.createdAt} desc`, sql`${imports.id} desc`)
      .limit(limit + 1)
      .offset(at ? 0 : (page - 1) * limit),
    countUpTo(ctx, sql`${imports} where ${where ?? sql`true`}`),
  ]);
  return pageOf(
    rows,
    { page, limit, ...total },
    { toDto, placeOfRow: ({ row }) => ({ at: row.createdAt, id: row.id }) },
  );
}

/** Rows with something wrong, in their order, from behind `after` on. */
export const errorRows = (ctx: Context, importId: string, after: number, limit: number) =>
  ctx.db
    .select({ number: importRows.rowNumber, cells: importRows.cells, errors: importRows.errors })
    .from(importRows)
    .where(
      and(eq(importRows.importId, importId), gt(importRows.rowNumber, after), sql`${importRows.errors} <> '[]'::jsonb`),
    )
    .orderBy(importRows.rowNumber)
    .limit(limit);

async function firstErrors(ctx: Context, importId: string): Promise<RowErrorDto[]> {
  const rows = await errorRows(ctx, importId, 0, SHOWN_ERRORS);
  return rows.flatMap(({ number, errors }) => errors.map((error) => ({ row: number, ...error })));
}

/** For admins: one import with its figures and the first of its wrong rows, or null. */
export async function getImport(ctx: Context, { id }: ImportRef): Promise<ImportDto | null> {
  requireRole(ctx, 'admin');
  const [found] = await ctx.db
    .select(columns)
    .from(imports)
    .leftJoin(users, eq(users.id, imports.createdBy))
    .where(eq(imports.id, id));
  if (!found) return null;
  const { row } = found;
  const named = row.columns.map((column, at) => ({ column, field: row.fields[at] || null }));
  return {
    ...toDto(found),
    columns: named,
    ignored_columns: named.flatMap(({ column, field }) => (field === null && column.trim() !== '' ? [column] : [])),
    error_rows: row.wrong + row.failed,
    errors: row.wrong + row.failed > 0 ? await firstErrors(ctx, id) : [],
  };
}
