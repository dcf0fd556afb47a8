import 'server-only';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { BookingStatus } from '#db/enums';
import { bookings, packages } from '#db/schema/events';
import { recordAudit } from '#lib/audit/commands';
import { actorRow, type Context, requireRole } from '#lib/context';
import { callFunction, transaction } from '#lib/database';
import { DomainError, ValidationError } from '#lib/errors';
import { getSettings } from '#lib/settings/queries';
import { addDays, dayOf, momentAt } from '#lib/time';
import type { BookingNote, ChangeBooking, QuoteBooking, RescheduleBooking } from '../booking-input.ts';
import type { BookingDto } from '../booking-output.ts';
import {
  type BookingMover,
  bookingPaths,
  depositOf,
  OPEN_BOOKINGS,
  QUOTE_DAYS,
  QUOTE_PATHS,
} from '../booking-rules.ts';
import { findOwnBooking, readBooking } from '../queries/bookings.ts';
import { requireBookableDay } from './place-booking.ts';
import { tellingChanges } from './telling-changes.ts';

type Walk = {
  booking_id: string;
  to: BookingStatus;
  reason?: string | null;
  note?: string | null;
  waive_deposit?: boolean;
  version?: number | null;
};

/** One statement: walks the steps between, refuses the rest, takes or frees the day, writes timeline, audit and event. */
export async function walkBooking(
  ctx: Context,
  mover: BookingMover,
  { to, note, reason, ...walk }: Walk,
): Promise<void> {
  await callFunction(ctx, 'move_booking', {
    ...walk,
    to,
    reason,
    note: note ?? reason,
    paths: bookingPaths(to, mover),
    is_client: mover === 'client',
    actor: actorRow(ctx),
    now: ctx.now,
    request_id: ctx.requestId,
  });
}

type Ref = { booking_id: string };

/**
 * Takes a booking to any status its table of steps reaches, forward jumps included; confirming takes the day. Throws
 * DB_002, REQ_002, BOOK_001, BOOK_002 (`from`, `to`; `reason` "deposit" with what is `due`).
 */
export async function changeBooking(ctx: Context, { status, ...change }: ChangeBooking & Ref): Promise<BookingDto> {
  requireRole(ctx, 'staff');
  await tellingChanges(ctx, change, () => walkBooking(ctx, 'staff', { ...change, to: status }));
  return readBooking(ctx, change.booking_id, 'desk');
}

/**
 * Names the price (minor units), the deposit and until when both hold; again as long as nobody has accepted. Without a
 * deposit it is what the package asks for. Throws DB_002, REQ_002, BOOK_002, VALIDATION_ERROR.
 */
export async function quoteBooking(ctx: Context, input: QuoteBooking & Ref): Promise<BookingDto> {
  requireRole(ctx, 'staff');
  const { booking_id, amount, deposit, valid_until, note, version } = input;
  const { shop } = await getSettings(ctx);
  const [booking] = await ctx.db
    .select({ eventDate: bookings.eventDate, percent: packages.depositPercent })
    .from(bookings)
    .leftJoin(packages, eq(packages.id, bookings.packageId))
    .where(eq(bookings.id, booking_id));
  if (!booking) throw new DomainError('DB_002');
  const today = dayOf(ctx.now, shop.time_zone);
  const last = valid_until ?? addDays(today, QUOTE_DAYS);
  if (last < today) throw ValidationError.of('valid_until', 'VAL_003', 'That day is over. Choose one from today on.');
  // Nobody accepts an event that has been.
  const [until = last] = [last, booking.eventDate].sort();
  const asked = deposit === undefined ? depositOf(amount, booking.percent ?? 0) : deposit;
  const call = {
    booking_id,
    to: 'quoted',
    paths: QUOTE_PATHS,
    quote: {
      quoted_minor: amount,
      deposit_minor: asked === 0 ? null : asked,
      expires_at: momentAt(addDays(until, 1), '00:00', shop.time_zone),
    },
    note,
    actor: actorRow(ctx),
    version,
    now: ctx.now,
    request_id: ctx.requestId,
  };
  await tellingChanges(ctx, input, () => callFunction(ctx, 'move_booking', call));
  return readBooking(ctx, booking_id, 'desk');
}

/** The package as named, or the one it has; one that is not on sale can only be kept. */
async function packageOf(ctx: Context, booking_id: string, named: string | null | undefined): Promise<string | null> {
  const [booking] = await ctx.db.select({ id: bookings.packageId }).from(bookings).where(eq(bookings.id, booking_id));
  if (!booking) throw new DomainError('DB_002');
  if (named === undefined || named === booking.id) return booking.id;
  if (named === null) return null;
  const [offered] = await ctx.db
    .select({ id: packages.id })
    .from(packages)
    .where(and(eq(packages.id, named), isNull(packages.archivedAt)));
  if (!offered) throw ValidationError.of('package_id', 'VAL_003', 'Choose one of the packages offered.');
  return offered.id;
}

/** Moves a booking to another day, hour or package. Throws DB_002, REQ_002, BOOK_001, BOOK_002, VALIDATION_ERROR. */
export async function rescheduleBooking(
  ctx: Context,
  { booking_id, date, time, package_id, note, version }: RescheduleBooking & Ref,
): Promise<BookingDto> {
  requireRole(ctx, 'staff');
  const { shop } = await getSettings(ctx);
  requireBookableDay(date, ctx, shop);
  const call = {
    booking_id,
    date,
    starts_at: time === null ? null : momentAt(date, time, shop.time_zone),
    package_id: await packageOf(ctx, booking_id, package_id),
    statuses: OPEN_BOOKINGS,
    note,
    actor: actorRow(ctx),
    version,
    now: ctx.now,
    request_id: ctx.requestId,
  };
  await tellingChanges(ctx, { booking_id, version }, () => callFunction(ctx, 'reschedule_booking', call));
  return readBooking(ctx, booking_id, 'desk');
}

/** Keeps what only the desk reads. Throws DB_002. */
export async function noteBooking(ctx: Context, { booking_id, internal_note }: BookingNote): Promise<BookingDto> {
  requireRole(ctx, 'staff');
  await transaction(ctx, async (tx) => {
    const [row] = await tx.db
      .update(bookings)
      .set({ internalNote: internal_note, version: sql`${bookings.version} + 1`, updatedAt: ctx.now })
      .where(eq(bookings.id, booking_id))
      .returning({ id: bookings.id });
    if (!row) throw new DomainError('DB_002');
    await recordAudit(tx, { action: 'booking.noted', entity: 'booking', entityId: booking_id });
  });
  return readBooking(ctx, booking_id, 'desk');
}

/** Whoever holds the key acts as the client, also a member of staff who opened the link. */
export const asClient = (ctx: Context): Context =>
  ctx.actor.kind === 'customer' ? ctx : { ...ctx, actor: { kind: 'visitor' } };

type Own = { booking_number: string; reason?: string | null };
type Key = { key: string | null };

async function walkOwn(
  ctx: Context,
  { booking_number, reason }: Own,
  { key }: Key,
  to: BookingStatus,
): Promise<BookingDto> {
  const found = await findOwnBooking(ctx, { booking_number, key });
  if (!found) throw new DomainError('DB_002');
  await walkBooking(asClient(ctx), 'client', { booking_id: found.id, to, reason: reason ?? null });
  return readBooking(ctx, found.id, 'client');
}

/** The client says yes to the quote. Throws DB_002 (wrong key alike), BOOK_002 (also when the quote has expired). */
export async function acceptOwnQuote(ctx: Context, input: Own, proof: Key): Promise<BookingDto> {
  // Open to everybody: the booking's key, or the session of its owner, is the proof.
  return walkOwn(ctx, input, proof, 'accepted');
}

/** The client says no to the quote. Throws DB_002 (wrong key alike), BOOK_002. */
export async function declineOwnQuote(ctx: Context, input: Own, proof: Key): Promise<BookingDto> {
  // Open to everybody: the booking's key, or the session of its owner, is the proof.
  return walkOwn(ctx, input, proof, 'declined');
}

/** The client takes it back, until the shop has confirmed. Throws DB_002 (wrong key alike), BOOK_002. */
export async function cancelOwnBooking(ctx: Context, input: Own, proof: Key): Promise<BookingDto> {
  // Open to everybody: the booking's key, or the session of its owner, is the proof.
  return walkOwn(ctx, input, proof, 'cancelled');
}
