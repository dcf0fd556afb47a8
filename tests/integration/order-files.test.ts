import jsQr from 'jsqr';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { changeOrderStatus, placeOrder, recordPayment } from '#lib/orders/commands';
import { addDays, dayOf, momentAt } from '#lib/time';
import { makePlace, slotAt, ZONE } from '#tests/factories/promise';
import { makeProduct, orderOf, setSetting, staffMember, type TestContext, visitor } from '#tests/factories/shop';
import { call } from '#tests/support/api';

const HOLDER = 'Bäckerei Müller & Söhne';
const transfer = { method: 'bank_transfer', title: 'Transfer', delivery_types: ['pickup', 'delivery'] };
const cash = { method: 'cash', title: 'Cash', delivery_types: ['pickup'] };
const account = { account_holder: HOLDER, iban: 'DE02 1203 0000 0000 2020 51', bic: 'BYLADEM1001' };

let staff: TestContext;
let locationId: string;
beforeAll(async () => {
  staff = await staffMember('staff');
  ({ locationId } = await makePlace({}, 'Ofen, Hof; 7'));
  await setSetting('shop', { name: 'Crumb & Ember' });
  await setSetting('checkout', { delivery_types: ['pickup', 'delivery'] });
  await setSetting('payments', { options: [transfer, cash], ...account });
});

const DAY = addDays(dayOf(new Date(), ZONE), 3);

async function newOrder(more: Record<string, unknown> = {}) {
  const { variantId } = await makeProduct();
  const slot = { slot_id: slotAt(locationId, DAY, '09:00') };
  const { order } = await placeOrder(visitor(), orderOf([variantId], { ...slot, ...more }));
  return { ...order, key: new URL(order.access_url).searchParams.get('key') ?? '' };
}
type Order = Awaited<ReturnType<typeof newOrder>>;

const open = (order: Order, file: string, key = order.key) =>
  call('GET', `/orders/${order.order_number}/${file}`, { headers: { 'barrow-order-key': key } });

describe('the code of a transfer', () => {
  async function scan(svg: string): Promise<string[]> {
    const { data, info } = await sharp(Buffer.from(svg)).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
    const found = jsQr(new Uint8ClampedArray(data), info.width, info.height);
    return new TextDecoder().decode(new Uint8Array(found?.binaryData ?? [])).split('\n');
  }

  it('is read by a banking app: who, where, how much and what for', async () => {
    const order = await newOrder();
    const { status, headers, text } = await open(order, 'qr.svg');
    expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([
      200,
      'image/svg+xml',
      'private, no-store',
    ]);
    expect(await scan(text)).toEqual([
      ...['BCD', '002', '1', 'SCT', 'BYLADEM1001', HOLDER, 'DE02120300000000202051', 'EUR12.50', '', ''],
      order.order_number,
    ]);
    const part = { order_id: order.id, amount: 501, method: null, reference: null, note: null, version: null };
    await recordPayment(staff, part);
    expect((await scan((await open(order, 'qr.svg')).text))[7]).toBe('EUR7.49');
  });

  it('is refused where there is nothing to transfer', async () => {
    const [paid, counter] = [await newOrder(), await newOrder({ payment_method: 'cash' })];
    await recordPayment(staff, {
      ...{ order_id: paid.id, amount: null, method: null },
      ...{ reference: null, note: null, version: null },
    });
    for (const order of [paid, counter]) {
      const answer = await open(order, 'qr.svg');
      expect([answer.status, answer.body.error?.code]).toEqual([409, 'PAY_001']);
    }
    await setSetting('shop', { name: 'Crumb & Ember', currency: 'RON' });
    const abroad = await newOrder();
    expect((await open(abroad, 'qr.svg')).body.error?.code).toBe('PAY_001');
    await setSetting('shop', { name: 'Crumb & Ember' });
  });

  it('opens with the key of its own order only', async () => {
    const [one, other] = [await newOrder(), await newOrder()];
    for (const file of ['qr.svg', 'calendar.ics']) {
      for (const key of ['', 'wrong', other.key]) expect((await open(one, file, key)).status).toBe(404);
    }
  });
});

describe('the calendar file of an order', () => {
  /** Lines put together again, as RFC 5545 tells calendars to (3.1). */
  function parse(text: string): Map<string, string> {
    expect(text.split('\r\n').every((line) => new TextEncoder().encode(line).length <= 75)).toBe(true);
    const lines = text.replace(/\r\n[ \t]/g, '').split('\r\n');
    const plain = (value: string) => value.replace(/\\n/gi, '\n').replace(/\\([\\;,])/g, '$1');
    return new Map(
      lines.map((line) => [line.slice(0, line.search(/[:;]|$/)), plain(line.slice(line.indexOf(':') + 1))]),
    );
  }
  const utc = (moment: Date) => moment.toISOString().replace(/[-:]|\.\d{3}/g, '');

  it('is one event with time, place and link', async () => {
    const order = await newOrder();
    const { status, headers, text } = await open(order, 'calendar.ics');
    expect([status, headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
    expect(headers.get('content-disposition')).toBe(`attachment; filename="order-${order.order_number}.ics"`);
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(1);
    const event = parse(text);
    expect(Object.fromEntries(event)).toMatchObject({
      UID: `${order.id}@localhost`,
      SEQUENCE: '1',
      DTSTART: utc(momentAt(DAY, '09:00', ZONE)),
      DTEND: utc(momentAt(DAY, '10:00', ZONE)),
      SUMMARY: 'Pickup at Crumb & Ember',
      LOCATION: 'Ofen, Hof; 7, Ofenhof 7, Berlin',
      STATUS: 'TENTATIVE',
      URL: order.access_url,
    });
    expect(event.get('DESCRIPTION')).toContain(`Order ${order.order_number}\n1 × Rye\nTo pay: €12.50`);
    expect(event.get('DESCRIPTION')).toContain(order.access_url);
  });

  it('stays the same event with a higher number when the order changes', async () => {
    const order = await newOrder();
    const first = parse((await open(order, 'calendar.ics')).text);
    await changeOrderStatus(staff, {
      ...{ order_id: order.id, status: 'cancelled', payment_status: undefined, payment_method: undefined },
      ...{ note: null, cancel_reason: null, stock: null, version: null },
    });
    const second = parse((await open(order, 'calendar.ics')).text);
    expect(second.get('UID')).toBe(first.get('UID'));
    expect(Number(second.get('SEQUENCE'))).toBeGreaterThan(Number(first.get('SEQUENCE')));
    expect(second.get('STATUS')).toBe('CANCELLED');
  });

  it('is right in the night the clocks change', async () => {
    // 25 October 2026, 02:00 happens twice; 28 March 2027, 02:00 not at all.
    for (const [day, starts] of [
      ['2026-10-25', '2026-10-25T08:00:00.000Z'],
      ['2027-03-28', '2027-03-28T07:00:00.000Z'],
    ] as const) {
      const now = momentAt(addDays(day, -2), '12:00', ZONE);
      const { variantId } = await makeProduct();
      const slot_id = slotAt(locationId, day, '09:00');
      const { order } = await placeOrder(visitor({ now }), orderOf([variantId], { slot_id }));
      const key = new URL(order.access_url).searchParams.get('key') ?? '';
      const event = parse((await open({ ...order, key }, 'calendar.ics')).text);
      expect(event.get('DTSTART')).toBe(utc(new Date(starts)));
    }
  });

  it('is not found for an order without a slot', async () => {
    const { variantId } = await makeProduct();
    const address = { street: 'Weserstraße 12', city: 'Berlin' };
    const { order } = await placeOrder(
      visitor(),
      orderOf([variantId], { delivery_type: 'delivery', delivery_address: address, preferred_time: 'noon' }),
    );
    const answer = await open(
      { ...order, key: new URL(order.access_url).searchParams.get('key') ?? '' },
      'calendar.ics',
    );
    expect([answer.status, answer.body]).toMatchObject([404, { success: false, error: { code: 'DB_002' } }]);
  });
});
