import 'server-only';
import { eq, isNotNull, isNull } from 'drizzle-orm';
import { pages } from '#db/schema/content';
import { type Context, requireRole } from '#lib/context';
import { type Page, wholeList } from '#lib/paging';
import { renderMarkdown } from '../markdown.ts';
import type { DeskPage, DeskPageLink } from '../output.ts';

const columns = {
  id: pages.id,
  slug: pages.slug,
  title: pages.title,
  publishedAt: pages.publishedAt,
  archivedAt: pages.archivedAt,
  updatedAt: pages.updatedAt,
};

type Row = {
  id: string;
  slug: string;
  title: string;
  publishedAt: Date | null;
  archivedAt: Date | null;
  updatedAt: Date;
};

const toLink = ({ publishedAt, archivedAt, updatedAt, ...row }: Row): DeskPageLink => ({
  ...row,
  published: publishedAt !== null,
  archived_at: archivedAt?.toISOString() ?? null,
  updated_at: updatedAt.toISOString(),
});

/** For staff: all pages in their order, drafts too; the archived ones on demand. */
export async function listDeskPages(
  ctx: Context,
  { archived = false }: { archived?: boolean } = {},
): Promise<Page<DeskPageLink>> {
  requireRole(ctx, 'staff');
  const rows = await ctx.db
    .select(columns)
    .from(pages)
    .where(archived ? isNotNull(pages.archivedAt) : isNull(pages.archivedAt))
    .orderBy(pages.displayOrder, pages.title)
    .limit(200);
  return wholeList(rows.map(toLink));
}

/** For staff: one page with its text as it was written, archived or not; null when there is none. */
export async function getDeskPage(ctx: Context, id: string): Promise<DeskPage | null> {
  requireRole(ctx, 'staff');
  const [row] = await ctx.db
    .select({ ...columns, body: pages.body })
    .from(pages)
    .where(eq(pages.id, id));
  return row ? { ...toLink(row), body: row.body } : null;
}

/** For staff: what a text would look like. */
export async function previewPage(ctx: Context, { body }: { body: string }): Promise<{ html: string }> {
  requireRole(ctx, 'staff');
  return { html: renderMarkdown(body) };
}
