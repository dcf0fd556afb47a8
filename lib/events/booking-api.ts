import { z } from 'zod';
import { contract } from '#lib/http/contract';
import { bookingAvailabilityExample, bookingExample, placeBookingExample } from './booking-examples.ts';
import { availabilityInput, endOwnBookingInput, ownBookingInput, placeBookingInput } from './booking-input.ts';
import { availabilityOutput, bookingOutput } from './booking-output.ts';

const shown = { tag: 'Bookings' } as const;

/** `{number}` in the path, as the commands know it. */
export const numberParam = z
  .object({ number: z.string().min(1).max(40) })
  .transform(({ number }) => ({ booking_number: number }));
export const onBooking = { params: { number: bookingExample.booking_number } };

export const getBookingAvailabilityApi = contract({
  ...shown,
  id: 'getBookingAvailability',
  method: 'GET',
  path: '/bookings/availability',
  access: 'public',
  summary: 'See which days are free',
  description:
    'Per day of a range of at most 92 days whether a package can be booked: `free` with the places `left`, `taken`, `blocked` by the shop, or `past`. Asking takes nothing; a day is taken when the shop confirms.',
  query: availabilityInput,
  output: availabilityOutput,
  errors: ['DB_002'],
  example: {
    query: { package_id: bookingAvailabilityExample.package_id, from: '2026-06-19', to: '2026-06-20' },
    data: bookingAvailabilityExample,
  },
});

export const placeBookingApi = contract({
  ...shown,
  id: 'placeBooking',
  method: 'POST',
  path: '/bookings',
  access: 'public',
  summary: 'Ask for an event',
  description:
    'The shop answers with a quote. `access_url` is the signed link to the booking; the key in it is what `Barrow-Order-Key` takes. BOOK_001 (`reason`: `full` or `blocked`) for a day on which the package cannot be had. Where the shop takes orders with an account only, anybody else gets `AUTH_002`.',
  body: placeBookingInput,
  output: bookingOutput,
  status: 201,
  isIdempotent: true,
  errors: ['BOOK_001', 'AUTH_003'],
  example: { body: placeBookingExample, data: bookingExample },
});

export const getOwnBookingApi = contract({
  ...shown,
  id: 'getOwnBooking',
  method: 'GET',
  path: '/bookings/{number}',
  access: 'customer',
  summary: 'Get a booking by its signed link',
  description: 'The whole booking for whoever holds the key of its signed link, in `Barrow-Order-Key`.',
  params: numberParam,
  output: bookingOutput,
  errors: ['DB_002'],
  example: { ...onBooking, data: bookingExample },
});

const answer = {
  ...shown,
  method: 'POST',
  access: 'customer',
  params: numberParam,
  output: bookingOutput,
  errors: ['DB_002', 'BOOK_002'],
} as const;

export const acceptBookingApi = contract({
  ...answer,
  id: 'acceptBooking',
  path: '/bookings/{number}/accept',
  summary: 'Accept the quote',
  description: 'By the client, until `quote_expires_at`. The day is kept once the deposit is there.',
  body: ownBookingInput.omit({ booking_number: true }),
  example: { ...onBooking, body: {}, data: { ...bookingExample, status: 'accepted', quoted: 1200, deposit: 360 } },
});

const ending = endOwnBookingInput.omit({ booking_number: true });

export const declineBookingApi = contract({
  ...answer,
  id: 'declineBooking',
  path: '/bookings/{number}/decline',
  summary: 'Decline the quote',
  description: 'By the client, while it is quoted.',
  body: ending,
  example: {
    ...onBooking,
    body: { reason: 'We found something smaller.' },
    data: { ...bookingExample, status: 'declined', reason: 'We found something smaller.' },
  },
});

export const cancelBookingApi = contract({
  ...answer,
  id: 'cancelBooking',
  path: '/bookings/{number}/cancel',
  summary: 'Cancel a booking',
  description: 'By the client, until the shop has confirmed; after that they call.',
  body: ending,
  example: {
    ...onBooking,
    body: { reason: 'The wedding is postponed.' },
    data: { ...bookingExample, status: 'cancelled', reason: 'The wedding is postponed.' },
  },
});
