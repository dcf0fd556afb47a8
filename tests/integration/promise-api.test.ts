import { afterEach, describe, expect, it } from 'vitest';
import { clearPlaces, makePlace, makeZone } from '#tests/factories/promise';
import { makeProduct } from '#tests/factories/shop';
import { call } from '#tests/support/api';

afterEach(clearPlaces);

describe('the API of slots', () => {
  it('lists slots with states and reasons, for goods together', async () => {
    const { locationId } = await makePlace({ capacityOrders: 5 });
    const { variantId, slug } = await makeProduct({ stockQuantity: 2 });
    const open = await call('GET', '/slots');
    expect(open.status).toBe(200);
    expect(open.body.data.length).toBeGreaterThan(40);
    expect(open.body.data.at(-1)).toMatchObject({ state: 'open', reason: null, room: 5, location: { id: locationId } });
    const short = await call('GET', `/slots?items=${variantId}:3`);
    expect(new Set(short.body.data.map((slot: { reason: string }) => slot.reason))).toContain('sold_out');
    const some = await call('GET', `/products/${slug}/availability?quantity=2`);
    expect(some.body.data).toMatchObject({
      quantity: 2,
      has_slots: true,
      earliest: { slot_id: some.body.data.slots[0].id },
    });
    const none = await call('GET', `/products/${slug}/availability?quantity=3`);
    expect(none.body.data).toMatchObject({ earliest: null, slots: [] });
  });

  it('answers what cannot be read or asked with a clear error', async () => {
    await makePlace();
    for (const query of ['items=what', 'from=2026-02-30', 'method=drone', 'location=here']) {
      expect((await call('GET', `/slots?${query}`)).body.error?.code, query).toBe('REQ_001');
    }
    const backwards = await call('GET', '/slots?from=2031-03-09&to=2031-03-08');
    expect(backwards).toMatchObject({ status: 422, body: { error: { code: 'VALIDATION_ERROR' } } });
    expect((await call('GET', '/products/nothing/availability')).body.error?.code).toBe('DB_002');
    await makeZone((await makePlace({ purpose: 'delivery' })).locationId, '10');
    expect((await call('GET', '/slots?method=delivery&postal_code=99999')).body.error?.code).toBe('ZONE_001');
  });
});
