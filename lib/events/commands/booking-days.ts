import 'server-only';
import { isNull } from 'drizzle-orm';
import { z } from 'zod';
import { packages } from '#db/schema/events';
import { actorRow, type Context, requireRole } from '#lib/context';
import { callFunction } from '#lib/database';
import { DomainError, ValidationError } from '#lib/errors';
import { getSettings } from '#lib/settings/queries';
import { dayOf } from '#lib/time';
import type { BlockDays } from '../booking-input.ts';

const changed = z.object({ days: z.int() });

/**
 * Closes days of one package, or of all, for new bookings, or opens them again; what is booked there stays. Answers how
 * many days changed. Throws DB_002 for an unknown package, VALIDATION_ERROR for days that are over.
 */
export async function blockBookingDays(
  ctx: Context,
  { package_id, from, to, blocked }: BlockDays,
): Promise<{ days: number }> {
  requireRole(ctx, 'staff');
  const { shop } = await getSettings(ctx);
  if (from < dayOf(ctx.now, shop.time_zone)) {
    throw ValidationError.of('from', 'VAL_003', 'That day is over. Choose one from today on.');
  }
  const rows = await ctx.db.select({ id: packages.id }).from(packages).where(isNull(packages.archivedAt));
  const ids = rows.map(({ id }) => id).filter((id) => package_id === null || id === package_id);
  if (package_id !== null && ids.length === 0) throw new DomainError('DB_002');
  if (ids.length === 0) return { days: 0 };
  const result = await callFunction(ctx, 'block_booking_days', {
    package_ids: ids,
    from,
    to,
    blocked,
    actor: actorRow(ctx),
    request_id: ctx.requestId,
  });
  return changed.parse(result);
}
