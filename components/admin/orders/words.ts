import type { Tone } from '#components/ui/badge';
import type { ActorKind, Channel, DeliveryType, OrderStatus, PaymentMethod, PaymentStatus } from '#db/enums';

/** What the desk calls things, and the color of the dot beside them. */

export const ORDER_STATUS: Record<OrderStatus, { label: string; tone: Tone }> = {
  pending: { label: 'Pending', tone: 'warn' },
  confirmed: { label: 'Confirmed', tone: 'accent' },
  processing: { label: 'Processing', tone: 'accent' },
  ready: { label: 'Ready', tone: 'good' },
  completed: { label: 'Completed', tone: 'plain' },
  cancelled: { label: 'Cancelled', tone: 'bad' },
};

export const PAYMENT_STATUS: Record<PaymentStatus, { label: string; tone: Tone }> = {
  unpaid: { label: 'Unpaid', tone: 'plain' },
  submitted: { label: 'Submitted', tone: 'warn' },
  partially_paid: { label: 'Partly paid', tone: 'warn' },
  paid: { label: 'Paid', tone: 'good' },
  partially_refunded: { label: 'Partly refunded', tone: 'accent' },
  refunded: { label: 'Refunded', tone: 'plain' },
};

export const PAYMENT_METHOD: Record<PaymentMethod, string> = {
  cash: 'Cash',
  bank_transfer: 'Bank transfer',
  card_terminal: 'Card terminal',
  other: 'Other',
};

export const DELIVERY_TYPE: Record<DeliveryType, string> = { pickup: 'Pickup', delivery: 'Delivery' };
export const CHANNEL: Record<Channel, string> = { web: 'Web shop', desk: 'Order desk', api: 'API' };
export const ACTOR: Record<ActorKind, string> = {
  visitor: 'Customer',
  customer: 'Customer',
  staff: 'Staff',
  system: 'The shop',
};

/** The step as something to do. */
export const STEP: Record<OrderStatus, string> = {
  pending: 'Back to pending',
  confirmed: 'Confirm',
  processing: 'Start making',
  ready: 'Ready',
  completed: 'Complete',
  cancelled: 'Cancel order',
};

/** The step as something that was done. */
export const STEP_DONE: Record<OrderStatus, string> = {
  pending: 'is pending again',
  confirmed: 'is confirmed',
  processing: 'is being made',
  ready: 'is ready',
  completed: 'is completed',
  cancelled: 'is cancelled',
};

/** Status words as the timeline and older data carry them; anything unknown as it stands. */
export function statusLabel(axis: 'order' | 'payment' | 'note', word: string | null): string {
  if (word === null) return '';
  const words: Record<string, { label: string } | undefined> = axis === 'payment' ? PAYMENT_STATUS : ORDER_STATUS;
  return words[word]?.label ?? word.replaceAll('_', ' ');
}
