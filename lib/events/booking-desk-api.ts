import { contract, idParam, idParamAs } from '#lib/http/contract';
import { bookingExample, bookingRowExample, placeBookingExample } from './booking-examples.ts';
import {
  amendBookingInput,
  blockDaysInput,
  bookingPaymentInput,
  changeBookingInput,
  listBookingsInput,
  placeDeskBookingInput,
  quoteBookingInput,
  rescheduleBookingInput,
} from './booking-input.ts';
import { blockedDaysOutput, bookingOutput, bookingRowOutput } from './booking-output.ts';

const desk = { access: 'staff', tag: 'Bookings' } as const;
const onBooking = { params: { id: bookingExample.id } };
const quoted = { ...bookingExample, status: 'quoted', quoted: 1200, deposit: 360, version: 2 };

export const listBookingsApi = contract({
  ...desk,
  id: 'listBookings',
  method: 'GET',
  path: '/admin/bookings',
  summary: 'List bookings',
  description:
    'The newest first, or by the day of the event (`sort=date`). `status` takes several words; `pending`, `approved` and `rejected` are understood. `from` and `to` are days of the event.',
  query: listBookingsInput,
  output: bookingRowOutput,
  isList: true,
  example: {
    query: { status: 'requested' },
    data: [{ ...bookingRowExample, customer_id: null, client_name: 'Ana Pop', client_phone: '+40722123456' }],
  },
});

export const placeDeskBookingApi = contract({
  ...desk,
  id: 'placeDeskBooking',
  method: 'POST',
  path: '/admin/bookings',
  summary: 'Note a booking taken on the phone',
  description:
    'For a customer on file by `customer_id`, or somebody new. With `any_day` also for a day that is blocked or full; confirming it looks again.',
  body: placeDeskBookingInput,
  output: bookingOutput,
  status: 201,
  isIdempotent: true,
  errors: ['BOOK_001', 'DB_002'],
  example: { body: placeBookingExample, data: { ...bookingExample, channel: 'desk' } },
});

export const getBookingApi = contract({
  ...desk,
  id: 'getBooking',
  method: 'GET',
  path: '/admin/bookings/{id}',
  summary: 'Get a booking for the desk',
  description: 'One booking with payments and its timeline. Its `ETag` serves as `If-Match` of a change.',
  params: idParam,
  output: bookingOutput,
  errors: ['DB_002'],
  example: { ...onBooking, data: bookingExample },
});

const change = {
  ...desk,
  params: idParamAs('booking_id'),
  output: bookingOutput,
  isVersioned: true,
} as const;
const STALE =
  ' `REQ_002` tells the `version` of now and, in `changes`, what became different since the one named: which fields, when and by whom.';

export const changeBookingApi = contract({
  ...change,
  id: 'changeBooking',
  method: 'PATCH',
  path: '/admin/bookings/{id}',
  summary: 'Change the status of a booking',
  description:
    'Forward jumps take the steps between; any pair the table of steps does not know is BOOK_002. Confirming takes the day (BOOK_001 when it is full or blocked) and wants the deposit that was agreed, unless `waive_deposit`; one that was never set is waived by itself. `pending`, `approved` and `rejected` mean requested, confirmed and declined.' +
    STALE,
  body: changeBookingInput,
  errors: ['DB_002', 'BOOK_001', 'BOOK_002'],
  example: { ...onBooking, body: { status: 'approved' }, data: { ...bookingExample, status: 'confirmed', version: 2 } },
});

export const quoteBookingApi = contract({
  ...change,
  id: 'quoteBooking',
  method: 'POST',
  path: '/admin/bookings/{id}/quote',
  summary: 'Quote a booking',
  description:
    'Amount, deposit (left out: the share its package asks for) and the last day on which both hold (left out: 14 days). Possible again until the client has accepted.' +
    STALE,
  body: quoteBookingInput,
  errors: ['DB_002', 'BOOK_002'],
  example: { ...onBooking, body: { amount: 1200, deposit: 360, valid_until: '2026-06-10' }, data: quoted },
});

export const rescheduleBookingApi = contract({
  ...change,
  id: 'rescheduleBooking',
  method: 'POST',
  path: '/admin/bookings/{id}/move',
  summary: 'Move a booking to another day or package',
  description: `A confirmed booking gives its day back and takes the other one in the same moment, or stays where it is.${STALE}`,
  body: rescheduleBookingInput,
  errors: ['DB_002', 'BOOK_001', 'BOOK_002'],
  example: {
    ...onBooking,
    body: { date: '2026-06-27', time: '16:00' },
    data: { ...bookingExample, date: '2026-06-27' },
  },
});

export const amendBookingApi = contract({
  ...change,
  id: 'amendBooking',
  method: 'PATCH',
  path: '/admin/bookings/{id}/details',
  summary: 'Change what was asked for',
  description:
    'Occasion, hour, place, guests, theme and message, while the booking is open; what is left out stays, null takes it away. Day and package have `/move`, the price has `/quote`. The client is told.' +
    STALE,
  body: amendBookingInput,
  errors: ['DB_002', 'BOOK_002'],
  example: { ...onBooking, body: { guests: 95, reason: 'More family' }, data: { ...bookingExample, guests: 95 } },
});

const money = { ...change, body: bookingPaymentInput, status: 201, isIdempotent: true } as const;

export const recordBookingPaymentApi = contract({
  ...money,
  id: 'recordBookingPayment',
  method: 'POST',
  path: '/admin/bookings/{id}/payments',
  summary: 'Record a deposit or payment',
  description:
    'A confirmed charge; without `amount` the deposit that is due, then the rest. An accepted booking whose deposit is there with it is confirmed, if its day is still free.',
  errors: ['DB_002', 'BOOK_002', 'PAY_002'],
  example: {
    ...onBooking,
    body: { amount: 360, method: 'bank_transfer' },
    data: { ...quoted, status: 'confirmed', paid: 360, version: 4 },
  },
});

export const refundBookingPaymentApi = contract({
  ...money,
  id: 'refundBookingPayment',
  method: 'POST',
  path: '/admin/bookings/{id}/refunds',
  summary: 'Record a refund of a booking',
  description: 'Money given back; never more than was paid. Without `amount` all of it.',
  errors: ['DB_002', 'PAY_003'],
  example: { ...onBooking, body: { amount: 360 }, data: { ...quoted, status: 'cancelled', version: 6 } },
});

export const blockBookingDaysApi = contract({
  ...desk,
  id: 'blockBookingDays',
  method: 'PUT',
  path: '/admin/booking-days',
  summary: 'Block or open days',
  description: 'For one package or all of them, at most 92 days. What is booked on them stays.',
  body: blockDaysInput,
  output: blockedDaysOutput,
  errors: ['DB_002'],
  example: { body: { from: '2026-12-24', to: '2026-12-26', blocked: true }, data: { days: 3 } },
});
