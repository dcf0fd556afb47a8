import { expect, it } from 'vitest';
import { dataOf, desk, INVALID, linkOf, MALFORMED, NOT_FOUND, nobody, person, send } from '../shop.ts';

const dayAhead = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

export function bookings() {
  const client = () => ({ name: 'Ana Pop', phone: person().customer_phone });
  const newPackage = async () =>
    dataOf(
      await desk('POST', '/admin/packages', { name: `Wedding ${nobody()}`, price: 1200, deposit_percent: 30 }),
      201,
    );
  const ask = (package_id: string, more: Record<string, unknown> = {}, headers?: Record<string, string>) =>
    send('POST', '/bookings', {
      headers,
      body: { client_info: client(), event_type: 'Wedding', date: dayAhead(60), package_id, ...more },
    });
  const newBooking = async () => dataOf(await ask((await newPackage()).id), 201);

  it('is asked for once per key, and for a free day only', async () => {
    const { id } = await newPackage();
    const headers = { 'idempotency-key': `b-${id}` };
    const sent = { client_info: client() };
    const first = dataOf(await ask(id, sent, headers), 201);
    expect(dataOf(await ask(id, sent, headers), 201).id).toBe(first.id);
    expect(await ask(id, { date: dayAhead(-2) })).toMatchObject(INVALID);
    const [from, to] = [dayAhead(60), dayAhead(60)];
    dataOf(await desk('PUT', '/admin/booking-days', { package_id: id, from, to, blocked: true }));
    expect(await ask(id)).toMatchObject({ status: 409, code: 'BOOK_001' });
    expect(await desk('PUT', '/admin/booking-days', { package_id: nobody(), from, to, blocked: true })).toMatchObject(
      NOT_FOUND,
    );
    const days = `from=${from}&to=${to}`;
    const shown = dataOf(await send('GET', `/bookings/availability?package_id=${id}&${days}`));
    expect(shown.days).toEqual([{ date: from, state: 'blocked', left: 0 }]);
    expect(await send('GET', `/bookings/availability?package_id=${nobody()}&${days}`)).toMatchObject(NOT_FOUND);
  });

  it('is quoted, accepted and paid, which confirms it', async () => {
    const booking = await newBooking();
    const [path, headers] = [`/bookings/${booking.booking_number}`, linkOf(booking)];
    const [own, at] = [`/admin/bookings/${booking.id}`, { headers, body: {} }];
    expect(dataOf(await send('GET', path, { headers }))).toMatchObject({ id: booking.id });
    expect(await send('GET', path)).toMatchObject(NOT_FOUND);
    expect(await send('POST', `${path}/accept`, at)).toMatchObject({ status: 409, code: 'BOOK_002' });
    expect(await send('POST', `${path}/decline`, at)).toMatchObject({ status: 409, code: 'BOOK_002' });
    dataOf(await desk('POST', `${own}/quote`, { amount: 1000 }));
    expect(await desk('POST', `/admin/bookings/${nobody()}/quote`, { amount: 1 })).toMatchObject(NOT_FOUND);
    expect(dataOf(await send('POST', `${path}/accept`, at))).toMatchObject({ status: 'accepted', deposit_due: 300 });
    expect(await desk('PATCH', own, { status: 'approved' })).toMatchObject({ status: 409, code: 'BOOK_002' });
    expect(await desk('POST', `${own}/payments`, { amount: 1001 })).toMatchObject({ status: 422, code: 'PAY_002' });
    expect(dataOf(await desk('POST', `${own}/payments`, { amount: 300 }), 201)).toMatchObject({ status: 'confirmed' });
    expect(await send('POST', `${path}/cancel`, at)).toMatchObject({ status: 409, code: 'BOOK_002' });
    expect(dataOf(await desk('POST', `${own}/move`, { date: dayAhead(61) }))).toMatchObject({ date: dayAhead(61) });
    expect(await desk('POST', `${own}/move`, { date: dayAhead(-2) })).toMatchObject(INVALID);
    expect(dataOf(await desk('PATCH', own, { status: 'cancelled' }))).toMatchObject({ status: 'cancelled' });
    expect(dataOf(await desk('POST', `${own}/refunds`, {}), 201)).toMatchObject({ paid: 0 });
    expect(await desk('POST', `${own}/refunds`, {})).toMatchObject({ status: 409, code: 'PAY_003' });
  });

  it('has a deposit that its client announces, with a code and a proof, and that the shop judges', async () => {
    const booking = await newBooking();
    const [path, headers] = [`/bookings/${booking.booking_number}`, linkOf(booking)];
    const claim = (body: unknown = {}) => send('POST', `${path}/payments`, { headers, body });
    expect(await claim()).toMatchObject({ status: 409, code: 'BOOK_002' });
    expect(await send('GET', `${path}/qr.svg`, { headers })).toMatchObject({ status: 409, code: 'PAY_001' });
    dataOf(await desk('POST', `/admin/bookings/${booking.id}/quote`, { amount: 1000 }));
    dataOf(await send('POST', `${path}/accept`, { headers, body: {} }));
    expect(await send('GET', `${path}/qr.svg`, { headers })).toMatchObject({ status: 200 });
    expect(await send('GET', `${path}/calendar.ics`, { headers })).toMatchObject({ status: 200 });
    expect(await send('GET', `${path}/calendar.ics`)).toMatchObject(NOT_FOUND);
    expect(await claim({ amount: 1001 })).toMatchObject({ status: 422, code: 'PAY_002' });
    const [first] = dataOf(await claim({ reference: 'Ana' }), 201).payments;
    expect(dataOf(await desk('GET', `/admin/payments?q=${booking.booking_number}`))).toMatchObject([{ id: first.id }]);
    const judge = (id: string, verb: string, body: unknown = {}) =>
      desk('POST', `/admin/booking-payments/${id}/${verb}`, body);
    expect(dataOf(await judge(first.id, 'reject', { note: 'Not there.' }))).toMatchObject({ paid: 0 });
    const second = dataOf(await claim(), 201).payments.at(-1);
    expect(dataOf(await judge(second.id, 'confirm'))).toMatchObject({ status: 'confirmed', paid: 300 });
    for (const verb of ['confirm', 'reject']) {
      expect(await judge(second.id, verb)).toMatchObject({ status: 409, code: 'PAY_001' });
      expect(await judge(nobody(), verb)).toMatchObject(NOT_FOUND);
    }
  });

  it('is declined or cancelled by its client', async () => {
    const declined = await newBooking();
    dataOf(await desk('POST', `/admin/bookings/${declined.id}/quote`, { amount: 1000 }));
    const no = { headers: linkOf(declined), body: { reason: 'Too much' } };
    expect(dataOf(await send('POST', `/bookings/${declined.booking_number}/decline`, no)).status).toBe('declined');
    const cancelled = await newBooking();
    const gone = { headers: linkOf(cancelled), body: {} };
    expect(dataOf(await send('POST', `/bookings/${cancelled.booking_number}/cancel`, gone)).status).toBe('cancelled');
  });

  it('is noted, listed and read by the desk', async () => {
    const { id } = await newPackage();
    const body = { client_info: client(), event_type: 'Birthday', date: dayAhead(70), package_id: id };
    const noted = dataOf(await desk('POST', '/admin/bookings', body), 201);
    expect(await desk('POST', '/admin/bookings', { ...body, date: dayAhead(-2) })).toMatchObject(INVALID);
    expect(dataOf(await desk('GET', `/admin/bookings?package_id=${id}`))).toMatchObject([{ id: noted.id }]);
    expect(await desk('GET', '/admin/bookings?status=nonsense')).toMatchObject(MALFORMED);
    expect(dataOf(await desk('GET', `/admin/bookings/${noted.id}`))).toMatchObject({ channel: 'desk' });
    const details = `/admin/bookings/${noted.id}/details`;
    expect(dataOf(await desk('PATCH', details, { guests: 12, reason: 'More family' }))).toMatchObject({ guests: 12 });
    expect(await desk('PATCH', details, { guests: 0 })).toMatchObject(INVALID);
    expect(await desk('PATCH', `/admin/bookings/${nobody()}/details`, { guests: 1 })).toMatchObject(NOT_FOUND);
    expect(await desk('GET', `/admin/bookings/${nobody()}`)).toMatchObject(NOT_FOUND);
  });
}
