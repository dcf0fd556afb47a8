import { eq, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { afterEach, describe, expect, it } from 'vitest';
import { orderEvents, orders } from '#db/schema/orders';
import { openingRules, slots } from '#db/schema/promise';
import { productionPlans } from '#db/schema/stock';
import { getSellables } from '#lib/catalog/queries/sellables';
import { database } from '#lib/database';
import { databaseUrl } from '#lib/env';
import { moveOrder, placeDeskOrder, placeOrder } from '#lib/orders/commands';
import { placeDeskOrderInput } from '#lib/orders/input';
import { findSlots } from '#lib/promise/queries/slots';
import { momentAt } from '#lib/time';
import { addHours, bakeDaily, clearPlaces, close, makePlace, slotAt, ZONE } from '#tests/factories/promise';
import { makeProduct, newPhone, orderOf, setSetting, staffMember, visitor } from '#tests/factories/shop';
import { refusal } from '#tests/support/refusal';

/** A Wednesday, 10:00 in Berlin. */
const NOW = momentAt('2031-03-05', '10:00', ZONE);
const at = (day: string, time: string) => visitor({ now: momentAt(day, time, ZONE) });
const now = () => visitor({ now: NOW });

afterEach(clearPlaces);

describe('an order', () => {
  it('is promised its slot, and told in the answer', async () => {
    const { locationId } = await makePlace({ capacityOrders: 3, capacityLoad: 20 });
    const { variantId } = await makeProduct({ loadPoints: 4 });
    const slotId = slotAt(locationId, '2031-03-06', '09:00');
    const { order } = await placeOrder(now(), orderOf([variantId], { slot_id: slotId }));
    expect(order.slot).toEqual({
      id: slotId,
      starts_at: '2031-03-06T08:00:00.000Z',
      ends_at: '2031-03-06T09:00:00.000Z',
      location: { id: locationId, name: 'The shop' },
    });
    const [row] = await database().db.select().from(slots).where(eq(slots.id, slotId));
    expect(row).toMatchObject({
      bookedOrders: 1,
      bookedLoad: 4,
      capacityOrders: 3,
      capacityLoad: 20,
      method: 'pickup',
    });
  });

  it('has to choose one where the shop has hours, and only there', async () => {
    const { variantId } = await makeProduct();
    await placeOrder(now(), orderOf([variantId], { preferred_time: 'after five' }));
    const { locationId } = await makePlace();
    expect(await refusal(placeOrder(now(), orderOf([variantId])))).toMatchObject({
      code: 'VALIDATION_ERROR',
      codes: { slot_id: ['VAL_001'] },
    });
    // Hours for pickup only: a delivery is agreed in words.
    await setSetting('checkout', { delivery_types: ['pickup', 'delivery'] });
    const away = { delivery_type: 'delivery', delivery_address: { street: 'Lange Gasse 1', city: 'Berlin' } };
    await placeOrder(now(), orderOf([variantId], away));
    expect(
      await refusal(
        placeOrder(now(), orderOf([variantId], { ...away, slot_id: slotAt(locationId, '2031-03-06', '09:00') })),
      ),
    ).toMatchObject({ codes: { slot_id: ['VAL_003'] } });
  });

  it.each([
    ['SLOT_002', 'unknown', '2031-03-06', '08:30', {}],
    ['SLOT_002', 'unknown', '2031-04-06', '08:00', {}],
    ['SLOT_002', 'cutoff', '2031-03-05', '11:00', {}],
    ['SLOT_002', 'passed', '2031-03-05', '10:00', {}],
    ['SLOT_003', 'lead_time', '2031-03-06', '09:00', { leadTimeMinutes: 24 * 60 }],
    ['STK_002', 'not_sold', '2031-03-06', '09:00', { availableWeekdays: [5] }],
    ['STK_002', 'not_sold', '2031-03-06', '09:00', { availableFrom: '2031-03-07' }],
  ])('is refused with %s (%s) and told the next free slots', async (code, reason, day, time, product) => {
    const { locationId } = await makePlace();
    const { variantId } = await makeProduct({}, product);
    const error = await refusal(placeOrder(now(), orderOf([variantId], { slot_id: slotAt(locationId, day, time) })));
    expect(error).toMatchObject({ code, details: { reason } });
    const next = error.details.next as { id: string; starts_at: string }[];
    expect(next).toHaveLength(3);
    // What is offered instead can be had.
    await placeOrder(now(), orderOf([variantId], { slot_id: next[0]?.id }));
  });

  it('is refused when its slot passes while the form is open', async () => {
    const { locationId } = await makePlace();
    const { variantId } = await makeProduct();
    const slot_id = slotAt(locationId, '2031-03-05', '11:00');
    await placeOrder(at('2031-03-05', '09:59'), orderOf([variantId], { slot_id }));
    expect(await refusal(placeOrder(at('2031-03-05', '10:00'), orderOf([variantId], { slot_id })))).toMatchObject({
      code: 'SLOT_002',
      details: { reason: 'cutoff' },
    });
  });

  it('is refused when full, also when only the rows know it, and gets the place of one that is cancelled', async () => {
    const admin = await staffMember('admin');
    const { locationId } = await makePlace({ capacityOrders: 1 });
    const { variantId } = await makeProduct();
    const slot_id = slotAt(locationId, '2031-03-06', '09:00');
    const { order } = await placeOrder(now(), orderOf([variantId], { slot_id }));
    const error = await refusal(placeOrder(now(), orderOf([variantId], { slot_id })));
    expect(error).toMatchObject({ code: 'SLOT_001', details: { reason: 'full', slot_id } });
    expect(error.details.next).toMatchObject([
      { starts_at: '2031-03-06T07:00:00.000Z', location: 'The shop' },
      { starts_at: '2031-03-06T09:00:00.000Z' },
      { starts_at: '2031-03-06T10:00:00.000Z' },
    ]);
    const cancel = { order_id: order.id, note: null, cancel_reason: null, stock: null, version: null } as const;
    await moveOrder(admin, { ...cancel, to: 'cancelled' });
    await placeOrder(now(), orderOf([variantId], { slot_id }));
  });

  it('is refused on closed days with what the shop says', async () => {
    const { locationId } = await makePlace();
    const { variantId } = await makeProduct();
    await close('2031-03-06 00:00', '2031-03-07 00:00', 'We are at the fair.');
    const slot_id = slotAt(locationId, '2031-03-06', '09:00');
    expect(await refusal(placeOrder(now(), orderOf([variantId], { slot_id })))).toMatchObject({
      code: 'SLOT_002',
      details: { reason: 'closed', message: 'We are at the fair.' },
    });
  });

  it('takes what is baked on the day of its slot, from the weekly pattern or the plan', async () => {
    const { locationId } = await makePlace();
    const { variantId } = await makeProduct({ stockMode: 'per_date', stockQuantity: 0 });
    await bakeDaily(variantId, 2);
    const { db } = database();
    await db.insert(productionPlans).values({ variantId, onDate: '2031-03-07', planned: 1, isOverride: true });
    const order = (day: string) =>
      placeOrder(now(), orderOf([variantId], { slot_id: slotAt(locationId, day, '09:00') }));
    const first = await order('2031-03-06');
    expect(first.order.items[0]?.on_date).toBe('2031-03-06');
    await order('2031-03-06');
    expect(await refusal(order('2031-03-06'))).toMatchObject({
      code: 'STK_001',
      details: { items: [{ variant_id: variantId, on_date: '2031-03-06', requested: 1, left: 0 }] },
    });
    await order('2031-03-07');
    expect(await refusal(order('2031-03-07'))).toMatchObject({ code: 'STK_001' });
    expect(await refusal(order('2031-03-05'))).toMatchObject({ code: 'SLOT_002' });
    // A day chosen for the goods and a slot on another day do not go together.
    const other = orderOf([], {
      items: [{ variant_id: variantId, quantity: 1, on_date: '2031-03-08' }],
      slot_id: slotAt(locationId, '2031-03-09', '09:00'),
    });
    expect(await refusal(placeOrder(now(), other))).toMatchObject({ code: 'STK_002' });
  });

  it('finds what is left of today released to the counter at the hour the shop says', async () => {
    await setSetting('checkout', { release_at: '10:30' });
    const { locationId } = await makePlace();
    const { variantId } = await makeProduct({ stockMode: 'per_date' });
    await bakeDaily(variantId, 5);
    await addHours(locationId, { starts: '15:00', ends: '16:00' });
    const slot_id = slotAt(locationId, '2031-03-05', '15:00');
    await placeOrder(at('2031-03-05', '10:29'), orderOf([variantId], { slot_id }));
    expect(await refusal(placeOrder(at('2031-03-05', '10:30'), orderOf([variantId], { slot_id })))).toMatchObject({
      code: 'STK_001',
      details: { items: [{ left: 0 }] },
    });
  });

  it('is made per day without slots only on a day that is named', async () => {
    const { variantId } = await makeProduct({ stockMode: 'per_date' }, { leadTimeMinutes: 24 * 60 });
    await bakeDaily(variantId, 5);
    expect(await refusal(placeOrder(now(), orderOf([variantId])))).toMatchObject({
      codes: { 'items.0.on_date': ['VAL_001'] },
    });
    const on = (day: string) => orderOf([], { items: [{ variant_id: variantId, quantity: 1, on_date: day }] });
    expect(await refusal(placeOrder(now(), on('2031-03-05')))).toMatchObject({ code: 'SLOT_003' });
    await placeOrder(now(), on('2031-03-06'));
  });

  it('is not taken without hours while the shop is closed, unless for a day after it', async () => {
    const { variantId } = await makeProduct();
    await close('2031-03-01 00:00', '2031-03-11 00:00', 'Back on the 11th.');
    const on = (day: string) => orderOf([], { items: [{ variant_id: variantId, quantity: 1, on_date: day }] });
    const closed = {
      code: 'SLOT_002',
      details: { slot_id: null, reason: 'closed', until: '2031-03-10T23:00:00.000Z', message: 'Back on the 11th.' },
    };
    expect(await refusal(placeOrder(at('2031-03-05', '10:00'), orderOf([variantId])))).toMatchObject(closed);
    expect(await refusal(placeOrder(at('2031-03-05', '10:00'), on('2031-03-10')))).toMatchObject(closed);
    await placeOrder(at('2031-03-05', '10:00'), on('2031-03-11'));
    await placeOrder(at('2031-03-11', '00:00'), orderOf([variantId]));
  });
});

describe('staff', () => {
  const desk = (variantId: string, more: Record<string, unknown>) =>
    placeDeskOrderInput.parse({
      customer_name: 'Ana Pop',
      customer_phone: newPhone(),
      delivery_type: 'pickup',
      items: [{ variant_id: variantId, quantity: 2 }],
      ...more,
    });

  it('promise on their word what the rules refuse, and it is written down', async () => {
    const staff = await staffMember('staff', { now: NOW });
    const { locationId } = await makePlace({ capacityOrders: 1 });
    const { variantId } = await makeProduct({ stockMode: 'per_date' }, { leadTimeMinutes: 10_000 });
    await bakeDaily(variantId, 2);
    const slot_id = slotAt(locationId, '2031-03-05', '11:00');
    expect(await refusal(placeDeskOrder(staff, desk(variantId, { slot_id })))).toMatchObject({ code: 'SLOT_002' });
    const override = { slot_id, override_reason: 'Ana always gets her loaves' };
    const { order } = await placeDeskOrder(staff, desk(variantId, override));
    await placeDeskOrder(staff, desk(variantId, override));
    const { db } = database();
    const [slot] = await db.select().from(slots).where(eq(slots.id, slot_id));
    expect(slot).toMatchObject({ bookedOrders: 2, capacityOrders: 1, allowanceOrders: 1 });
    const [plan] = await db.select().from(productionPlans).where(eq(productionPlans.variantId, variantId));
    expect(plan).toMatchObject({ onDate: '2031-03-05', planned: 4, sold: 4 });
    const [row] = await db.select({ reason: orders.overrideReason }).from(orders).where(eq(orders.id, order.id));
    expect(row?.reason).toBe('Ana always gets her loaves');
    const [audited] = await db.execute<{ changes: unknown }>(
      sql`SELECT changes FROM audit_log WHERE entity_id = ${order.id} AND action = 'order.placed'`,
    );
    expect(audited?.changes).toMatchObject({ after: { override: true } });
    expect(await db.select().from(orderEvents).where(eq(orderEvents.orderId, order.id))).toHaveLength(1);
  });

  it('keep their orders when a capacity is lowered; nobody else gets in', async () => {
    const { locationId } = await makePlace({ capacityOrders: 3 });
    const { variantId } = await makeProduct();
    const slot_id = slotAt(locationId, '2031-03-06', '09:00');
    for (let count = 0; count < 3; count += 1) await placeOrder(now(), orderOf([variantId], { slot_id }));
    await database().db.update(openingRules).set({ capacityOrders: 1 });
    expect(await refusal(placeOrder(now(), orderOf([variantId], { slot_id })))).toMatchObject({ code: 'SLOT_001' });
    const [slot] = await database().db.select().from(slots).where(eq(slots.id, slot_id));
    expect(slot).toMatchObject({ bookedOrders: 3 });
  });
});

it('asks the database once, however many slots and goods there are', async () => {
  const client = postgres(databaseUrl(), { max: 1 });
  const asked: string[] = [];
  const db = drizzle(client, { casing: 'snake_case', logger: { logQuery: (query) => asked.push(query) } });
  const goods = await Promise.all([1, 2, 3].map(() => makeProduct({ stockMode: 'per_date' })));
  const facts = await getSellables(
    visitor(),
    goods.map(({ variantId }) => variantId),
  );
  const count = async (names: readonly string[]) => {
    const items = names.flatMap((variantId) => {
      const known = facts.get(variantId);
      return known ? [{ variantId, quantity: 1, onDate: null, facts: known }] : [];
    });
    await findSlots({ db, now: NOW, locale: 'en' }, { method: 'pickup', items });
    asked.length = 0;
    const { slots: found } = await findSlots({ db, now: NOW, locale: 'en' }, { method: 'pickup', items });
    return { slots: found.length, queries: asked.length };
  };
  const { locationId } = await makePlace();
  expect(await count([goods[0]?.variantId ?? ''])).toEqual({ slots: 56, queries: 1 });
  await addHours(locationId, { starts: '13:00', ends: '23:00', slotMinutes: 5 });
  expect(await count(goods.map(({ variantId }) => variantId))).toEqual({ slots: 56 + 14 * 120, queries: 1 });
  await client.end();
});
