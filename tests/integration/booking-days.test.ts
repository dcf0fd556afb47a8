import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { database } from '#lib/database';
import { blockBookingDays, changeBooking, placeBooking, rescheduleBooking } from '#lib/events/booking-commands';
import { rescheduleBookingInput } from '#lib/events/booking-input';
import { getAvailability, getBooking } from '#lib/events/queries/bookings';
import { bookingAt, bookingOf, change, dayAhead, loadOf, makePackage } from '#tests/factories/booking';
import { outcome, staffMember, type TestContext, visitor } from '#tests/factories/shop';
import { refusal } from '#tests/support/refusal';

let staff: TestContext;
const { db } = database();

beforeAll(async () => {
  staff = await staffMember('staff');
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
