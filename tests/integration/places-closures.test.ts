import { eq, inArray } from 'drizzle-orm';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#db/columns';
import { auditLog } from '#db/schema/audit';
import { orders } from '#db/schema/orders';
import { closures, deliveryZones, locations, openingRules, slots } from '#db/schema/promise';
import { database } from '#lib/database';
import { moveOrder, placeOrder } from '#lib/orders/commands';
import { closeShop, createClosure, endClosure, updateClosure } from '#lib/promise/commands';
import { createClosureInput, updateClosureInput, vacationInput } from '#lib/promise/desk-input';
import { listClosures } from '#lib/promise/queries/desk-closures';
import { firstDayAhead, previewPromise } from '#lib/promise/queries/desk-preview';
import { forgetRuleBook } from '#lib/promise/queries/rule-book';
import { clockAt, momentAt } from '#lib/time';
import { makePlace, makeZone, slotAt, ZONE } from '#tests/factories/promise';
import {
  makeProduct,
  orderOf,
  outcome,
  setSetting,
  staffMember,
  type TestContext,
  visitor,
} from '#tests/factories/shop';
import { call, tokenOf } from '#tests/support/api';

/** A Wednesday, 10:00 in Berlin. */
const NOW = momentAt('2031-03-05', '10:00', ZONE);
let token = '';
let admin: TestContext;

beforeAll(async () => {
  ({ token } = await tokenOf('admin'));
  admin = await staffMember('admin', { now: NOW });
});
afterEach(async () => {
  const { db } = database();
  await db.update(orders).set({ slotId: null, locationId: null });
  for (const table of [closures, openingRules, slots, deliveryZones, locations]) await db.delete(table);
  forgetRuleBook();
  await setSetting('checkout', {});
});

const send = (method: 'POST' | 'PUT' | 'PATCH', path: string, body: unknown) => call(method, path, { token, body });
const closed = (more: Record<string, unknown>) => createClosureInput.parse(more);
const day = (locationId: string, on: string) =>
  previewPromise(admin, { method: 'pickup', day: on, location_id: locationId, postal_code: null, subtotal: null });

describe('a closure', () => {
  it('is made of days of the shop, changed, replaced and removed over the API', async () => {
    // A night on which the clocks change: the day has 23 hours.
    const added = await send('POST', '/admin/closures', { from: '2031-03-30', public_message: 'Gone fishing.' });
    expect(added.status, added.text).toBe(201);
    const { id } = added.body.data;
    expect(added.body.data).toMatchObject({
      location: null,
      purpose: null,
      starts_at: '2031-03-29T23:00:00.000Z',
      ends_at: '2031-03-30T22:00:00.000Z',
      from: '2031-03-30',
      to: '2031-03-30',
      from_time: null,
      to_time: null,
      open_orders: 0,
      orders: [],
    });
    const path = `/admin/closures/${id}`;
    const half = { from: '2031-03-30', to: '2031-03-31', from_time: '12:00', to_time: '09:30' };
    expect((await send('PATCH', path, half)).body.data).toMatchObject({
      ...half,
      starts_at: '2031-03-30T10:00:00.000Z',
      ends_at: '2031-03-31T07:30:00.000Z',
      public_message: 'Gone fishing.',
    });
    const longer = await send('PATCH', path, { ends_at: '2031-04-01T00:00:00+02:00' });
    expect(longer.body.data).toMatchObject({ from_time: '12:00', to: '2031-03-31', to_time: null });
    const other = { starts_at: '2031-05-01T00:00:00Z', ends_at: '2031-05-02T00:00:00Z', purpose: 'delivery' };
    expect((await send('PUT', path, other)).body.data).toMatchObject({ purpose: 'delivery', public_message: null });
    expect((await call('GET', '/admin/closures', { token })).body.data).toMatchObject([{ id }]);
    expect((await call('GET', '/admin/closures?past=true', { token })).body.data).toEqual([]);
    expect((await call('DELETE', path, { token })).status).toBe(204);
    expect((await call('GET', path, { token })).status).toBe(404);
    const rows = await database().db.select().from(auditLog).where(eq(auditLog.entityId, id));
    expect(rows.map(({ action }) => action.split('.')[1])).toEqual(['created', ...Array(3).fill('updated'), 'removed']);
  });

  it.each([
    [{}, 'from', 'VAL_001'],
    [{ to: '2031-03-06' }, 'from', 'VAL_001'],
    [{ from: 'tomorrow' }, 'from', 'VAL_002'],
    [{ from: '2031-03-07', to: '2031-03-06' }, 'to', 'VAL_003'],
    [{ from: '2031-03-07', from_time: '12:00', to_time: '12:00' }, 'to_time', 'VAL_003'],
    [{ from: '2031-03-07', from_time: 'noon' }, 'from_time', 'VAL_002'],
    [{ from: '2031-03-07', starts_at: '2031-03-07T00:00:00Z' }, 'starts_at', 'VAL_003'],
    [{ starts_at: '2031-03-07T00:00:00Z' }, 'ends_at', 'VAL_001'],
    [{ starts_at: '2031-03-07T00:00:00Z', ends_at: '2031-03-07T00:00:00Z' }, 'ends_at', 'VAL_003'],
    [{ starts_at: '2031-03-07', ends_at: '2031-03-08T00:00:00Z' }, 'starts_at', 'VAL_002'],
    [{ from: '2001-03-07' }, 'to', 'VAL_003'],
    // Half past two does not exist on that night, so it would end where it begins.
    [{ from: '2031-03-30', from_time: '02:30', to_time: '03:00' }, 'to_time', 'VAL_003'],
    [{ from: '2031-03-07', location_id: newId() }, 'location_id', 'VAL_003'],
    [{ from: '2031-03-07', purpose: 'lunch' }, 'purpose', 'VAL_002'],
    [{ from: '2031-03-07', public_message: 'x'.repeat(301) }, 'public_message', 'VAL_003'],
  ])('with %o is refused at %s (%s)', async (wrong, field, code) => {
    const { status, body } = await send('POST', '/admin/closures', wrong);
    expect([status, body.error?.codes?.[field]], JSON.stringify(body)).toEqual([422, [code]]);
  });

  it('made after orders exist lists those inside it: number, customer, slot; theirs stays, new ones are refused', async () => {
    const { locationId } = await makePlace();
    const { locationId: elsewhere } = await makePlace({}, 'The market');
    const { variantId } = await makeProduct();
    const order = async (place: string, on: string, time: string) => {
      const slot_id = slotAt(place, on, time);
      return (await placeOrder(visitor({ now: NOW }), orderOf([variantId], { slot_id }))).order;
    };
    const inside = await order(locationId, '2031-03-07', '11:00');
    const early = await order(locationId, '2031-03-07', '08:00');
    await order(elsewhere, '2031-03-07', '11:00');
    const cancelled = await order(locationId, '2031-03-07', '11:00');
    const step = { note: null, cancel_reason: null, stock: null, version: null };
    await moveOrder(admin, { order_id: cancelled.id, to: 'cancelled', ...step });

    const closure = await createClosure(
      admin,
      closed({ location_id: locationId, from: '2031-03-07', from_time: '10:00' }),
    );
    expect(closure.orders).toMatchObject([
      { order_number: inside.order_number, customer_name: 'Ana Pop', slot: { starts_at: '2031-03-07T10:00:00.000Z' } },
    ]);
    expect((await listClosures(admin)).items).toMatchObject([{ id: closure.id, open_orders: 1 }]);
    const whole = await updateClosure(admin, updateClosureInput.parse({ id: closure.id, from: '2031-03-07' }));
    expect(whole.orders.map((one) => one.id)).toEqual([early.id, inside.id]);

    const slot_id = slotAt(locationId, '2031-03-07', '09:00');
    expect(await outcome(placeOrder(visitor({ now: NOW }), orderOf([variantId], { slot_id })))).toBe('SLOT_002');
    expect(
      await outcome(
        placeOrder(visitor({ now: NOW }), orderOf([variantId], { slot_id: slotAt(elsewhere, '2031-03-07', '09:00') })),
      ),
    ).toBe('ok');
    expect((await day(locationId, '2031-03-07')).slots.map(({ state, reason }) => `${state} ${reason}`)).toEqual(
      Array(4).fill('closed closed'),
    );
  });

  it('for the whole shop is a vacation, which ends at one word', async () => {
    const { locationId } = await makePlace();
    const message = 'We are at the sea.';
    const vacation = vacationInput.parse({ from: '2031-03-05', to: '2031-03-09', public_message: message });
    const { id } = await closeShop(admin, vacation);
    const inDays = async () => (await day(locationId, '2031-03-06')).slots[0];
    expect(await inDays()).toMatchObject({ state: 'closed', message });
    await endClosure(admin, { id });
    expect(await inDays()).toMatchObject({ state: 'open', message: null });
    const [kept] = await database().db.select().from(closures);
    expect(kept?.endsAt).toEqual(NOW);
    // One that has not begun leaves no trace; one that is over stays over.
    const { id: later } = await closeShop(admin, vacationInput.parse({ ...vacation, from: '2031-03-06' }));
    await endClosure(admin, { id: later });
    await endClosure(admin, { id });
    expect(await database().db.select().from(closures)).toHaveLength(1);
    expect(await outcome(endClosure(admin, { id: later }))).toBe('DB_002');
  });
});

describe('what a customer would see', () => {
  it('names zone and fee, or what is missing for it', async () => {
    await setSetting('checkout', { delivery_types: ['pickup', 'delivery'] });
    const { locationId } = await makePlace({ purpose: 'delivery' });
    await makeZone(locationId, '101', { minOrderMinor: 1500 });
    const seen = (postal_code: string | null, subtotal: number | null = 1000) =>
      previewPromise(admin, { method: 'delivery', day: '2031-03-06', location_id: null, postal_code, subtotal });
    const near = await seen('10115');
    expect(near.slots).toHaveLength(4);
    expect(near.delivery).toMatchObject({
      problem: null,
      zone: 'Zone 101',
      fee: 3.5,
      missing_for_minimum: 5,
      missing_for_free: 30,
    });
    expect(await seen('20095')).toMatchObject({ slots: [], delivery: { problem: 'outside' } });
    expect(await seen(null)).toMatchObject({ delivery: { problem: 'missing' } });
  });

  it('says when the day is not offered yet', async () => {
    const { locationId } = await makePlace();
    expect(await day(locationId, '2031-03-18')).toMatchObject({ is_offered: true, last_offered: '2031-03-18' });
    expect(await day(locationId, '2031-03-19')).toMatchObject({ is_offered: false });
  });
});

describe('the preview opens', () => {
  const opensOn = (time: string, locationId: string, on = '2031-03-05') =>
    firstDayAhead({ ...admin, now: momentAt(on, time, ZONE) }, { method: 'pickup', location_id: locationId });

  it('on today as long as something of it is ahead, then on the next day with hours', async () => {
    const { locationId } = await makePlace();
    const { starts_at } = (await day(locationId, '2031-03-05')).slots.at(-1) ?? { starts_at: '' };
    const last = clockAt(new Date(starts_at), ZONE);
    expect(await opensOn('06:00', locationId)).toBe('2031-03-05');
    expect(await opensOn(last, locationId)).toBe('2031-03-06');
    expect(await opensOn('23:59', locationId)).toBe('2031-03-06');
    // A closed day says why; it is a day with hours.
    await createClosure(admin, closed({ from: '2031-03-06', public_message: 'Gone fishing.' }));
    expect(await opensOn('23:59', locationId)).toBe('2031-03-06');
  });

  it('over days without hours, and on today where there are none at all', async () => {
    const { locationId } = await makePlace();
    await database()
      .db.delete(openingRules)
      .where(inArray(openingRules.weekday, [4, 5, 6]));
    forgetRuleBook();
    expect(await opensOn('23:59', locationId)).toBe('2031-03-09');
    await database().db.delete(openingRules);
    forgetRuleBook();
    expect(await opensOn('23:59', locationId)).toBe('2031-03-05');
  });
});
