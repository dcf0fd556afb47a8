import { sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { database } from '#lib/database';
import { amendBooking, changeBooking } from '#lib/events/booking-commands';
import { amendBookingInput } from '#lib/events/booking-input';
import { getBooking, getBookingByLink } from '#lib/events/queries/bookings';
import { bookingAt, change, makePackage, makeTheme, quote } from '#tests/factories/booking';
import { keyOf } from '#tests/factories/payments';
import { outcome, staffMember, type TestContext, visitor } from '#tests/factories/shop';
import { call, tokenOf } from '#tests/support/api';
import { refusal } from '#tests/support/refusal';

let staff: TestContext;
beforeAll(async () => {
  staff = await staffMember('staff');
});

const amend = (booking_id: string, body: Record<string, unknown>) =>
  amendBooking(staff, { ...amendBookingInput.parse(body), booking_id });

it('changes what was asked for, keeps what was not named, and leaves the price alone', async () => {
  const { packageId } = await makePackage();
  const booking = await bookingAt('requested', packageId, { time: '16:00', message: 'White, please.' });
  await quote(staff, booking.id);
  const theme_id = await makeTheme();
  const changed = await amend(booking.id, { guests: 95, venue: 'New Mill', time: '17:30', theme_id, reason: 'Rain' });
  expect(changed).toMatchObject({
    status: 'quoted',
    guests: 95,
    venue: 'New Mill',
    theme: { id: theme_id, name: 'Boho' },
    message: 'White, please.',
    event_type: 'Wedding',
    date: booking.date,
    package: { id: packageId },
    quoted: 1000,
    deposit: 300,
  });
  const moved = new Date(changed.starts_at ?? 0).getTime() - new Date(booking.starts_at ?? 0).getTime();
  expect(moved).toBe(90 * 60_000);
  const step = changed.events.at(-1);
  expect(step).toMatchObject({ axis: 'booking', to: 'changed' });
  expect(step?.note).toBe(
    'Reason: Rain. Begins at: 16:00 → 17:30. Where: Old Mill → New Mill. Guests: 80 → 95. Theme: – → Boho.',
  );
  const cleared = await amend(booking.id, { guests: null, time: '', theme_id: null, message: '' });
  expect(cleared).toMatchObject({ guests: null, starts_at: null, theme: null, message: '', venue: 'New Mill' });
});

it('is no step where nothing differs', async () => {
  const booking = await bookingAt('requested', null);
  const same = await amend(booking.id, { guests: 80, venue: 'Old Mill', reason: 'None' });
  expect([same.version, same.events]).toEqual([booking.version, [expect.objectContaining({ to: 'requested' })]]);
});

it('keeps the reason from the client, and the place out of the books of the staff', async () => {
  const booking = await bookingAt('requested', null);
  await amend(booking.id, { venue: 'Hidden Garden', reason: 'Aunt Maria' });
  const { booking_number, access_url } = booking;
  const own = await getBookingByLink(visitor(), { booking_number, key: keyOf(access_url) });
  expect(JSON.stringify(own?.events)).not.toContain('Maria');
  const rows = await database().db.execute<{ changes: unknown }>(
    sql`SELECT changes FROM audit_log WHERE entity_id = ${booking.id} AND action = 'booking.changed'`,
  );
  expect(rows).toEqual([{ changes: { after: { fields: ['venue'] } } }]);
});

it('refuses what does not fit, what is not offered, what is over, and whoever looked at something older', async () => {
  const { packageId } = await makePackage({ maxGuests: 90 });
  const booking = await bookingAt('requested', packageId);
  expect(await refusal(amend(booking.id, { guests: 91 }))).toMatchObject({ fields: { guests: [expect.any(String)] } });
  expect(await outcome(amend(booking.id, { theme_id: packageId }))).toBe('VALIDATION_ERROR');
  expect(await outcome(amend(booking.id, { guests: 70, version: booking.version + 1 }))).toBe('REQ_002');
  expect(await outcome(amend(packageId, { guests: 70 }))).toBe('DB_002');
  await changeBooking(staff, change(booking.id, { status: 'declined' }));
  expect(await outcome(amend(booking.id, { guests: 70 }))).toBe('BOOK_002');
});

it('loses nothing of two who change different things at once, and one of two who looked at the same', async () => {
  const booking = await bookingAt('requested', null);
  await Promise.all([amend(booking.id, { guests: 70 }), amend(booking.id, { venue: 'Barn' })]);
  expect(await getBooking(staff, { id: booking.id })).toMatchObject({ guests: 70, venue: 'Barn' });
  const version = booking.version + 2;
  const results = await Promise.all([60, 61].map((guests) => outcome(amend(booking.id, { guests, version }))));
  expect(results.toSorted()).toEqual(['REQ_002', 'ok']);
});

it('answers 412 by the API', async () => {
  const { token } = await tokenOf('staff');
  const { id } = await bookingAt('requested', null);
  const path = `/admin/bookings/${id}/details`;
  const done = await call('PATCH', path, { token, headers: { 'if-match': '"1"' }, body: { guests: 12 } });
  expect([done.status, done.headers.get('etag')]).toEqual([200, expect.stringMatching(/^"2\./)]);
  expect((await call('PATCH', path, { token, headers: { 'if-match': '"1"' }, body: { guests: 13 } })).status).toBe(412);
});
