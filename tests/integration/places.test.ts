import { eq } from 'drizzle-orm';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#db/columns';
import { auditLog } from '#db/schema/audit';
import { orders } from '#db/schema/orders';
import { closures, deliveryZones, locations, openingRules, promiseRules, slots } from '#db/schema/promise';
import { database } from '#lib/database';
import { placeOrder } from '#lib/orders/commands';
import { archiveLocation, archiveZone, createZone, updateLocation, updateZone } from '#lib/promise/commands';
import { quoteDelivery } from '#lib/promise/queries';
import { listPickupPlaces } from '#lib/promise/queries/at-checkout';
import { forgetRuleBook } from '#lib/promise/queries/rule-book';
import { createZoneInput } from '#lib/promise/zone-input';
import { momentAt } from '#lib/time';
import { makePlace, makeZone, slotAt, ZONE } from '#tests/factories/promise';
import { makeProduct, orderOf, outcome, setSetting, staffMember, visitor } from '#tests/factories/shop';
import { call, tokenOf } from '#tests/support/api';

/** A Wednesday, 10:00 in Berlin. */
const NOW = momentAt('2031-03-05', '10:00', ZONE);
let token = '';
let staffToken = '';

beforeAll(async () => {
  [{ token }, { token: staffToken }] = [await tokenOf('admin'), await tokenOf('staff')];
});
afterEach(async () => {
  const { db } = database();
  await db.update(orders).set({ slotId: null, locationId: null, zoneId: null });
  for (const table of [closures, openingRules, slots, deliveryZones, locations]) await db.delete(table);
  forgetRuleBook();
  await setSetting('checkout', {});
});

const place = { name: 'Ofenhof', street: 'Ofenhof 7', city: 'Berlin' };
const send = (method: 'POST' | 'PUT' | 'PATCH', path: string, body: unknown) => call(method, path, { token, body });
const version = async () => (await database().db.select().from(promiseRules))[0]?.version ?? 0;

describe('a place', () => {
  it('is added, changed, replaced, archived and restored over the API, each with its audit row', async () => {
    const before = await version();
    const added = await send('POST', '/admin/locations', { ...place, lat: 52.49, lng: 13.42, instructions: ' ' });
    expect(added.status, added.text).toBe(201);
    const { id } = added.body.data;
    expect(added.body.data).toMatchObject({
      kind: 'shop',
      active: true,
      lat: 52.49,
      instructions: null,
      open_orders: 0,
    });
    expect((await visitorsPlaces()).map((one) => one.name)).toEqual(['Ofenhof']);

    const changed = await send('PATCH', `/admin/locations/${id}`, { name: 'Yard', instructions: 'Green gate.' });
    expect(changed.body.data).toMatchObject({
      name: 'Yard',
      street: 'Ofenhof 7',
      instructions: 'Green gate.',
      lat: 52.49,
    });
    const replaced = await send('PUT', `/admin/locations/${id}`, { ...place, kind: 'market' });
    expect(replaced.body.data).toMatchObject({ name: 'Ofenhof', kind: 'market', instructions: null, lat: null });
    // What customers are offered follows at once, in this process too.
    expect((await visitorsPlaces()).map((one) => one.name)).toEqual(['Ofenhof']);

    expect((await call('DELETE', `/admin/locations/${id}`, { token })).status).toBe(204);
    expect(await visitorsPlaces()).toEqual([]);
    expect((await call('DELETE', `/admin/locations/${id}`, { token })).body.error?.code).toBe('DB_002');
    expect((await send('PATCH', `/admin/locations/${id}`, { name: 'X' })).body.error?.code).toBe('DB_002');
    const archive = await call('GET', '/admin/locations?archived=true', { token: staffToken });
    expect(archive.body.data).toMatchObject([{ id, archived_at: expect.any(String) }]);
    expect((await send('POST', `/admin/locations/${id}/restore`, {})).body.data.archived_at).toBeNull();
    expect(await version()).toBeGreaterThan(before);

    const rows = await database().db.select().from(auditLog).where(eq(auditLog.entityId, id));
    expect(rows.map((row) => row.action)).toEqual([
      'location.created',
      ...['location.updated', 'location.updated'],
      ...['location.archived', 'location.restored'],
    ]);
  });

  const visitorsPlaces = () => listPickupPlaces(visitor());

  it.each([
    [{ name: '' }, 'name', 'VAL_001'],
    [{ name: 'x'.repeat(101) }, 'name', 'VAL_003'],
    [{ street: undefined }, 'street', 'VAL_001'],
    [{ city: ' ' }, 'city', 'VAL_001'],
    [{ kind: 'castle' }, 'kind', 'VAL_002'],
    [{ lat: 91, lng: 0 }, 'lat', 'VAL_003'],
    [{ lat: 1, lng: 181 }, 'lng', 'VAL_003'],
    [{ lat: 1 }, 'lng', 'VAL_001'],
    [{ lat: 1, lng: null }, 'lng', 'VAL_001'],
    [{ postal_code: 'x'.repeat(13) }, 'postal_code', 'VAL_003'],
    [{ instructions: 'x'.repeat(501) }, 'instructions', 'VAL_003'],
    [{ active: 'yes' }, 'active', 'VAL_002'],
    [{ color: 'red' }, 'color', 'VAL_002'],
  ])('with %o is refused at %s (%s)', async (wrong, field, code) => {
    const { status, body } = await send('POST', '/admin/locations', { ...place, ...wrong });
    expect([status, body.error?.codes?.[field]]).toEqual([422, [code]]);
  });

  it('with open orders is archived or closed only by somebody who has seen them; the orders stay', async () => {
    const admin = await staffMember('admin', { now: NOW });
    const { locationId: id } = await makePlace();
    const { variantId } = await makeProduct();
    const slot_id = slotAt(id, '2031-03-06', '09:00');
    const { order } = await placeOrder(visitor({ now: NOW }), orderOf([variantId], { slot_id }));

    for (const work of [() => archiveLocation(admin, { id }), () => updateLocation(admin, { id, active: false })]) {
      await expect(work()).rejects.toMatchObject({
        code: 'CONF_002',
        details: { orders: 1, order_numbers: [order.order_number] },
      });
    }
    // Nothing happened: the place still takes orders.
    await placeOrder(visitor({ now: NOW }), orderOf([variantId], { slot_id }));
    await archiveLocation(admin, { id, confirm: true });
    const [kept] = await database().db.select().from(orders).where(eq(orders.id, order.id));
    expect(kept).toMatchObject({ status: 'pending', slotId: slot_id, locationId: id });
    expect(admin.expired).toContain('shop');

    // Orders of yesterday are nobody's call any more.
    const later = await staffMember('admin', { now: momentAt('2031-03-07', '10:00', ZONE) });
    await database().db.update(locations).set({ archivedAt: null });
    await archiveLocation(later, { id });
  });

  it('that is switched off delivers nothing, and asks before the last zone goes with it', async () => {
    await setSetting('checkout', { delivery_types: ['pickup', 'delivery'] });
    const admin = await staffMember('admin');
    const { locationId: id } = await makePlace();
    await makeZone(id, '10');
    await expect(updateLocation(admin, { id, active: false })).rejects.toMatchObject({
      code: 'CONF_002',
      details: { orders: 0, last_zone: true },
    });
    await makeZone((await makePlace({}, 'The market')).locationId, '20');
    await updateLocation(admin, { id, active: false });
    expect(await outcome(quoteDelivery(visitor(), { postal_code: '10115', subtotal: 0 }))).toBe('ZONE_001');
    await updateLocation(admin, { id, active: true });
    expect(await outcome(quoteDelivery(visitor(), { postal_code: '10115', subtotal: 0 }))).toBe('ok');
  });

  it('takes its zones along and brings back those that went with it', async () => {
    const admin = await staffMember('admin');
    const { locationId: id } = await makePlace();
    const { locationId: other } = await makePlace({}, 'The market');
    const [near, before] = [await makeZone(id, '10'), await makeZone(id, '11')];
    await makeZone(other, '20');
    await archiveZone({ ...admin, now: new Date(0) }, { id: before });
    await archiveLocation(admin, { id });
    expect(await outcome(quoteDelivery(visitor(), { postal_code: '10115', subtotal: 0 }))).toBe('ZONE_001');
    expect((await send('POST', `/admin/zones/${near}/restore`, {})).body.error?.codes).toEqual({
      location_id: ['VAL_003'],
    });
    expect((await send('POST', `/admin/locations/${id}/restore`, {})).status).toBe(200);
    expect(await outcome(quoteDelivery(visitor(), { postal_code: '10115', subtotal: 0 }))).toBe('ok');
    expect(await outcome(quoteDelivery(visitor(), { postal_code: '11115', subtotal: 0 }))).toBe('ZONE_001');
  });
});

describe('a zone', () => {
  const rules = [
    { kind: 'exact', code: '10115' },
    { kind: 'prefix', prefix: '101' },
    { kind: 'range', from: '10200', to: '10299' },
  ];
  const zoneAt = (location_id: string, more: Record<string, unknown> = {}) => ({
    location_id,
    name: 'Canal',
    postal_rules: rules,
    fees: [
      { from_subtotal: 0, fee: 3.5 },
      { from_subtotal: 40, fee: 0 },
    ],
    ...more,
  });

  it('is kept with its fees, in major units outside, and is charged at once', async () => {
    const { locationId } = await makePlace();
    const added = await send('POST', '/admin/zones', zoneAt(locationId, { min_order: 12.5 }));
    expect(added.status, added.text).toBe(201);
    const { id } = added.body.data;
    expect(added.body.data).toMatchObject({
      postal_codes: '10115, 101*, 10200-10299',
      fees: [
        { from_subtotal: 0, fee: 3.5 },
        { from_subtotal: 40, fee: 0 },
      ],
      min_order: 12.5,
      currency: 'EUR',
    });
    const quote = (subtotal: number) => quoteDelivery(visitor(), { postal_code: '10250', subtotal });
    expect(await quote(3580)).toMatchObject({ fee: 3.5, missing_for_free: 4.2, minimum: 12.5 });
    const cheaper = { fees: [{ from_subtotal: 0, fee: 2 }] };
    expect((await send('PATCH', `/admin/zones/${id}`, cheaper)).body.data).toMatchObject({
      ...cheaper,
      min_order: 12.5,
    });
    expect(await quote(3580)).toMatchObject({ fee: 2, missing_for_free: null });
    expect((await send('PUT', `/admin/zones/${id}`, zoneAt(locationId))).body.data.min_order).toBe(0);
  });

  it.each([
    [{ name: '' }, 'name', 'VAL_001'],
    [{ location_id: 'here' }, 'location_id', 'VAL_002'],
    [{ location_id: newId() }, 'location_id', 'VAL_003'],
    [{ postal_rules: [] }, 'postal_rules', 'VAL_003'],
    [{ postal_rules: [{ kind: 'exact', code: '' }] }, 'postal_rules.0.code', 'VAL_002'],
    [{ postal_rules: [{ kind: 'prefix', prefix: ' ' }] }, 'postal_rules.0.prefix', 'VAL_002'],
    [{ postal_rules: [{ kind: 'range', from: '10', to: '100' }] }, 'postal_rules.0.to', 'VAL_002'],
    [{ postal_rules: [{ kind: 'range', from: '20', to: '10' }] }, 'postal_rules.0.to', 'VAL_002'],
    [{ postal_rules: [{ kind: 'all' }] }, 'postal_rules.0.kind', 'VAL_002'],
    [{ fees: [] }, 'fees', 'VAL_003'],
    [{ fees: [{ from_subtotal: 10, fee: 2 }] }, 'fees.0.from_subtotal', 'VAL_003'],
    [
      {
        fees: [
          { from_subtotal: 0, fee: 2 },
          { from_subtotal: 0, fee: 1 },
        ],
      },
      'fees.1.from_subtotal',
      'VAL_003',
    ],
    [{ fees: [{ from_subtotal: 0, fee: -1 }] }, 'fees.0.fee', 'VAL_003'],
    [{ fees: [{ from_subtotal: 0, fee: 1.234 }] }, 'fees.0.fee', 'VAL_002'],
    [{ min_order: -1 }, 'min_order', 'VAL_003'],
    [{ extra_lead_minutes: 1.5 }, 'extra_lead_minutes', 'VAL_002'],
    [{ priority: 1001 }, 'priority', 'VAL_003'],
  ])('with %o is refused at %s (%s)', async (wrong, field, code) => {
    const { locationId } = await makePlace();
    const { status, body } = await send('POST', '/admin/zones', zoneAt(locationId, wrong));
    expect([status, body.error?.codes?.[field]], JSON.stringify(body)).toEqual([422, [code]]);
  });

  it('that is removed while an order form is open refuses the next order, and asks for its open ones first', async () => {
    await setSetting('checkout', { delivery_types: ['pickup', 'delivery'] });
    const admin = await staffMember('admin', { now: NOW });
    const { locationId } = await makePlace({ purpose: 'delivery' });
    const [id] = [await makeZone(locationId, '101'), await makeZone(locationId, '102')];
    const { variantId } = await makeProduct();
    const home = (slot: string) => ({
      delivery_type: 'delivery',
      delivery_address: { street: 'Lange Gasse 1', city: 'Berlin', postal_code: '10115' },
      slot_id: slotAt(locationId, '2031-03-06', slot, 'delivery'),
    });
    const { order } = await placeOrder(visitor({ now: NOW }), orderOf([variantId], home('09:00')));
    await expect(archiveZone(admin, { id })).rejects.toMatchObject({
      code: 'CONF_002',
      details: { orders: 1, order_numbers: [order.order_number] },
    });
    await expect(updateZone(admin, { id, active: false })).rejects.toMatchObject({ code: 'CONF_002' });
    await archiveZone(admin, { id, confirm: true });
    expect(await outcome(placeOrder(visitor({ now: NOW }), orderOf([variantId], home('10:00'))))).toBe('ZONE_001');
    const [kept] = await database().db.select().from(orders).where(eq(orders.id, order.id));
    expect(kept).toMatchObject({ status: 'pending', zoneId: id });
  });

  it('that is the last one is not removed by accident: without zones delivery is everywhere and free', async () => {
    await setSetting('checkout', { delivery_types: ['pickup', 'delivery'] });
    const admin = await staffMember('admin');
    const { locationId } = await makePlace();
    const id = await makeZone(locationId, '101');
    const last = { code: 'CONF_002', details: { orders: 0, last_zone: true } };
    await expect(archiveZone(admin, { id })).rejects.toMatchObject(last);
    await expect(archiveLocation(admin, { id: locationId })).rejects.toMatchObject(last);
    await createZone(admin, createZoneInput.parse(zoneAt(locationId)));
    await archiveZone(admin, { id });
  });
});
