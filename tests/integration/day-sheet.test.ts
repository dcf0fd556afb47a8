import { eq, sql } from 'drizzle-orm';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { GiftSlip } from '#components/admin/orders/slip';
import { orders } from '#db/schema/orders';
import { database } from '#lib/database';
import { tickOrders } from '#lib/orders/commands';
import type { DaySheetDto } from '#lib/orders/day-output';
import { getDaySheet, getOrder, listBusyDays } from '#lib/orders/queries';
import { getSettings } from '#lib/settings/queries';
import { makeDayOrder, makePlace, makeZone } from '#tests/factories/day';
import { makeProduct, outcome, setSetting, staffMember, type TestContext, visitor } from '#tests/factories/shop';
import { call, tokenOf } from '#tests/support/api';

let staff: TestContext;
let admin: TestContext;
let hall: string;
let stall: string;

beforeAll(async () => {
  await setSetting('shop', { name: 'Test', time_zone: 'Europe/Berlin', locale: 'en-IE' });
  [staff, admin] = [await staffMember('staff'), await staffMember('admin')];
  [hall, stall] = [await makePlace('Market hall'), await makePlace('Old stall')];
});
beforeEach(async () => {
  await database().db.execute(sql`TRUNCATE order_events, order_items, payments, orders CASCADE`);
});

const SATURDAY = '2026-11-21';
const eight = ['2026-11-21T07:00:00Z', '2026-11-21T08:00:00Z'] satisfies [string, string];
const ten = ['2026-11-21T09:00:00Z', '2026-11-21T10:00:00Z'] satisfies [string, string];
const address = (street: string, postal_code?: string) => ({ street, city: 'Berlin', postal_code });

const sheetOf = (date = SATURDAY, location_id?: string): Promise<DaySheetDto> =>
  getDaySheet(staff, { date, location_id });
const numbers = (some: readonly { order_number: string }[]) => some.map(({ order_number }) => order_number);

describe('the sheet of a day', () => {
  it('sums what is to be made, and its totals equal the items', async () => {
    const [rye, bun] = [await makeProduct(), await makeProduct()];
    // The shelf of the buns comes before that of the bread.
    await database().db.execute(sql`UPDATE categories c SET display_order = CASE p.id WHEN ${rye.productId} THEN 2 ELSE 1 END
      FROM products p WHERE p.category_id = c.id AND p.id IN (${rye.productId}, ${bun.productId})`);
    const items = (rye_: number, bun_: number) => [
      { ...rye, quantity: rye_, note: rye_ > 2 ? 'Sliced' : '', allergens: ['gluten' as const] },
      { ...bun, productName: 'Bun', variantTitle: 'Poppy', quantity: bun_ },
    ];
    const first = await makeDayOrder({ slot: eight, locationId: hall, items: items(3, 1) });
    await makeDayOrder({ slot: ten, locationId: hall, items: items(2, 5), status: 'ready' });
    await makeDayOrder({ slot: ten, locationId: hall, items: items(1, 1), status: 'completed' });
    await makeDayOrder({ slot: ten, locationId: hall, items: items(9, 9), status: 'cancelled' });

    const { make, pack } = await sheetOf();
    expect(pack).toHaveLength(3);
    expect(make.map(({ product_name, quantity, to_do, orders }) => [product_name, quantity, to_do, orders])).toEqual([
      ['Bun', 7, 1, 3],
      ['Rye', 6, 3, 3],
    ]);
    const asked = pack.flatMap((order) => order.items).reduce((sum, { quantity }) => sum + quantity, 0);
    expect(make.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(asked);
    expect(make[1]).toMatchObject({
      allergens: ['gluten'],
      notes: [{ order_number: first.number, quantity: 3, note: 'Sliced' }],
    });
  });

  it('keeps the order of slots through the hour that a clock change repeats, and the day 25 hours long', async () => {
    const at = (starts: string) => makeDayOrder({ slot: [starts, starts.replace(':00:00Z', ':30:00Z')] });
    const late = await at('2026-10-25T22:00:00Z');
    const second = await at('2026-10-25T01:00:00Z');
    const first = await at('2026-10-25T00:00:00Z');
    const midnight = await at('2026-10-24T22:00:00Z');
    await at('2026-10-24T21:00:00Z');
    await at('2026-10-25T23:00:00Z');

    const { pack, hand_over: groups } = await sheetOf('2026-10-25');
    expect(numbers(pack)).toEqual([midnight, first, second, late].map(({ number }) => number));
    // Both read 02:00 on the wall.
    expect(groups).toHaveLength(4);
    expect((await sheetOf('2026-03-29')).pack).toEqual([]);
  });

  it('hands over by slot and place, with what is due', async () => {
    const b = await makeDayOrder({ slot: eight, locationId: stall });
    const a = await makeDayOrder({ slot: eight, locationId: hall, paidMinor: 480, paymentStatus: 'paid' });
    const c = await makeDayOrder({ slot: ten, locationId: hall });
    const d = await makeDayOrder({ slot: eight, locationId: hall });
    const { hand_over: groups } = await sheetOf();
    expect(groups.map(({ location, due, orders }) => [location?.name, due, numbers(orders)])).toEqual([
      ['Market hall', 4.8, [a.number, d.number]],
      ['Old stall', 4.8, [b.number]],
      ['Market hall', 4.8, [c.number]],
    ]);
  });

  it('delivers by zone, then postal code, then slot', async () => {
    const [north, south] = [await makeZone(hall, 'North'), await makeZone(hall, 'South')];
    const to = (zoneId: string | null, code: string | undefined, slot = eight) =>
      makeDayOrder({ slot, zoneId, deliveryType: 'delivery', deliveryAddress: address('Weg 1', code) });
    const nowhere = await to(null, undefined);
    const s9 = await to(south, '10999');
    const n2late = await to(north, '10200', ten);
    const n2 = await to(north, '10 200');
    const n10 = await to(north, '9100');
    const { deliver, hand_over: groups } = await sheetOf();
    expect(deliver.map(({ zone, orders }) => [zone?.name, numbers(orders)])).toEqual([
      ['North', [n10, n2, n2late].map(({ number }) => number)],
      ['South', [s9.number]],
      [undefined, [nowhere.number]],
    ]);
    expect(groups).toEqual([]);
    const url = new URL(deliver[1]?.orders[0]?.map_url ?? '');
    expect([url.host, url.searchParams.get('query')]).toEqual(['www.openstreetmap.org', 'Weg 1, 10999 Berlin, DE']);
  });

  it('takes orders without a slot by the day of their items, and makes only that day’s', async () => {
    const dated = await makeDayOrder({
      placedAt: new Date('2026-11-18T12:00:00Z'),
      items: [{ quantity: 2, onDate: SATURDAY }, { quantity: 3, onDate: '2026-11-22', productName: 'Bun' }, {}],
    });
    const sheet = await sheetOf();
    expect(numbers(sheet.pack)).toEqual([dated.number]);
    expect(sheet.make.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(3);
    expect(sheet.no_time).toEqual([]);
    expect(numbers((await sheetOf('2026-11-22')).pack)).toEqual([dated.number]);
    expect(numbers((await sheetOf('2026-11-20')).pack)).toEqual([]);
  });

  it('lists apart what has no time: placed that day, or still open', async () => {
    const on = (day: string, status: 'pending' | 'completed' | 'cancelled') =>
      makeDayOrder({ placedAt: new Date(`${day}T12:00:00Z`), status });
    const waiting = await on('2026-11-02', 'pending');
    await on('2026-11-02', 'completed');
    await on(SATURDAY, 'cancelled');
    const done = await on(SATURDAY, 'completed');
    const tomorrow = await on('2026-11-22', 'pending');
    const sheet = await sheetOf();
    expect(numbers(sheet.no_time)).toEqual([waiting.number, done.number]);
    expect([sheet.make, sheet.pack, sheet.has_more_no_time]).toEqual([[], [], false]);
    expect(numbers((await sheetOf('2026-11-22')).no_time)).toEqual([waiting.number, tomorrow.number]);
  });

  it('can be asked for one place, and for what has none', async () => {
    const here = await makeDayOrder({ slot: eight, locationId: hall });
    const there = await makeDayOrder({ slot: eight, locationId: stall });
    const lost = await makeDayOrder({ slot: eight });
    const places = [
      { id: hall, name: 'Market hall', orders: 1 },
      { id: stall, name: 'Old stall', orders: 1 },
      { id: null, name: null, orders: 1 },
    ];
    for (const [filter, expected] of [
      [hall, here],
      [stall, there],
      ['none', lost],
    ] as const) {
      const sheet = await sheetOf(SATURDAY, filter);
      expect([numbers(sheet.pack), sheet.locations]).toEqual([[expected.number], places]);
      expect(sheet.make.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(1);
    }
  });

  it('asks as many questions for a hundred orders as for one', async () => {
    const one = await makeProduct();
    let asked = 0;
    const counting = (): TestContext => {
      asked = 0;
      const db = new Proxy(staff.db, {
        get(target, name, receiver) {
          if (name === 'select' || name === 'execute' || name === 'selectDistinct') asked += 1;
          return Reflect.get(target, name, receiver);
        },
      });
      return { ...staff, db };
    };
    await makeDayOrder({ slot: eight, items: [one] });
    await getDaySheet(counting(), { date: SATURDAY });
    const forOne = asked;
    for (let i = 0; i < 100; i += 1) await makeDayOrder({ slot: ten, items: [one] });
    const sheet = await getDaySheet(counting(), { date: SATURDAY });
    expect(sheet.pack).toHaveLength(101);
    expect(asked).toBe(forOne);
  });

  it('is for the staff, and its days are counted', async () => {
    await makeDayOrder({ slot: eight });
    await makeDayOrder({ slot: eight, status: 'completed' });
    await makeDayOrder({ slot: eight, status: 'cancelled' });
    await makeDayOrder({ items: [{ onDate: '2026-11-23' }, { onDate: '2026-11-23' }] });
    expect(await listBusyDays(staff, { date: SATURDAY })).toEqual([
      { day: SATURDAY, orders: 2, open: 1 },
      { day: '2026-11-23', orders: 1, open: 1 },
    ]);
    for (const ask of [getDaySheet, listBusyDays]) {
      expect(await outcome(ask(visitor(), { date: SATURDAY }))).toBe('AUTH_002');
    }
    const { token } = await tokenOf('staff');
    const { body } = await call('GET', `/admin/day/${SATURDAY}`, { token });
    expect(Object.keys(body.data.hand_over[0].orders[0])).not.toContain('items');
    expect(body.data.pack[0]).toMatchObject({ due: 4.8, status: 'confirmed' });
    for (const wrong of ['2026-02-30', 'today', '26-1-1']) {
      const { status, body: refusal } = await call('GET', `/admin/day/${wrong}`, { token });
      expect([status, refusal.error?.code]).toEqual([400, 'REQ_001']);
    }
    expect((await call('GET', `/admin/day/${SATURDAY}?location_id=hall`, { token })).status).toBe(400);
  });
});

describe('ticks', () => {
  const tick = (to: 'processing' | 'ready' | 'completed', ...some: { id: string; version?: number }[]) => ({
    to,
    orders: some.map(({ id, version = 1 }) => ({ order_id: id, version })),
  });

  it('move several orders; those that cannot are named and hold up no other', async () => {
    const pending = await makeDayOrder({ slot: eight, status: 'pending' });
    const cancelled = await makeDayOrder({ slot: eight, status: 'cancelled' });
    const changed = await makeDayOrder({ slot: eight });
    const last = await makeDayOrder({ slot: ten });
    await database().db.update(orders).set({ version: 4 }).where(eq(orders.id, changed.id));
    const { orders: after, refused } = await tickOrders(staff, tick('ready', pending, cancelled, changed, last));
    expect(after.map(({ status, version }) => [status, version])).toEqual([
      ['ready', 2],
      ['cancelled', 1],
      ['confirmed', 4],
      ['ready', 2],
    ]);
    expect(refused).toEqual([
      { order_id: cancelled.id, code: 'ORD_002' },
      { order_id: changed.id, code: 'REQ_002' },
    ]);
    const walked = (await getOrder(staff, { id: pending.id }))?.events.map(({ to }) => to);
    expect(walked).toEqual(['confirmed', 'ready']);
  });

  it('are taken back where the steps allow it', async () => {
    const order = await makeDayOrder({ slot: eight });
    await tickOrders(staff, tick('ready', order));
    const back = await tickOrders(staff, tick('processing', { ...order, version: 2 }));
    expect([back.orders[0]?.status, back.refused]).toEqual(['processing', []]);
    const done = await tickOrders(staff, tick('completed', { ...order, version: 3 }));
    expect(done.orders[0]?.status).toBe('completed');
    expect((await tickOrders(staff, tick('ready', { ...order, version: 4 }))).refused).toEqual([
      { order_id: order.id, code: 'ORD_002' },
    ]);
    expect((await tickOrders(admin, tick('ready', { ...order, version: 4 }))).refused).toEqual([]);
  });

  it('are for the staff', async () => {
    const order = await makeDayOrder({ slot: eight });
    expect(await outcome(tickOrders(visitor(), tick('ready', order)))).toBe('AUTH_002');
  });
});

it('a gift slip tells neither the price nor who paid', async () => {
  const gift = { recipient_name: 'Ilse Brandt', card_text: 'Viel Glück!', hide_prices: true };
  const { id } = await makeDayOrder({
    slot: eight,
    gift,
    customerName: 'Secret Giver',
    items: [{ quantity: 3, unitPriceMinor: 1234 }],
  });
  const [order, { shop }] = [await getOrder(staff, { id }), await getSettings(staff)];
  if (!order) throw new Error('no order');
  const paper = renderToStaticMarkup(createElement(GiftSlip, { order, shop }));
  expect(paper).toContain('Ilse Brandt');
  expect(paper).toContain('Viel Glück!');
  for (const secret of ['12.34', '37.02', '€', 'Secret Giver', order.customer_phone])
    expect(paper).not.toContain(secret);
});
