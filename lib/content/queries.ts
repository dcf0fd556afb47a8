import 'server-only';
import { and, eq, isNull, lte } from 'drizzle-orm';
import { pages } from '#db/schema/content';
import type { Context } from '#lib/context';
import { type Page, wholeList } from '#lib/paging';

export { getDeskPage, listDeskPages, previewPage } from './queries/desk-pages.ts';
export { getDeskTestimonial, listDeskTestimonials, listTestimonials } from './queries/testimonials.ts';
export { listTranslatables } from './queries/translatables.ts';
export { getCompleteness } from './queries/translation-figures.ts';
export { getTranslatable, listTranslations } from './queries/translation-rows.ts';

import { renderMarkdown } from './markdown.ts';
import type { PageLink, WrittenPage } from './output.ts';

const isPublished = (ctx: Context) => and(isNull(pages.archivedAt), lte(pages.publishedAt, ctx.now));

/** The pages the shop wrote and published, in their order: for footer and sitemap. */
export async function listPages(ctx: Context): Promise<Page<PageLink>> {
  const rows = await ctx.db
    .select({ slug: pages.slug, title: pages.title, updatedAt: pages.updatedAt })
    .from(pages)
    .where(isPublished(ctx))
    .orderBy(pages.displayOrder, pages.title)
    .limit(200);
  return wholeList(rows.map(({ slug, title, updatedAt }) => ({ slug, title, updated_at: updatedAt.toISOString() })));
}

/** One published page by its slug, its text as sanitized HTML; null when there is none. */
export async function getPage(ctx: Context, slug: string): Promise<WrittenPage | null> {
  // What no slug can look like may be something the database refuses to read.
  if (!/^[a-z0-9-]{1,100}$/.test(slug)) return null;
  const [row] = await ctx.db
    .select({ slug: pages.slug, title: pages.title, body: pages.body, updatedAt: pages.updatedAt })
    .from(pages)
    .where(and(eq(pages.slug, slug), isPublished(ctx)));
  if (!row) return null;
  return {
    slug: row.slug,
    title: row.title,
    html: renderMarkdown(row.body),
    updated_at: row.updatedAt.toISOString(),
  };
}
