import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { importRows, imports } from '#db/schema/imports';
import { recordAudit } from '#lib/audit/commands';
import { type Context, requireRole } from '#lib/context';
import { transaction } from '#lib/database';
import { DomainError } from '#lib/errors';
import type { ImportRef } from '../input.ts';
import type { ImportDto } from '../output.ts';
import { getImport } from '../queries/imports.ts';
import { canApply } from '../rules.ts';

/**
 * Begins to do what the dry run promised, in the background; `done` and `failed` tell how far it is. Once done, what
 * failed can be tried again. While it runs this changes nothing. Throws DB_002, and CONF_002 when nothing can be applied
 * (any more).
 */
export async function applyImport(ctx: Context, { id }: ImportRef): Promise<ImportDto> {
  requireRole(ctx, 'admin');
  await transaction(ctx, async (tx) => {
    const [row] = await tx.db.select().from(imports).where(eq(imports.id, id)).for('update');
    if (!row) throw new DomainError('DB_002');
    if (row.status === 'applying') return;
    const of = row.toCreate + row.toUpdate + row.toKeep;
    const done = row.created + row.updated + row.kept;
    const { status, failed } = row;
    if (!canApply({ status, of, done, failed, isSwept: row.sweptAt !== null })) {
      throw new DomainError('CONF_002', { status });
    }
    await tx.db
      .update(importRows)
      .set({ outcome: null, errors: [] })
      .where(and(eq(importRows.importId, id), eq(importRows.outcome, 'failed'), sql`plan <> 'wrong'`));
    const appliedBy = ctx.actor.kind === 'staff' ? ctx.actor.userId : null;
    await tx.db
      .update(imports)
      .set({ status: 'applying', failed: 0, appliedBy, startedAt: row.startedAt ?? ctx.now, finishedAt: null })
      .where(eq(imports.id, id));
    // The event is what becomes the work, as everywhere.
    await tx.db.execute(sql`select append_event('import.asked', 'import', ${id}, '{}'::jsonb)`);
    const after = { kind: row.kind, mode: row.mode, rows: of };
    await recordAudit(tx, { action: 'import.asked', entity: 'import', entityId: id, after });
  });
  const asked = await getImport(ctx, { id });
  if (!asked) throw new DomainError('DB_002');
  return asked;
}
