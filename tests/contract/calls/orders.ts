import { expect, it } from 'vitest';
import {
  dataOf,
  desk,
  INVALID,
  linkOf,
  NOT_FOUND,
  newOrder,
  newPlace,
  newProduct,
  order,
  person,
  send,
} from '../shop.ts';

export function orders() {
  it('is placed once per key', async () => {
    const { variantId } = await newProduct();
    const body = person({ items: [{ variant_id: variantId, quantity: 2 }] });
    const headers = { 'idempotency-key': `k-${variantId}` };
    const first = dataOf(await send('POST', '/orders', { headers, body }), 201);
    const again = await send('POST', '/orders', { headers, body });
    expect(dataOf(again, 201).id).toBe(first.id);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    const other = { ...body, preferred_time: 'noon' };
    expect(await send('POST', '/orders', { headers, body: other })).toMatchObject({ status: 422, code: 'REQ_003' });
  });

  it('is tracked, opened by its link and cancelled', async () => {
    const { id, variantId } = await newProduct({ stock_quantity: 10 });
    const placed = dataOf(await order(variantId), 201);
    const facts = { order_number: placed.order_number, phone: placed.customer_phone };
    const tracked = await send('POST', '/orders/track', { body: facts });
    expect(tracked.data).toMatchObject({ order_number: facts.order_number, status: 'pending', total: 9.6, due: 9.6 });
    expect(tracked.text).not.toContain('Ana');
    const query = new URLSearchParams(facts);
    expect(dataOf(await send('GET', `/orders/track?${query}`))).toEqual(tracked.data);

    const [path, headers] = [`/orders/${facts.order_number}`, linkOf(placed)];
    const own = await send('GET', path, { headers });
    expect(own.data).toMatchObject({ id: placed.id, customer_name: 'Ana Pop' });
    const unchanged = { ...headers, 'if-none-match': own.headers.get('etag') ?? '' };
    expect((await send('GET', path, { headers: unchanged })).status).toBe(304);
    const cancelled = await send('POST', `${path}/cancel`, { headers });
    expect(cancelled.data).toMatchObject({ status: 'cancelled', due: 0 });
    expect(await send('POST', `${path}/cancel`, { headers })).toMatchObject({ status: 409, code: 'ORD_002' });
    expect(dataOf(await desk('GET', `/admin/products/${id}`)).stock_quantity).toBe(10);
  });

  it('is changed by its customer until the shop begins with it', async () => {
    const placed = await newOrder();
    const [path, headers] = [`/orders/${placed.order_number}`, linkOf(placed)];
    const change = (body: unknown, more: Record<string, string> = {}) =>
      send('PATCH', path, { headers: { ...headers, ...more }, body });
    const read = await send('GET', path, { headers });
    const seen = { 'if-match': read.headers.get('etag') ?? '' };
    const items = [{ item_id: placed.items[0].id, quantity: 3 }];
    expect(dataOf(await change({ items }, seen))).toMatchObject({ total: 14.4, version: 2, slot: placed.slot });
    expect(await change({ special_instructions: 'Sliced' }, seen)).toMatchObject({ status: 412, code: 'REQ_002' });
    expect(await change({ items: [{ ...items[0], quantity: 21 }] })).toMatchObject({ status: 409, code: 'STK_001' });
    expect(await change({ total: 1 })).toMatchObject(INVALID);
    dataOf(await desk('PATCH', `/admin/orders/${placed.id}/status`, { status: 'processing' }));
    expect(await change({ special_instructions: 'Sliced' })).toMatchObject({ status: 409, code: 'ORD_003' });
  });

  it('comes as an event for a calendar', async () => {
    const placed = await newOrder();
    const calendar = await send('GET', `/orders/${placed.order_number}/calendar.ics`, { headers: linkOf(placed) });
    expect(calendar.status).toBe(200);
    expect(calendar.text).toContain('BEGIN:VEVENT');
    expect(calendar.text).toContain(placed.order_number);
  });

  it.each([
    ['GET', '', undefined],
    ['PATCH', '', { preferred_time: 'noon' }],
    ['POST', '/cancel', {}],
    ['POST', '/payments', {}],
    ['GET', '/qr.svg', undefined],
    ['GET', '/calendar.ics', undefined],
  ])('is not there for others: %s %s', async (method, what, body) => {
    const [one, other] = [await newOrder(), await newOrder()];
    for (const headers of [{}, linkOf(other)]) {
      expect(await send(method, `/orders/${one.order_number}${what}`, { headers, body })).toMatchObject(NOT_FOUND);
    }
  });

  it('is not tracked without its phone', async () => {
    const facts = { order_number: (await newOrder()).order_number, phone: '+40722999999' };
    const unknown = { status: 404, code: 'ORD_001' };
    expect(await send('POST', '/orders/track', { body: facts })).toMatchObject(unknown);
    expect(await send('GET', `/orders/track?${new URLSearchParams(facts)}`)).toMatchObject(unknown);
  });

  it('is refused with every wrong field, without a time, with too much, and outside every zone', async () => {
    const { variantId } = await newProduct();
    expect(await send('POST', '/orders', { body: {} })).toMatchObject(INVALID);
    expect(await order(variantId, { slot_id: null })).toMatchObject({
      ...INVALID,
      details: { slot_id: [expect.any(String)] },
    });
    const items = [{ variant_id: variantId, quantity: 21 }];
    expect(await order(variantId, { items })).toMatchObject({ status: 409, code: 'STK_001' });
    const { id } = await newPlace('delivery');
    const far = {
      delivery_type: 'delivery',
      delivery_address: { street: 'Far 1', city: 'Away', postal_code: '00000' },
    };
    expect(await order(variantId, { ...far, location_id: id })).toMatchObject({ status: 422, code: 'ZONE_001' });
  });
}
