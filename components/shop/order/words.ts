import type { Tone } from '#components/ui/badge';
import type { DeliveryType, OrderStatus, PaymentStatus } from '#db/enums';

/** How customers read the states of their order. */
export const STATUS: Record<OrderStatus, { title: string; tone: Tone }> = {
  pending: { title: 'Received', tone: 'warn' },
  confirmed: { title: 'Confirmed', tone: 'accent' },
  processing: { title: 'Being prepared', tone: 'accent' },
  ready: { title: 'Ready', tone: 'good' },
  completed: { title: 'Completed', tone: 'plain' },
  cancelled: { title: 'Cancelled', tone: 'bad' },
};

export const PAYMENT: Record<PaymentStatus, { title: string; tone: Tone }> = {
  unpaid: { title: 'Not paid yet', tone: 'warn' },
  submitted: { title: 'Payment on its way', tone: 'plain' },
  partially_paid: { title: 'Partly paid', tone: 'warn' },
  paid: { title: 'Paid', tone: 'good' },
  partially_refunded: { title: 'Partly refunded', tone: 'plain' },
  refunded: { title: 'Refunded', tone: 'plain' },
};

/** The one sentence a customer looks for. */
export function whatNow(status: OrderStatus, type: DeliveryType): string {
  const isPickup = type === 'pickup';
  switch (status) {
    case 'pending':
      return 'We have your order and will confirm it soon.';
    case 'confirmed':
      return 'It is in our book, and we start in good time.';
    case 'processing':
      return 'We are working on it right now.';
    case 'ready':
      return isPickup ? 'It is waiting for you.' : 'It is packed and comes to you.';
    case 'completed':
      return 'Thank you, and see you soon.';
    case 'cancelled':
      return 'This order was cancelled. Nothing will be made or delivered.';
  }
}

/** The steps an order takes, for the timeline; a step that was jumped has no time of its own. */
export const STEPS: readonly OrderStatus[] = ['pending', 'confirmed', 'processing', 'ready', 'completed'];
