import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#db/columns';
import { orders } from '#db/schema/orders';
import { closures, deliveryZones, locations, openingRules, slots } from '#db/schema/promise';
import { database } from '#lib/database';
import { placeOrder } from '#lib/orders/commands';
import { removeOpeningRule, saveWeek, startSeason, updateOpeningRule } from '#lib/promise/commands';
import { startSeasonInput, weekInput } from '#lib/promise/hours-input';
import { listOpeningRules } from '#lib/promise/queries/desk-hours';
import { forgetRuleBook } from '#lib/promise/queries/rule-book';
import { findSlots } from '#lib/promise/queries/slots';
import { clockAt, momentAt } from '#lib/time';
import { makePlace, slotAt, ZONE } from '#tests/factories/promise';
import { makeProduct, orderOf, outcome, staffMember, type TestContext, visitor } from '#tests/factories/shop';
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
});

const send = (method: 'POST' | 'PUT' | 'PATCH', path: string, body: unknown) => call(method, path, { token, body });
/** A place without hours. */
async function emptyPlace(): Promise<string> {
  const { locationId } = await makePlace();
  await database().db.delete(openingRules);
  forgetRuleBook();
  return locationId;
}
const cutoff = { kind: 'time', time: '18:00', days_before: 1 };
const window = { weekday: 4, starts: '08:00', ends: '12:00', slot_minutes: 60, cutoff };
const ruleAt = (location_id: string, more: Record<string, unknown> = {}) => ({
  location_id,
  purpose: 'pickup',
  ...window,
  ...more,
});
/** Starts of the slots that can be had on a day. */
async function starts(day: string): Promise<string[]> {
  const { slots: found } = await findSlots(visitor({ now: NOW }), {
    method: 'pickup',
    items: [],
    span: { first: day, last: day },
  });
  return found.map(({ slot }) => clockAt(slot.startsAt, ZONE));
}

describe('opening hours', () => {
  it('are added, changed, replaced and removed over the API, and hold at once', async () => {
    const location_id = await emptyPlace();
    const added = await send('POST', '/admin/opening-rules', ruleAt(location_id, { capacity_orders: 0 }));
    expect(added.status, added.text).toBe(201);
    expect(added.body.data).toMatchObject({
      ...ruleAt(location_id),
      capacity_orders: 0,
      capacity_load: null,
      valid_from: null,
    });
    const path = `/admin/opening-rules/${added.body.data.id}`;
    expect(await starts('2031-03-06')).toEqual(['08:00', '09:00', '10:00', '11:00']);
    const shorter = await send('PATCH', path, { ends: '10:00', cutoff: { kind: 'minutes', minutes: 30 } });
    expect(shorter.body.data).toMatchObject({
      starts: '08:00',
      ends: '10:00',
      cutoff: { kind: 'minutes', minutes: 30 },
    });
    expect(await starts('2031-03-06')).toEqual(['08:00', '09:00']);
    const winter = { valid_from: '2031-12-01', valid_to: '2031-12-31' };
    expect((await send('PUT', path, ruleAt(location_id, winter))).body.data).toMatchObject({
      ...winter,
      capacity_orders: null,
    });
    expect(await starts('2031-03-06')).toEqual([]);
    expect(await starts('2031-12-04')).toHaveLength(4);
    expect((await call('DELETE', path, { token })).status).toBe(204);
    expect(await starts('2031-12-04')).toEqual([]);
    expect((await call('DELETE', path, { token })).body.error?.code).toBe('DB_002');
  });

  it.each([
    [{ location_id: newId() }, 'location_id', 'VAL_003'],
    [{ purpose: 'lunch' }, 'purpose', 'VAL_002'],
    [{ weekday: 0 }, 'weekday', 'VAL_003'],
    [{ weekday: 8 }, 'weekday', 'VAL_003'],
    [{ starts: '8:00' }, 'starts', 'VAL_002'],
    [{ ends: '24:00' }, 'ends', 'VAL_002'],
    [{ starts: '12:00' }, 'ends', 'VAL_003'],
    [{ starts: '13:00' }, 'ends', 'VAL_003'],
    [{ slot_minutes: 4 }, 'slot_minutes', 'VAL_003'],
    [{ slot_minutes: 1441 }, 'slot_minutes', 'VAL_003'],
    [{ slot_minutes: 241 }, 'slot_minutes', 'VAL_003'],
    [{ slot_minutes: undefined }, 'slot_minutes', 'VAL_001'],
    [{ capacity_orders: -1 }, 'capacity_orders', 'VAL_003'],
    [{ capacity_load: 1.5 }, 'capacity_load', 'VAL_002'],
    [{ cutoff: { kind: 'never' } }, 'cutoff.kind', 'VAL_002'],
    [{ cutoff: { kind: 'minutes', minutes: -5 } }, 'cutoff.minutes', 'VAL_003'],
    [{ cutoff: { kind: 'time', time: '25:00', days_before: 1 } }, 'cutoff.time', 'VAL_002'],
    [{ cutoff: { kind: 'time', time: '18:00', days_before: 15 } }, 'cutoff.days_before', 'VAL_003'],
    [{ cutoff: { kind: 'time', time: '18:00' } }, 'cutoff.days_before', 'VAL_001'],
    [{ valid_from: 'soon' }, 'valid_from', 'VAL_002'],
    [{ valid_from: '2031-06-01', valid_to: '2031-05-31' }, 'valid_to', 'VAL_003'],
  ])('with %o are refused at %s (%s)', async (wrong, field, code) => {
    const { status, body } = await send('POST', '/admin/opening-rules', ruleAt(await emptyPlace(), wrong));
    expect([status, body.error?.codes?.[field]], JSON.stringify(body)).toEqual([422, [code]]);
  });

  it('are judged as a whole when only a part of them changes', async () => {
    const { body } = await send('POST', '/admin/opening-rules', ruleAt(await emptyPlace()));
    const path = `/admin/opening-rules/${body.data.id}`;
    expect((await send('PATCH', path, { ends: '07:00' })).body.error?.codes).toEqual({ ends: ['VAL_003'] });
    expect((await send('PATCH', path, { starts: '11:30' })).body.error?.codes).toEqual({ slot_minutes: ['VAL_003'] });
  });

  it.each([
    ['begins inside', { starts: '11:00', ends: '13:00' }, true],
    ['ends inside', { starts: '07:00', ends: '09:00' }, true],
    ['lies inside', { starts: '09:00', ends: '10:00' }, true],
    ['lies around', { starts: '06:00', ends: '14:00' }, true],
    ['begins where it ends', { starts: '12:00', ends: '14:00' }, false],
    ['ends where it begins', { starts: '06:00', ends: '08:00' }, false],
    ['is on another day', { weekday: 5 }, false],
    ['is for something else', { purpose: 'delivery' }, false],
    ['is in a season of its own', { valid_from: '2031-06-01', valid_to: '2031-06-30' }, true],
  ])('that %s the other window: overlap %s', async (_, more, isRefused) => {
    const location_id = await emptyPlace();
    const first = await send('POST', '/admin/opening-rules', ruleAt(location_id));
    const second = await send('POST', '/admin/opening-rules', ruleAt(location_id, more));
    if (!isRefused) return expect(second.status, second.text).toBe(201);
    expect([second.status, second.body.error?.code]).toEqual([409, 'CONF_001']);
    const named = {
      id: first.body.data.id,
      weekday: 4,
      starts: '08:00',
      ends: '12:00',
      valid_from: null,
      valid_to: null,
    };
    expect(second.body.error?.details).toEqual({ field: 'starts', with: named });
    // Moved on top of it, it is refused as well, and stays where it was.
    const aside = await send('POST', '/admin/opening-rules', ruleAt(location_id, { ...more, weekday: 7 }));
    const moved = await send('PATCH', `/admin/opening-rules/${aside.body.data.id}`, { weekday: 4 });
    expect(moved.body.error?.details).toEqual({ field: 'starts', with: named });
  });

  it('that open orders stand on are not taken away unseen; the orders stay', async () => {
    const { locationId } = await makePlace();
    const { variantId } = await makeProduct();
    const slot_id = slotAt(locationId, '2031-03-06', '11:00');
    const { order } = await placeOrder(visitor({ now: NOW }), orderOf([variantId], { slot_id }));
    const rules = (await listOpeningRules(admin, { location_id: locationId })).items;
    const id = rules.find((rule) => rule.weekday === 4)?.id ?? '';
    const needed = { code: 'CONF_002', details: { orders: 1, order_numbers: [order.order_number] } };
    await expect(removeOpeningRule(admin, { id })).rejects.toMatchObject(needed);
    await expect(updateOpeningRule(admin, { id, ends: '11:00' })).rejects.toMatchObject(needed);
    await expect(updateOpeningRule(admin, { id, starts: '08:30' })).rejects.toMatchObject(needed);
    // Nobody is promised anything before ten.
    await updateOpeningRule(admin, { id, starts: '10:00' });
    await updateOpeningRule(admin, { id, ends: '11:00', confirm: true });
    expect(await outcome(placeOrder(visitor({ now: NOW }), orderOf([variantId], { slot_id })))).toBe('SLOT_002');
    expect((await database().db.select().from(orders)).find((row) => row.id === order.id)).toMatchObject({
      status: 'pending',
      slotId: slot_id,
    });
  });
});

describe('a week', () => {
  const week = (location_id: string, windows: unknown[], more: Record<string, unknown> = {}) =>
    weekInput.parse({
      location_id,
      purpose: 'pickup',
      season: { valid_from: null, valid_to: null },
      windows,
      ...more,
    });

  it('is written as a whole: two windows a day, and what is not in it goes', async () => {
    const { locationId } = await makePlace();
    await saveWeek(admin, week(locationId, [window, { ...window, starts: '14:00', ends: '16:00', slot_minutes: 120 }]));
    expect(await starts('2031-03-06')).toEqual(['08:00', '09:00', '10:00', '11:00', '14:00']);
    expect(await starts('2031-03-07')).toEqual([]);
    // Windows may trade places, which one after the other they could not.
    const late = { ...window, starts: '12:00', ends: '16:00' };
    await saveWeek(admin, week(locationId, [late, { ...window, ends: '12:00' }]));
    await saveWeek(admin, week(locationId, []));
    expect(await starts('2031-03-06')).toEqual([]);
  });

  it('says which of its windows overlaps, and with which', () => {
    const parsed = weekInput.safeParse({
      ...week(newId(), []),
      windows: [window, { ...window, weekday: 5 }, { ...window, starts: '11:00', ends: '13:00' }],
    });
    expect(parsed.error?.issues).toMatchObject([
      { path: ['windows', 2, 'starts'], message: 'This overlaps with 08:00–12:00.' },
    ]);
  });

  it('does not reach into another season', async () => {
    const location_id = await emptyPlace();
    const summer = { valid_from: '2031-06-01', valid_to: '2031-08-31' };
    const { body } = await send('POST', '/admin/opening-rules', ruleAt(location_id, summer));
    await expect(
      saveWeek(
        admin,
        week(location_id, [
          { ...window, weekday: 1 },
          { ...window, starts: '11:00' },
        ]),
      ),
    ).rejects.toMatchObject({
      code: 'CONF_001',
      details: { field: 'windows.1.starts', with: { id: body.data.id, ...summer } },
    });
  });

  it('of a season is cut out of the year, and can then be changed alone', async () => {
    const { locationId: location_id } = await makePlace();
    const summer = { valid_from: '2031-06-01', valid_to: '2031-08-31' };
    const hours = { location_id, purpose: 'pickup' };
    await startSeason(admin, startSeasonInput.parse({ ...hours, ...summer }));
    const seasons = new Set(
      (await listOpeningRules(admin)).items.map(({ valid_from, valid_to }) => `${valid_from} ${valid_to}`),
    );
    expect(seasons).toEqual(new Set(['2031-06-01 2031-08-31', 'null 2031-05-31', '2031-09-01 null']));
    // Nothing has changed for anybody yet.
    for (const day of ['2031-05-31', '2031-06-01', '2031-08-31', '2031-09-01']) {
      expect(await starts(day)).toHaveLength(4);
    }
    await saveWeek(admin, week(location_id, [{ ...window, weekday: 7, ends: '09:00' }], { season: summer, ...summer }));
    expect(await starts('2031-06-01')).toEqual(['08:00']);
    expect(await starts('2031-06-02')).toEqual([]);
    expect(await starts('2031-09-01')).toHaveLength(4);

    const refused = async (span: Record<string, string>) => {
      const error = await startSeason(admin, startSeasonInput.parse({ ...hours, ...span })).catch((thrown) => thrown);
      return error.codes;
    };
    expect(await refused(summer)).toEqual({ valid_from: ['VAL_003'] });
    expect(await refused({ valid_from: '2031-08-01' })).toEqual({ valid_from: ['VAL_003'] });
    expect(await refused({ ...summer, location_id: await emptyPlace() })).toEqual({ valid_from: ['VAL_003'] });
  });

  it('that loses the hours of open orders asks first, and leaves everything as it was', async () => {
    const { locationId } = await makePlace();
    const { variantId } = await makeProduct();
    const slot_id = slotAt(locationId, '2031-03-07', '09:00');
    await placeOrder(visitor({ now: NOW }), orderOf([variantId], { slot_id }));
    await expect(saveWeek(admin, week(locationId, [window]))).rejects.toMatchObject({
      code: 'CONF_002',
      details: { orders: 1 },
    });
    expect(await starts('2031-03-07')).toHaveLength(4);
    await saveWeek(admin, week(locationId, [window], { confirm: true }));
    expect(await starts('2031-03-07')).toEqual([]);
  });
});
