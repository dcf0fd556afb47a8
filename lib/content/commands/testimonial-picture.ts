import 'server-only';
import { eq } from 'drizzle-orm';
import { testimonials } from '#db/schema/content';
import { recordAudit } from '#lib/audit/commands';
import { type Context, requireRole } from '#lib/context';
import { transaction } from '#lib/database';
import { DomainError } from '#lib/errors';
import { deleteMedia, discardPicture, insertMedia, type NewMedia, storePicture } from '#lib/media/commands';
import type { DeskTestimonial } from '../output.ts';
import { getDeskTestimonial } from '../queries/testimonials.ts';

async function lock(tx: Context, id: string): Promise<string | null> {
  const [row] = await tx.db
    .select({ mediaId: testimonials.mediaId, archivedAt: testimonials.archivedAt })
    .from(testimonials)
    .where(eq(testimonials.id, id))
    .for('update');
  if (!row || row.archivedAt !== null) throw new DomainError('DB_002');
  return row.mediaId;
}

/** Puts another picture, or none, in the place of the one that is there, whose files go once nothing shows them. */
async function replace(ctx: Context, id: string, stored: NewMedia | null): Promise<void> {
  const gone = await transaction(ctx, async (tx) => {
    const before = await lock(tx, id);
    if (stored) await insertMedia(tx, stored);
    await tx.db
      .update(testimonials)
      .set({ mediaId: stored?.id ?? null })
      .where(eq(testimonials.id, id));
    const action = stored ? 'testimonial.picture_set' : 'testimonial.picture_removed';
    await recordAudit(tx, { action, entity: 'testimonial', entityId: id });
    return before === null ? null : deleteMedia(tx, before);
  });
  ctx.expire(['content']);
  if (gone) await discardPicture(gone);
}

/** The picture of whoever said it, in place of the one before. Throws DB_002, FILE_001 and FILE_002. */
export async function setTestimonialPicture(
  ctx: Context,
  { testimonial_id: id, file, alt }: { testimonial_id: string; file: Buffer; alt?: string | undefined },
): Promise<DeskTestimonial> {
  requireRole(ctx, 'staff');
  // Asked before the picture is rendered, and again under lock.
  await transaction(ctx, (tx) => lock(tx, id));
  const uploadedBy = ctx.actor.kind === 'staff' ? ctx.actor.userId : null;
  const stored = await storePicture(file, { alt, uploadedBy });
  try {
    await replace(ctx, id, stored);
  } catch (error) {
    await discardPicture(stored);
    throw error;
  }
  const found = await getDeskTestimonial(ctx, id);
  if (!found) throw new DomainError('DB_002');
  return found;
}

/** Takes the picture away; the words stay. Throws DB_002. */
export async function removeTestimonialPicture(ctx: Context, { id }: { id: string }): Promise<void> {
  requireRole(ctx, 'staff');
  await replace(ctx, id, null);
}
