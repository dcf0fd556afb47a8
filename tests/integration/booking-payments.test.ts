import { beforeAll, describe, expect, it } from 'vitest';
import { getDashboard } from '#lib/analytics/queries';
import {
  acceptOwnQuote,
  cancelOwnBooking,
  changeBooking,
  claimBookingPayment,
  confirmBookingPayment,
  recordBookingPayment,
  rejectBookingPayment,
} from '#lib/events/booking-commands';
import { getBooking, getBookingByLink } from '#lib/events/queries/bookings';
import { listPaymentsInput } from '#lib/orders/payment-input';
import { listPayments } from '#lib/orders/queries';
import { bookingAt, change, makePackage, moneyFor, quote } from '#tests/factories/booking';
import { account, cash, keyOf, transfer } from '#tests/factories/payments';
import { outcome, setSetting, staffMember, type TestContext, visitor } from '#tests/factories/shop';
import { call, tokenOf } from '#tests/support/api';
import { png } from '#tests/support/png';

let staff: TestContext;

beforeAll(async () => {
  staff = await staffMember('staff');
  await setSetting('payments', { options: [transfer, cash], ...account });
});

type Booking = Awaited<ReturnType<typeof bookingAt>>;
const proofOf = ({ access_url }: Booking) => ({ key: keyOf(access_url) });

/** Accepted at 1000.00 with a deposit of 300.00. */
async function accepted(capacity = 1): Promise<Booking & { packageId: string }> {
  const { packageId } = await makePackage({ perDayCapacity: capacity });
  const booking = await bookingAt('requested', packageId);
  await quote(staff, booking.id);
  await acceptOwnQuote(visitor(), { booking_number: booking.booking_number }, proofOf(booking));
  return { ...booking, packageId };
}

const claim = (booking: Booking, more: { amount?: number | null; reference?: string | null; proof?: Buffer } = {}) => {
  const { proof = null, amount = null, reference = null } = more;
  return claimBookingPayment(
    visitor(),
    { booking_number: booking.booking_number, amount, reference },
    { ...proofOf(booking), proof },
  );
};
const idOf = async (claiming: ReturnType<typeof claim>) => (await claiming).booking.payments.at(-1)?.id ?? '';
const queue = async (q: string, status = 'submitted') =>
  (await listPayments(staff, listPaymentsInput.parse({ q, status }))).items;

describe('what a client claims', () => {
  it('is the deposit, waits for the shop, and confirms the booking once it has arrived', async () => {
    const booking = await accepted();
    const { booking: told } = await claim(booking, { reference: 'Ana, wedding' });
    expect(told).toMatchObject({ status: 'accepted', paid: 0, deposit_due: 300 });
    expect(told.payments).toMatchObject([{ status: 'submitted', amount: 300, reference: 'Ana, wedding' }]);
    const [waiting] = await queue(booking.booking_number);
    expect(waiting).toMatchObject({
      amount: 300,
      order: null,
      booking: { booking_number: booking.booking_number, client_name: 'Ana Pop', due: 300, quoted: 1000, paid: 0 },
    });
    const done = await confirmBookingPayment(staff, { payment_id: waiting?.id ?? '', note: null });
    expect(done).toMatchObject({ status: 'confirmed', paid: 300, deposit_due: 0, due: 700 });
    expect(done.events.filter(({ axis }) => axis === 'payment').map(({ to }) => to)).toEqual([
      'submitted',
      'confirmed',
    ]);
    expect(await queue(booking.booking_number)).toEqual([]);
    expect(await queue(booking.booking_number, 'confirmed')).toMatchObject([{ amount: 300 }]);
    expect(await outcome(confirmBookingPayment(staff, { payment_id: waiting?.id ?? '', note: null }))).toBe('PAY_001');
  });

  it('is the rest once the deposit is there', async () => {
    const booking = await accepted();
    await recordBookingPayment(staff, moneyFor(booking.id, null));
    expect((await claim(booking)).booking.payments.at(-1)).toMatchObject({ status: 'submitted', amount: 700 });
  });

  it('is one claim however often it is pressed, and takes a reference and a proof later', async () => {
    const booking = await accepted();
    await Promise.all(Array.from({ length: 5 }, () => claim(booking)));
    const proof = Buffer.from(await png());
    const { booking: told } = await claim(booking, { reference: 'Ana', proof });
    expect(told.payments).toMatchObject([{ amount: 300, reference: 'Ana', has_proof: true }]);
    await expect(claim(booking, { amount: 20_000 })).rejects.toMatchObject({
      code: 'PAY_001',
      details: { what: 'amount' },
    });
    const { token } = await tokenOf('staff');
    const path = `/admin/payments/${told.payments[0]?.id}/proof`;
    const file = await call('GET', path, { token });
    expect([file.status, file.headers.get('content-type')]).toEqual([200, 'image/webp']);
    expect(file.headers.get('content-disposition')).toContain(booking.booking_number);
    expect((await call('GET', path)).status).toBe(401);
  });

  it('is told to nobody without the key, and refused where nothing is owed', async () => {
    const booking = await accepted();
    expect(await outcome(claim({ ...booking, access_url: 'http://x/?key=wrong' }))).toBe('DB_002');
    expect(await outcome(claim(booking, { amount: 100_001 }))).toBe('PAY_002');
    const asked = await bookingAt('requested', null);
    expect(await outcome(claim(asked))).toBe('BOOK_002');
    const unquoted = await bookingAt('confirmed', null);
    expect(await outcome(claim(unquoted, { amount: 100 }))).toBe('PAY_002');
    await setSetting('payments', { options: [cash], ...account });
    try {
      expect(await outcome(claim(booking))).toBe('PAY_001');
    } finally {
      await setSetting('payments', { options: [transfer, cash], ...account });
    }
  });

  it('is due again after a rejection, whose words the client reads', async () => {
    const booking = await accepted();
    const payment_id = await idOf(claim(booking));
    const rejected = await rejectBookingPayment(staff, { payment_id, note: 'Nothing on the account yet.' });
    expect(rejected).toMatchObject({ status: 'accepted', paid: 0, deposit_due: 300 });
    const { booking_number } = booking;
    const own = await getBookingByLink(visitor(), { booking_number, ...proofOf(booking) });
    expect(own?.payments).toMatchObject([{ status: 'rejected', note: 'Nothing on the account yet.' }]);
    expect(await idOf(claim(booking))).not.toBe(payment_id);
  });

  it('waits for nobody once that sum has been recorded otherwise', async () => {
    const booking = await accepted();
    await claim(booking);
    const { booking: paid } = await recordBookingPayment(staff, moneyFor(booking.id, null));
    expect(paid).toMatchObject({ status: 'confirmed', paid: 300 });
    expect(paid.payments.map(({ status }) => status).toSorted()).toEqual(['confirmed', 'rejected']);
  });

  it('stays with the money where its day is taken meanwhile', async () => {
    const booking = await accepted();
    const other = await bookingAt('accepted', booking.packageId);
    const payment_id = await idOf(claim(booking));
    await changeBooking(staff, change(other.id, { status: 'confirmed' }));
    expect(await confirmBookingPayment(staff, { payment_id, note: null })).toMatchObject({
      status: 'accepted',
      paid: 300,
    });
  });

  it('can still be judged once the client has cancelled', async () => {
    const booking = await accepted();
    const payment_id = await idOf(claim(booking));
    await cancelOwnBooking(visitor(), { booking_number: booking.booking_number }, proofOf(booking));
    expect(await confirmBookingPayment(staff, { payment_id, note: null })).toMatchObject({
      status: 'cancelled',
      paid: 300,
    });
  });

  it('is no payment of an order, and no order’s claim is one of a booking', async () => {
    const booking = await accepted();
    const payment_id = await idOf(claim(booking));
    const { token } = await tokenOf('staff');
    expect((await call('POST', `/admin/payments/${payment_id}/confirm`, { token, body: {} })).status).toBe(404);
    expect((await getBooking(staff, { id: booking.id }))?.paid).toBe(0);
  });
});

describe('the queue of payments to check', () => {
  it('finds a booking by name, phone and number, as a bank spells it', async () => {
    const booking = await accepted();
    await claim(booking);
    const found = { booking: { id: booking.id } };
    expect(await queue(`SVWZ+ ${booking.booking_number.replaceAll('-', ' ')} ANA`)).toMatchObject([found]);
    expect(await queue(booking.client_info.phone)).toMatchObject([found]);
    expect((await queue('ana pop')).some((one) => one.booking?.id === booking.id)).toBe(true);
    expect((await getDashboard(staff, { days: 7 })).submitted_payments.length).toBeGreaterThan(0);
  });
});
