import { asc, eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { notifications } from '#db/schema/notices';
import { webhookDeliveries, webhookEndpoints } from '#db/schema/webhooks';
import { database } from '#lib/database';
import {
  acceptOwnQuote,
  amendBooking,
  cancelOwnBooking,
  changeBooking,
  expireQuotes,
  placeBooking,
  quoteBooking,
  recordBookingPayment,
  rescheduleBooking,
} from '#lib/events/booking-commands';
import {
  amendBookingInput,
  changeBookingInput,
  quoteBookingInput,
  rescheduleBookingInput,
} from '#lib/events/booking-input';
import { ensureCursor } from '#lib/jobs/dispatcher';
import { bookingAt, bookingOf, dayAhead, makePackage } from '#tests/factories/booking';
import { setSetting, staffMember, type TestContext, visitor } from '#tests/factories/shop';
import { doAllWork } from '#tests/support/jobs';

const { db } = database();
let staff: TestContext;

beforeAll(async () => {
  await ensureCursor({ db });
  await setSetting('shop', { name: 'Lush Moments', country: 'RO', locale: 'en-IE', email: 'shop@example.com' });
  await db
    .insert(webhookEndpoints)
    .values({ url: 'https://books.example.com/hook', secret: 'x', events: ['booking.requested', 'payment.changed'] });
  staff = await staffMember('staff');
});

async function toldOf(bookingId: string): Promise<string[]> {
  await doAllWork({ times: 2 });
  const rows = await db
    .select()
    .from(notifications)
    .where(eq(notifications.bookingId, bookingId))
    .orderBy(asc(notifications.createdAt), asc(notifications.dedupeKey));
  return rows.map(({ event, audience }) => `${audience} ${event}`).sort();
}

const keyOf = ({ access_url }: { access_url: string }) => new URL(access_url).searchParams.get('key');

it('client and shop are told of every step, the shop not of its own', async () => {
  const { packageId } = await makePackage();
  const { booking } = await placeBooking(visitor(), bookingOf(packageId));
  const booking_id = booking.id;
  await quoteBooking(staff, { ...quoteBookingInput.parse({ amount: 1000, deposit: 300 }), booking_id });
  await acceptOwnQuote(visitor(), { booking_number: booking.booking_number }, { key: keyOf(booking) });
  await recordBookingPayment(staff, {
    booking_id,
    amount: null,
    method: null,
    reference: null,
    note: null,
    version: null,
  });
  await rescheduleBooking(staff, { ...rescheduleBookingInput.parse({ date: dayAhead(44) }), booking_id });
  await amendBooking(staff, { ...amendBookingInput.parse({ guests: 77 }), booking_id });
  await changeBooking(staff, { ...changeBookingInput.parse({ status: 'cancelled', reason: 'A storm' }), booking_id });
  expect(await toldOf(booking_id)).toEqual([
    'customer booking_accepted',
    'customer booking_cancelled',
    'customer booking_changed',
    'customer booking_confirmed',
    'customer booking_moved',
    'customer booking_quoted',
    'customer booking_requested',
    'staff booking_accepted',
    'staff booking_requested',
  ]);
  const letters = await db.select().from(notifications).where(eq(notifications.bookingId, booking_id));
  const cancelled = letters.find(({ event }) => event === 'booking_cancelled');
  expect(cancelled?.body).toContain('Reason: A storm');
  expect(cancelled?.body).toContain('/open?key=');
  const hooks = await db.select().from(webhookDeliveries).where(eq(webhookDeliveries.subjectId, booking_id));
  expect(hooks.map(({ event }) => event).sort()).toEqual(['booking.requested', 'payment.changed']);
});

it('a quote that expires and a client who cancels are told too', async () => {
  const first = await bookingAt('requested', null);
  const quoted = await quoteBooking(staff, { ...quoteBookingInput.parse({ amount: 500 }), booking_id: first.id });
  await expireQuotes({ ...staff, now: new Date(new Date(quoted.quote_expires_at ?? '').getTime() + 1000) });
  expect(await toldOf(first.id)).toContain('customer booking_expired');
  const second = await bookingAt('requested', null);
  await cancelOwnBooking(visitor(), { booking_number: second.booking_number }, { key: keyOf(second) });
  expect(await toldOf(second.id)).toEqual([
    'customer booking_cancelled',
    'customer booking_requested',
    'staff booking_cancelled',
    'staff booking_requested',
  ]);
});
