import { beforeAll, expect, it } from 'vitest';
import {
  acceptOwnQuote,
  amendBooking,
  changeBooking,
  claimBookingPayment,
  noteBooking,
  quoteBooking,
  recordBookingPayment,
  rescheduleBooking,
} from '#lib/events/booking-commands';
import {
  amendBookingInput,
  claimBookingPaymentInput,
  quoteBookingInput,
  rescheduleBookingInput,
} from '#lib/events/booking-input';
import type { BookingDto } from '#lib/events/booking-output';
import { getBooking } from '#lib/events/queries/bookings';
import { bookingAt, change, dayAhead, makePackage, moneyFor, quote } from '#tests/factories/booking';
import { keyOf } from '#tests/factories/payments';
import { setSetting, staffMember, type TestContext, visitor } from '#tests/factories/shop';
import { call, tokenOf } from '#tests/support/api';
import { refusal } from '#tests/support/refusal';

let staff: TestContext;
let other: TestContext;
beforeAll(async () => {
  [staff, other] = await Promise.all([staffMember('staff'), staffMember('staff')]);
  const bank = { method: 'bank_transfer', title: 'Bank transfer', delivery_types: ['pickup'] };
  await setSetting('payments', { options: [bank] });
});

const amend = (ctx: TestContext, booking_id: string, body: Record<string, unknown>) =>
  amendBooking(ctx, { ...amendBookingInput.parse(body), booking_id });
const changesIn = async (work: Promise<unknown>) => {
  const { code, details } = await refusal(work);
  return { code, version: details.version, changes: details.changes };
};
const by = { staff: { kind: 'staff', name: 'Sam' }, client: { kind: 'visitor', name: null } };
const told = (version: number, fields: string[], who: unknown) => ({
  version,
  at: expect.any(String),
  fields: expect.toSatisfy((said: string[]) => said.toSorted().join() === fields.toSorted().join()),
  by: who,
});

/** Quoted by one, accepted by the client, said to be paid, noted and amended by another: five versions after the first. */
async function muchHappened(): Promise<BookingDto> {
  const { packageId } = await makePackage();
  const booking = await bookingAt('requested', packageId);
  const own = { booking_number: booking.booking_number };
  const proof = { key: keyOf(booking.access_url) };
  await quote(other, booking.id);
  await acceptOwnQuote(visitor(), own, proof);
  await claimBookingPayment(visitor(), claimBookingPaymentInput.parse(own), proof);
  await noteBooking(other, { booking_id: booking.id, internal_note: 'Call her.' });
  await amend(other, booking.id, { guests: 95, venue: 'New Mill' });
  return booking;
}

it('tells whoever decided on an older version what changed since, when, and by whom', async () => {
  const { id, version } = await muchHappened();
  const changes = [
    told(version + 1, ['status', 'quote', 'deposit', 'valid_until'], by.staff),
    told(version + 2, ['status', 'valid_until'], by.client),
    told(version + 3, ['payment'], by.client),
    told(version + 4, ['internal_note'], by.staff),
    told(version + 5, ['venue', 'guests'], by.staff),
  ];
  const stale = { code: 'REQ_002', version: version + 5, changes };
  expect(await changesIn(amend(staff, id, { message: 'White.', version }))).toEqual(stale);
  expect(await changesIn(changeBooking(staff, change(id, { status: 'declined', version })))).toEqual(stale);
  const day = { ...rescheduleBookingInput.parse({ date: dayAhead(50), version }), booking_id: id };
  expect(await changesIn(rescheduleBooking(staff, day))).toEqual(stale);
  const price = { ...quoteBookingInput.parse({ amount: 900, version }), booking_id: id };
  expect(await changesIn(quoteBooking(staff, price))).toEqual(stale);
  expect(await changesIn(recordBookingPayment(staff, { ...moneyFor(id, 100), version }))).toEqual(stale);
  // Only what came after: the newest of them.
  const last = await changesIn(amend(staff, id, { message: 'White.', version: version + 4 }));
  expect(last).toMatchObject({ changes: changes.slice(4) });
  // Nothing of it was done, and over the newest version it is.
  expect(await getBooking(staff, { id })).toMatchObject({ version: version + 5, message: '', guests: 95 });
  expect(await amend(staff, id, { message: 'White.', version: version + 5 })).toMatchObject({ message: 'White.' });
});

it('tells programs the same', async () => {
  const { token } = await tokenOf('staff');
  const { id } = await bookingAt('requested', null);
  await amend(other, id, { guests: 12 });
  const send = (method: 'PATCH' | 'POST', path: string, body: Record<string, unknown>) =>
    call(method, `/admin/bookings/${id}${path}`, { token, headers: { 'if-match': '"1"' }, body });
  for (const answer of [
    await send('PATCH', '/details', { guests: 13 }),
    await send('PATCH', '', { status: 'declined' }),
    await send('POST', '/move', { date: dayAhead(50) }),
    await send('POST', '/quote', { amount: 900 }),
  ]) {
    expect(answer.status).toBe(412);
    expect(answer.body.error).toMatchObject({
      code: 'REQ_002',
      details: { version: 2, changes: [{ version: 2, fields: ['guests'], by: by.staff }] },
    });
  }
});

it('keeps the newest twenty', async () => {
  const { id } = await bookingAt('requested', null);
  for (let guests = 1; guests <= 22; guests += 1) await amend(other, id, { guests });
  const { changes } = await changesIn(amend(staff, id, { guests: 99, version: 1 }));
  expect(changes).toHaveLength(20);
});
