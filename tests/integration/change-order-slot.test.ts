import { eq } from 'drizzle-orm';
import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openingRules, slots } from '#db/schema/promise';
import { database } from '#lib/database';
import { databaseUrl } from '#lib/env';
import { placeOrder } from '#lib/orders/commands';
import { forgetRuleBook } from '#lib/promise/queries/rule-book';
import {
  bookedIn,
  change,
  changeIn,
  expectGoodBooks,
  FRI,
  forgetPlaces,
  itemOf,
  leftOf,
  now,
  placed,
  soldOn,
  THU,
} from '#tests/factories/change';
import { bakeDaily, makePlace, makeZone, slotAt } from '#tests/factories/promise';
import { makeProduct, orderOf, setSetting } from '#tests/factories/shop';
import { refusal } from '#tests/support/refusal';

let books: postgres.Sql;
beforeAll(() => {
  books = postgres(databaseUrl(), { max: 1 });
});
afterAll(() => books.end());
afterEach(async () => {
  await expectGoodBooks(books);
  await forgetPlaces();
});

describe('the slot', () => {
  it('moves with all it holds, and what is baked per day moves to the other day', async () => {
    const { order, variantId, slot } = await placed({}, { loadPoints: 2 });
    const baked = await makeProduct({ stockMode: 'per_date', stockQuantity: 0, priceMinor: 100 });
    await bakeDaily(baked.variantId, 6);
    const both = await change(order, {
      items: [
        { item_id: itemOf(order), quantity: 3 },
        { variant_id: baked.variantId, quantity: 4 },
      ],
    });
    expect(both.items[1]).toMatchObject({ on_date: THU, quantity: 4 });
    expect(await soldOn(baked.variantId, THU)).toBe(4);
    const moved = await change(order, { slot_id: slot('10:00', FRI) });
    expect(moved).toMatchObject({
      slot: { id: slot('10:00', FRI), starts_at: '2031-03-07T09:00:00.000Z' },
      items: [{ on_date: null }, { on_date: FRI }],
      total: 41.5,
    });
    expect(changeIn(moved)).toMatchObject({ axis: 'order', from: 'pending', to: 'pending', actor: 'visitor' });
    expect(changeIn(moved)?.note).toBe('Thu, 6 Mar, 09:00 → Fri, 7 Mar, 10:00');
    expect([await soldOn(baked.variantId, THU), await soldOn(baked.variantId, FRI)]).toEqual([0, 4]);
    expect([await bookedIn(slot('09:00')), await bookedIn(slot('10:00', FRI))]).toEqual([
      [0, 0],
      [1, 10],
    ]);
    expect(await leftOf(variantId)).toEqual({ left: 7, moved: -3 });
  });

  it('can be another one of the same day although the day is sold out with what the order holds', async () => {
    const { locationId } = await makePlace();
    const { variantId } = await makeProduct({ stockMode: 'per_date', stockQuantity: 0 });
    await bakeDaily(variantId, 3);
    const [nine, ten] = [slotAt(locationId, THU, '09:00'), slotAt(locationId, THU, '10:00')];
    const { order } = await placeOrder(
      now(),
      orderOf([], { items: [{ variant_id: variantId, quantity: 3 }], slot_id: nine }),
    );
    expect(await change(order, { slot_id: ten })).toMatchObject({ slot: { id: ten } });
    expect(await soldOn(variantId, THU)).toBe(3);
    const error = await refusal(change(order, { items: [{ item_id: itemOf(order), quantity: 4 }] }));
    expect(error).toMatchObject({ code: 'STK_001', details: { items: [{ on_date: THU, requested: 4, left: 3 }] } });
  });

  it.each([
    ['SLOT_001', 'full', '08:00', THU],
    ['SLOT_002', 'cutoff', '11:00', '2031-03-05'],
    ['SLOT_002', 'unknown', '14:00', THU],
    ['STK_002', 'not_sold', '09:00', FRI],
  ])('is refused with %s (%s), with the next slots for the whole order', async (code, reason, time, day) => {
    const { order, slot } = await placed({ availableWeekdays: [3, 4, 6] }, {}, { capacityOrders: 1 });
    const other = await makeProduct();
    await placeOrder(now(), orderOf([other.variantId], { slot_id: slot('08:00') }));
    const error = await refusal(change(order, { slot_id: slot(time, day) }));
    expect(error).toMatchObject({ code, details: { reason } });
    // Its own place is among what it could have.
    expect(error.details.next).toMatchObject([{ id: slot('09:00') }, { id: slot('10:00') }, { id: slot('11:00') }]);
    expect(await bookedIn(slot('09:00'))).toEqual([1, 3]);
  });

  it('is refused under lock when only the rows know that it is full', async () => {
    const { order, slot } = await placed({}, {}, { capacityOrders: 1 });
    const { variantId } = await makeProduct();
    await placeOrder(now(), orderOf([variantId], { slot_id: slot('10:00') }));
    await database()
      .db.update(slots)
      .set({ closed: true })
      .where(eq(slots.id, slot('10:00')));
    expect(await refusal(change(order, { slot_id: slot('10:00') }))).toMatchObject({ code: 'SLOT_002' });
    expect(await refusal(change(order, { slot_id: null }))).toMatchObject({ codes: { slot_id: ['VAL_001'] } });
  });

  it('can be chosen for an order that was agreed in words', async () => {
    const { variantId } = await makeProduct();
    const { order } = await placeOrder(now(), orderOf([variantId], { preferred_time: 'after five' }));
    const { locationId } = await makePlace();
    const slot_id = slotAt(locationId, THU, '09:00');
    expect(await change(order, { slot_id, preferred_time: '' })).toMatchObject({
      slot: { id: slot_id },
      location: { id: locationId },
      preferred_time: null,
    });
  });
});

describe('where it goes', () => {
  const away = { street: 'Lange Gasse 1', city: 'Berlin', postal_code: '10115' };
  async function delivered() {
    await setSetting('checkout', { delivery_types: ['pickup', 'delivery'] });
    const { locationId } = await makePlace();
    await makeZone(locationId, '101', { minOrderMinor: 2000 });
    await makeZone(locationId, '12', { extraLeadMinutes: 48 * 60, minOrderMinor: 0 });
    const { variantId } = await makeProduct();
    const items = [{ variant_id: variantId, quantity: 3 }];
    const { order } = await placeOrder(
      now(),
      orderOf([], { items, delivery_type: 'delivery', delivery_address: away }),
    );
    return { order, locationId };
  }

  it('changes the fee with the zone and with the subtotal, and keeps it otherwise', async () => {
    const { order } = await delivered();
    expect(order).toMatchObject({ delivery_fee: 3.5, total: 41 });
    const street = await change(order, { delivery_address: { ...away, street: 'Lange Gasse 2', notes: 'Bell Meyer' } });
    expect(street).toMatchObject({ total: 41, delivery_address: { street: 'Lange Gasse 2', notes: 'Bell Meyer' } });
    expect(changeIn(street)?.note).toBe('new address');
    const more = await change(order, { items: [{ item_id: itemOf(order), quantity: 4 }] });
    expect(more).toMatchObject({ delivery_fee: 0, total: 50 });
  });

  it('is refused outside every zone, below a minimum, and without an address', async () => {
    const { order } = await delivered();
    expect(await refusal(change(order, { delivery_address: { ...away, postal_code: '99999' } }))).toMatchObject({
      code: 'ZONE_001',
    });
    expect(await refusal(change(order, { items: [{ item_id: itemOf(order), quantity: 1 }] }))).toMatchObject({
      code: 'ZONE_002',
    });
    expect(await refusal(change(order, { delivery_address: null }))).toMatchObject({
      codes: { delivery_address: ['VAL_001'] },
    });
  });

  it('turns into pickup and back, with a slot where there are slots', async () => {
    const { order, locationId } = await delivered();
    expect(await refusal(change(order, { delivery_type: 'pickup' }))).toMatchObject({
      codes: { slot_id: ['VAL_001'] },
    });
    const slot_id = slotAt(locationId, THU, '09:00');
    const collected = await change(order, { delivery_type: 'pickup', slot_id });
    expect(collected).toMatchObject({
      delivery_type: 'pickup',
      delivery_fee: 0,
      total: 37.5,
      delivery_address: null,
      slot: { id: slot_id },
    });
    const sent = await change(order, { delivery_type: 'delivery', delivery_address: away });
    expect(sent).toMatchObject({ delivery_type: 'delivery', total: 41, slot: null });
    expect(await bookedIn(slot_id)).toEqual([0, 0]);
  });

  it('keeps a slot only where the other zone can have it', async () => {
    const { order, locationId } = await delivered();
    await database()
      .db.insert(openingRules)
      .values(
        [4, 5, 6, 7, 1].map((weekday) => ({
          locationId,
          purpose: 'delivery' as const,
          weekday,
          starts: '16:00',
          ends: '18:00',
          slotMinutes: 60,
          cutoff: { kind: 'minutes' as const, minutes: 60 },
        })),
      );
    forgetRuleBook();
    const slot_id = slotAt(locationId, THU, '16:00', 'delivery');
    await change(order, { slot_id });
    const far = { ...away, postal_code: '12047' };
    const error = await refusal(change(order, { delivery_address: far }));
    expect(error).toMatchObject({ code: 'SLOT_003', details: { reason: 'lead_time' } });
    const [next] = error.details.next as { id: string }[];
    expect(await change(order, { delivery_address: far, slot_id: next?.id })).toMatchObject({ slot: { id: next?.id } });
  });
});
