import type { z } from 'zod';
import { confirmBookingPaymentAction, rejectBookingPaymentAction } from '#lib/events/actions/bookings';
import type { ActionResult } from '#lib/http/action';
import { confirmPaymentAction, rejectPaymentAction } from '#lib/orders/actions';
import type { settlePaymentInput } from '#lib/orders/input';
import type { ReviewedPaymentDto } from '#lib/orders/payment-output';

/** What a payment is for. */
export type PaidFor = 'order' | 'booking';

type Settle = (input: z.input<typeof settlePaymentInput>) => Promise<ActionResult<{ status: string }>>;

/** What one does about a claim. */
export const SETTLE: Record<PaidFor, { confirm: Settle; reject: Settle }> = {
  order: { confirm: confirmPaymentAction, reject: rejectPaymentAction },
  booking: { confirm: confirmBookingPaymentAction, reject: rejectBookingPaymentAction },
};

/** The order or the booking, as the queue shows either. */
export function subjectOf({ order, booking }: Pick<ReviewedPaymentDto, 'order' | 'booking'>) {
  if (order) {
    const { order_number: number, customer_name: name, due } = order;
    return { kind: 'order', number, name, due, href: `/admin/orders/${order.id}` } as const;
  }
  if (booking) {
    const { booking_number: number, client_name: name, due } = booking;
    return { kind: 'booking', number, name, due, href: `/admin/bookings/${booking.id}` } as const;
  }
  throw new Error('a payment is for an order or a booking');
}
