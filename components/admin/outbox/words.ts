import type { Tone } from '#components/ui/badge';
import type { NoticeChannel, NoticeStatus } from '#db/enums';
import type { Audience, NoticeEvent } from '#lib/notices/rules';
import { formatPhone } from '#lib/phone';

/** What the desk calls messages, and the color of the dot beside them. */

export const NOTICE_EVENT: Record<NoticeEvent, string> = {
  order_placed: 'Order placed',
  order_changed: 'Order changed',
  order_confirmed: 'Order confirmed',
  order_ready: 'Order ready',
  order_cancelled: 'Order cancelled',
  payment_due: 'Payment due',
  payment_received: 'Payment received',
  low_stock: 'Low stock',
  webhook_disabled: 'Webhook switched off',
  alarm_raised: 'Alarm',
  alarm_ended: 'Alarm over',
  backup_failed: 'Backup failed',
  chat_unread: 'Unread in the chat',
  booking_requested: 'Booking asked for',
  booking_quoted: 'Booking quoted',
  booking_accepted: 'Booking accepted',
  booking_confirmed: 'Booking confirmed',
  booking_declined: 'Booking declined',
  booking_expired: 'Quote expired',
  booking_cancelled: 'Booking cancelled',
  booking_moved: 'Booking moved',
  booking_changed: 'Booking changed',
};

const isNoticeEvent = (event: string): event is NoticeEvent => Object.hasOwn(NOTICE_EVENT, event);

/** Other parts of the shop say things too: their names are read as words. */
export function eventLabel(event: string): string {
  if (isNoticeEvent(event)) return NOTICE_EVENT[event];
  const words = event.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** An address of mail, or a phone in groups. */
export const recipientWords = ({ channel, recipient }: { channel: NoticeChannel; recipient: string }): string =>
  channel === 'sms' ? formatPhone(recipient) : recipient;

export const NOTICE_CHANNEL: Record<NoticeChannel, string> = { email: 'Mail', sms: 'SMS' };
/** Within a sentence. */
export const BY_CHANNEL: Record<NoticeChannel, string> = { email: 'mail', sms: 'SMS' };
export const AUDIENCE: Record<Audience, string> = { customer: 'Customer', staff: 'Staff' };

export const NOTICE_STATUS: Record<NoticeStatus, { label: string; tone: Tone }> = {
  queued: { label: 'Waiting', tone: 'warn' },
  sending: { label: 'Being sent', tone: 'accent' },
  sent: { label: 'Sent', tone: 'good' },
  captured: { label: 'Captured', tone: 'plain' },
  failed: { label: 'Failed', tone: 'bad' },
};

export const LANGUAGE = { en: 'English', ro: 'Romanian', de: 'German' } as const;
