import 'server-only';
import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { testimonials } from '#db/schema/content';
import { type Context, requireRole } from '#lib/context';
import { describedIn, descriptionsOf, fieldsOf, sayIn } from '#lib/i18n/content';
import { storedPicture } from '#lib/media/rows';
import { type StoredPicture, toImage } from '#lib/media/urls';
import { type Page, wholeList } from '#lib/paging';
import type { listDeskTestimonialsInput } from '../input.ts';
import type { DeskTestimonial, Testimonial } from '../output.ts';

const MOST = 500;

const columns = {
  id: testimonials.id,
  name: testimonials.name,
  message: testimonials.message,
  rating: testimonials.rating,
  image: sql<StoredPicture | null>`(
    select ${storedPicture(sql`m.id`)} from media m where m.id = testimonials.media_id)`,
};

type Row = { id: string; name: string; message: string; rating: number; image: StoredPicture | null };

function toTestimonial({ image: picture, ...row }: Row): Testimonial {
  const image = picture === null ? null : toImage(picture);
  return { ...row, image, image_url: image?.url ?? null };
}

/** What customers said and the shop shows, in its order. */
export async function listTestimonials(
  ctx: Context,
  { limit = 100 }: { limit?: number } = {},
): Promise<Page<Testimonial>> {
  // Open to everybody: it is published.
  const rows = await ctx.db
    .select(columns)
    .from(testimonials)
    .where(and(eq(testimonials.status, 'published'), isNull(testimonials.archivedAt)))
    .orderBy(testimonials.displayOrder, testimonials.id)
    .limit(limit);
  const say = await sayIn(
    ctx,
    fieldsOf(
      'testimonial',
      rows.map(({ id }) => id),
      'message',
    ),
    descriptionsOf(
      'testimonial_picture',
      rows.flatMap(({ image }) => image ?? []),
    ),
  );
  return wholeList(
    rows.map((row) =>
      toTestimonial({
        ...row,
        ...say('testimonial', row.id, { message: row.message }),
        image: row.image && describedIn(say, 'testimonial_picture', row.image),
      }),
    ),
  );
}

const deskColumns = {
  ...columns,
  status: testimonials.status,
  archivedAt: testimonials.archivedAt,
  createdAt: testimonials.createdAt,
};

type DeskRow = Row & Pick<typeof testimonials.$inferSelect, 'status' | 'archivedAt' | 'createdAt'>;

const toDesk = ({ status, archivedAt, createdAt, ...row }: DeskRow): DeskTestimonial => ({
  ...toTestimonial(row),
  status,
  archived_at: archivedAt?.toISOString() ?? null,
  created_at: createdAt.toISOString(),
});

/** For staff: all of them in the order of the shop, of one state or archived on demand. */
export async function listDeskTestimonials(
  ctx: Context,
  { status, archived = false }: z.output<typeof listDeskTestimonialsInput> = {},
): Promise<Page<DeskTestimonial>> {
  requireRole(ctx, 'staff');
  const rows = await ctx.db
    .select(deskColumns)
    .from(testimonials)
    .where(
      and(
        archived ? isNotNull(testimonials.archivedAt) : isNull(testimonials.archivedAt),
        status === undefined ? undefined : eq(testimonials.status, status),
      ),
    )
    .orderBy(testimonials.displayOrder, testimonials.id)
    .limit(MOST);
  return wholeList(rows.map(toDesk));
}

/** For staff: one testimonial, archived or not; null when there is none. */
export async function getDeskTestimonial(ctx: Context, id: string): Promise<DeskTestimonial | null> {
  requireRole(ctx, 'staff');
  const [row] = await ctx.db.select(deskColumns).from(testimonials).where(eq(testimonials.id, id));
  return row ? toDesk(row) : null;
}
