import 'server-only';
import { and, eq, gt, inArray, isNull, sql } from 'drizzle-orm';
import type { ImportOutcome } from '#db/enums';
import { users } from '#db/schema/auth';
import { importRows, imports, type RowError } from '#db/schema/imports';
import { recordAudit } from '#lib/audit/commands';
import { type Context, requireRole, type Tag } from '#lib/context';
import { asDomainError, transaction } from '#lib/database';
import { ValidationError } from '#lib/errors';
import { errorText } from '#lib/i18n/error-text';
import { log } from '#lib/log';
import type { ImportRef } from '../input.ts';
import { fault, type Judge } from '../kinds/judge.ts';
import { KINDS } from '../kinds/kinds.ts';
import { readRow } from '../rules/columns.ts';

const BATCH = 200;
/** Milliseconds after which no further batch is begun: other background work must have its turn. */
const SLICE_MS = 15_000;
/** Without a sign of life for so long somebody else goes on. */
const SILENT_SECONDS = 90;

type Import = typeof imports.$inferSelect;
type Row = { rowNumber: number; cells: string[] };

const openRows = (id: string) =>
  and(eq(importRows.importId, id), isNull(importRows.outcome), sql`${importRows.plan} <> 'wrong'`);

/** In the name of whoever asked, as long as that is an admin: what changes says so in audit and movements. */
async function inTheNameOf(ctx: Context, { id, appliedBy }: Import): Promise<Context> {
  const [by] = appliedBy
    ? await ctx.db
        .select({ name: users.name, role: users.role, isActive: users.isActive })
        .from(users)
        .where(eq(users.id, appliedBy))
    : [];
  if (!appliedBy || !by?.isActive || by.role !== 'admin') return { ...ctx, requestId: id };
  return {
    ...ctx,
    requestId: id,
    actor: { kind: 'staff', userId: appliedBy, role: 'admin', name: by.name, sessionId: id },
  };
}

const tick = (ctx: Context, id: string, rowNumbers: number[], outcome: ImportOutcome, errors: RowError[] = []) =>
  ctx.db
    .update(importRows)
    .set({ outcome, errors })
    .where(and(openRows(id), inArray(importRows.rowNumber, rowNumbers)));

/** What a row that could not be applied says; a lost connection is no fault of the row and is thrown on. */
function faultsOf(error: unknown, row: number, importId: string): RowError[] {
  const known = asDomainError(error);
  if (known?.code === 'DB_001') throw error;
  if (known instanceof ValidationError) {
    return Object.entries(known.fields).map(([field, messages]) =>
      fault(field, known.codes[field]?.[0] ?? 'VAL_002', messages.join(' ')),
    );
  }
  if (known) return [fault(String(known.details.field ?? ''), known.code, errorText(known.code, 'en'))];
  // One row must not hold up all others for ever.
  log().error({ err: error, importId, row }, 'a row of an import could not be applied');
  return [fault('', 'SYS_001', errorText('SYS_001', 'en'))];
}

/** One row as a whole or not at all, together with its tick. It is judged anew by what is there now. */
async function applyRow(ctx: Context, { id, kind, fields }: Import, judge: Judge, row: Row): Promise<void> {
  try {
    await transaction(ctx, async (tx) => {
      const mine = and(openRows(id), eq(importRows.rowNumber, row.rowNumber));
      const [open] = await tx.db
        .select({ one: sql`1` })
        .from(importRows)
        .where(mine)
        .for('update', { skipLocked: true });
      // Somebody else is at it, or was.
      if (!open) return;
      const [judged] = await judge(tx, [readRow(kind, fields, row.cells)]);
      if (!judged || judged.plan === 'wrong') {
        await tick(tx, id, [row.rowNumber], 'failed', judged?.errors);
      } else if (judged.plan === 'unchanged') {
        await tick(tx, id, [row.rowNumber], 'unchanged');
      } else {
        await judged.write(tx);
        await tick(tx, id, [row.rowNumber], judged.plan === 'create' ? 'created' : 'updated');
      }
    });
  } catch (error) {
    await tick(ctx, id, [row.rowNumber], 'failed', faultsOf(error, row.rowNumber, id));
  }
}

/** From the rows, so that the figures are right whoever did them and wherever somebody died. */
const count = (ctx: Context, id: string) =>
  ctx.db.execute(sql`
    update imports set created = of.created, updated = of.updated, kept = of.kept, failed = of.failed, updated_at = now()
    from (select count(*) filter (where outcome = 'created') as created,
        count(*) filter (where outcome = 'updated') as updated, count(*) filter (where outcome = 'unchanged') as kept,
        count(*) filter (where outcome = 'failed') as failed
      from import_rows where import_id = ${id}::uuid and plan <> 'wrong') of
    where id = ${id}::uuid`);

/**
 * The next rows behind `after`; answers the last of them, null when there are none. What is so already costs one
 * statement for all of them.
 */
async function applyBatch(ctx: Context, of: Import, judge: Judge, after: number): Promise<number | null> {
  const rows = await ctx.db
    .select({ rowNumber: importRows.rowNumber, cells: importRows.cells })
    .from(importRows)
    .where(and(openRows(of.id), gt(importRows.rowNumber, after)))
    .orderBy(importRows.rowNumber)
    .limit(BATCH);
  const last = rows.at(-1);
  if (!last) return null;
  const judged = await judge(
    ctx,
    rows.map(({ cells }) => readRow(of.kind, of.fields, cells)),
  );
  const same = rows.filter((_, at) => judged[at]?.plan === 'unchanged').map(({ rowNumber }) => rowNumber);
  if (same.length > 0) await tick(ctx, of.id, same, 'unchanged');
  for (const row of rows) if (!same.includes(row.rowNumber)) await applyRow(ctx, of, judge, row);
  await count(ctx, of.id);
  return last.rowNumber;
}

async function finish(ctx: Context, id: string): Promise<void> {
  await transaction(ctx, async (tx) => {
    await count(tx, id);
    const [row] = await tx.db
      .update(imports)
      .set({ status: 'done', finishedAt: new Date() })
      .where(and(eq(imports.id, id), eq(imports.status, 'applying')))
      .returning();
    if (!row) return;
    const { created, updated, kept, failed } = row;
    const after = { created, updated, unchanged: kept, failed };
    await recordAudit(tx, { action: 'import.done', entity: 'import', entityId: id, after });
  });
}

/**
 * Applies rows for a while; true when there are more. A process that dies in the middle loses the row it was at, which is
 * still open then; whoever goes on begins there. Two at once do no row twice.
 */
export async function runImport(ctx: Context, { id }: ImportRef, sliceMs = SLICE_MS): Promise<boolean> {
  requireRole(ctx, 'admin');
  const [of] = await ctx.db.select().from(imports).where(eq(imports.id, id));
  if (of?.status !== 'applying') return false;
  const tags = new Set<Tag>();
  const named = await inTheNameOf(ctx, of);
  // Kept pages go stale once for a batch, not for each of its rows.
  const batching: Context = {
    ...named,
    expire: (more) => {
      for (const tag of more) tags.add(tag);
    },
  };
  const until = performance.now() + sliceMs;
  const judge = await KINDS[of.kind](batching, of);
  // Behind what this run has seen already, so that a long file is not read from its beginning for every batch.
  let after = 0;
  for (;;) {
    const last = await applyBatch(batching, of, judge, after);
    if (tags.size > 0) ctx.expire([...tags]);
    tags.clear();
    if (last === null && after === 0) {
      await finish(named, id);
      return false;
    }
    // Then once more from the beginning: somebody else may have left a row open.
    after = last ?? 0;
    if (performance.now() >= until) return true;
  }
}

/** Ids of what is being applied and has not moved for a while: its process is gone. */
export async function listOpenImports(ctx: Context): Promise<string[]> {
  requireRole(ctx, 'admin');
  const rows = await ctx.db
    .select({ id: imports.id })
    .from(imports)
    .where(
      and(
        eq(imports.status, 'applying'),
        sql`${imports.updatedAt} < ${ctx.now.toISOString()}::timestamptz - make_interval(secs => ${SILENT_SECONDS})`,
      ),
    )
    .limit(20);
  return rows.map(({ id }) => id);
}
