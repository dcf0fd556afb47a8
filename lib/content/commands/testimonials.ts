import 'server-only';
import { eq, isNull, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { newId } from '#db/columns';
import { testimonials } from '#db/schema/content';
import { recordAudit } from '#lib/audit/commands';
import { type Context, requireRole } from '#lib/context';
import { transaction } from '#lib/database';
import { writeOrder } from '#lib/display-order';
import { DomainError } from '#lib/errors';
import type {
  createTestimonialInput,
  orderTestimonialsInput,
  replaceTestimonialInput,
  updateTestimonialInput,
} from '../input.ts';
import type { DeskTestimonial } from '../output.ts';
import { getDeskTestimonial } from '../queries/testimonials.ts';

type Update = z.output<typeof updateTestimonialInput>;

async function read(ctx: Context, id: string): Promise<DeskTestimonial> {
  const found = await getDeskTestimonial(ctx, id);
  if (!found) throw new DomainError('DB_002');
  return found;
}

async function lock(tx: Context, id: string) {
  const [row] = await tx.db.select().from(testimonials).where(eq(testimonials.id, id)).for('update');
  if (!row) throw new DomainError('DB_002');
  return row;
}

/** Adds what somebody said, after the others. */
export async function createTestimonial(
  ctx: Context,
  input: z.output<typeof createTestimonialInput>,
): Promise<DeskTestimonial> {
  requireRole(ctx, 'staff');
  const id = newId();
  await transaction(ctx, async (tx) => {
    await tx.db
      .insert(testimonials)
      .values({ ...input, id, displayOrder: sql`(select coalesce(max(display_order), 0) + 1 from testimonials)` });
    // Who said what stays out of it: it may have to be forgotten.
    const after = { rating: input.rating, status: input.status };
    await recordAudit(tx, { action: 'testimonial.created', entity: 'testimonial', entityId: id, after });
  });
  ctx.expire(['content']);
  return read(ctx, id);
}

/** Changes what is named. Throws DB_002 when it is unknown or archived. */
export async function updateTestimonial(ctx: Context, { id, ...columns }: Update): Promise<DeskTestimonial> {
  requireRole(ctx, 'staff');
  await transaction(ctx, async (tx) => {
    const before = await lock(tx, id);
    if (before.archivedAt !== null) throw new DomainError('DB_002');
    // An empty change is no change, and an update without columns is no SQL.
    if (Object.keys(columns).length === 0) return;
    await tx.db.update(testimonials).set(columns).where(eq(testimonials.id, id));
    const { rating, status } = { ...before, ...columns };
    const after = { rating, status, fields: Object.keys(columns) };
    await recordAudit(tx, { action: 'testimonial.updated', entity: 'testimonial', entityId: id, before, after });
  });
  ctx.expire(['content']);
  return read(ctx, id);
}

/** Writes it anew; its place in the order stays. Throws DB_002. */
export async function replaceTestimonial(
  ctx: Context,
  input: z.output<typeof replaceTestimonialInput>,
): Promise<DeskTestimonial> {
  // Open to staff only: the command it ends in asks.
  return updateTestimonial(ctx, input);
}

async function setArchived(ctx: Context, id: string, isArchived: boolean): Promise<void> {
  await transaction(ctx, async (tx) => {
    const row = await lock(tx, id);
    if ((row.archivedAt !== null) === isArchived) return;
    await tx.db
      .update(testimonials)
      .set({ archivedAt: isArchived ? ctx.now : null })
      .where(eq(testimonials.id, id));
    const action = isArchived ? 'testimonial.archived' : 'testimonial.restored';
    await recordAudit(tx, { action, entity: 'testimonial', entityId: id });
  });
  ctx.expire(['content']);
}

/** Takes it out of the shop; it can be restored. Throws DB_002. */
export async function archiveTestimonial(ctx: Context, { id }: { id: string }): Promise<void> {
  requireRole(ctx, 'staff');
  await setArchived(ctx, id, true);
}

/** Brings it back as it was. Throws DB_002. */
export async function restoreTestimonial(ctx: Context, { id }: { id: string }): Promise<DeskTestimonial> {
  requireRole(ctx, 'staff');
  await setArchived(ctx, id, false);
  return read(ctx, id);
}

/** Puts them in the order of `ids`; the ones not named follow as they were. Throws DB_002 for an unknown id. */
export async function orderTestimonials(ctx: Context, { ids }: z.output<typeof orderTestimonialsInput>): Promise<void> {
  requireRole(ctx, 'staff');
  await transaction(ctx, async (tx) => {
    const rows = await tx.db
      .select({ id: testimonials.id })
      .from(testimonials)
      .where(isNull(testimonials.archivedAt))
      .orderBy(testimonials.displayOrder, testimonials.id)
      .for('update');
    await writeOrder(tx, 'testimonial', rows, ids);
  });
  ctx.expire(['content']);
}
