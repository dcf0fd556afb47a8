import { describe, expect, it } from 'vitest';
import { BOOKING_STATUSES } from '#db/enums';
import {
  BOOKING_STEPS,
  bookingDueMinor,
  bookingPaths,
  dayState,
  depositDueMinor,
  depositOf,
  isOpenBooking,
  nextBookingSteps,
} from './booking-rules.ts';

describe('the steps of a booking', () => {
  it('are walked in order when staff approve at once', () => {
    expect(bookingPaths('confirmed', 'staff')).toEqual({
      requested: ['quoted', 'accepted', 'confirmed'],
      quoted: ['accepted', 'confirmed'],
      accepted: ['confirmed'],
    });
  });
  it('lead nowhere from what is over', () => {
    for (const status of BOOKING_STATUSES.filter((one) => !isOpenBooking(one))) {
      expect(BOOKING_STEPS.filter(({ from }) => from === status)).toEqual([]);
      expect(nextBookingSteps(status, 'staff')).toEqual([]);
    }
  });
  it.each([
    ['requested', ['cancelled']],
    ['quoted', ['accepted', 'declined', 'cancelled']],
    ['accepted', ['cancelled']],
    ['confirmed', []],
  ] as const)('leave the client of a %s one %j', (status, steps) =>
    expect(nextBookingSteps(status, 'client')).toEqual(steps),
  );
});

it.each([
  [undefined, 1, 'free'],
  [{ booked: 1, blocked: false }, 2, 'free'],
  [{ booked: 2, blocked: false }, 2, 'taken'],
  [{ booked: 2, blocked: false }, 1, 'taken'],
  [{ booked: 0, blocked: true }, 2, 'blocked'],
] as const)('a day with %j of %i is %s', (load, capacity, state) =>
  expect(dayState(load, capacity, { day: '2026-06-20', today: '2026-06-20' })).toBe(state),
);

it('a day that is over is past, whatever is on it', () =>
  expect(dayState(undefined, 1, { day: '2026-06-19', today: '2026-06-20' })).toBe('past'));

it.each([
  [100_000, 30, 30_000],
  [99_999, 30, 30_000],
  [1, 50, 1],
  [100_000, 0, 0],
])('of %i cents, %i percent are %i', (amount, percent, deposit) => expect(depositOf(amount, percent)).toBe(deposit));

it.each([
  ['quoted', 0, 0, 0],
  ['accepted', 0, 300, 1000],
  ['accepted', 100, 200, 900],
  ['confirmed', 400, 0, 600],
  ['cancelled', 0, 0, 0],
] as const)('%s with %i paid has %i and %i due', (status, paidMinor, deposit, whole) => {
  const booking = { status, quotedMinor: 1000, depositMinor: 300, paidMinor };
  expect(depositDueMinor(booking)).toBe(deposit);
  expect(bookingDueMinor(booking)).toBe(whole);
});
