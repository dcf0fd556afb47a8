'use server';

import { hashSecret } from '#lib/auth/secrets';
import type { Context } from '#lib/context';
import { action } from '#lib/http/action';
import type { Idempotency } from '#lib/idempotency';
import { settlePaymentInput } from '#lib/orders/input';
import {
  amendBooking,
  blockBookingDays,
  changeBooking,
  confirmBookingPayment,
  noteBooking,
  placeDeskBooking,
  quoteBooking,
  recordBookingPayment,
  refundBookingPayment,
  rejectBookingPayment,
  rescheduleBooking,
} from '../booking-commands.ts';
import {
  amendBookingForm,
  blockDaysInput,
  bookingNoteInput,
  bookingPaymentForm,
  changeBookingForm,
  deskBookingFormInput,
  quoteBookingForm,
  rescheduleBookingForm,
} from '../booking-input.ts';

/** What the desk's buttons and forms about bookings call. */

export const changeBookingAction = action({ input: changeBookingForm, run: changeBooking });
export const quoteBookingAction = action({
  input: quoteBookingForm,
  run: (ctx, { booking_id, quote }) => quoteBooking(ctx, { ...quote, booking_id }),
});
export const rescheduleBookingAction = action({ input: rescheduleBookingForm, run: rescheduleBooking });
export const amendBookingAction = action({ input: amendBookingForm, run: amendBooking });
export const noteBookingAction = action({ input: bookingNoteInput, run: noteBooking });
export const confirmBookingPaymentAction = action({ input: settlePaymentInput, run: confirmBookingPayment });
export const rejectBookingPaymentAction = action({ input: settlePaymentInput, run: rejectBookingPayment });
export const blockDaysAction = action({ input: blockDaysInput, run: blockBookingDays });

/** A second press, or a retry after a lost answer, is the same thing. */
function once({ actor }: Context, what: string, key: string, content: unknown): Idempotency {
  const scope = `desk:${actor.kind === 'staff' ? actor.userId : actor.kind}:${what}`;
  return { scope, key, hash: hashSecret(JSON.stringify(content)) };
}

export const recordBookingPaymentAction = action({
  input: bookingPaymentForm,
  run: async (ctx, { kind, idempotency_key: key, ...input }) => {
    const record = kind === 'refund' ? refundBookingPayment : recordBookingPayment;
    return (await record(ctx, input, { idempotency: once(ctx, `booking-${kind}`, key, input) })).booking;
  },
});

export const placeDeskBookingAction = action({
  input: deskBookingFormInput,
  run: async (ctx, { idempotency_key: key, booking }) =>
    (await placeDeskBooking(ctx, booking, { idempotency: once(ctx, 'booking', key, booking) })).booking,
});
