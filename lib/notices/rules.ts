import type { NoticeChannel } from '#db/enums';

/** What the shop tells whom, by which ways, and which words a text about it may leave open. */

export { LANGUAGES as NOTICE_LANGUAGES, type Language as NoticeLanguage, languageOf } from '#lib/i18n/languages';

export const AUDIENCES = ['customer', 'staff'] as const;
export type Audience = (typeof AUDIENCES)[number];

export const NOTICE_EVENTS = [
  'order_placed',
  'order_changed',
  'order_confirmed',
  'order_ready',
  'order_cancelled',
  'payment_due',
  'payment_received',
  'low_stock',
  'webhook_disabled',
  'alarm_raised',
  'alarm_ended',
  'backup_failed',
  'chat_unread',
  'booking_requested',
  'booking_quoted',
  'booking_accepted',
  'booking_confirmed',
  'booking_declined',
  'booking_expired',
  'booking_cancelled',
  'booking_moved',
  'booking_changed',
] as const;
export type NoticeEvent = (typeof NOTICE_EVENTS)[number];

/** The parts of a text: subject and body are the letter's. */
export type NoticeText = { subject: string; body: string; sms?: string };

/** What can stand open in a text, and what fills it. */
export const PLACEHOLDERS = {
  customer: 'name of the customer',
  shop: 'name of the shop',
  order_number: 'number of the order',
  items: 'what was ordered, a line each',
  total: 'total of the order',
  due: 'what is still to be paid',
  slot: 'day and time of pickup or delivery',
  place: 'where to collect, or the address of delivery',
  pay: 'how to pay; empty once it is paid',
  pay_until: 'until when it has to be paid',
  changes: 'what was changed, as the timeline says it',
  amount: 'what was paid',
  reason: 'why it was canceled',
  note: 'what the customer wrote',
  phone: 'phone of the customer',
  link: 'link to the order',
  product: 'name of the product',
  left: 'how many are left',
  host: 'where a webhook goes',
  alarm: 'what is at risk, in a few words',
  problem: 'what was seen of it',
  advice: 'what to do about it',
  since: 'when it began',
  visitor: 'name of the visitor who wrote in the chat',
  messages: 'what was written in the chat and not read yet',
  booking_number: 'number of the booking',
  event: 'what is celebrated',
  when: 'day and hour of the event',
  venue: 'where the event is',
  package: 'package and theme',
  guests: 'how many guests',
  quote: 'what the event costs',
  deposit: 'deposit that is due before the day is kept',
  valid_until: 'until when the quote can be accepted',
} as const;
export type Placeholder = keyof typeof PLACEHOLDERS;

const OF_ORDER = ['customer', 'shop', 'order_number', 'items', 'total', 'due', 'slot', 'place', 'pay', 'link'] as const;

const OF_BOOKING = [
  ...(['customer', 'shop', 'booking_number', 'event', 'when', 'venue', 'package', 'guests'] as const),
  ...(['quote', 'deposit', 'pay', 'link'] as const),
] as const;

type Kind = {
  event: NoticeEvent;
  audience: Audience;
  /** The ways it can go, and whether it does unless the shop says otherwise. */
  channels: Partial<Record<NoticeChannel, boolean>>;
  placeholders: readonly Placeholder[];
};

const forCustomer = (event: NoticeEvent, more: readonly Placeholder[] = []): Kind => ({
  event,
  audience: 'customer',
  channels: { email: true, sms: false },
  placeholders: [...OF_ORDER, ...more],
});
const forStaff = (event: NoticeEvent, isOn: boolean, placeholders: readonly Placeholder[]): Kind => ({
  event,
  audience: 'staff',
  channels: { email: isOn },
  placeholders,
});
/** Letters only: there is more to say about an event than a line holds. */
const forClient = (event: NoticeEvent, more: readonly Placeholder[] = []): Kind => ({
  event,
  audience: 'customer',
  channels: { email: true },
  placeholders: [...OF_BOOKING, ...more],
});

const KINDS = {
  customer_order_placed: forCustomer('order_placed', ['pay_until']),
  customer_order_changed: forCustomer('order_changed', ['pay_until']),
  customer_order_confirmed: forCustomer('order_confirmed', ['pay_until']),
  customer_order_ready: forCustomer('order_ready'),
  customer_order_cancelled: forCustomer('order_cancelled', ['reason']),
  customer_payment_due: forCustomer('payment_due', ['pay_until']),
  customer_payment_received: forCustomer('payment_received', ['amount']),
  staff_order_placed: forStaff('order_placed', true, [...OF_ORDER, 'phone', 'note']),
  staff_order_changed: forStaff('order_changed', true, [...OF_ORDER, 'phone', 'note', 'changes']),
  staff_order_cancelled: forStaff('order_cancelled', true, [...OF_ORDER, 'phone', 'reason']),
  staff_payment_received: forStaff('payment_received', false, [...OF_ORDER, 'amount']),
  staff_low_stock: forStaff('low_stock', true, ['shop', 'product', 'left', 'link']),
  staff_webhook_disabled: forStaff('webhook_disabled', true, ['shop', 'host', 'link']),
  staff_alarm_raised: forStaff('alarm_raised', true, ['shop', 'alarm', 'problem', 'advice', 'link']),
  staff_alarm_ended: forStaff('alarm_ended', true, ['shop', 'alarm', 'since', 'link']),
  staff_backup_failed: forStaff('backup_failed', true, ['shop', 'link']),
  customer_chat_unread: {
    event: 'chat_unread',
    audience: 'customer',
    channels: { email: true },
    placeholders: ['shop', 'visitor', 'messages', 'link'],
  },
  staff_chat_unread: forStaff('chat_unread', true, ['shop', 'visitor', 'messages', 'link']),
  customer_booking_requested: forClient('booking_requested'),
  customer_booking_quoted: forClient('booking_quoted', ['valid_until']),
  customer_booking_accepted: forClient('booking_accepted'),
  customer_booking_confirmed: forClient('booking_confirmed'),
  customer_booking_declined: forClient('booking_declined', ['reason']),
  customer_booking_expired: forClient('booking_expired'),
  customer_booking_cancelled: forClient('booking_cancelled', ['reason']),
  customer_booking_moved: forClient('booking_moved'),
  customer_booking_changed: forClient('booking_changed'),
  staff_booking_requested: forStaff('booking_requested', true, [...OF_BOOKING, 'phone', 'note']),
  staff_booking_accepted: forStaff('booking_accepted', true, [...OF_BOOKING, 'phone']),
  staff_booking_declined: forStaff('booking_declined', true, [...OF_BOOKING, 'phone', 'reason']),
  staff_booking_cancelled: forStaff('booking_cancelled', true, [...OF_BOOKING, 'phone', 'reason']),
} as const satisfies Record<string, Kind>;

/** A notice is an event told to one audience. */
export type NoticeKind = keyof typeof KINDS;
/** The notices about events that somebody books. */
export type BookingKind = Extract<NoticeKind, `${string}_booking_${string}`>;
export const NOTICE_KINDS = Object.keys(KINDS) as readonly NoticeKind[];
export const kindOf = (kind: NoticeKind): Kind => KINDS[kind];

/** The notices about an event, the customer's first. */
export const kindsOf = (event: NoticeEvent): NoticeKind[] => NOTICE_KINDS.filter((kind) => KINDS[kind].event === event);

const OPEN = /\{([^{}\n]{0,40})\}/g;
const isPlaceholder = (word: string): word is Placeholder => Object.hasOwn(PLACEHOLDERS, word);

/** What stands in braces and is not known to this notice, as it is written there. */
export function unknownPlaceholders(kind: NoticeKind, text: string): string[] {
  const { placeholders } = KINDS[kind];
  const known: readonly string[] = placeholders;
  return [...new Set([...text.matchAll(OPEN)].flatMap(([whole, word = '']) => (known.includes(word) ? [] : [whole])))];
}

export type NoticeValues = Partial<Record<Placeholder, string>>;

/**
 * The text with its open words filled in. A line that only had open words for which there is nothing is left out: not
 * every order has a time, a deadline or a reason.
 */
export function fillText(text: string, values: NoticeValues): string {
  const lines = text.split('\n').flatMap((line) => {
    let isOpen = false;
    let isFilled = false;
    const filled = line.replace(OPEN, (whole, word: string) => {
      if (!isPlaceholder(word)) return whole;
      isOpen = true;
      const value = values[word] ?? '';
      if (value !== '') isFilled = true;
      return value;
    });
    return isOpen && !isFilled ? [] : [filled.replace(/ {2,}/g, ' ').trimEnd()];
  });
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

const PLAIN: readonly [RegExp, string][] = [
  [/[\u2010-\u2015\u2212]/g, '-'],
  [/[\u2018\u2019\u201a]/g, "'"],
  [/[\u201c-\u201e\u00ab\u00bb]/g, '"'],
  [/\u2026/g, '...'],
  [/\u00d7/g, 'x'],
];

/**
 * An SMS as it is sent: with a single dash or quotation mark of the printer's kind in it, it would hold less than half as
 * much, and be paid two or three times.
 */
export const fillSms = (text: string, values: NoticeValues): string =>
  PLAIN.reduce((plain, [kind, sign]) => plain.replace(kind, sign), fillLine(text, values));

/** A subject or an SMS is one line, however its values are written. */
export const fillLine = (text: string, values: NoticeValues): string =>
  fillText(text, values).replace(/\s+/g, ' ').trim();
