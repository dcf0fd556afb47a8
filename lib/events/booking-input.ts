import { z } from 'zod';
import { BOOKING_STATUSES, type BookingStatus, PAYMENT_METHODS } from '#db/enums';
import { emailInput, phoneInput } from '#lib/customers/input';
import { dayInput, filled, idInput, optional, required, severalOf, versionInput, words } from '#lib/fields';
import { moneyInput } from '#lib/money';
import { claimPaymentInput } from '#lib/orders/input';
import { proofField } from '#lib/orders/payment-input';
import { pagingInput } from '#lib/paging';
import { addDays } from '#lib/time';
import { BOOKING_WORDS } from './booking-rules.ts';

const optionalId = idInput.nullish().transform((id) => id ?? null);
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Use a time such as 17:30.');
const guestCount = z
  .int('Enter a whole number.')
  .min(1, 'At least one guest.')
  .max(100_000, 'That is too many.')
  .nullable();
const guests = guestCount.optional().transform((count) => count ?? null);
const version = versionInput.nullish().transform((number) => number ?? null);

const event = {
  event_type: required(60, 'Say what you celebrate.'),
  /** A day of the shop. */
  date: dayInput,
  /** When it begins, on the clock of the shop. */
  time: optional(clock),
  venue: optional(words(300)).transform((venue) => venue ?? ''),
  guests,
  package_id: optionalId,
  theme_id: optionalId,
  message: optional(words(2000)).transform((message) => message ?? ''),
};

export const placeBookingInput = z.strictObject({
  client_info: z.strictObject({
    name: required(100, 'Enter your name.'),
    phone: phoneInput,
    email: optional(emailInput),
  }),
  ...event,
});
export type PlaceBooking = z.output<typeof placeBookingInput>;

/** Taken on the phone: for a customer on file, or somebody new by name and phone. */
export const placeDeskBookingInput = z
  .strictObject({
    customer_id: optionalId,
    client_info: z
      .strictObject({ name: optional(words(100)), phone: optional(phoneInput), email: optional(emailInput) })
      .nullish()
      .transform((client) => client ?? { name: null, phone: null, email: null }),
    ...event,
    /** Notes it for a day that is blocked or full; confirming it looks again. */
    any_day: z.boolean('Choose yes or no.').default(false),
  })
  .superRefine(({ customer_id, client_info }, issues) => {
    if (customer_id !== null) return;
    const missing = [
      ['name', 'Enter the name of the client.'],
      ['phone', 'Enter a phone number.'],
    ] as const;
    for (const [field, message] of missing) {
      if (client_info[field] !== null) continue;
      issues.addIssue({ code: 'custom', path: ['client_info', field], message, params: { code: 'VAL_001' } });
    }
  });
export type PlaceDeskBooking = z.output<typeof placeDeskBookingInput>;
/** The desk's form: its key makes a second press the same booking. */
export const deskBookingFormInput = z.strictObject({ idempotency_key: idInput, booking: placeDeskBookingInput });

const LONGEST_RANGE = 92;
const isRange = ({ from, to }: { from: string; to: string }) => from <= to && to <= addDays(from, LONGEST_RANGE);
const badRange = { error: `Choose at most ${LONGEST_RANGE} days, the first one first.`, path: ['to'] };

export const availabilityInput = z.object({
  package_id: idInput,
  from: dayInput,
  to: dayInput,
});
export type Availability = z.output<typeof availabilityInput>;
export const isAvailabilityRange = isRange;

const statusWords = [...BOOKING_STATUSES, 'pending', 'approved', 'rejected'] as const;
type StatusWord = (typeof statusWords)[number];
const isOld = (word: StatusWord): word is keyof typeof BOOKING_WORDS => Object.hasOwn(BOOKING_WORDS, word);
export const bookingStatusOf = (word: StatusWord): BookingStatus => (isOld(word) ? BOOKING_WORDS[word] : word);

const filters = {
  status: severalOf(statusWords, 'Choose a status.'),
  from: filled(dayInput),
  to: filled(dayInput),
  package_id: filled(idInput),
  customer_id: filled(idInput),
  q: filled(words(100)).describe('A part of the number, of the name or of the phone'),
};
export const BOOKING_SORTS = ['-created_at', 'date', '-date'] as const;
export const listBookingsInput = z.object({
  ...filters,
  sort: filled(z.enum(BOOKING_SORTS, { error: `Choose one of ${BOOKING_SORTS.join(', ')}.` })),
  ...pagingInput,
});
export type ListBookings = z.output<typeof listBookingsInput>;

const reason = optional(words(200)).describe('What the client is told');
const note = optional(words(500));

/** Status as S3 sets it, with older words; `approved` walks the steps and takes the day. */
export const changeBookingInput = z.strictObject({
  status: z.enum(statusWords, { error: 'Choose a status.' }).transform(bookingStatusOf),
  reason,
  note,
  /** Confirms without the deposit that was agreed. */
  waive_deposit: z.boolean('Choose yes or no.').default(false),
  version,
});
export type ChangeBooking = z.output<typeof changeBookingInput>;

export const quoteBookingInput = z
  .strictObject({
    amount: moneyInput,
    /** Left out: what the package asks for; null and 0: none. */
    deposit: moneyInput.nullable().optional(),
    /** The last day on which it can be accepted. */
    valid_until: dayInput.nullish().transform((day) => day ?? null),
    note,
    version,
  })
  .refine(({ amount, deposit }) => (deposit ?? 0) <= amount, {
    error: 'The deposit is a part of the amount.',
    path: ['deposit'],
    params: { code: 'VAL_003' },
  });
export type QuoteBooking = z.output<typeof quoteBookingInput>;

export const rescheduleBookingInput = z.strictObject({
  date: dayInput,
  time: optional(clock),
  /** Left out: the package it has. */
  package_id: idInput.nullable().optional(),
  note,
  version,
});
export type RescheduleBooking = z.output<typeof rescheduleBookingInput>;

/** What an event is, apart from its day, package and price; what is left out stays. */
export const amendBookingInput = z.strictObject({
  event_type: required(60, 'Say what you celebrate.').optional(),
  /** On the clock of the shop, on the day it has; null for no hour. */
  time: z.preprocess((value) => (value === '' ? null : value), clock.nullable().optional()),
  venue: words(300).optional(),
  guests: guestCount.optional(),
  theme_id: idInput.nullable().optional(),
  message: words(2000).optional(),
  reason: optional(words(200)).describe('For colleagues, in the timeline'),
  version,
});
export type AmendBooking = z.output<typeof amendBookingInput>;

const payment = {
  amount: moneyInput.nullish().transform((amount) => amount ?? null),
  method: z
    .enum(PAYMENT_METHODS, { error: 'Choose how it was paid.' })
    .nullish()
    .transform((method) => method ?? null),
  reference: optional(words(100)),
  note: optional(words(200)),
  version,
};
export const bookingPaymentInput = z.strictObject(payment);
export type BookingPayment = z.output<typeof bookingPaymentInput>;

export const blockDaysInput = z
  .strictObject({
    /** Left out: every package there is. */
    package_id: optionalId,
    from: dayInput,
    to: dayInput,
    blocked: z.boolean('Choose yes or no.'),
  })
  .refine(isRange, badRange);
export type BlockDays = z.output<typeof blockDaysInput>;

export const bookingNoteInput = z.strictObject({ booking_id: idInput, internal_note: words(2000) });
export type BookingNote = z.output<typeof bookingNoteInput>;

const number = { booking_number: z.string().min(1).max(40) };
export const ownBookingInput = z.strictObject(number);
export const endOwnBookingInput = z.strictObject({ ...number, reason });

const { amount: claimedAmount, reference: claimedReference } = claimPaymentInput.shape;
const claim = { ...number, amount: claimedAmount, reference: claimedReference };
export const claimBookingPaymentInput = z.strictObject(claim);
export type ClaimBookingPayment = z.output<typeof claimBookingPaymentInput>;
/** With its proof, as endpoints and the page's form take it. */
export const claimBookingWithProofInput = z.strictObject({ ...claim, proof: proofField });

/** The same at the desk, whose forms name the booking. */
const ref = { booking_id: idInput };
export const changeBookingForm = changeBookingInput.extend(ref);
export const quoteBookingForm = z.strictObject({ ...ref, quote: quoteBookingInput });
export const rescheduleBookingForm = rescheduleBookingInput.extend(ref);
export const amendBookingForm = amendBookingInput.extend(ref);
export const bookingPaymentForm = z.strictObject({
  ...payment,
  ...ref,
  kind: z.enum(['charge', 'refund']),
  idempotency_key: idInput,
});
