import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { BOOKING_STATUSES } from '#db/enums';
import { database } from '#lib/database';
import {
  acceptOwnQuote,
  blockBookingDays,
  cancelOwnBooking,
  changeBooking,
  completePastBookings,
  declineOwnQuote,
  expireQuotes,
  noteBooking,
  placeBooking,
  placeDeskBooking,
  recordBookingPayment,
  refundBookingPayment,
  rescheduleBooking,
} from '#lib/events/booking-commands';
import { listBookingsInput, placeDeskBookingInput, rescheduleBookingInput } from '#lib/events/booking-input';
import { bookingPaths } from '#lib/events/booking-rules';
import { getAvailability, getBooking, getBookingByLink, listBookings } from '#lib/events/queries/bookings';
import {
  bookingAt,
  bookingOf,
  change,
  dayAhead,
  loadOf,
  makePackage,
  makeTheme,
  moneyFor,
  quote,
} from '#tests/factories/booking';
import { keyOf } from '#tests/factories/payments';
import { newPhone, outcome, setSetting, staffMember, type TestContext, visitor } from '#tests/factories/shop';
import { call, tokenOf } from '#tests/support/api';
import { refusal } from '#tests/support/refusal';

let staff: TestContext;
let token: string;
const { db } = database();

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

describe('asking', () => {
  it('for yesterday is refused beside its field, by command, API and database', async () => {
    const { packageId } = await makePackage();
    const yesterday = bookingOf(packageId, { date: dayAhead(-2) });
    expect(await refusal(placeBooking(visitor(), yesterday))).toMatchObject({ fields: { date: [expect.any(String)] } });
    const body = { ...yesterday, time: null };
    expect(await call('POST', '/bookings', { body })).toMatchObject({ status: 422 });
    const { id } = await bookingAt('requested', packageId);
    await expect(db.execute(sql`UPDATE bookings SET event_date = placed_on - 1 WHERE id = ${id}`)).rejects.toThrow();
  });

  it('keeps what was chosen, makes the client a customer, and opens by its link only', async () => {
    const { packageId } = await makePackage({ maxGuests: 100 });
    const theme_id = await makeTheme();
    const input = bookingOf(packageId, { theme_id, time: '16:00', message: 'White, please' });
    const { booking } = await placeBooking(visitor(), input);
    expect(booking).toMatchObject({
      status: 'requested',
      package: { id: packageId, name: 'Garden wedding' },
      theme: { name: 'Boho' },
      customer: { name: 'Ana Pop' },
      message: 'White, please',
      internal_note: null,
      next_steps: ['cancelled'],
    });
    const own = { booking_number: booking.booking_number };
    expect(await getBookingByLink(visitor(), { ...own, key: keyOf(booking.access_url) })).toMatchObject({
      id: booking.id,
    });
    expect(await getBookingByLink(visitor(), { ...own, key: 'wrong' })).toBeNull();
    expect(await outcome(cancelOwnBooking(visitor(), own, { key: null }))).toBe('DB_002');
    const [events] = [await db.execute(sql`SELECT topic FROM domain_events WHERE entity_id = ${booking.id}`)];
    expect(events).toEqual([{ topic: 'booking.requested' }]);
  });

  it('refuses too many guests, what is not on sale, a phone or mail that is none, and a day that is full', async () => {
    const { packageId } = await makePackage({ maxGuests: 50 });
    expect(await refusal(placeBooking(visitor(), bookingOf(packageId, { guests: 51 })))).toMatchObject({
      fields: { guests: [expect.any(String)] },
    });
    const off = await makePackage({ active: false });
    expect(await refusal(placeBooking(visitor(), bookingOf(off.packageId)))).toMatchObject({
      fields: { package_id: [expect.any(String)] },
    });
    const { client_info: client, ...rest } = bookingOf(packageId, { guests: 5 });
    for (const wrong of [{ phone: '12' }, { email: 'nobody' }, { name: ' ' }]) {
      const body = { ...rest, time: null, client_info: { ...client, ...wrong } };
      expect(await call('POST', '/bookings', { body })).toMatchObject({ status: 422 });
    }
    const date = dayAhead(70);
    await bookingAt('confirmed', packageId, { guests: 5, date });
    expect(await refusal(placeBooking(visitor(), bookingOf(packageId, { guests: 5, date })))).toMatchObject({
      code: 'BOOK_001',
      details: { reason: 'full' },
    });
  });

  it('by somebody whom the shop blocked, or without the account it wants, is refused', async () => {
    const input = bookingOf(null);
    await placeBooking(visitor(), input);
    await db.execute(sql`UPDATE customers SET flags = '{blocked}' WHERE phone = ${input.client_info.phone}`);
    expect(await outcome(placeBooking(visitor(), input))).toBe('AUTH_003');
    await setSetting('checkout', { identity: 'account_required' });
    expect(await outcome(placeBooking(visitor(), bookingOf(null)))).toBe('AUTH_002');
    await setSetting('checkout', {});
  });

  it('is limited per phone', async () => {
    const input = bookingOf(null);
    const results: string[] = [];
    for (let time = 0; time < 11; time += 1) results.push(await outcome(placeBooking(visitor(), input)));
    expect(results.at(-1)).toBe('RATE_001');
  });

  it('on the phone may be for a day that is full, which confirming refuses', async () => {
    const { packageId } = await makePackage();
    const date = dayAhead(45);
    await bookingAt('confirmed', packageId, { date });
    const desk = {
      client_info: { name: 'Ion', phone: newPhone() },
      event_type: 'Birthday',
      date,
      package_id: packageId,
    };
    expect(await outcome(placeDeskBooking(staff, placeDeskBookingInput.parse(desk)))).toBe('BOOK_001');
    const { booking } = await placeDeskBooking(staff, placeDeskBookingInput.parse({ ...desk, any_day: true }));
    expect(booking).toMatchObject({ channel: 'desk', client_info: { name: 'Ion' } });
    expect(await outcome(changeBooking(staff, change(booking.id, { status: 'approved' })))).toBe('BOOK_001');
  });
});

describe('a quote', () => {
  it('is accepted, paid and confirmed, and closes the day', async () => {
    const { packageId } = await makePackage({ depositPercent: 30 });
    const { booking } = await placeBooking(visitor(), bookingOf(packageId));
    const [own, key] = [{ booking_number: booking.booking_number }, { key: keyOf(booking.access_url) }];
    expect(await quote(staff, booking.id, { amount: 999.99 })).toMatchObject({
      status: 'quoted',
      quoted: 999.99,
      deposit: 300,
    });
    // Again, as long as nobody has accepted.
    expect(await quote(staff, booking.id, { amount: 1200, deposit: 360 })).toMatchObject({
      quoted: 1200,
      deposit: 360,
    });
    const accepted = await acceptOwnQuote(visitor(), own, key);
    expect(accepted).toMatchObject({ status: 'accepted', deposit_due: 360, due: 1200 });
    expect(await refusal(changeBooking(staff, change(booking.id, { status: 'confirmed' })))).toMatchObject({
      code: 'BOOK_002',
      details: { reason: 'deposit', due: 360 },
    });
    const part = await recordBookingPayment(staff, moneyFor(booking.id, 100_00));
    expect(part.booking).toMatchObject({ status: 'accepted', paid: 100, deposit_due: 260 });
    const paid = await recordBookingPayment(staff, moneyFor(booking.id));
    expect(paid.booking).toMatchObject({ status: 'confirmed', paid: 360, deposit_due: 0, due: 840 });
    expect(await loadOf(packageId, booking.date)).toMatchObject({ booked: 1, held: 1 });
    const days = await getAvailability(visitor(), { package_id: packageId, from: booking.date, to: booking.date });
    expect(days.days).toEqual([{ date: booking.date, state: 'taken', left: 0 }]);

    expect(await outcome(recordBookingPayment(staff, moneyFor(booking.id, 840_01)))).toBe('PAY_002');
    expect(await outcome(refundBookingPayment(staff, moneyFor(booking.id, 360_01)))).toBe('PAY_003');
    const cancelled = await changeBooking(staff, change(booking.id, { status: 'cancelled', reason: 'Rain' }));
    expect(cancelled).toMatchObject({ status: 'cancelled', reason: 'Rain', paid: 360 });
    expect((await refundBookingPayment(staff, moneyFor(booking.id))).booking).toMatchObject({ paid: 0 });
    expect(await outcome(recordBookingPayment(staff, moneyFor(booking.id, 100)))).toBe('BOOK_002');
    expect(await loadOf(packageId, booking.date)).toMatchObject({ booked: 0, held: 0 });
  });

  it('whose deposit comes when the day is gone keeps the money and waits for a person', async () => {
    const { packageId } = await makePackage();
    const { id, date } = await bookingAt('accepted', packageId);
    await db.execute(sql`UPDATE bookings SET quoted_minor = 100000, deposit_minor = 30000 WHERE id = ${id}`);
    await bookingAt('confirmed', packageId);
    const { booking } = await recordBookingPayment(staff, moneyFor(id));
    expect(booking).toMatchObject({ status: 'accepted', paid: 300, deposit_due: 0 });
    expect(await loadOf(packageId, date)).toMatchObject({ booked: 1, held: 1 });
  });

  it('counts in the revenue of the day', async () => {
    const now = new Date('2032-02-03T10:00:00Z');
    const { id } = await bookingAt('accepted', null);
    await db.execute(sql`UPDATE bookings SET quoted_minor = 100000 WHERE id = ${id}`);
    await recordBookingPayment({ ...staff, now }, moneyFor(id, 250_00));
    await refundBookingPayment({ ...staff, now }, moneyFor(id, 50_00));
    const [day] = await db.execute(sql`SELECT revenue_minor::int AS sum FROM daily_figures WHERE day = '2032-02-03'`);
    expect(day).toEqual({ sum: 200_00 });
  });

  it('can be confirmed without its deposit where staff say so', async () => {
    const { id } = await bookingAt('requested', null);
    await quote(staff, id);
    const confirmed = await changeBooking(staff, change(id, { status: 'approved', waive_deposit: true }));
    expect(confirmed).toMatchObject({ status: 'confirmed', deposit: 0, deposit_due: 0 });
    expect(confirmed.events.at(-1)?.note).toBe('The deposit was waived.');
  });

  it('expires by the clock, and is no longer the client’s to accept', async () => {
    const booking = await bookingAt('requested', null);
    const quoted = await quote(staff, booking.id);
    const later = new Date(new Date(quoted.quote_expires_at ?? '').getTime() + 1000);
    const own = { booking_number: booking.booking_number };
    expect(
      await refusal(acceptOwnQuote({ ...visitor(), now: later }, own, { key: keyOf(booking.access_url) })),
    ).toMatchObject({
      code: 'BOOK_002',
      details: { reason: 'quote_expired' },
    });
    const late = { ...staff, now: later };
    expect(await expireQuotes(late)).toBeGreaterThan(0);
    expect(await getBooking(staff, { id: booking.id })).toMatchObject({ status: 'expired', quote_expires_at: null });
    expect(
      await quote(staff, booking.id).then(
        () => 'ok',
        (error: { code: string }) => error.code,
      ),
    ).toBe('BOOK_002');
  });

  it('refuses a deposit above the amount, and a day that is over', async () => {
    const { id } = await bookingAt('requested', null);
    const over = await call('POST', `/admin/bookings/${id}/quote`, { token, body: { amount: 10, deposit: 11 } });
    expect(over).toMatchObject({ status: 422 });
    expect(await refusal(quote(staff, id, { amount: 10, valid_until: dayAhead(-3) }))).toMatchObject({
      fields: { valid_until: [expect.any(String)] },
    });
  });
});

describe('days', () => {
  it('are blocked and opened for one package; what is booked stays', async () => {
    const { packageId } = await makePackage({ perDayCapacity: 2 });
    const [from, to] = [dayAhead(80), dayAhead(82)];
    const { id } = await bookingAt('confirmed', packageId, { date: from });
    const block = (blocked: boolean) => blockBookingDays(staff, { package_id: packageId, from, to, blocked });
    expect(await block(true)).toEqual({ days: 3 });
    expect(await block(true)).toEqual({ days: 0 });
    const { days } = await getAvailability(visitor(), { package_id: packageId, from, to });
    expect(days.map(({ state }) => state)).toEqual(['blocked', 'blocked', 'blocked']);
    expect(await refusal(placeBooking(visitor(), bookingOf(packageId, { date: to })))).toMatchObject({
      details: { reason: 'blocked' },
    });
    expect(await getBooking(staff, { id })).toMatchObject({ status: 'confirmed' });
    expect(await block(false)).toEqual({ days: 3 });
    expect(await outcome(placeBooking(visitor(), bookingOf(packageId, { date: from })))).toBe('ok');
  });

  it('change with a booking that is moved, or it stays where it is', async () => {
    const [one, two] = [await makePackage(), await makePackage()];
    const [day, other] = [dayAhead(90), dayAhead(91)];
    const { id } = await bookingAt('confirmed', one.packageId, { date: day });
    const move = (body: Record<string, unknown>) =>
      rescheduleBooking(staff, { ...rescheduleBookingInput.parse(body), booking_id: id });
    expect(await move({ date: other, time: '17:00' })).toMatchObject({ date: other, status: 'confirmed' });
    expect(await loadOf(one.packageId, day)).toMatchObject({ booked: 0 });
    expect(await loadOf(one.packageId, other)).toMatchObject({ booked: 1, held: 1 });
    await bookingAt('confirmed', two.packageId, { date: day });
    expect(await outcome(move({ date: day, package_id: two.packageId }))).toBe('BOOK_001');
    expect(await loadOf(one.packageId, other)).toMatchObject({ booked: 1, held: 1 });
    expect(await outcome(move({ date: dayAhead(-2) }))).toBe('VALIDATION_ERROR');
    await changeBooking(staff, change(id, { status: 'cancelled' }));
    expect(await outcome(move({ date: day }))).toBe('BOOK_002');
  });

  it('keep what was booked when a package takes fewer', async () => {
    const { packageId } = await makePackage({ perDayCapacity: 2 });
    const ids = [];
    for (let count = 0; count < 3; count += 1) ids.push((await bookingAt('accepted', packageId)).id);
    const [first = '', second = '', third = ''] = ids;
    await changeBooking(staff, change(first, { status: 'confirmed' }));
    await changeBooking(staff, change(second, { status: 'confirmed' }));
    await db.execute(sql`UPDATE packages SET per_day_capacity = 1 WHERE id = ${packageId}`);
    await changeBooking(staff, change(first, { status: 'cancelled' }));
    expect(await outcome(changeBooking(staff, change(third, { status: 'confirmed' })))).toBe('BOOK_001');
    await db.execute(sql`UPDATE packages SET per_day_capacity = 3 WHERE id = ${packageId}`);
    expect(await outcome(changeBooking(staff, change(third, { status: 'confirmed' })))).toBe('ok');
  });
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
