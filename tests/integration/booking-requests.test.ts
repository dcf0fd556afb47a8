import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { database } from '#lib/database';
import { cancelOwnBooking, changeBooking, placeBooking, placeDeskBooking } from '#lib/events/booking-commands';
import { placeDeskBookingInput } from '#lib/events/booking-input';
import { getBookingByLink } from '#lib/events/queries/bookings';
import { bookingAt, bookingOf, change, dayAhead, makePackage, makeTheme } from '#tests/factories/booking';
import { keyOf } from '#tests/factories/payments';
import { newPhone, outcome, setSetting, staffMember, type TestContext, visitor } from '#tests/factories/shop';
import { call } from '#tests/support/api';
import { refusal } from '#tests/support/refusal';

let staff: TestContext;
const { db } = database();

beforeAll(async () => {
  staff = await staffMember('staff');
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
