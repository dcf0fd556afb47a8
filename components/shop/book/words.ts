import type { BookingStatus } from '#db/enums';

/** How clients read the states of their booking. */
export const BOOKING_TITLE: Record<BookingStatus, string> = {
  requested: 'Requested',
  quoted: 'Quoted',
  accepted: 'Accepted',
  confirmed: 'Confirmed',
  completed: 'Completed',
  declined: 'Declined',
  expired: 'Expired',
  cancelled: 'Cancelled',
};

/** The one sentence a client looks for. */
export const BOOKING_NOW: Record<BookingStatus, string> = {
  requested: 'We have your request and come back to you with a quote.',
  quoted: 'Our quote is below. Accept it to go on.',
  accepted: 'Your day is kept as soon as the deposit has arrived and we have confirmed.',
  confirmed: 'Your day is kept. We look forward to it.',
  completed: 'Thank you for celebrating with us.',
  declined: 'This booking was declined.',
  expired: 'The quote was not accepted in time. Call us if you are still interested.',
  cancelled: 'This booking was cancelled.',
};

/** The way of a booking that goes well. */
export const BOOKING_WAY: readonly BookingStatus[] = ['requested', 'quoted', 'accepted', 'confirmed', 'completed'];
