import { expect, it } from 'vitest';
import { dataOf, desk, MALFORMED, NOT_FOUND, newProduct, nobody, person } from '../shop.ts';

export function customers() {
  it('are added, read with their orders, changed, archived and restored', async () => {
    const made = { name: 'Ana Desk', phone: '+40 733 987 654' };
    const { id } = dataOf(await desk('POST', '/admin/customers', made), 201);
    const path = `/admin/customers/${id}`;
    const items = [{ variant_id: (await newProduct()).variantId, quantity: 1 }];
    const { customer_name, customer_phone, ...wish } = person({ items, customer_id: id });
    dataOf(await desk('POST', '/admin/orders', wish), 201);
    expect(dataOf(await desk('GET', path))).toMatchObject({ order_count: 1, orders: [{}] });
    expect(dataOf(await desk('PATCH', path, { notes: 'By the door' })).notes).toBe('By the door');
    const whole = { name: 'Desk', phone: null, email: 'desk@example.com' };
    expect(dataOf(await desk('PUT', path, whole))).toMatchObject(whole);
    expect((await desk('DELETE', path)).status).toBe(204);
    expect(dataOf(await desk('POST', `${path}/restore`)).archived_at).toBeNull();
    expect((await desk('GET', '/admin/customers?limit=1')).meta.limit).toBe(1);
    expect((await desk('GET', '/v1/customers?q=desk@example.com')).meta.total).toBe(1);
    expect(await desk('GET', '/admin/customers?archived=perhaps')).toMatchObject(MALFORMED);
  });

  it('who are on file twice become one', async () => {
    const twice = { name: 'Ana Twice', email: 'twice@example.com' };
    const gone = dataOf(await desk('POST', '/admin/customers', twice), 201);
    const kept = dataOf(await desk('POST', '/admin/customers', { name: 'Ana Once', tags: ['regular'] }), 201);
    const path = `/admin/customers/${kept.id}/merge`;
    const whole = { name: 'Ana Once', email: twice.email, tags: ['regular'] };
    expect(dataOf(await desk('POST', path, { from_id: gone.id }))).toMatchObject(whole);
    expect(dataOf(await desk('GET', `/admin/customers/${gone.id}`)).archived_at).not.toBeNull();
    expect(await desk('POST', path, { from_id: kept.id })).toMatchObject(NOT_FOUND);
  });

  it('get everything kept about them, and are forgotten', async () => {
    const made = { name: 'Ana Gone', phone: '+40 733 987 656', notes: 'By the door' };
    const { id } = dataOf(await desk('POST', '/admin/customers', made), 201);
    const path = `/admin/customers/${id}`;
    const items = [{ variant_id: (await newProduct()).variantId, quantity: 1 }];
    const { customer_name, customer_phone, ...wish } = person({ items, customer_id: id });
    const order = dataOf(await desk('POST', '/admin/orders', wish), 201);
    const data = dataOf(await desk('POST', `${path}/export`));
    expect(data).toMatchObject({ customer: { notes: 'By the door' }, orders: [{ order_number: order.order_number }] });
    const open = { status: 409, code: 'CONF_002', details: { reason: 'open_orders' } };
    expect(await desk('POST', `${path}/erase`)).toMatchObject(open);
    dataOf(await desk('PATCH', `/admin/orders/${order.id}/status`, { status: 'completed' }));
    expect(dataOf(await desk('POST', `${path}/erase`))).toEqual({ erased: true, orders: 1 });
    expect(dataOf(await desk('POST', `${path}/erase`))).toEqual({ erased: false, orders: 0 });
    expect(dataOf(await desk('GET', path))).toMatchObject({ phone: null, notes: null, order_count: 1 });
    expect(await desk('PATCH', path, { name: 'Ana' })).toMatchObject({ status: 409, code: 'CONF_002' });
  });

  it('share no phone', async () => {
    const one = { name: 'Ana', phone: '+40 733 987 655' };
    dataOf(await desk('POST', '/admin/customers', one), 201);
    const taken = { status: 409, code: 'CONF_001' };
    expect(await desk('POST', '/admin/customers', one)).toMatchObject(taken);
    const { id } = dataOf(await desk('POST', '/admin/customers', { name: 'Bea' }), 201);
    for (const method of ['PUT', 'PATCH']) {
      expect(await desk(method, `/admin/customers/${id}`, one)).toMatchObject(taken);
    }
  });

  it.each([
    ['GET', '', undefined],
    ['PUT', '', { name: 'Ana' }],
    ['PATCH', '', { name: 'Ana' }],
    ['DELETE', '', undefined],
    ['POST', '/restore', undefined],
    ['POST', '/export', undefined],
    ['POST', '/erase', undefined],
  ])('answers %s %s of somebody who is not there', async (method, what, body) => {
    expect(await desk(method, `/admin/customers/${nobody()}${what}`, body)).toMatchObject(NOT_FOUND);
  });
}
