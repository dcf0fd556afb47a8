import 'server-only';
import { z } from 'zod';
import { newId } from '#db/columns';
import { actorRow, type Context, requireRole } from '#lib/context';
import { callFunction } from '#lib/database';
import { DomainError } from '#lib/errors';
import { type ClaimExtra, claimWithProof } from '#lib/orders/commands/proof';
import type { SettlePayment } from '#lib/orders/input';
import { isPaidAhead } from '#lib/orders/rules/deadline';
import { getSettings } from '#lib/settings/queries';
import { dayOf } from '#lib/time';
import type { ClaimBookingPayment } from '../booking-input.ts';
import type { BookingDto } from '../booking-output.ts';
import { bookingPaths, payOption } from '../booking-rules.ts';
import { findOwnBooking, readBooking } from '../queries/bookings.ts';
import { asClient } from './move-booking.ts';
import type { PlacedBooking } from './place-booking.ts';

const claimed = z.object({
  payment_id: z.uuid(),
  booking_id: z.uuid(),
  is_proof_kept: z.boolean(),
  replayed: z.boolean(),
});
const settled = z.object({ booking_id: z.uuid() });

/**
 * The client says that they have paid (`amount` in minor units, null = the deposit that is due, then the rest), with a
 * proof or without. One claim is open at a time: a second one adds the proof or the reference that the first came without.
 * Throws DB_002, BOOK_002 (nothing was agreed, or it is over), PAY_001 (the shop takes no money ahead; or another claim is
 * open: `status`, `what`), PAY_002, REQ_003, RATE_001, FILE_001, FILE_002.
 */
export async function claimBookingPayment(
  ctx: Context,
  { booking_number, amount, reference }: ClaimBookingPayment,
  { key, idempotency = null, proof: file = null }: ClaimExtra,
): Promise<PlacedBooking> {
  // Open to everybody: the booking's key, or the session of its owner, is the proof.
  const booking = await findOwnBooking(ctx, { booking_number, key });
  if (!booking) throw new DomainError('DB_002');
  const method = payOption((await getSettings(ctx)).payments.options)?.method ?? null;
  if (method === null || !isPaidAhead(method)) throw new DomainError('PAY_001', { method });
  const claim = { id: newId(), booking_id: booking.id, amount_minor: amount, reference };
  const call = { claim, method, actor: actorRow(asClient(ctx)), idempotency };
  const { booking_id, replayed } = await claimWithProof(ctx, { subjectId: booking.id, file }, async (proof) =>
    claimed.parse(await callFunction(ctx, 'claim_booking_payment', { ...call, proof })),
  );
  return { booking: await readBooking(ctx, booking_id, 'client'), replayed };
}

async function settle(
  ctx: Context,
  { payment_id, note }: SettlePayment,
  to: 'confirmed' | 'rejected',
): Promise<BookingDto> {
  const { shop } = await getSettings(ctx);
  const result = await callFunction(ctx, 'settle_booking_payment', {
    payment_id,
    to,
    note,
    booked_on: dayOf(ctx.now, shop.time_zone),
    confirm: to === 'confirmed' ? { paths: bookingPaths('confirmed', 'system'), now: ctx.now } : null,
    actor: actorRow(ctx),
    request_id: ctx.requestId,
  });
  return readBooking(ctx, settled.parse(result).booking_id, 'desk');
}

/**
 * What the client claimed has arrived; an accepted booking whose deposit is there with it is confirmed, if its day is
 * still free. Throws DB_002, PAY_001 (already settled), PAY_002.
 */
export async function confirmBookingPayment(ctx: Context, input: SettlePayment): Promise<BookingDto> {
  requireRole(ctx, 'staff');
  return settle(ctx, input, 'confirmed');
}

/** What the client claimed did not arrive: it is due again. The client reads the note. Throws DB_002, PAY_001. */
export async function rejectBookingPayment(ctx: Context, input: SettlePayment): Promise<BookingDto> {
  requireRole(ctx, 'staff');
  return settle(ctx, input, 'rejected');
}
