import type { Who } from '#tests/integration/access/who';

/** Bookings and their days. */
export const endpoints: Record<string, Who> = {
  placeBooking: 'anyone',
  getBookingAvailability: 'anyone',
  getOwnBooking: 'order',
  acceptBooking: 'order',
  declineBooking: 'order',
  cancelBooking: 'order',
  amendBooking: 'staff',
  listBookings: 'staff',
  placeDeskBooking: 'staff',
  getBooking: 'staff',
  changeBooking: 'staff',
  quoteBooking: 'staff',
  rescheduleBooking: 'staff',
  recordBookingPayment: 'staff',
  refundBookingPayment: 'staff',
  blockBookingDays: 'staff',
  claimBookingPayment: 'order',
  getBookingTransferQr: 'order',
  getBookingCalendar: 'order',
  confirmBookingPayment: 'staff',
  rejectBookingPayment: 'staff',
};

export const actions: Record<string, Who> = {
  'events/acceptQuoteAction': 'order',
  'events/amendBookingAction': 'staff',
  'events/blockDaysAction': 'staff',
  'events/bookAction': 'anyone',
  'events/cancelBookingAction': 'order',
  'events/changeBookingAction': 'staff',
  'events/confirmBookingPaymentAction': 'staff',
  'events/declineQuoteAction': 'order',
  'events/noteBookingAction': 'staff',
  'events/placeDeskBookingAction': 'staff',
  'events/quoteBookingAction': 'staff',
  'events/recordBookingPaymentAction': 'staff',
  'events/rejectBookingPaymentAction': 'staff',
  'events/rescheduleBookingAction': 'staff',
};
