import { expect, it } from 'vitest';
import { dataOf, desk, freeSlot, INVALID, MALFORMED, NOT_FOUND, newOrder, newPlace, nobody, send } from '../shop.ts';

const zoneAt = (location_id: string, code: string, more: Record<string, unknown> = {}) => ({
  location_id,
  name: `Around ${code}`,
  postal_rules: [{ kind: 'exact', code }],
  fees: [
    { from_subtotal: 0, fee: 3.5 },
    { from_subtotal: 40, fee: 0 },
  ],
  ...more,
});

export function zones() {
  it('are added, charged, changed, replaced, archived and restored', async () => {
    const { id: place, name } = await newPlace('delivery');
    const body = zoneAt(place, '99101', { min_order: 5 });
    const made = dataOf(await desk('POST', '/admin/zones', body), 201);
    expect(made).toMatchObject({ location: { id: place, name }, postal_codes: '99101', fees: body.fees, min_order: 5 });
    const path = `/admin/zones/${made.id}`;
    expect(dataOf(await desk('GET', path))).toEqual(made);
    const quote = () => send('POST', '/delivery/quote', { body: { postal_code: '99101', subtotal: 10 } });
    expect(dataOf(await quote())).toMatchObject({ fee: 3.5, minimum: 5, missing_for_free: 30 });
    const fees = [{ from_subtotal: 0, fee: 2 }];
    expect(dataOf(await desk('PATCH', path, { fees }))).toMatchObject({ fees, min_order: 5 });
    expect(dataOf(await desk('PUT', path, zoneAt(place, '99101')))).toMatchObject({ fees: body.fees, min_order: 0 });
    expect((await desk('DELETE', path)).status).toBe(204);
    expect(await quote()).toMatchObject({ status: 422, code: 'ZONE_001' });
    const gone = dataOf(await desk('GET', `/admin/zones?archived=true&location_id=${place}`));
    expect(gone).toMatchObject([{ id: made.id, archived_at: expect.any(String) }]);
    expect(dataOf(await desk('POST', `${path}/restore`)).archived_at).toBeNull();
  });

  it('are charged by orders, which they leave only when somebody has seen them', async () => {
    const { id: place } = await newPlace('delivery');
    const { id } = dataOf(await desk('POST', '/admin/zones', zoneAt(place, '99102')), 201);
    const slot = await freeSlot(place, 'method=delivery&postal_code=99102');
    const delivery_address = { street: 'Lange Gasse 1', city: 'Berlin', postal_code: '99102' };
    const order = await newOrder({ delivery_type: 'delivery', delivery_address, slot_id: slot.id });
    expect(order).toMatchObject({ subtotal: 9.6, delivery_fee: 3.5, total: 13.1 });
    const path = `/admin/zones/${id}`;
    const asked = { status: 409, code: 'CONF_002', details: { orders: 1, order_numbers: [order.order_number] } };
    expect(await desk('PATCH', path, { active: false })).toMatchObject(asked);
    expect(await desk('PUT', path, zoneAt(place, '99102', { active: false }))).toMatchObject(asked);
    expect(await desk('DELETE', path)).toMatchObject(asked);
    expect((await desk('DELETE', `${path}?confirm=true`)).status).toBe(204);
  });

  it('are restored only with their place', async () => {
    const { id: place } = await newPlace('delivery');
    const { id } = dataOf(await desk('POST', '/admin/zones', zoneAt(place, '99103')), 201);
    expect((await desk('DELETE', `/admin/locations/${place}`)).status).toBe(204);
    expect(await desk('POST', `/admin/zones/${id}/restore`)).toMatchObject(INVALID);
  });

  it('are refused where they make no sense', async () => {
    const body = zoneAt((await newPlace('delivery')).id, '99104', { fees: [{ from_subtotal: 10, fee: 2 }] });
    expect(await desk('POST', '/admin/zones', body)).toMatchObject(INVALID);
    expect(await desk('POST', '/admin/zones', zoneAt(nobody(), '99104'))).toMatchObject(INVALID);
    expect(await desk('GET', '/admin/zones?archived=perhaps')).toMatchObject(MALFORMED);
  });

  it.each([
    ['GET', '', undefined],
    ['PATCH', '', { min_order: 1 }],
    ['DELETE', '', undefined],
    ['POST', '/restore', undefined],
  ])('answer %s %s of a zone that is not there', async (method, what, body) => {
    expect(await desk(method, `/admin/zones/${nobody()}${what}`, body)).toMatchObject(NOT_FOUND);
  });

  it('replace nothing that is not there', async () => {
    const body = zoneAt((await newPlace('delivery')).id, '99105');
    expect(await desk('PUT', `/admin/zones/${nobody()}`, body)).toMatchObject(NOT_FOUND);
  });
}
