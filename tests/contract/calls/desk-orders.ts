import { expect, it } from 'vitest';
import { dataOf, desk, INVALID, MALFORMED, NOT_FOUND, newOrder, newProduct, nobody, person } from '../shop.ts';

/** What the desk sends to order one of something new, with a note that a table must not read as a formula. */
async function taken(more: Record<string, unknown> = {}) {
  const { id } = await newProduct();
  const { customer_name, customer_phone, ...wish } = person();
  const who = 'customer_id' in more ? {} : { customer_name, customer_phone };
  return { ...wish, ...who, items: [{ product_id: id, quantity: 1, note: '=HYPERLINK("x")' }], ...more };
}

export function deskOrders() {
  it('leads an order to its end, by version and by older words', async () => {
    const { id } = await newOrder();
    const path = `/admin/orders/${id}`;
    const seen = { 'if-match': (await desk('GET', path)).headers.get('etag') ?? '' };
    const begin = () => desk('PATCH', `${path}/status`, { status: 'processing' }, seen);
    expect(dataOf(await begin()).status).toBe('processing');
    expect(await begin()).toMatchObject({ status: 412, code: 'REQ_002' });
    expect(dataOf(await desk('PATCH', path, { status: 'ready' })).status).toBe('ready');
    const done = await desk('PUT', path, { status: 'delivered', payment_status: 'paid' });
    expect(done.data).toMatchObject({ status: 'completed', payment_status: 'paid', due: 0 });
    const unknown = { status: 409, code: 'ORD_002' };
    expect(await desk('PATCH', `${path}/status`, { status: 'pending' })).toMatchObject(unknown);
    for (const method of ['PUT', 'PATCH'])
      expect(await desk(method, path, { status: 'pending' })).toMatchObject(unknown);
  });

  it('takes orders at both addresses, lists, filters and exports them', async () => {
    const customer = dataOf(
      await desk('POST', '/admin/customers', { name: '=1+1 Desk', phone: '+40 733 987 653' }),
      201,
    ).id;
    const body = await taken({ customer_id: customer });
    const first = dataOf(await desk('POST', '/admin/orders', { ...body, is_paid: true }), 201);
    expect(first).toMatchObject({ channel: 'desk', payment_status: 'paid', customer: { id: customer } });
    const older = dataOf(await desk('POST', '/v1/orders', body), 201);
    expect(older.channel).toBe('desk');

    const list = `?customer_id=${customer}&limit=1`;
    expect((await desk('GET', `/admin/orders${list}`)).meta).toMatchObject({ total: 2, pages: 2 });
    expect((await desk('GET', `/v1/orders${list}&status=ordered`)).meta.total).toBe(2);
    expect(dataOf(await desk('GET', `/v1/orders/${older.id}`)).id).toBe(older.id);
    const moved = await desk('PATCH', `/v1/orders/${older.id}/status`, { status: 'confirmed' });
    expect(dataOf(moved).status).toBe('confirmed');

    const csv = await desk('GET', `/admin/orders/export?customer_id=${customer}`);
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(csv.text).toContain(older.order_number);
    for (const cell of csv.text.split(/[\r\n,]+/)) expect(cell.replace(/^"/, '')).not.toMatch(/^[=+@\t]/);
  });

  it('finds orders, customers and products by a few letters', async () => {
    const { id, order_number: number, customer_name: name } = await newOrder();
    const found = dataOf(await desk('GET', `/admin/search?q=${encodeURIComponent(number)}`));
    expect(found.orders[0]).toMatchObject({ id, order_number: number, customer_name: name });
    expect(dataOf(await desk('GET', '/admin/search?q=x'))).toEqual({ orders: [], customers: [], products: [] });
    expect(await desk('GET', `/admin/search?q=${'x'.repeat(101)}`)).toMatchObject(INVALID);
  });

  it('tells what has come in since it was asked last', async () => {
    const { cursor } = dataOf(await desk('GET', '/admin/orders/arrivals'));
    const { id } = await newOrder();
    const later = dataOf(await desk('GET', `/admin/orders/arrivals?cursor=${cursor}`));
    expect(later.orders.map((order: { id: string }) => order.id)).toContain(id);
    expect(await desk('GET', '/admin/orders/arrivals?cursor=yesterday')).toMatchObject(MALFORMED);
  });

  it('promises no more than there is', async () => {
    const body = await taken();
    expect(await desk('POST', '/admin/orders', { ...body, customer_phone: null })).toMatchObject(INVALID);
    const [item] = body.items;
    const items = [{ ...item, quantity: 21 }];
    expect(await desk('POST', '/admin/orders', { ...body, items })).toMatchObject({ status: 409, code: 'STK_001' });
  });

  it('has a sheet of every day, by place too', async () => {
    const { id, slot, items } = await newOrder();
    const day = `/admin/day/${slot.starts_at.slice(0, 10)}`;
    const sheet = dataOf(await desk('GET', day));
    expect(sheet.pack.map((order: { id: string }) => order.id)).toContain(id);
    expect(sheet.locations).toContainEqual(expect.objectContaining({ id: slot.location.id }));
    const [{ variant_id }] = items;
    const here = dataOf(await desk('GET', `${day}?location_id=${slot.location.id}`));
    expect(here.make).toContainEqual(expect.objectContaining({ variant_id, quantity: 2, to_do: 2 }));
    expect(here.hand_over).toContainEqual(expect.objectContaining({ location: slot.location }));
    expect(dataOf(await desk('GET', `${day}?location_id=none`)).pack).toEqual([]);
    expect(await desk('GET', `${day}?location_id=here`)).toMatchObject(MALFORMED);
    expect(await desk('GET', '/admin/day/tomorrow')).toMatchObject(MALFORMED);
  });

  it.each([
    ['GET', '', undefined],
    ['PUT', '', { status: 'confirmed' }],
    ['PATCH', '', { status: 'confirmed' }],
    ['PATCH', '/status', { status: 'confirmed' }],
    ['POST', '/payments', {}],
    ['POST', '/refunds', {}],
  ])('answers %s %s of an order that is not there', async (method, what, body) => {
    expect(await desk(method, `/admin/orders/${nobody()}${what}`, body)).toMatchObject(NOT_FOUND);
  });

  it.each(['/admin/orders', '/orders', '/admin/orders/export'])('refuses a status nobody knows at %s', async (path) => {
    expect(await desk('GET', `${path}?status=lost`)).toMatchObject(MALFORMED);
  });
}
