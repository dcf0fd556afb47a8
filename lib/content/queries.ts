import 'server-only';
import { and, eq, isNull, lte } from 'drizzle-orm';
import { pages } from '#db/schema/content';
import type { Context } from '#lib/context';
import { fieldsOf, sayIn } from '#lib/i18n/content';
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
    .select({ id: pages.id, slug: pages.slug, title: pages.title, updatedAt: pages.updatedAt })
    .from(pages)
    .where(isPublished(ctx))
    .orderBy(pages.displayOrder, pages.title)
    .limit(200);
  const say = await sayIn(
    ctx,
    fieldsOf(
      'page',
      rows.map(({ id }) => id),
      'title',
    ),
  );
  return wholeList(
    rows.map(({ id, slug, title, updatedAt }) => ({
      slug,
      ...say('page', id, { title }),
      updated_at: updatedAt.toISOString(),
    })),
  );
}

/** One published page by its slug, its text as sanitized HTML; null when there is none. */
export async function getPage(ctx: Context, slug: string): Promise<WrittenPage | null> {
  // What no slug can look like may be something the database refuses to read.
  if (!/^[a-z0-9-]{1,100}$/.test(slug)) return null;
  const [row] = await ctx.db
    .select({ id: pages.id, slug: pages.slug, title: pages.title, body: pages.body, updatedAt: pages.updatedAt })
    .from(pages)
    .where(and(eq(pages.slug, slug), isPublished(ctx)));
  if (!row) return null;
  const say = await sayIn(ctx, fieldsOf('page', [row.id], 'title', 'body'));
  const { title, body } = say('page', row.id, { title: row.title, body: row.body });
  return {
    slug: row.slug,
    title,
    html: renderMarkdown(body),
    updated_at: row.updatedAt.toISOString(),
  };
}
