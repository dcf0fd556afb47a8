import type { BookingStatus, PaymentMethod } from '#db/enums';
import { type Step, walksTo } from '#lib/steps';

/** How a booking goes. Pure. */

export const BOOKING_MOVERS = ['client', 'staff', 'system'] as const;
export type BookingMover = (typeof BOOKING_MOVERS)[number];

/** Every step a booking can take. Whatever is not here is refused with BOOK_002. */
export const BOOKING_STEPS: readonly Step<BookingStatus, BookingMover>[] = [
  { from: 'requested', to: 'quoted', who: ['staff'], kind: 'forward' },
  { from: 'quoted', to: 'accepted', who: ['client', 'staff'], kind: 'forward' },
  // The day is taken here, under lock, once the deposit is there or waived; `move_booking` looks at both.
  { from: 'accepted', to: 'confirmed', who: ['staff', 'system'], kind: 'forward' },
  { from: 'confirmed', to: 'completed', who: ['staff', 'system'], kind: 'forward' },
  { from: 'requested', to: 'declined', who: ['staff'], kind: 'ending' },
  { from: 'quoted', to: 'declined', who: ['client', 'staff'], kind: 'ending' },
  { from: 'quoted', to: 'expired', who: ['staff', 'system'], kind: 'ending' },
  { from: 'requested', to: 'cancelled', who: ['client', 'staff'], kind: 'ending' },
  { from: 'quoted', to: 'cancelled', who: ['client', 'staff'], kind: 'ending' },
  { from: 'accepted', to: 'cancelled', who: ['client', 'staff'], kind: 'ending' },
  // A day that was kept for somebody: they call, and the shop decides about the deposit with it.
  { from: 'confirmed', to: 'cancelled', who: ['staff'], kind: 'ending' },
];

export const OPEN_BOOKINGS = [
  'requested',
  'quoted',
  'accepted',
  'confirmed',
] as const satisfies readonly BookingStatus[];
export const isOpenBooking = (status: BookingStatus): boolean => OPEN_BOOKINGS.some((open) => open === status);

/** Words of another design, accepted where a status comes in. */
export const BOOKING_WORDS = {
  pending: 'requested',
  approved: 'confirmed',
  rejected: 'declined',
} as const satisfies Record<string, BookingStatus>;

export const bookingPaths = (to: BookingStatus, mover: BookingMover) => walksTo(BOOKING_STEPS, to, mover);

/** A quote is given to what was asked for, and given anew as long as nobody has accepted it. */
export const QUOTE_PATHS: Partial<Record<BookingStatus, BookingStatus[]>> = {
  requested: ['quoted'],
  quoted: ['quoted'],
};

const GOALS: readonly BookingStatus[] = [
  'quoted',
  'accepted',
  'confirmed',
  'completed',
  'declined',
  'expired',
  'cancelled',
];

/** Every status to which this mover can take the booking now. */
export const nextBookingSteps = (status: BookingStatus, mover: BookingMover): BookingStatus[] =>
  GOALS.filter((to) => bookingPaths(to, mover)[status] !== undefined);

type Amounts = { status: BookingStatus; quotedMinor: number | null; depositMinor: number | null; paidMinor: number };

/** What is still to be paid before the day is kept. Minor units. */
export const depositDueMinor = ({ status, depositMinor, paidMinor }: Amounts): number =>
  status === 'accepted' || status === 'confirmed' ? Math.max(0, (depositMinor ?? 0) - paidMinor) : 0;

/** What is still to be paid of the whole. Minor units. */
export const bookingDueMinor = ({ status, quotedMinor, paidMinor }: Amounts): number =>
  status === 'accepted' || status === 'confirmed' || status === 'completed'
    ? Math.max(0, (quotedMinor ?? 0) - paidMinor)
    : 0;

/** What a client pays next, under the number of the booking: the deposit while it is due, then the rest. Major units. */
export const payableOf = <B extends { deposit_due: number; due: number; booking_number: string }>(booking: B) => ({
  ...booking,
  due: booking.deposit_due > 0 ? booking.deposit_due : booking.due,
  order_number: booking.booking_number,
});

/** Bookings are paid by transfer where the shop offers it, else in the first way it does. */
export const payOption = <O extends { method: PaymentMethod }>(options: readonly O[]): O | undefined =>
  options.find(({ method }) => method === 'bank_transfer') ?? options[0];

/** The deposit a package asks of an amount, rounded up to whole cents. Minor units. */
export const depositOf = (quotedMinor: number, percent: number): number => Math.ceil((quotedMinor * percent) / 100);

export const DAY_STATES = ['free', 'taken', 'blocked', 'past'] as const;
export type DayState = (typeof DAY_STATES)[number];

type Load = { booked: number; blocked: boolean } | undefined;

/** How a day stands for somebody who would like to book it. */
export function dayState(load: Load, capacity: number, { day, today }: { day: string; today: string }): DayState {
  if (day < today) return 'past';
  if (load?.blocked) return 'blocked';
  return (load?.booked ?? 0) >= capacity ? 'taken' : 'free';
}

/** Bookings are taken so many days ahead: two and a half years. */
export const BOOKING_DAYS_AHEAD = 915;

/** How long a quote holds unless somebody says otherwise. */
export const QUOTE_DAYS = 14;
