import { expect, it } from 'vitest';
import { dataOf, desk, freeSlot, INVALID, MALFORMED, NOT_FOUND, newOrder, newPlace, nobody } from '../shop.ts';

const HOUR_MS = 3_600_000;
const fromNow = (hours: number) => new Date(Date.now() + hours * HOUR_MS).toISOString();

export function closures() {
  it('are added with the orders inside, read, changed, replaced and removed', async () => {
    const { id: place, name } = await newPlace();
    const slot = await freeSlot(place);
    const { id: order } = await newOrder({ slot_id: slot.id });
    const day = slot.starts_at.slice(0, 10);
    const body = { location_id: place, from: day, public_message: 'Gone fishing.' };
    const made = dataOf(await desk('POST', '/admin/closures', body), 201);
    const where = { id: place, name };
    expect(made).toMatchObject({ location: where, purpose: null, from: day, to: day, orders: [{ id: order }] });
    const path = `/admin/closures/${made.id}`;
    expect(dataOf(await desk('GET', path))).toEqual(made);
    const { orders: _, ...row } = made;
    expect(dataOf(await desk('GET', '/admin/closures?limit=100'))).toContainEqual(row);
    const hours = { from: day, from_time: '12:00', to_time: '20:00' };
    const changed = dataOf(await desk('PATCH', path, hours));
    expect(changed).toMatchObject({ ...hours, public_message: 'Gone fishing.', orders: [] });
    const moments = { location_id: place, starts_at: '2031-05-01T00:00:00.000Z', ends_at: '2031-05-02T00:00:00.000Z' };
    const replaced = dataOf(await desk('PUT', path, { ...moments, purpose: 'delivery' }));
    expect(replaced).toMatchObject({ purpose: 'delivery', starts_at: moments.starts_at, public_message: null });
    expect((await desk('DELETE', path)).status).toBe(204);
    expect(await desk('GET', path)).toMatchObject(NOT_FOUND);
  });

  it('end now, or never begin', async () => {
    const { id: location_id } = await newPlace();
    const close = async (from: number, until: number) => {
      const span = { location_id, starts_at: fromNow(from), ends_at: fromNow(until) };
      return `/admin/closures/${dataOf(await desk('POST', '/admin/closures', span), 201).id}`;
    };
    const [begun, planned] = [await close(-1, 1), await close(1, 2)];
    for (const path of [begun, planned]) expect((await desk('POST', `${path}/end`)).status).toBe(204);
    const { ends_at } = dataOf(await desk('GET', begun));
    expect(Date.parse(ends_at)).toBeLessThanOrEqual(Date.now());
    const over = dataOf(await desk('GET', '/admin/closures?past=true'));
    expect(over).toContainEqual(expect.objectContaining({ id: begun.split('/').at(-1), ends_at }));
    expect(await desk('GET', planned)).toMatchObject(NOT_FOUND);
  });

  it('are refused where they make no sense', async () => {
    const backward = { from: '2031-05-02', to: '2031-05-01' };
    const { id } = dataOf(await desk('POST', '/admin/closures', { from: '2031-05-01' }), 201);
    expect(await desk('POST', '/admin/closures', backward)).toMatchObject(INVALID);
    expect(await desk('PUT', `/admin/closures/${id}`, backward)).toMatchObject(INVALID);
    expect(await desk('PATCH', `/admin/closures/${id}`, { ends_at: '2031-04-01T00:00:00Z' })).toMatchObject(INVALID);
    expect(await desk('GET', '/admin/closures?past=perhaps')).toMatchObject(MALFORMED);
  });

  it.each([
    ['GET', '', undefined],
    ['PUT', '', { from: '2031-05-01' }],
    ['PATCH', '', { public_message: 'Closed.' }],
    ['DELETE', '', undefined],
    ['POST', '/end', undefined],
  ])('answer %s %s of one that is not there', async (method, what, body) => {
    expect(await desk(method, `/admin/closures/${nobody()}${what}`, body)).toMatchObject(NOT_FOUND);
  });
}
