import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { newId } from '#db/columns';
import { database } from '#lib/database';
import {
  blockBookingDays,
  changeBooking,
  placeBooking,
  quoteBooking,
  recordBookingPayment,
  rescheduleBooking,
} from '#lib/events/booking-commands';
import { changeBookingInput, quoteBookingInput, rescheduleBookingInput } from '#lib/events/booking-input';
import { bookingAt, bookingOf, dayAhead, loadOf, makePackage } from '#tests/factories/booking';
import { outcome, staffMember, visitor } from '#tests/factories/shop';
import { rounds } from '#tests/support/rounds';

process.env.DATABASE_POOL_MAX = '20';

const ROUNDS = rounds(5);

const counted = (words: readonly string[]) => {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
};

/** Copies of a booking, because three hundred people would only use up the limits of their phones. */
async function copies(bookingId: string, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, newId);
  await database().db.execute(sql`
    INSERT INTO bookings SELECT (jsonb_populate_record(b, jsonb_build_object('id', n.id,
      'booking_number', 'X-' || n.id))).*
    FROM bookings b, unnest(${`{${ids.join(',')}}`}::uuid[]) AS n(id) WHERE b.id = ${bookingId}`);
  return ids;
}

const approve = changeBookingInput.parse({ status: 'approved' });

describe('a day', () => {
  it(
    'with room for ten is kept by exactly ten of 300 that are confirmed at once, round after round',
    async () => {
      const staff = await staffMember('staff');
      for (let round = 0; round < ROUNDS; round += 1) {
        const { packageId } = await makePackage({ perDayCapacity: 10 });
        const first = await bookingAt('accepted', packageId);
        const ids = await copies(first.id, 300);
        const results = await Promise.all(
          ids.map((booking_id) => outcome(changeBooking(staff, { ...approve, booking_id }))),
        );
        expect(counted(results)).toEqual({ ok: 10, BOOK_001: 290 });
        expect(await loadOf(packageId, first.date)).toEqual({ booked: 10, held: 10, capacity: 10 });
      }
    },
    30_000 + ROUNDS * 10_000,
  );

  it('is kept by one of two whom two members of staff approve at once', async () => {
    const staff = [await staffMember('staff'), await staffMember('admin')];
    for (let round = 0; round < ROUNDS * 2; round += 1) {
      const { packageId } = await makePackage();
      const first = await bookingAt('requested', packageId);
      const second = await bookingAt('requested', packageId);
      const results = await Promise.all(
        [first, second].map(({ id: booking_id }, index) => {
          const [one, two] = staff;
          return outcome(changeBooking(index === 0 && one ? one : (two ?? visitor()), { ...approve, booking_id }));
        }),
      );
      expect(counted(results)).toEqual({ ok: 1, BOOK_001: 1 });
      expect(await loadOf(packageId, first.date)).toMatchObject({ booked: 1, held: 1 });
    }
  });

  it('changes hands without a deadlock, however many cross, and never holds more than fits', async () => {
    const staff = await staffMember('staff');
    const [one, two] = [await makePackage({ perDayCapacity: 30 }), await makePackage({ perDayCapacity: 30 })];
    const day = dayAhead(40);
    const here = await copies((await bookingAt('accepted', one.packageId)).id, 20);
    const there = await copies((await bookingAt('accepted', two.packageId)).id, 20);
    for (const booking_id of [...here, ...there]) await changeBooking(staff, { ...approve, booking_id });
    const move = (booking_id: string, package_id: string) =>
      outcome(rescheduleBooking(staff, { ...rescheduleBookingInput.parse({ date: day, package_id }), booking_id }));
    const results = await Promise.all([
      ...here.map((id) => move(id, two.packageId)),
      ...there.map((id) => move(id, one.packageId)),
      // Blocking takes the same rows.
      ...[true, false].map((blocked) =>
        outcome(blockBookingDays(staff, { package_id: null, from: dayAhead(50), to: dayAhead(60), blocked })),
      ),
    ]);
    expect(Object.keys(counted(results)).filter((word) => word !== 'ok' && word !== 'BOOK_001')).toEqual([]);
    for (const { packageId } of [one, two]) {
      const { booked, held, capacity } = await loadOf(packageId, day);
      expect(booked).toBe(held);
      expect(booked).toBeLessThanOrEqual(capacity);
    }
  });

  it('is given back once, however many cancel at once', async () => {
    const staff = await staffMember('staff');
    const { packageId } = await makePackage();
    const { id: booking_id, date } = await bookingAt('confirmed', packageId);
    const cancel = { ...changeBookingInput.parse({ status: 'cancelled' }), booking_id };
    const results = await Promise.all(Array.from({ length: 8 }, () => outcome(changeBooking(staff, cancel))));
    expect(counted(results)).toEqual({ ok: 1, BOOK_002: 7 });
    expect(await loadOf(packageId, date)).toMatchObject({ booked: 0, held: 0 });
  });
});

describe('one key', () => {
  it('is one booking, however often it is sent', async () => {
    const { packageId } = await makePackage();
    const input = bookingOf(packageId);
    const idempotency = { scope: 'test', key: newId(), hash: 'same' };
    const send = () => placeBooking(visitor(), input, { idempotency });
    const parallel = await Promise.all(Array.from({ length: 8 }, send));
    const all = [...parallel, await send(), await send()];
    expect(new Set(all.map(({ booking }) => booking.id)).size).toBe(1);
    expect(parallel.filter(({ replayed }) => !replayed)).toHaveLength(1);
    const other = { ...idempotency, hash: 'other' };
    expect(await outcome(placeBooking(visitor(), input, { idempotency: other }))).toBe('REQ_003');
  });

  it('is one deposit, however often it is sent', async () => {
    const staff = await staffMember('staff');
    const { packageId } = await makePackage();
    const { id: booking_id } = await bookingAt('requested', packageId);
    await quoteBooking(staff, { ...quoteBookingInput.parse({ amount: 1000, deposit: 300 }), booking_id });
    const idempotency = { scope: 'test', key: newId(), hash: 'same' };
    const payment = { booking_id, amount: null, method: null, reference: null, note: null, version: null };
    const sent = await Promise.all(
      Array.from({ length: 8 }, () => recordBookingPayment(staff, payment, { idempotency })),
    );
    expect(new Set(sent.map(({ booking }) => booking.paid))).toEqual(new Set([300]));
  });

  it('numbers the bookings of a day without gaps', async () => {
    const { packageId } = await makePackage();
    const now = new Date('2031-03-05T10:00:00Z');
    const placed = await Promise.all(
      Array.from({ length: 25 }, () =>
        placeBooking({ ...visitor(), now }, bookingOf(packageId, { date: '2031-07-01' })),
      ),
    );
    const numbers = placed.map(({ booking }) => booking.booking_number.replace(/^[A-Z]+/, '')).sort();
    expect(numbers).toEqual(Array.from({ length: 25 }, (_, at) => `-B-20310305-${String(at + 1).padStart(3, '0')}`));
  });
});
