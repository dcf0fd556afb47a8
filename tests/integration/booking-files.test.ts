import { beforeAll, describe, expect, it } from 'vitest';
import { changeBooking, rescheduleBooking } from '#lib/events/booking-commands';
import { rescheduleBookingInput } from '#lib/events/booking-input';
import { bookingAt, change, dayAhead, makePackage, quote } from '#tests/factories/booking';
import { account, cash, keyOf, transfer } from '#tests/factories/payments';
import { setSetting, staffMember, type TestContext, visitor } from '#tests/factories/shop';
import { call } from '#tests/support/api';

let staff: TestContext;

beforeAll(async () => {
  staff = await staffMember('staff');
  await setSetting('shop', { name: 'Feast' });
  await setSetting('payments', { options: [transfer, cash], ...account });
});

type Booking = Awaited<ReturnType<typeof bookingAt>>;

const open = ({ booking_number, access_url }: Booking, file: string, key = keyOf(access_url) ?? '') =>
  call('GET', `/bookings/${booking_number}/${file}`, { headers: { 'barrow-order-key': key } });

/** Lines put together again, by their name without parameters. */
async function event(booking: Booking): Promise<Map<string, string>> {
  const { status, headers, text } = await open(booking, 'calendar.ics');
  expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([
    200,
    'text/calendar; charset=utf-8',
    'private, no-store',
  ]);
  const lines = text.replace(/\r\n[ \t]/g, '').split('\r\n');
  return new Map(lines.map((line) => [line.split(/[:;]/, 1)[0] ?? '', line.slice(line.indexOf(':') + 1)]));
}

describe('the calendar file of a booking', () => {
  it('is the whole day where nobody has named an hour, tentative until the shop confirms', async () => {
    const booking = await bookingAt('requested', null, { date: dayAhead(50) });
    const first = await event(booking);
    const day = (ahead: number) => dayAhead(ahead).replaceAll('-', '');
    expect([first.get('DTSTART'), first.get('DTEND')]).toEqual([day(50), day(51)]);
    expect([first.get('STATUS'), first.get('LOCATION')]).toEqual(['TENTATIVE', 'Old Mill']);
    expect(first.get('SUMMARY')).toBe('Wedding with Feast');
    await changeBooking(staff, change(booking.id, { status: 'approved' }));
    const second = await event(booking);
    expect([second.get('STATUS'), second.get('UID')]).toEqual(['CONFIRMED', first.get('UID')]);
    expect(Number(second.get('SEQUENCE'))).toBeGreaterThan(Number(first.get('SEQUENCE')));
  });

  it('has the hours of its package, and moves with it', async () => {
    const { packageId } = await makePackage({ durationMinutes: 150 });
    const booking = await bookingAt('requested', packageId, { date: '2031-07-01', time: '16:00' }, noon());
    const first = await event(booking);
    const minutes = (name: string) => {
      const [, day = '', hour = '', minute = ''] = /^(\d{8})T(\d\d)(\d\d)00Z$/.exec(first.get(name) ?? '') ?? [];
      return { day, minute: Number(hour) * 60 + Number(minute) };
    };
    expect(minutes('DTSTART').day).toBe('20310701');
    expect(minutes('DTEND').minute - minutes('DTSTART').minute).toBe(150);
    const moved = rescheduleBookingInput.parse({ date: '2031-07-08', time: '16:00' });
    await rescheduleBooking({ ...staff, now: noon().now }, { ...moved, booking_id: booking.id });
    expect((await event(booking)).get('DTSTART')).toMatch(/^20310708T/);
  });

  it('says when it is over, and opens for nobody else', async () => {
    const [one, other] = [await bookingAt('requested', null), await bookingAt('requested', null)];
    await changeBooking(staff, change(one.id, { status: 'declined' }));
    expect((await event(one)).get('STATUS')).toBe('CANCELLED');
    for (const file of ['calendar.ics', 'qr.svg']) {
      for (const key of ['', 'wrong', keyOf(other.access_url) ?? '']) {
        expect((await open(one, file, key)).status).toBe(404);
      }
    }
  });
});

describe('the code of a deposit', () => {
  it('is there while something is due', async () => {
    const booking = await bookingAt('requested', null);
    expect((await open(booking, 'qr.svg')).body.error?.code).toBe('PAY_001');
    await quote(staff, booking.id);
    await changeBooking(staff, change(booking.id, { status: 'accepted' }));
    const { status, headers, text } = await open(booking, 'qr.svg');
    expect([status, headers.get('content-type')]).toEqual([200, 'image/svg+xml']);
    expect(text).toContain('<svg');
  });
});

/** Days of 2031 are not too far ahead for somebody who asks in 2031. */
function noon(): TestContext {
  return { ...visitor(), now: new Date('2031-06-01T10:00:00Z') };
}
