import 'server-only';
import { z } from 'zod';
import { newId } from '#db/columns';
import { actorRow, type Context, requireRole } from '#lib/context';
import { callFunction } from '#lib/database';
import type { Idempotency } from '#lib/idempotency';
import { getSettings } from '#lib/settings/queries';
import { dayOf } from '#lib/time';
import type { BookingPayment } from '../booking-input.ts';
import { bookingPaths } from '../booking-rules.ts';
import { readBooking } from '../queries/bookings.ts';
import type { PlacedBooking } from './place-booking.ts';
import { tellingChanges } from './telling-changes.ts';

const recorded = z.object({ payment_id: z.uuid(), booking_id: z.uuid(), replayed: z.boolean() });
type Input = BookingPayment & { booking_id: string };
type Extra = { idempotency?: Idempotency | null };

async function recordAs(
  ctx: Context,
  { booking_id, amount, method, reference, note, version }: Input,
  kind: 'charge' | 'refund',
  idempotency: Idempotency | null,
): Promise<PlacedBooking> {
  const { shop } = await getSettings(ctx);
  const call = {
    payment: {
      id: newId(),
      booking_id,
      kind,
      method,
      amount_minor: amount,
      reference,
      note,
      booked_on: dayOf(ctx.now, shop.time_zone),
    },
    confirm: kind === 'charge' ? { paths: bookingPaths('confirmed', 'system'), now: ctx.now } : null,
    actor: actorRow(ctx),
    idempotency,
    version,
    request_id: ctx.requestId,
  };
  const result = await tellingChanges(ctx, { booking_id, version }, () =>
    callFunction(ctx, 'record_booking_payment', call),
  );
  const { booking_id: id, replayed } = recorded.parse(result);
  return { booking: await readBooking(ctx, id, 'desk'), replayed };
}

/**
 * Records money received (`amount` in minor units, null = the deposit, then the rest); an accepted booking whose deposit
 * is there with it is confirmed, if its day is still free. Throws DB_002, BOOK_002, PAY_002, REQ_002, REQ_003.
 */
export async function recordBookingPayment(ctx: Context, input: Input, extra: Extra = {}): Promise<PlacedBooking> {
  requireRole(ctx, 'staff');
  return recordAs(ctx, input, 'charge', extra.idempotency ?? null);
}

/** Records money given back (minor units, null = all that was paid). Throws DB_002, PAY_003, REQ_002, REQ_003. */
export async function refundBookingPayment(ctx: Context, input: Input, extra: Extra = {}): Promise<PlacedBooking> {
  requireRole(ctx, 'staff');
  return recordAs(ctx, input, 'refund', extra.idempotency ?? null);
}
