import { expect, it } from 'vitest';
import { dataOf, desk, freeSlot, INVALID, MALFORMED, NOT_FOUND, newOrder, newPlace, nobody } from '../shop.ts';

const body = { name: 'Second yard', street: 'Ofenhof 8', city: 'Berlin' };

export function locations() {
  it('are added, read, changed, replaced, archived and restored', async () => {
    const { id } = dataOf(await desk('POST', '/admin/locations', { ...body, lat: 52.49, lng: 13.42 }), 201);
    const path = `/admin/locations/${id}`;
    expect(dataOf(await desk('GET', path))).toMatchObject({ ...body, kind: 'shop', lat: 52.49, open_orders: 0 });
    const gate = { instructions: 'Green gate.' };
    expect(dataOf(await desk('PATCH', path, gate))).toMatchObject({ ...body, ...gate, lng: 13.42 });
    const market = { ...body, kind: 'market' };
    expect(dataOf(await desk('PUT', path, market))).toMatchObject({ ...market, instructions: null, lat: null });
    const ids = async (query = '') =>
      dataOf(await desk('GET', `/admin/locations${query}`)).map((place: { id: string }) => place.id);
    expect(await ids()).toContain(id);
    expect((await desk('DELETE', path)).status).toBe(204);
    expect(await ids()).not.toContain(id);
    expect(await ids('?archived=true')).toContain(id);
    expect(dataOf(await desk('POST', `${path}/restore`)).archived_at).toBeNull();
  });

  it('with open orders go only when somebody has seen them', async () => {
    const place = await newPlace();
    const { order_number } = await newOrder({ slot_id: (await freeSlot(place.id)).id });
    const path = `/admin/locations/${place.id}`;
    const asked = { status: 409, code: 'CONF_002', details: { orders: 1, order_numbers: [order_number] } };
    expect(await desk('PATCH', path, { active: false })).toMatchObject(asked);
    expect(await desk('PUT', path, { ...body, active: false })).toMatchObject(asked);
    expect(await desk('DELETE', path)).toMatchObject(asked);
    expect(dataOf(await desk('PATCH', path, { active: false, confirm: true })).open_orders).toBe(1);
    expect((await desk('DELETE', `${path}?confirm=true`)).status).toBe(204);
  });

  it('are refused where they make no sense', async () => {
    const path = `/admin/locations/${(await newPlace()).id}`;
    const half = { ...body, lat: 52.49 };
    expect(await desk('POST', '/admin/locations', half)).toMatchObject(INVALID);
    expect(await desk('PUT', path, half)).toMatchObject(INVALID);
    expect(await desk('PATCH', path, { name: '' })).toMatchObject(INVALID);
    expect(await desk('DELETE', `${path}?confirm=perhaps`)).toMatchObject(MALFORMED);
    expect(await desk('GET', '/admin/locations?archived=perhaps')).toMatchObject(MALFORMED);
  });

  it.each([
    ['GET', '', undefined],
    ['PUT', '', body],
    ['PATCH', '', body],
    ['DELETE', '', undefined],
    ['POST', '/restore', undefined],
  ])('answer %s %s of a place that is not there', async (method, what, sent) => {
    expect(await desk(method, `/admin/locations/${nobody()}${what}`, sent)).toMatchObject(NOT_FOUND);
  });
}
