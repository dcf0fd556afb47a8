import { sql } from 'drizzle-orm';
import { newId } from '#db/columns';
import type { BookingStatus } from '#db/enums';
import { packages, themes } from '#db/schema/events';
import { database } from '#lib/database';
import { placeBooking, quoteBooking } from '#lib/events/booking-commands';
import { changeBookingInput, type PlaceBooking, placeBookingInput, quoteBookingInput } from '#lib/events/booking-input';
import type { BookingDto } from '#lib/events/booking-output';
import { newPhone, type TestContext, visitor } from './shop.ts';

type PackageMore = Partial<typeof packages.$inferInsert>;

export async function makePackage(more: PackageMore = {}): Promise<{ packageId: string; slug: string }> {
  const packageId = newId();
  const slug = more.slug ?? `package-${packageId.slice(-12)}`;
  await database()
    .db.insert(packages)
    .values({ id: packageId, name: 'Garden wedding', priceMinor: 120_000, ...more, slug });
  return { packageId, slug };
}

export async function makeTheme(): Promise<string> {
  const id = newId();
  await database()
    .db.insert(themes)
    .values({ id, name: 'Boho', slug: `theme-${id.slice(-12)}` });
  return id;
}

/** A day so many days from now, as the shops of tests count days. */
export const dayAhead = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** What somebody who was never here before asks for. */
export const bookingOf = (package_id: string | null, more: Record<string, unknown> = {}): PlaceBooking =>
  placeBookingInput.parse({
    client_info: { name: 'Ana Pop', phone: newPhone(), email: 'ana@example.com' },
    event_type: 'Wedding',
    date: dayAhead(40),
    venue: 'Old Mill',
    guests: 80,
    package_id,
    ...more,
  });

/** A booking that stands at `status`, put there past the commands; its day is taken where that status holds it. */
export async function bookingAt(
  status: BookingStatus,
  packageId: string | null,
  more: Record<string, unknown> = {},
  ctx: TestContext = visitor(),
): Promise<BookingDto> {
  const { booking } = await placeBooking(ctx, bookingOf(packageId, more));
  const { db } = database();
  await db.execute(sql`UPDATE bookings SET status = ${status} WHERE id = ${booking.id}`);
  if (packageId !== null && (status === 'confirmed' || status === 'completed')) {
    await db.execute(sql`INSERT INTO booking_days AS d (package_id, on_date, capacity, booked)
      SELECT id, ${booking.date}::date, per_day_capacity, 1 FROM packages WHERE id = ${packageId}
      ON CONFLICT (package_id, on_date) DO UPDATE SET booked = d.booked + 1`);
  }
  return booking;
}

/** How full a package's day is, and how many bookings say that they hold it: always the same number. */
export async function loadOf(
  packageId: string,
  day: string,
): Promise<{ booked: number; held: number; capacity: number }> {
  const [row] = await database().db.execute<{ booked: number; held: number; capacity: number }>(sql`
    SELECT coalesce((SELECT booked FROM booking_days WHERE package_id = ${packageId} AND on_date = ${day}), 0) AS booked,
      (SELECT count(*)::int FROM bookings WHERE package_id = ${packageId} AND event_date = ${day}
        AND status IN ('confirmed', 'completed')) AS held,
      (SELECT per_day_capacity FROM packages WHERE id = ${packageId}) AS capacity`);
  if (!row) throw new Error('one row always comes');
  return row;
}

/** A change of status as the desk sends it. */
export const change = (booking_id: string, body: Record<string, unknown>) => ({
  ...changeBookingInput.parse(body),
  booking_id,
});

export const quote = (
  staff: TestContext,
  booking_id: string,
  body: Record<string, unknown> = { amount: 1000, deposit: 300 },
) => quoteBooking(staff, { ...quoteBookingInput.parse(body), booking_id });

/** Money as the desk records it; minor units, null = what is due. */
export const moneyFor = (booking_id: string, amount: number | null = null) => ({
  booking_id,
  amount,
  method: null,
  reference: null,
  note: null,
  version: null,
});
