import 'server-only';
import { and, asc, between, eq, inArray, isNull } from 'drizzle-orm';
import { bookingDays, bookings, packages } from '#db/schema/events';
import { type Context, requireRole } from '#lib/context';
import { DomainError, ValidationError } from '#lib/errors';
import { getSettings } from '#lib/settings/queries';
import { addDays, dayOf } from '#lib/time';
import { type Availability, isAvailabilityRange } from '../booking-input.ts';
import type { AvailabilityDto, BookingDay } from '../booking-output.ts';
import { dayState, OPEN_BOOKINGS } from '../booking-rules.ts';
import { renderBookingRow, rowColumns } from './booking-columns.ts';

/** Every day of the range, ends included. */
export function daysBetween(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

/** Per day whether a package on sale can still be booked. Throws DB_002, VALIDATION_ERROR for more than 92 days. */
export async function getAvailability(ctx: Context, { package_id, from, to }: Availability): Promise<AvailabilityDto> {
  // Open to everybody: which days are free is what the shop shows.
  if (!isAvailabilityRange({ from, to })) {
    throw ValidationError.of('to', 'VAL_003', 'Choose at most 92 days, the first one first.');
  }
  const [[offered], loads, { shop }] = await Promise.all([
    ctx.db
      .select({ capacity: packages.perDayCapacity })
      .from(packages)
      .where(and(eq(packages.id, package_id), eq(packages.active, true), isNull(packages.archivedAt))),
    ctx.db
      .select()
      .from(bookingDays)
      .where(and(eq(bookingDays.packageId, package_id), between(bookingDays.onDate, from, to))),
    getSettings(ctx),
  ]);
  if (!offered) throw new DomainError('DB_002');
  const today = dayOf(ctx.now, shop.time_zone);
  const byDay = new Map(loads.map((load) => [load.onDate, load]));
  return {
    package_id,
    days: daysBetween(from, to).map((day) => {
      const state = dayState(byDay.get(day), offered.capacity, { day, today });
      const left = state === 'free' ? offered.capacity - (byDay.get(day)?.booked ?? 0) : 0;
      return { date: day, state, left };
    }),
  };
}

/**
 * For the desk: the open and done bookings of some days, and how full each package is there. Days on which nothing is
 * have the packages with nothing booked.
 */
export async function listBookingDays(
  ctx: Context,
  { from, to }: { from: string; to: string },
): Promise<Map<string, BookingDay>> {
  requireRole(ctx, 'staff');
  const [offered, loads, rows] = await Promise.all([
    ctx.db
      .select({ id: packages.id, name: packages.name, capacity: packages.perDayCapacity })
      .from(packages)
      .where(and(eq(packages.active, true), isNull(packages.archivedAt)))
      .orderBy(asc(packages.displayOrder), asc(packages.id)),
    ctx.db
      .select()
      .from(bookingDays)
      .where(between(bookingDays.onDate, from, to)),
    ctx.db
      .select(rowColumns)
      .from(bookings)
      .where(and(between(bookings.eventDate, from, to), inArray(bookings.status, [...OPEN_BOOKINGS, 'completed'])))
      .orderBy(asc(bookings.eventDate), asc(bookings.startsAt), asc(bookings.id)),
  ]);
  const loadOf = new Map(loads.map((load) => [`${load.packageId} ${load.onDate}`, load]));
  const shown = rows.map(renderBookingRow);
  return new Map(
    daysBetween(from, to).map((date) => [
      date,
      {
        date,
        bookings: shown.filter((booking) => booking.date === date),
        packages: offered.map(({ id, name, capacity }) => {
          const load = loadOf.get(`${id} ${date}`);
          return { package_id: id, name, booked: load?.booked ?? 0, capacity, blocked: load?.blocked ?? false };
        }),
      },
    ]),
  );
}
