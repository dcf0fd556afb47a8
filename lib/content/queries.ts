import 'server-only';
import { and, eq, isNull, lte, sql } from 'drizzle-orm';
import { media, pages, testimonials } from '#db/schema/content';
import type { Context } from '#lib/context';
import { type StoredPicture, toImage } from '#lib/media/urls';
import { type Page, wholeList } from '#lib/paging';

export { getDeskPage, listDeskPages, previewPage } from './queries/desk-pages.ts';

import { renderMarkdown } from './markdown.ts';
import type { PageLink, Testimonial, WrittenPage } from './output.ts';

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

/** What customers said and the shop shows, in its order. */
export async function listTestimonials(
  ctx: Context,
  { limit = 12 }: { limit?: number } = {},
): Promise<Page<Testimonial>> {
  const rows = await ctx.db
    .select({
      id: testimonials.id,
      name: testimonials.name,
      message: testimonials.message,
      rating: testimonials.rating,
      image: sql<StoredPicture | null>`case when ${media.id} is null then null else json_build_object('id', ${media.id},
        'driver', ${media.driver}, 'path', ${media.path}, 'width', ${media.width}, 'height', ${media.height},
        'alt', ${media.alt}, 'blurDataUrl', ${media.blurDataUrl}) end`,
    })
    .from(testimonials)
    .leftJoin(media, eq(media.id, testimonials.mediaId))
    .where(and(eq(testimonials.status, 'published'), isNull(testimonials.archivedAt)))
    .orderBy(testimonials.displayOrder, testimonials.id)
    .limit(limit);
  return wholeList(
    rows.map(({ image: picture, ...row }) => {
      const image = picture === null ? null : toImage(picture);
      return { ...row, image, image_url: image?.url ?? null };
    }),
  );
}
