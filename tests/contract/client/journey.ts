import assert from 'node:assert/strict';
import type { components, paths } from 'barrow-api';
import createClient from 'openapi-fetch';

/**
 * A program as an integrator would write it, which knows the shop by its document alone: `barrow-api` are the types that
 * `openapi-typescript` makes from it. `client.test.ts` makes them, has this file checked against them, and runs it.
 */

const { SHOP_URL = '', STAFF_USERNAME = '', STAFF_PASSWORD = '' } = process.env;
const shop = createClient<paths>({ baseUrl: SHOP_URL });

type Product = components['schemas']['ProductCard'];
type Failure = components['schemas']['Error'];

/** The data of an answer that has to be this success. */
function done<T>(answer: { data?: T; error?: unknown; response: Response }, status = 200): T {
  assert.equal(answer.response.status, status, JSON.stringify(answer.error));
  assert(answer.data !== undefined);
  return answer.data;
}

/** Something on sale, and when it can be fetched. */
async function findOffer(): Promise<{ product: Product; variantId: string; price: number; slotId: string }> {
  const list = done(
    await shop.GET('/api/products', { params: { query: { in_stock: 'true', limit: 50, sort: 'price' } } }),
  );
  assert(list.meta.total > 0 && list.meta.total_exact);
  for (const product of list.data) {
    const [variant] = product.variants;
    if (variant === undefined) continue;
    const query = { method: 'pickup', items: `${variant.id}:1` } as const;
    const slots = done(await shop.GET('/api/slots', { params: { query } })).data;
    // The last one: no test runs into its end.
    const slot = slots.findLast(({ reason }) => reason === null);
    if (slot !== undefined) return { product, variantId: variant.id, price: variant.price, slotId: slot.id };
  }
  throw new Error('nothing on sale can be fetched');
}

// The storefront: from a shelf to an order.
const { product, variantId, price, slotId } = await findOffer();
const shown = done(await shop.GET('/api/products/{id}', { params: { path: { id: product.slug } } })).data;
assert.equal(shown.id, product.id);
assert(shown.variants.some((variant) => variant.id === variantId && variant.price === price));

const added = done(await shop.POST('/api/cart', { body: { variant_id: variantId, quantity: 1 } }), 201).data;
assert(added.session !== null);
const cartKey = { 'Barrow-Cart': added.session };
const cart = done(await shop.GET('/api/cart', { headers: cartKey })).data;
assert.deepEqual([cart.item_count, cart.subtotal], [1, price]);

const person = { customer_name: 'Ana Pop', customer_phone: '+40722555001' };
const wish = { ...person, delivery_type: 'pickup', slot_id: slotId, payment_method: 'cash' } as const;
const place = () =>
  shop.POST('/api/orders', {
    params: { header: { 'Idempotency-Key': `journey-${added.id}` } },
    headers: cartKey,
    body: wish,
  });
const order = done(await place(), 201).data;
assert.deepEqual([order.status, order.payment_status, order.total], ['pending', 'unpaid', price]);
const again = await place();
assert.equal(done(again, 201).data.id, order.id);
assert.equal(again.response.headers.get('Idempotent-Replayed'), 'true');

const facts = { order_number: order.order_number, phone: person.customer_phone };
const tracked = done(await shop.POST('/api/orders/track', { body: facts })).data;
assert.deepEqual([tracked.status, tracked.due], ['pending', order.total]);
const key = new URL(order.access_url).searchParams.get('key') ?? '';
const own = done(
  await shop.GET('/api/orders/{number}', {
    params: { path: { number: order.order_number } },
    headers: { 'Barrow-Order-Key': key },
  }),
).data;
assert.deepEqual([own.id, own.items.map((item) => item.quantity)], [order.id, [1]]);

// The desk: from a sign-in to the money.
const login = { username: STAFF_USERNAME, password: STAFF_PASSWORD };
const { token } = done(await shop.POST('/api/admin/login', { body: login })).data;
const desk = createClient<paths>({ baseUrl: SHOP_URL, headers: { authorization: `Bearer ${token}` } });
const path = { id: order.id };
for (const status of ['confirmed', 'processing', 'ready'] as const) {
  const moved = done(await desk.PATCH('/api/admin/orders/{id}/status', { params: { path }, body: { status } })).data;
  assert.equal(moved.status, status);
}
const payment = { method: 'cash', amount: order.total } as const;
const paid = done(await desk.POST('/api/admin/orders/{id}/payments', { params: { path }, body: payment }), 201).data;
assert.deepEqual([paid.payment_status, paid.due], ['paid', 0]);
const csv = done(await desk.GET('/api/admin/orders/export', { params: { query: {} }, parseAs: 'text' }));
assert(csv.includes(order.order_number));

// What goes wrong has a shape as well.
const refused = await shop.POST('/api/orders/track', { body: { ...facts, phone: '+40722555999' } });
const failure: Failure | undefined = refused.error;
assert.deepEqual([refused.response.status, failure?.error.code], [404, 'ORD_001']);
const shut = await shop.GET('/api/admin/orders');
assert.deepEqual([shut.response.status, shut.error?.error.code], [401, 'AUTH_002']);

// The types know what the shop would refuse. Never run.
export const mistakes = [
  // @ts-expect-error: no such address
  () => shop.GET('/api/loaves'),
  // @ts-expect-error: no such status
  () => desk.PATCH('/api/admin/orders/{id}/status', { params: { path }, body: { status: 'lost' } }),
  // @ts-expect-error: a price is a number
  () => shown.price.toUpperCase(),
];

process.stdout.write(`${order.order_number}\n`);
