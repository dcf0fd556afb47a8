import { expect, it } from 'vitest';
import { dataOf, desk, freeSlot, INVALID, MALFORMED, NOT_FOUND, newOrder, newPlace, nobody } from '../shop.ts';

const ruleAt = (location_id: string) => ({
  location_id,
  purpose: 'pickup',
  weekday: 6,
  starts: '14:00',
  ends: '18:00',
  slot_minutes: 30,
  cutoff: { kind: 'time', time: '18:00', days_before: 1 },
});

export function hours() {
  it('are added, read, changed, replaced and removed', async () => {
    const { id: place } = await newPlace();
    const made = dataOf(await desk('POST', '/admin/opening-rules', ruleAt(place)), 201);
    expect(made).toMatchObject({ ...ruleAt(place), capacity_orders: null, valid_from: null });
    const path = `/admin/opening-rules/${made.id}`;
    expect(dataOf(await desk('GET', path))).toEqual(made);
    const changed = dataOf(await desk('PATCH', path, { capacity_orders: 4, valid_from: '2031-03-01' }));
    expect(changed).toMatchObject({ ...ruleAt(place), capacity_orders: 4, valid_from: '2031-03-01' });
    const whole = { ...ruleAt(place), weekday: 7, cutoff: { kind: 'minutes', minutes: 90 } };
    expect(dataOf(await desk('PUT', path, whole))).toMatchObject({ ...whole, capacity_orders: null, valid_from: null });
    const list = dataOf(await desk('GET', `/admin/opening-rules?location_id=${place}&purpose=pickup`));
    expect(list).toHaveLength(8);
    expect((await desk('DELETE', path)).status).toBe(204);
    expect(await desk('GET', path)).toMatchObject(NOT_FOUND);
  });

  it('do not overlap', async () => {
    const { id: place } = await newPlace();
    const { id } = dataOf(await desk('POST', '/admin/opening-rules', ruleAt(place)), 201);
    const early = { ...ruleAt(place), starts: '11:30' };
    const taken = { status: 409, code: 'CONF_001' };
    expect(await desk('POST', '/admin/opening-rules', early)).toMatchObject(taken);
    expect(await desk('PATCH', `/admin/opening-rules/${id}`, { starts: '11:30' })).toMatchObject(taken);
    expect(await desk('PUT', `/admin/opening-rules/${id}`, early)).toMatchObject(taken);
  });

  it('in which orders are promised change only when somebody has seen them', async () => {
    const { id: place } = await newPlace();
    const slot = await freeSlot(place);
    const { order_number } = await newOrder({ slot_id: slot.id });
    const rules = dataOf(await desk('GET', `/admin/opening-rules?location_id=${place}`));
    const weekday = new Date(slot.starts_at).getUTCDay() || 7;
    const rule = rules.find((one: { weekday: number }) => one.weekday === weekday);
    const path = `/admin/opening-rules/${rule.id}`;
    const asked = { status: 409, code: 'CONF_002', details: { orders: 1, order_numbers: [order_number] } };
    expect(await desk('PATCH', path, { ends: '09:00' })).toMatchObject(asked);
    expect(await desk('PUT', path, ruleAt(place))).toMatchObject(asked);
    expect(await desk('DELETE', path)).toMatchObject(asked);
    expect(dataOf(await desk('PATCH', path, { ends: '09:00', confirm: true })).ends).toBe('09:00');
    expect((await desk('DELETE', `${path}?confirm=true`)).status).toBe(204);
  });

  it('are refused where they make no sense', async () => {
    const backward = { ...ruleAt((await newPlace()).id), ends: '13:00' };
    expect(await desk('POST', '/admin/opening-rules', backward)).toMatchObject(INVALID);
    expect(await desk('GET', '/admin/opening-rules?purpose=naps')).toMatchObject(MALFORMED);
  });

  it.each([
    ['GET', undefined],
    ['PATCH', { slot_minutes: 60 }],
    ['DELETE', undefined],
  ])('answer %s of a window that is not there', async (method, body) => {
    expect(await desk(method, `/admin/opening-rules/${nobody()}`, body)).toMatchObject(NOT_FOUND);
  });

  it('replace nothing that is not there', async () => {
    const body = ruleAt((await newPlace()).id);
    expect(await desk('PUT', `/admin/opening-rules/${nobody()}`, body)).toMatchObject(NOT_FOUND);
  });
}
