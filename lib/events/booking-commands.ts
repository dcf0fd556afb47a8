import 'server-only';

export { amendBooking } from './commands/amend-booking.ts';
export { completePastBookings, expireQuotes } from './commands/booking-clock.ts';
export { blockBookingDays } from './commands/booking-days.ts';
export { recordBookingPayment, refundBookingPayment } from './commands/booking-payments.ts';
export { claimBookingPayment, confirmBookingPayment, rejectBookingPayment } from './commands/claim-payment.ts';
export {
  acceptOwnQuote,
  cancelOwnBooking,
  changeBooking,
  declineOwnQuote,
  noteBooking,
  quoteBooking,
  rescheduleBooking,
} from './commands/move-booking.ts';
export { type PlacedBooking, placeBooking, placeDeskBooking } from './commands/place-booking.ts';
