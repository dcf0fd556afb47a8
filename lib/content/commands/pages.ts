import 'server-only';
import { eq, isNull, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { newId } from '#db/columns';
import { pages } from '#db/schema/content';
import { recordAudit } from '#lib/audit/commands';
import { type Context, requireRole } from '#lib/context';
import { transaction } from '#lib/database';
import { writeOrder } from '#lib/display-order';
import { duplicatesOf, freeSlugFor } from '#lib/duplicates';
import { DomainError } from '#lib/errors';
import type { createPageInput, orderPagesInput, updatePageInput } from '../input.ts';
import type { DeskPage } from '../output.ts';
import { getDeskPage } from '../queries/desk-pages.ts';

type UpdatePage = z.output<typeof updatePageInput>;

const refuseDuplicates = duplicatesOf({ pages_slug_key: 'slug' });

async function read(ctx: Context, id: string): Promise<DeskPage> {
  const page = await getDeskPage(ctx, id);
  if (!page) throw new DomainError('DB_002');
  return page;
}

async function lockPage(tx: Context, id: string) {
  const [row] = await tx.db.select().from(pages).where(eq(pages.id, id)).for('update');
  if (!row) throw new DomainError('DB_002');
  return row;
}

/** What the audit tells of a page. Its text is long: only that it changed. */
const facts = ({ title, slug, publishedAt }: Pick<typeof pages.$inferSelect, 'title' | 'slug' | 'publishedAt'>) => ({
  title,
  slug,
  published: publishedAt !== null,
});

/** Writes a page, after the others. Throws CONF_001 when its address is taken. */
export async function createPage(ctx: Context, input: z.output<typeof createPageInput>): Promise<DeskPage> {
  requireRole(ctx, 'staff');
  const id = newId();
  await refuseDuplicates(() =>
    transaction(ctx, async (tx) => {
      const row = {
        id,
        slug: input.slug ?? (await freeSlugFor(tx, 'pages', input.title)),
        title: input.title,
        body: input.body,
        publishedAt: input.published ? ctx.now : null,
      };
      await tx.db
        .insert(pages)
        .values({ ...row, displayOrder: sql`(select coalesce(max(display_order), 0) + 1 from pages)` });
      await recordAudit(tx, { action: 'page.created', entity: 'page', entityId: id, after: facts(row) });
    }),
  );
  ctx.expire(['content', 'shop']);
  return read(ctx, id);
}

function columnsOf(ctx: Context, input: UpdatePage, { publishedAt }: { publishedAt: Date | null }) {
  return {
    ...(input.title !== undefined && { title: input.title }),
    ...(input.slug !== undefined && { slug: input.slug }),
    ...(input.body !== undefined && { body: input.body }),
    ...(input.published !== undefined && { publishedAt: input.published ? (publishedAt ?? ctx.now) : null }),
  };
}

/**
 * Changes what is named. Throws DB_002 when it is unknown or archived, CONF_001, and REQ_002 (`updated_at`) when somebody
 * saved it after `seen`.
 */
export async function updatePage(ctx: Context, input: UpdatePage): Promise<DeskPage> {
  requireRole(ctx, 'staff');
  const { id, seen } = input;
  await refuseDuplicates(() =>
    transaction(ctx, async (tx) => {
      const before = await lockPage(tx, id);
      if (before.archivedAt !== null) throw new DomainError('DB_002');
      if (seen !== undefined && before.updatedAt.getTime() !== Date.parse(seen)) {
        throw new DomainError('REQ_002', { updated_at: before.updatedAt.toISOString() });
      }
      const columns = columnsOf(ctx, input, before);
      if (Object.keys(columns).length === 0) return;
      await tx.db.update(pages).set(columns).where(eq(pages.id, id));
      const isRewritten = columns.body !== undefined && columns.body !== before.body;
      await recordAudit(tx, {
        action: 'page.updated',
        entity: 'page',
        entityId: id,
        before: facts(before),
        after: { ...facts({ ...before, ...columns }), ...(isRewritten && { body: 'rewritten' }) },
      });
    }),
  );
  ctx.expire(['content', 'shop']);
  return read(ctx, id);
}

/** Takes a page out of the shop; its address stays its own. Throws DB_002. */
export async function archivePage(ctx: Context, { id }: { id: string }): Promise<void> {
  requireRole(ctx, 'staff');
  await setArchived(ctx, id, true);
}

/** Brings an archived page back as it was. Throws DB_002. */
export async function restorePage(ctx: Context, { id }: { id: string }): Promise<void> {
  requireRole(ctx, 'staff');
  await setArchived(ctx, id, false);
}

async function setArchived(ctx: Context, id: string, isArchived: boolean): Promise<void> {
  await transaction(ctx, async (tx) => {
    const row = await lockPage(tx, id);
    if ((row.archivedAt !== null) === isArchived) return;
    await tx.db
      .update(pages)
      .set({ archivedAt: isArchived ? ctx.now : null })
      .where(eq(pages.id, id));
    await recordAudit(tx, { action: isArchived ? 'page.archived' : 'page.restored', entity: 'page', entityId: id });
  });
  ctx.expire(['content', 'shop']);
}

/** Puts pages in the order of `ids`, as the foot of the shop lists them. Throws DB_002 for an unknown id. */
export async function orderPages(ctx: Context, { ids }: z.output<typeof orderPagesInput>): Promise<void> {
  requireRole(ctx, 'staff');
  await transaction(ctx, async (tx) => {
    const rows = await tx.db
      .select({ id: pages.id })
      .from(pages)
      .where(isNull(pages.archivedAt))
      .orderBy(pages.displayOrder, pages.title)
      .for('update');
    await writeOrder(tx, 'page', rows, ids);
  });
  ctx.expire(['content', 'shop']);
}
