import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { database } from '#lib/database';
import {
  acceptOwnQuote,
  changeBooking,
  expireQuotes,
  placeBooking,
  recordBookingPayment,
  refundBookingPayment,
} from '#lib/events/booking-commands';
import { getAvailability, getBooking } from '#lib/events/queries/bookings';
import { bookingAt, bookingOf, change, dayAhead, loadOf, makePackage, moneyFor, quote } from '#tests/factories/booking';
import { keyOf } from '#tests/factories/payments';
import { outcome, staffMember, type TestContext, visitor } from '#tests/factories/shop';
import { call, tokenOf } from '#tests/support/api';
import { refusal } from '#tests/support/refusal';

let staff: TestContext;
let token: string;
const { db } = database();

beforeAll(async () => {
  staff = await staffMember('staff');
  ({ token } = await tokenOf('staff'));
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
