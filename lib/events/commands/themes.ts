import 'server-only';
import { eq, isNull, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { newId } from '#db/columns';
import { themes } from '#db/schema/events';
import { changesAfter } from '#lib/audit/changes';
import { recordAudit } from '#lib/audit/commands';
import { type Context, requireRole } from '#lib/context';
import { transaction } from '#lib/database';
import { writeOrder } from '#lib/display-order';
import { duplicatesOf, freeSlugFor } from '#lib/duplicates';
import { DomainError } from '#lib/errors';
import { getDeskTheme } from '../queries/themes.ts';
import type { CreateTheme, orderThemesInput, replaceThemeInput, UpdateTheme } from '../theme-input.ts';
import type { DeskTheme } from '../theme-output.ts';
import { EVENT_TAGS } from './packages.ts';

const refuseDuplicates = duplicatesOf({ themes_slug_key: 'slug' });

type Row = typeof themes.$inferSelect;

async function read(ctx: Context, id: string): Promise<DeskTheme> {
  const found = await getDeskTheme(ctx, id);
  if (!found) throw new DomainError('DB_002');
  return found;
}

/** Locked until the transaction ends. Throws DB_002 when it is unknown. */
async function lock(tx: Context, id: string): Promise<Row> {
  const [row] = await tx.db.select().from(themes).where(eq(themes.id, id)).for('no key update');
  if (!row) throw new DomainError('DB_002');
  return row;
}

/** What the audit tells of a theme. */
const facts = ({ name, slug, description, active, version }: Omit<Row, 'displayOrder'>) => ({
  name,
  slug,
  description,
  active,
  version,
});

/** Adds a theme after the others. Throws CONF_001 when its address is taken. */
export async function createTheme(ctx: Context, input: CreateTheme): Promise<DeskTheme> {
  requireRole(ctx, 'staff');
  const id = newId();
  await refuseDuplicates(() =>
    transaction(ctx, async (tx) => {
      const slug = input.slug ?? (await freeSlugFor(tx, 'themes', input.name));
      const displayOrder = sql`(select coalesce(max(display_order), 0) + 1 from themes)`;
      await tx.db.insert(themes).values({ ...input, id, slug, displayOrder });
      const after = { ...input, slug };
      await recordAudit(tx, { action: 'theme.created', entity: 'theme', entityId: id, after });
    }),
  );
  ctx.expire(EVENT_TAGS);
  return read(ctx, id);
}

/**
 * Changes what is named. Throws DB_002 when it is unknown or archived, CONF_001, and REQ_002 with the newest version and
 * what changed since the one that was named.
 */
export async function updateTheme(ctx: Context, { id, version, ...input }: UpdateTheme): Promise<DeskTheme> {
  requireRole(ctx, 'staff');
  await refuseDuplicates(() =>
    transaction(ctx, async (tx) => {
      const row = await lock(tx, id);
      if (row.archivedAt !== null) throw new DomainError('DB_002');
      if (version !== undefined && version !== row.version) {
        const changes = await changesAfter(tx, { entity: 'theme', id, version });
        throw new DomainError('REQ_002', { version: row.version, changes });
      }
      const columns = { ...input, version: row.version + 1 };
      await tx.db.update(themes).set(columns).where(eq(themes.id, id));
      const after = facts({ ...row, ...columns });
      await recordAudit(tx, { action: 'theme.updated', entity: 'theme', entityId: id, before: facts(row), after });
    }),
  );
  ctx.expire(EVENT_TAGS);
  return read(ctx, id);
}

/** Writes a theme anew: what is not named goes back to its default; address and gallery stay. Throws as a change does. */
export async function replaceTheme(ctx: Context, input: z.output<typeof replaceThemeInput>): Promise<DeskTheme> {
  // Open to staff only: the command it ends in asks.
  return updateTheme(ctx, { ...input, description: input.description ?? '', active: input.active ?? true });
}

async function setArchived(ctx: Context, id: string, isArchived: boolean): Promise<void> {
  await transaction(ctx, async (tx) => {
    const row = await lock(tx, id);
    if ((row.archivedAt !== null) === isArchived) return;
    await tx.db
      .update(themes)
      .set({ archivedAt: isArchived ? ctx.now : null, version: row.version + 1 })
      .where(eq(themes.id, id));
    const action = isArchived ? 'theme.archived' : 'theme.restored';
    await recordAudit(tx, { action, entity: 'theme', entityId: id, after: { version: row.version + 1 } });
  });
  ctx.expire(EVENT_TAGS);
}

/** Takes a theme out of the shop; bookings keep its name, and its address stays its own. Throws DB_002. */
export async function archiveTheme(ctx: Context, { id }: { id: string }): Promise<void> {
  requireRole(ctx, 'staff');
  await setArchived(ctx, id, true);
}

/** Brings an archived theme back as it was. Throws DB_002. */
export async function restoreTheme(ctx: Context, { id }: { id: string }): Promise<DeskTheme> {
  requireRole(ctx, 'staff');
  await setArchived(ctx, id, false);
  return read(ctx, id);
}

/** Puts themes in the order of `ids`; the ones not named follow as they were. Throws DB_002 for an unknown id. */
export async function orderThemes(ctx: Context, { ids }: z.output<typeof orderThemesInput>): Promise<void> {
  requireRole(ctx, 'staff');
  await transaction(ctx, async (tx) => {
    const rows = await tx.db
      .select({ id: themes.id })
      .from(themes)
      .where(isNull(themes.archivedAt))
      .orderBy(themes.displayOrder, themes.id)
      .for('update');
    await writeOrder(tx, 'theme', rows, ids);
  });
  ctx.expire(EVENT_TAGS);
}
