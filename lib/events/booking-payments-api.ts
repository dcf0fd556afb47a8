import { contract, idParamAs } from '#lib/http/contract';
import { settlePaymentInput } from '#lib/orders/input';
import { numberParam, onBooking } from './booking-api.ts';
import { bookingExample } from './booking-examples.ts';
import { claimBookingWithProofInput } from './booking-input.ts';
import { bookingOutput } from './booking-output.ts';

/** What clients pay, and the files that belong to a booking. */

const own = { access: 'customer', tag: 'Bookings', params: numberParam } as const;
const accepted = { ...bookingExample, status: 'accepted', quoted: 1200, deposit: 360, deposit_due: 360, due: 1200 };
const claim = {
  id: '01985f3c-6a10-7c3e-9d52-0b1f4a6e3c01',
  kind: 'charge',
  method: 'bank_transfer',
  amount: 360,
  currency: 'EUR',
  status: 'submitted',
  reference: 'Transfer of 3 June',
  note: null,
  has_proof: false,
  created_at: '2026-06-03T09:00:00.000Z',
};

export const claimBookingPaymentApi = contract({
  ...own,
  id: 'claimBookingPayment',
  method: 'POST',
  path: '/bookings/{number}/payments',
  summary: 'Say that a deposit is paid',
  description:
    'The client has sent the money; the shop confirms or rejects it. Without `amount` it is the deposit while it is due, then the rest. As a multipart form it may carry a `proof`: a JPEG, PNG or WebP of at most 8 MB, or a PDF of at most 10 MB, which only staff can open. One claim is open at a time: sent again, it adds the proof or the reference that was missing, and anything that contradicts it is PAY_001.',
  body: claimBookingWithProofInput.omit({ booking_number: true }),
  accepts: 'json-or-multipart',
  numbers: ['amount'],
  output: bookingOutput,
  status: 201,
  isIdempotent: true,
  errors: ['DB_002', 'BOOK_002', 'PAY_001', 'PAY_002', 'FILE_001', 'FILE_002'],
  example: { ...onBooking, body: { reference: claim.reference }, data: { ...accepted, payments: [claim] } },
});

export const getBookingTransferQrApi = contract({
  ...own,
  id: 'getBookingTransferQr',
  method: 'GET',
  path: '/bookings/{number}/qr.svg',
  summary: 'Get the transfer of a deposit as a QR code',
  description:
    'The deposit while it is due, then the rest, as a SEPA transfer that banking apps read (EPC069-12, version 002), drawn as SVG. Only in euros, and where the shop takes transfers.',
  raw: 'image/svg+xml',
  errors: ['DB_002', 'PAY_001'],
  example: { ...onBooking, data: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 45 45">…</svg>' },
});

export const getBookingCalendarApi = contract({
  ...own,
  id: 'getBookingCalendar',
  method: 'GET',
  path: '/bookings/{number}/calendar.ics',
  summary: 'Get an event for a calendar',
  description:
    'One event with the day or the hours, the place and the signed link; tentative until the shop has confirmed. Its `UID` stays the same and its `SEQUENCE` grows with every change of the booking.',
  raw: 'text/calendar',
  errors: ['DB_002'],
  example: {
    ...onBooking,
    data: 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\n…\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
  },
});

const judge = {
  access: 'staff',
  tag: 'Bookings',
  method: 'POST',
  params: idParamAs('payment_id'),
  body: settlePaymentInput,
  output: bookingOutput,
} as const;
const onPayment = { params: { id: claim.id } };

export const confirmBookingPaymentApi = contract({
  ...judge,
  id: 'confirmBookingPayment',
  path: '/admin/booking-payments/{id}/confirm',
  summary: 'Confirm a payment of a booking',
  description:
    'The money that the client announced has arrived. An accepted booking whose deposit is there with it is confirmed, if its day is still free. Payments of orders and bookings to check are listed at `GET /admin/payments`.',
  errors: ['DB_002', 'PAY_001', 'PAY_002'],
  example: {
    ...onPayment,
    body: {},
    data: { ...accepted, status: 'confirmed', paid: 360, deposit_due: 0, due: 840 },
  },
});

export const rejectBookingPaymentApi = contract({
  ...judge,
  id: 'rejectBookingPayment',
  path: '/admin/booking-payments/{id}/reject',
  summary: 'Reject a payment of a booking',
  description: 'The money that the client announced has not arrived.',
  errors: ['DB_002', 'PAY_001'],
  example: { ...onPayment, body: { note: 'Nothing on the account.' }, data: accepted },
});
