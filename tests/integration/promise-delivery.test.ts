import { eq, sql } from 'drizzle-orm';
import { afterEach, describe, expect, it } from 'vitest';
import { orders } from '#db/schema/orders';
import { closures, deliveryFees, deliveryZones, locations, openingRules, slots } from '#db/schema/promise';
import { addToCart } from '#lib/cart/commands';
import { getCart } from '#lib/cart/queries';
import { database } from '#lib/database';
import { placeOrder } from '#lib/orders/commands';
import { listFreeDelivery } from '#lib/promise/queries/at-checkout';
import { forgetRuleBook } from '#lib/promise/queries/rule-book';
import { momentAt } from '#lib/time';
import { makePlace, makeZone, slotAt, ZONE } from '#tests/factories/promise';
import { makeProduct, orderOf, setSetting, visitor } from '#tests/factories/shop';
import { refusal } from '#tests/support/refusal';

/** A Wednesday, 10:00 in Berlin. */
const NOW = momentAt('2031-03-05', '10:00', ZONE);
const _at = (day: string, time: string) => visitor({ now: momentAt(day, time, ZONE) });
const now = () => visitor({ now: NOW });

afterEach(async () => {
  const { db } = database();
  await db.update(orders).set({ slotId: null, locationId: null, zoneId: null });
  for (const table of [closures, openingRules, slots, deliveryZones, locations]) await db.delete(table);
  forgetRuleBook();
  await setSetting('checkout', {});
});

describe('a delivery', () => {
  const to = (postal_code: string | undefined, more: Record<string, unknown> = {}) => ({
    delivery_type: 'delivery',
    delivery_address: { street: 'Lange Gasse 1', city: 'Berlin', postal_code },
    ...more,
  });

  it('comes from the place of its zone, with the extra lead and the fee', async () => {
    await setSetting('checkout', { delivery_types: ['pickup', 'delivery'] });
    const { locationId } = await makePlace({ purpose: 'delivery' });
    const other = await makePlace({ purpose: 'delivery' }, 'The farm');
    const zoneId = await makeZone(locationId, '10', { extraLeadMinutes: 120, minOrderMinor: 2000 });
    const { variantId } = await makeProduct({ priceMinor: 2500 });
    const slot = (time: string, place = locationId) => slotAt(place, '2031-03-06', time, 'delivery');
    const early = visitor({ now: momentAt('2031-03-06', '06:00', ZONE) });
    const soon = visitor({ now: momentAt('2031-03-06', '06:30', ZONE) });
    expect(
      await refusal(placeOrder(soon, orderOf([variantId], to('10115', { slot_id: slot('08:00') })))),
    ).toMatchObject({ code: 'SLOT_003', details: { reason: 'lead_time' } });
    const { order } = await placeOrder(early, orderOf([variantId], to('10115', { slot_id: slot('09:00') })));
    expect(order).toMatchObject({ delivery_fee: 3.5, slot: { location: { id: locationId } } });
    const [row] = await database().db.select({ zoneId: orders.zoneId }).from(orders).where(eq(orders.id, order.id));
    expect(row?.zoneId).toBe(zoneId);
    expect(
      await refusal(placeOrder(early, orderOf([variantId], to('10115', { slot_id: slot('09:00', other.locationId) })))),
    ).toMatchObject({ code: 'SLOT_002', details: { reason: 'unknown' } });
    expect(
      await refusal(placeOrder(early, orderOf([variantId], to('20115', { slot_id: slot('09:00') })))),
    ).toMatchObject({
      code: 'ZONE_001',
    });
  });

  it('is promised in the cart for the zone of a postal code that is known, else for the nearest', async () => {
    await setSetting('checkout', { delivery_types: ['pickup', 'delivery'] });
    const { locationId } = await makePlace({ purpose: 'delivery' });
    await makeZone(locationId, '10');
    await makeZone(locationId, '20', { extraLeadMinutes: 24 * 60 });
    const { variantId } = await makeProduct();
    const { cart_key } = await addToCart(now(), {
      cart_key: null,
      variant_id: variantId,
      quantity: 1,
      on_date: null,
      note: '',
    });
    const earliest = async (postalCode: string | null) =>
      (await getCart(now(), { cart_key }, postalCode))?.earliest.delivery?.starts_at;
    const [near, far] = ['08:00', '10:00'].map((time) => momentAt('2031-03-06', time, ZONE));
    expect(await Promise.all([null, '10115', '99999', '20115'].map(earliest))).toEqual([
      near?.toISOString(),
      near?.toISOString(),
      near?.toISOString(),
      far?.toISOString(),
    ]);
  });

  it('is free from the amount of its own zone, once the postal code is known', async () => {
    await setSetting('checkout', { delivery_types: ['pickup', 'delivery'] });
    const { locationId } = await makePlace({ purpose: 'delivery' });
    await makeZone(locationId, '10');
    const far = await makeZone(locationId, '20');
    const steps = (postalCode: string | null) => listFreeDelivery(now(), postalCode);
    expect(await steps('10115')).toEqual([{ zone: null, from: 40 }]);
    await database()
      .db.update(deliveryFees)
      .set({ fromSubtotalMinor: 9000 })
      .where(sql`zone_id = ${far} and fee_minor = 0`);
    forgetRuleBook();
    const [near, away] = [
      { zone: 'Zone 10', from: 40 },
      { zone: 'Zone 20', from: 90 },
    ];
    expect(await steps(null)).toEqual([near, away]);
    expect(await steps('20 115')).toEqual([away]);
    expect(await steps('30115')).toEqual([near, away]);
  });

  it('is refused outside every zone once its zone was removed', async () => {
    await setSetting('checkout', { delivery_types: ['pickup', 'delivery'] });
    const { locationId } = await makePlace({ purpose: 'delivery' });
    const first = await makeZone(locationId, '10');
    await makeZone(locationId, '2');
    const { variantId } = await makeProduct();
    const order = () =>
      placeOrder(
        now(),
        orderOf([variantId], to('10115', { slot_id: slotAt(locationId, '2031-03-06', '09:00', 'delivery') })),
      );
    await order();
    await database().db.update(deliveryZones).set({ archivedAt: new Date() }).where(eq(deliveryZones.id, first));
    // Nobody told this process: the statement refuses the old rule book, and it is read anew.
    expect(await refusal(order())).toMatchObject({ code: 'ZONE_001' });
  });
});
