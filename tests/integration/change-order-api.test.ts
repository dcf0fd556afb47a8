import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { databaseUrl } from '#lib/env';
import { placeOrder } from '#lib/orders/commands';
import { expectGoodBooks, forgetPlaces, itemOf, keyOf } from '#tests/factories/change';
import { makePlace } from '#tests/factories/promise';
import { makeProduct, orderOf, visitor } from '#tests/factories/shop';
import { call, tokenOf } from '#tests/support/api';

let books: postgres.Sql;
let token: string;
beforeAll(async () => {
  books = postgres(databaseUrl(), { max: 1 });
  token = (await tokenOf('staff')).token;
});
afterAll(() => books.end());
afterEach(async () => {
  await expectGoodBooks(books);
  await forgetPlaces();
});

/** An order without a slot: hours are those of the real clock here. */
async function order() {
  const { variantId } = await makeProduct();
  const items = [{ variant_id: variantId, quantity: 2 }];
  return (await placeOrder(visitor(), orderOf([], { items, preferred_time: 'Saturday' }))).order;
}
type Order = Awaited<ReturnType<typeof order>>;

const withKey = (one: Order, more: Record<string, string> = {}) => ({ 'barrow-order-key': keyOf(one) ?? '', ...more });
const patch = (one: Order, body: unknown, headers = withKey(one)) =>
  call('PATCH', `/orders/${one.order_number}`, { body, headers });
const desk = (method: 'PATCH' | 'PUT', one: Order, body: unknown, headers = {}) =>
  call(method, `/admin/orders/${one.id}`, { body, token, headers });

describe('PATCH /orders/{number}', () => {
  it('changes what is named and answers the whole order', async () => {
    const one = await order();
    const answer = await patch(one, { items: [{ item_id: itemOf(one), quantity: 3 }], special_instructions: 'Sliced' });
    expect(answer.status).toBe(200);
    expect(answer.body.data).toMatchObject({
      total: 37.5,
      version: 2,
      preferred_time: 'Saturday',
      special_instructions: 'Sliced',
    });
    expect(answer.headers.get('etag')).toMatch(/^"2\./);
  });

  it('takes the version from If-Match and refuses another one', async () => {
    const one = await order();
    const read = await call('GET', `/orders/${one.order_number}`, { headers: withKey(one) });
    const tag = read.headers.get('etag') ?? '';
    expect((await patch(one, { preferred_time: 'Sunday' }, withKey(one, { 'if-match': tag }))).status).toBe(200);
    const stale = await patch(one, { preferred_time: 'Monday' }, withKey(one, { 'if-match': tag }));
    expect([stale.status, stale.body.error?.code]).toEqual([412, 'REQ_002']);
  });

  it('tells every wrong field at once, and knows no others', async () => {
    const one = await order();
    const answer = await patch(one, {
      items: [{ quantity: -1 }, { item_id: itemOf(one), quantity: 1.5 }],
      delivery_address: { city: 'Berlin' },
      slot_id: 'soon',
      override_reason: 'because',
    });
    expect(answer.status).toBe(422);
    expect(Object.keys(answer.body.error?.details ?? {}).sort()).toEqual([
      'delivery_address.street',
      'items.0.item_id',
      'items.0.quantity',
      'items.1.quantity',
      'override_reason',
      'slot_id',
    ]);
  });

  it('is nothing for others, and nothing to say is an error', async () => {
    const [one, two] = [await order(), await order()];
    for (const headers of [{}, { 'barrow-order-key': 'wrong' }, withKey(two)]) {
      const answer = await call('PATCH', `/orders/${one.order_number}`, { body: { preferred_time: 'x' }, headers });
      expect([answer.status, answer.body.error?.code]).toEqual([404, 'DB_002']);
    }
    expect((await patch(one, {})).status).toBe(422);
  });

  it('is refused where there is a slot to choose and none is', async () => {
    const one = await order();
    await makePlace();
    const answer = await patch(one, { items: [{ item_id: itemOf(one), quantity: 3 }] });
    expect(answer.body.error?.details).toEqual({ slot_id: ['Choose a time.'] });
    expect((await patch(one, { items: [{ item_id: itemOf(one), quantity: 1 }] })).status).toBe(200);
  });
});

describe('PUT and PATCH /admin/orders/{id}', () => {
  it.each(['PATCH', 'PUT'] as const)('%s still changes only a status', async (method) => {
    const one = await order();
    expect((await desk(method, one, { status: 'confirmed', note: 'ok' })).body.data).toMatchObject({
      status: 'confirmed',
    });
    expect((await desk(method, one, { payment_status: 'paid' })).body.data).toMatchObject({ payment_status: 'paid' });
    expect((await desk(method, one, {})).status).toBe(422);
  });

  it.each(['PATCH', 'PUT'] as const)('%s changes contents, with or without a status, or not at all', async (method) => {
    const one = await order();
    const items = [{ item_id: itemOf(one), quantity: 1 }];
    const alone = await desk(method, one, { items, reason: 'They called.' });
    expect(alone.body.data).toMatchObject({ total: 12.5, status: 'pending', version: 2 });
    const both = await desk(method, one, { preferred_time: 'Monday', status: 'ready', payment_status: 'paid' });
    expect(both.body.data).toMatchObject({ preferred_time: 'Monday', status: 'ready', payment_status: 'paid' });
    const other = await order();
    const refused = await desk(method, other, {
      preferred_time: 'Monday',
      status: 'cancelled',
      payment_status: 'refunded',
    });
    expect([refused.status, refused.body.error?.code]).toEqual([409, 'PAY_001']);
    const short = await desk(method, other, { items: [{ item_id: itemOf(other), quantity: 99 }], status: 'ready' });
    expect([short.status, short.body.error?.code]).toEqual([409, 'STK_001']);
    const read = await call('GET', `/admin/orders/${other.id}`, { token });
    expect(read.body.data).toMatchObject({ preferred_time: 'Saturday', status: 'pending', version: 1 });
  });

  it('takes If-Match for the contents, also beside a status', async () => {
    const one = await order();
    const body = { preferred_time: 'Monday', status: 'confirmed' };
    expect((await desk('PATCH', one, body, { 'if-match': '"7.x"' })).status).toBe(412);
    expect((await desk('PATCH', one, body, { 'if-match': '"1.x"' })).status).toBe(200);
  });
});
