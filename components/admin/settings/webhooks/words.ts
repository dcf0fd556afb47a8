import type { Tone } from '#components/ui/badge';
import type { DeliveryStatus } from '#db/enums';
import { TEST_EVENT, WEBHOOK_EVENTS, type WebhookEvent, type WebhookState } from '#lib/webhooks/rules';

export const EVENT_TEXT: Record<WebhookEvent, string> = {
  'order.placed': 'An order is placed',
  'order.status_changed': 'An order moves on or is cancelled',
  'payment.changed': 'What is paid of an order or booking changes',
  'stock.low': 'Something runs low',
  'booking.requested': 'An event is asked for',
  'booking.status_changed': 'A booking moves on, is declined or cancelled',
};

export const eventOptions = [
  { value: '', label: 'Any event' },
  ...[...WEBHOOK_EVENTS, TEST_EVENT].map((value) => ({ value, label: value })),
];

export const WEBHOOK_STATE: Record<WebhookState, { label: string; tone: Tone }> = {
  active: { label: 'Works', tone: 'good' },
  failing: { label: 'Failing', tone: 'warn' },
  paused: { label: 'Paused', tone: 'plain' },
  switched_off: { label: 'Switched off', tone: 'bad' },
};

export const DELIVERY_STATE: Record<DeliveryStatus, { label: string; tone: Tone }> = {
  queued: { label: 'Waiting', tone: 'warn' },
  sending: { label: 'Being sent', tone: 'accent' },
  delivered: { label: 'Delivered', tone: 'good' },
  failed: { label: 'Failed', tone: 'bad' },
};
