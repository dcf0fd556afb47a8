import { eq } from 'drizzle-orm';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#db/columns';
import { auditLog } from '#db/schema/audit';
import { domainEvents } from '#db/schema/events-log';
import { orders } from '#db/schema/orders';
import { closures, deliveryZones, locations, openingRules, slots } from '#db/schema/promise';
import { database } from '#lib/database';
import { placeOrder } from '#lib/orders/commands';
import { archiveLocation, changeSlot } from '#lib/promise/commands';
import { changeSlotInput, listSlotsInput } from '#lib/promise/desk-input';
import { getDeskSlot, listDeskSlots } from '#lib/promise/queries/desk-slots';
import { forgetRuleBook } from '#lib/promise/queries/rule-book';
import { momentAt } from '#lib/time';
import { close, makePlace, slotAt, ZONE } from '#tests/factories/promise';
import { makeProduct, orderOf, outcome, staffMember, type TestContext, visitor } from '#tests/factories/shop';
import { call, tokenOf } from '#tests/support/api';

/** A Wednesday, 10:00 in Berlin. */
const NOW = momentAt('2031-03-05', '10:00', ZONE);
const DAY = '2031-03-06';
let admin: TestContext;
let token = '';

beforeAll(async () => {
  admin = await staffMember('admin', { now: NOW });
  ({ token } = await tokenOf('admin'));
});
afterEach(async () => {
  const { db } = database();
  await db.update(orders).set({ slotId: null, locationId: null });
  for (const table of [closures, openingRules, slots, deliveryZones, locations]) await db.delete(table);
  forgetRuleBook();
});

const change = (id: string, more: Record<string, unknown>) => changeSlot(admin, changeSlotInput.parse({ id, ...more }));
const list = async (more: Record<string, string> = {}) =>
  (await listDeskSlots(admin, listSlotsInput.parse({ from: DAY, to: DAY, ...more }))).items;

/** A place with room for three orders or ten load points an hour, and how to order there. */
async function open() {
  const { locationId } = await makePlace({ capacityOrders: 3, capacityLoad: 10 });
  const { variantId } = await makeProduct({ loadPoints: 2, stockQuantity: 1000 });
  const id = slotAt(locationId, DAY, '09:00');
  const order = (slot_id = id) => placeOrder(visitor({ now: NOW }), orderOf([variantId], { slot_id }));
  return { locationId, id, order };
}

describe('a slot', () => {
  it('is listed with what is booked in it, exactly, whether it has a row or not', async () => {
    const { locationId, id, order } = await open();
    await order();
    await order();
    await close('2031-03-06 11:00', '2031-03-06 12:00', 'A funeral.');
    const found = await list();
    expect(found).toHaveLength(4);
    expect(found[0]).toMatchObject({ booked_orders: 0, state: 'open', capacity_orders: 3, has_own_capacity: false });
    expect(found[1]).toMatchObject({
      id,
      booked_orders: 2,
      booked_load: 4,
      state: 'few',
      location: { id: locationId },
    });
    expect(found[3]).toMatchObject({ state: 'closed', in_closure: true, closed: false, message: 'A funeral.' });
    expect(await list({ method: 'delivery' })).toEqual([]);
    expect(await list({ location_id: newId() })).toEqual([]);
    expect((await list({ from: '2031-03-05' }))[0]).toMatchObject({ state: 'closed', reason: 'passed' });
  });

  it('is closed and opened, and refuses orders in between', async () => {
    const { id, order } = await open();
    expect(await change(id, { closed: true })).toMatchObject({ closed: true, state: 'closed', capacity_orders: 3 });
    expect(await outcome(order())).toBe('SLOT_002');
    await change(id, { closed: false });
    expect(await outcome(order())).toBe('ok');
    expect(admin.expired).toContain('shop');
    const audit = await database().db.select().from(auditLog).where(eq(auditLog.entityId, id));
    expect(audit.map((row) => row.action)).toEqual(['slot.changed', 'slot.changed']);
    expect(await database().db.select().from(domainEvents).where(eq(domainEvents.entityId, id))).toHaveLength(2);
  });

  it('lowered below what is booked keeps its orders, takes no more, and says how many are over', async () => {
    const { id, order } = await open();
    for (let i = 0; i < 3; i++) await order();
    const lowered = await change(id, { capacity_orders: 1 });
    expect(lowered).toMatchObject({ has_own_capacity: true, capacity_orders: 1, capacity_load: 10, over_orders: 2 });
    expect(lowered.orders).toHaveLength(3);
    expect(await outcome(order())).toBe('SLOT_001');
    const byLoad = await change(id, { capacity_orders: null, capacity_load: 4 });
    expect(byLoad).toMatchObject({ over_orders: 0, over_load: 2, rule_capacity_orders: 3 });
    expect(await outcome(order())).toBe('SLOT_001');
    // More room than the rules give, for this slot alone.
    await change(id, { capacity_load: 100 });
    expect(await outcome(order())).toBe('ok');
    expect(await change(id, { has_own_capacity: false })).toMatchObject({
      has_own_capacity: false,
      capacity_orders: 3,
      over_orders: 1,
    });
    expect(await outcome(order())).toBe('SLOT_001');
    expect(await change(id, { capacity_orders: 0 })).toMatchObject({ state: 'full', over_orders: 4 });
  });

  it('is changed while orders come in without losing one or the other', async () => {
    const { id, order } = await open();
    await change(id, { capacity_orders: 100, capacity_load: null });
    const work = Array.from({ length: 12 }, (_, at) =>
      at % 3 === 0 ? outcome(change(id, { capacity_orders: 50 + at })) : outcome(order()),
    );
    expect(await Promise.all(work)).toEqual(Array(12).fill('ok'));
    expect(await getDeskSlot(admin, { id })).toMatchObject({ booked_orders: 8, has_own_capacity: true });
  });

  it('that is in the hours no more is shown as long as it has orders', async () => {
    const { locationId, id, order } = await open();
    const placed = await order();
    await archiveLocation(admin, { id: locationId, confirm: true });
    expect(await list()).toMatchObject([
      { id, in_hours: false, state: 'closed', booked_orders: 1, location: { name: 'The shop' } },
    ]);
    expect((await getDeskSlot(admin, { id })).orders).toMatchObject([{ order_number: placed.order.order_number }]);
    expect(await change(id, { closed: true })).toMatchObject({ closed: true, in_hours: false });
  });

  it('is refused where it is asked for wrongly', async () => {
    const send = (id: string, body: unknown) => call('PATCH', `/admin/slots/${id}`, { token, body });
    const { id } = await open();
    expect((await send(newId(), { closed: true })).body.error?.code).toBe('DB_002');
    for (const [body, field] of [
      [{ capacity_orders: -1 }, 'capacity_orders'],
      [{ capacity_load: 2.5 }, 'capacity_load'],
      [{ closed: 'yes' }, 'closed'],
      [{ has_own_capacity: false, capacity_load: 3 }, 'has_own_capacity'],
    ] as const) {
      const { status, body: answer } = await send(id, body);
      expect([status, Object.keys(answer.error?.codes ?? {})]).toEqual([422, [field]]);
    }
    const asked = (query: string) => call('GET', `/admin/slots?${query}`, { token });
    expect((await asked('from=2031-03-06&to=2031-03-05')).body.error?.codes).toEqual({ to: ['VAL_003'] });
    expect((await asked('from=2031-03-06&to=2031-05-05')).body.error?.codes).toEqual({ to: ['VAL_003'] });
    expect((await asked('from=2031-03-06')).body.meta).toMatchObject({ pages: 1, total: 28 });
  });
});
