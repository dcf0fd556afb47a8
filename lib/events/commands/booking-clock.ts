import 'server-only';
import { and, eq, lt, lte, type SQL } from 'drizzle-orm';
import type { BookingStatus } from '#db/enums';
import { bookings } from '#db/schema/events';
import { type Context, requireRole } from '#lib/context';
import { DomainError } from '#lib/errors';
import { getSettings } from '#lib/settings/queries';
import { dayOf } from '#lib/time';
import { walkBooking } from './move-booking.ts';

/** The work of one run; whoever is left comes with the next. */
const BATCH = 200;

/** Somebody moved it since it was read, or another worker was faster. */
const hasMoved = (error: unknown): boolean =>
  error instanceof DomainError && ['REQ_002', 'BOOK_002', 'DB_002'].includes(error.code);

async function walkAll(ctx: Context, to: BookingStatus, where: SQL | undefined): Promise<number> {
  const rows = await ctx.db
    .select({ booking_id: bookings.id, version: bookings.version })
    .from(bookings)
    .where(where)
    .limit(BATCH);
  const failures: unknown[] = [];
  let walked = 0;
  for (const row of rows) {
    try {
      await walkBooking(ctx, 'system', { ...row, to });
      walked += 1;
    } catch (error) {
      // One that cannot be moved must not keep the others.
      if (!hasMoved(error)) failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `some bookings could not become ${to}`);
  return walked;
}

/** Ends quotes that nobody accepted in time. Answers how many. For any number of workers at once. */
export async function expireQuotes(ctx: Context): Promise<number> {
  requireRole(ctx, 'staff');
  return walkAll(ctx, 'expired', and(eq(bookings.status, 'quoted'), lte(bookings.quoteExpiresAt, ctx.now)));
}

/** Completes confirmed bookings whose day is over. Answers how many. For any number of workers at once. */
export async function completePastBookings(ctx: Context): Promise<number> {
  requireRole(ctx, 'staff');
  const { shop } = await getSettings(ctx);
  const today = dayOf(ctx.now, shop.time_zone);
  return walkAll(ctx, 'completed', and(eq(bookings.status, 'confirmed'), lt(bookings.eventDate, today)));
}
