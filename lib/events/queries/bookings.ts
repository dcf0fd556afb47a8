import 'server-only';
import { and, desc, eq } from 'drizzle-orm';
import { bookings } from '#db/schema/events';
import { type Context, requireCustomer, requireRole } from '#lib/context';
import { DomainError } from '#lib/errors';
import { settingsIn } from '#lib/settings/in-language';
import { getSettings } from '#lib/settings/queries';
import { isBookingKey } from '../booking-link.ts';
import type { BookingDto, BookingRowDto } from '../booking-output.ts';
import {
  type BookingView,
  chosenIn,
  type FullRow,
  fullColumns,
  renderBooking,
  renderBookingRow,
  rowColumns,
} from './booking-columns.ts';

export { getAvailability, listBookingDays } from './booking-days.ts';
export { listBookings } from './list-bookings.ts';

/** Longer than any number we give out: nothing to look for. */
const asNumber = (text: string): string => text.trim().toUpperCase().slice(0, 40);

async function rowOf(ctx: Context, where: ReturnType<typeof eq>): Promise<FullRow | null> {
  const [row] = await ctx.db.select(fullColumns).from(bookings).where(where);
  return row ?? null;
}

/** For commands that have authorised: the booking they changed, or DB_002. */
export async function readBooking(ctx: Context, id: string, view: BookingView): Promise<BookingDto> {
  const [row, settings] = await Promise.all([
    rowOf(ctx, eq(bookings.id, id)),
    view === 'desk' ? getSettings(ctx) : settingsIn(ctx),
  ]);
  const [said] = row === null ? [] : view === 'desk' ? [row] : await chosenIn(ctx, [row]);
  if (!said) throw new DomainError('DB_002');
  return renderBooking(said, settings, view);
}

/** A booking in full for the desk; null when there is none. */
export async function getBooking(ctx: Context, { id }: { id: string }): Promise<BookingDto | null> {
  requireRole(ctx, 'staff');
  const [row, settings] = await Promise.all([rowOf(ctx, eq(bookings.id, id)), getSettings(ctx)]);
  return row && renderBooking(row, settings, 'desk');
}

type Proof = { booking_number: string; key: string | null };
type Owned = { id: string; linkVersion: number; customerId: string | null };

function isProven(ctx: Context, row: Owned, key: string | null): boolean {
  if (key !== null && isBookingKey(key, row)) return true;
  return ctx.actor.kind === 'customer' && row.customerId === ctx.actor.customerId;
}

/** Id of the booking that `key`, or the signed-in customer, may open; null when there is none or the proof is wrong. */
export async function findOwnBooking(ctx: Context, { booking_number, key }: Proof): Promise<{ id: string } | null> {
  // Open to everybody: the key, or the session of the owner, is the proof.
  const [row] = await ctx.db
    .select({ id: bookings.id, linkVersion: bookings.linkVersion, customerId: bookings.customerId })
    .from(bookings)
    .where(eq(bookings.bookingNumber, asNumber(booking_number)));
  return row && isProven(ctx, row, key) ? { id: row.id } : null;
}

/** The booking as its client sees it, by the key of the signed link or as its owner; null otherwise. */
export async function getBookingByLink(ctx: Context, { booking_number, key }: Proof): Promise<BookingDto | null> {
  // Open to everybody: the key, or the session of the owner, is the proof.
  const [row, settings] = await Promise.all([
    rowOf(ctx, eq(bookings.bookingNumber, asNumber(booking_number))),
    settingsIn(ctx),
  ]);
  const [said] = row && isProven(ctx, row, key) ? await chosenIn(ctx, [row]) : [];
  return said ? renderBooking(said, settings, 'client') : null;
}

const MOST_OWN = 50;

/** The bookings of the signed-in customer, the newest event first. */
export async function listOwnBookings(ctx: Context): Promise<BookingRowDto[]> {
  const { customerId } = requireCustomer(ctx);
  const rows = await ctx.db
    .select(rowColumns)
    .from(bookings)
    .where(and(eq(bookings.customerId, customerId)))
    .orderBy(desc(bookings.eventDate))
    .limit(MOST_OWN);
  return (await chosenIn(ctx, rows)).map(renderBookingRow);
}
