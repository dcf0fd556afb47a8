import type { Tone } from '#components/ui/badge';
import type { BookingStatus } from '#db/enums';
import { dateFormat } from '#lib/time';

/** What the desk calls bookings, and the color of the dot beside them. */

export const BOOKING_STATUS: Record<BookingStatus, { label: string; tone: Tone }> = {
  requested: { label: 'Requested', tone: 'warn' },
  quoted: { label: 'Quoted', tone: 'accent' },
  accepted: { label: 'Accepted', tone: 'warn' },
  confirmed: { label: 'Confirmed', tone: 'good' },
  completed: { label: 'Completed', tone: 'plain' },
  declined: { label: 'Declined', tone: 'bad' },
  expired: { label: 'Expired', tone: 'plain' },
  cancelled: { label: 'Cancelled', tone: 'bad' },
};

/** What its fields are called where somebody else changed them. */
export const BOOKING_FIELD: Readonly<Record<string, string>> = {
  status: 'the status',
  date: 'the day',
  time: 'the hour',
  package: 'the package',
  theme: 'the theme',
  event_type: 'the occasion',
  venue: 'the place',
  guests: 'the number of guests',
  message: 'the message',
  quote: 'the price',
  deposit: 'the deposit',
  valid_until: 'how long the quote holds',
  payment: 'the payments',
  internal_note: 'the internal note',
  client: 'the client',
};

const isStatus = (word: string): word is BookingStatus => Object.hasOwn(BOOKING_STATUS, word);
export const bookingStatusLabel = (word: string): string => (isStatus(word) ? BOOKING_STATUS[word].label : word);

/** `Sat, 20 Jun 2026`: events are far enough away for their year. */
export const eventDay = (day: string, locale: string): string =>
  dateFormat(locale, { timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }).format(
    new Date(`${day}T00:00:00Z`),
  );
