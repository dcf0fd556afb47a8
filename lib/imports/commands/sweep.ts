import 'server-only';
import { and, eq, inArray, isNull, lt, ne, sql } from 'drizzle-orm';
import { importRows, imports } from '#db/schema/imports';
import { type Context, requireRole } from '#lib/context';
import { KEPT_DAYS, ROWS_KEPT_DAYS } from '../rules.ts';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
/** Rows per statement, well within its deadline. */
const BATCH = 5000;

/** Forgets the rows of files after fourteen days, and what was never read to its end after an hour. */
export async function sweepImports(ctx: Context): Promise<void> {
  requireRole(ctx, 'admin');
  const before = (ms: number) => new Date(ctx.now.getTime() - ms);
  const old = await ctx.db
    .select({ id: imports.id })
    .from(imports)
    .where(
      and(
        isNull(imports.sweptAt),
        ne(imports.status, 'applying'),
        lt(imports.createdAt, before(ROWS_KEPT_DAYS * DAY_MS)),
      ),
    );
  for (const { id } of old) await forgetRows(ctx, id);
  if (old.length > 0) {
    const ids = old.map(({ id }) => id);
    await ctx.db.update(imports).set({ sweptAt: ctx.now }).where(inArray(imports.id, ids));
  }
  await ctx.db.delete(imports).where(
    sql`(status = 'checking' and created_at < ${before(HOUR_MS).toISOString()}::timestamptz)
        or (swept_at is not null and created_at < ${before(KEPT_DAYS * DAY_MS).toISOString()}::timestamptz)`,
  );
}

async function forgetRows(ctx: Context, importId: string): Promise<void> {
  for (;;) {
    const gone = await ctx.db
      .delete(importRows)
      .where(
        and(
          eq(importRows.importId, importId),
          sql`row_number in (select row_number from import_rows where import_id = ${importId}::uuid limit ${BATCH})`,
        ),
      )
      .returning({ row: importRows.rowNumber });
    if (gone.length < BATCH) return;
  }
}
