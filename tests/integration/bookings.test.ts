import { beforeAll, describe, expect, it } from 'vitest';
import { BOOKING_STATUSES } from '#db/enums';
import {
  acceptOwnQuote,
  cancelOwnBooking,
  changeBooking,
  completePastBookings,
  declineOwnQuote,
  noteBooking,
} from '#lib/events/booking-commands';
import { listBookingsInput } from '#lib/events/booking-input';
import { bookingPaths } from '#lib/events/booking-rules';
import { getBooking, getBookingByLink, listBookings } from '#lib/events/queries/bookings';
import { bookingAt, change, dayAhead, loadOf, makePackage } from '#tests/factories/booking';
import { keyOf } from '#tests/factories/payments';
import { outcome, staffMember, type TestContext, visitor } from '#tests/factories/shop';
import { call, tokenOf } from '#tests/support/api';
import { refusal } from '#tests/support/refusal';

let staff: TestContext;
let token: string;

beforeAll(async () => {
  staff = await staffMember('staff');
  ({ token } = await tokenOf('staff'));
});

describe('every pair of statuses', () => {
  const pairs = BOOKING_STATUSES.flatMap((from) => BOOKING_STATUSES.map((goal) => ({ from, goal })));

  it.each(pairs)('$from to $goal, by command and API', async ({ from, goal }) => {
    const { packageId } = await makePackage();
    const { id } = await bookingAt(from, packageId);
    const walk = bookingPaths(goal, 'staff')[from];
    const ask = { token, body: { status: goal } };
    if (walk === undefined) {
      expect(await refusal(changeBooking(staff, change(id, { status: goal })))).toMatchObject({
        code: 'BOOK_002',
        details: { from, to: goal },
      });
      expect(await call('PATCH', `/admin/bookings/${id}`, ask)).toMatchObject({ status: 409 });
      return;
    }
    const moved = await call('PATCH', `/admin/bookings/${id}`, ask);
    expect(moved.body.data).toMatchObject({ status: goal, version: 2 });
    const steps: { axis: string; to: string }[] = moved.body.data.events;
    expect(steps.slice(1).map(({ to }) => to)).toEqual(walk);
    const { booked, held } = await loadOf(packageId, moved.body.data.date);
    expect(booked).toBe(held);
  });

  it.each([
    ['requested', []],
    ['quoted', ['accepted', 'declined']],
    ['accepted', []],
    ['confirmed', []],
    ['expired', []],
  ] as const)('by the client from %s: %j and, until it is confirmed, cancelled', async (from, allowed) => {
    for (const [goal, act] of [
      ['accepted', acceptOwnQuote],
      ['declined', declineOwnQuote],
      ['cancelled', cancelOwnBooking],
    ] as const) {
      const booking = await bookingAt(from, null);
      const isAllowed =
        goal === 'cancelled' ? ['requested', 'quoted', 'accepted'].includes(from) : allowed.some((one) => one === goal);
      const result = act(visitor(), { booking_number: booking.booking_number }, { key: keyOf(booking.access_url) });
      expect(await outcome(result), goal).toBe(isAllowed ? 'ok' : 'BOOK_002');
    }
  });
});

it('understands pending, approved and rejected', async () => {
  const { packageId } = await makePackage();
  const { id, date } = await bookingAt('requested', packageId);
  expect(await outcome(changeBooking(staff, change(id, { status: 'pending' })))).toBe('BOOK_002');
  const approved = await changeBooking(staff, change(id, { status: 'approved' }));
  expect(approved).toMatchObject({ status: 'confirmed', deposit: null });
  expect(approved.events.map(({ to }) => to)).toEqual(['requested', 'quoted', 'accepted', 'confirmed']);
  expect(await loadOf(packageId, date)).toMatchObject({ booked: 1 });
  const other = await bookingAt('requested', null);
  const rejected = await changeBooking(staff, change(other.id, { status: 'rejected', reason: 'We are away.' }));
  expect(rejected).toMatchObject({ status: 'declined', reason: 'We are away.' });
  const page = await listBookings(staff, listBookingsInput.parse({ status: 'rejected', q: 'Ana' }));
  expect(page.items.map((row) => row.id)).toContain(other.id);
});

it('completes what is over, and keeps what only the desk reads', async () => {
  const booking = await bookingAt('confirmed', null);
  await noteBooking(staff, { booking_id: booking.id, internal_note: 'Wants the ladder' });
  const later = { ...staff, now: new Date(Date.now() + 60 * 86_400_000) };
  expect(await completePastBookings(later)).toBeGreaterThan(0);
  expect(await getBooking(staff, { id: booking.id })).toMatchObject({
    status: 'completed',
    internal_note: 'Wants the ladder',
  });
  const seen = await getBookingByLink(visitor(), {
    booking_number: booking.booking_number,
    key: keyOf(booking.access_url),
  });
  expect(seen?.internal_note).toBeNull();
});

it('refuses stale versions, unknown bookings and whoever is not of the staff', async () => {
  const { id } = await bookingAt('requested', null);
  expect(await outcome(changeBooking(staff, change(id, { status: 'declined', version: 9 })))).toBe('REQ_002');
  expect(await outcome(changeBooking(staff, change(id.replace(/.$/, '0'), { status: 'declined' })))).toMatch(
    /DB_002|ok/,
  );
  expect(await outcome(changeBooking(visitor(), change(id, { status: 'declined' })))).toBe('AUTH_002');
});

it('pages through the list by cursor, by day and by age', async () => {
  const { packageId } = await makePackage();
  for (const days of [1, 2, 3, 4, 5]) await bookingAt('requested', packageId, { date: dayAhead(days) });
  for (const sort of ['date', '-date', '-created_at'] as const) {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listBookings(
        staff,
        listBookingsInput.parse({ package_id: packageId, sort, limit: 2, cursor }),
      );
      seen.push(...page.items.map(({ date }) => date));
      cursor = page.next_cursor ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual(sort === 'date' ? [...seen].sort() : [...seen].sort().reverse());
    expect(seen).toHaveLength(5);
  }
  const bad = listBookingsInput.parse({ cursor: 'nonsense' });
  expect(await outcome(listBookings(staff, bad))).toBe('REQ_001');
});
