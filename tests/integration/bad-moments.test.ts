import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { newId } from '#db/columns';
import { carts } from '#db/schema/cart';
import { database } from '#lib/database';
import { call } from '#tests/support/api';
import {
  add,
  addProduct,
  anOrder,
  archived,
  cartKey,
  edit,
  order,
  person,
  place,
  product,
  type Row,
  refuses,
  staff,
  toCart,
  wrong,
} from '#tests/support/bad-input';

const TABLE: Row[] = [
  // What is not there.
  { what: 'an unknown product', method: 'GET', path: () => '/products/no-such-thing', status: 404, code: 'DB_002' },
  { what: 'an archived product', method: 'GET', path: () => `/products/${archived.id}`, status: 404, code: 'DB_002' },
  {
    what: 'an unknown order',
    method: 'GET',
    path: () => `/admin/orders/${newId()}`,
    as: 'staff',
    status: 404,
    code: 'DB_002',
  },
  {
    what: 'an unknown customer',
    method: 'PATCH',
    path: () => `/admin/customers/${newId()}`,
    as: 'staff',
    body: () => ({ name: 'X' }),
    status: 404,
    code: 'DB_002',
  },
  {
    what: 'an unknown setting',
    method: 'GET',
    path: () => '/admin/settings/weather',
    as: 'admin',
    status: 404,
    code: 'DB_002',
  },
  {
    what: 'an unknown category',
    ...add,
    body: () => ({ name: 'X', price: 1, category_id: newId() }),
    ...wrong,
    field: ['category_id', 'VAL_002'],
  },
  {
    what: 'tracking with a wrong phone',
    method: 'POST',
    path: () => '/orders/track',
    body: () => ({ order_number: order.number, phone: '+40722000000' }),
    status: 404,
    code: 'ORD_001',
  },
  {
    what: 'tracking with a wrong number',
    method: 'POST',
    path: () => '/orders/track',
    body: () => ({ order_number: 'BAR-1', phone: '+40722123456' }),
    status: 404,
    code: 'ORD_001',
  },
  {
    what: 'a tampered order key',
    method: 'GET',
    path: () => `/orders/${order.number}`,
    headers: () => ({ 'barrow-order-key': `${order.key.slice(0, -1)}${order.key.endsWith('A') ? 'B' : 'A'}` }),
    status: 404,
    code: 'DB_002',
  },
  // What cannot be had.
  { what: 'more than there is', ...place, body: () => anOrder(500), status: 409, code: 'STK_001' },
  {
    what: 'more than there is, in the cart',
    ...toCart,
    body: () => ({ variant_id: product.variant, quantity: 500 }),
    status: 409,
    code: 'STK_001',
  },
  {
    what: 'an archived product, ordered',
    ...place,
    body: () => ({ ...person, items: [{ variant_id: archived.variant, quantity: 1 }] }),
    status: 409,
    code: 'STK_002',
  },
  {
    what: 'an unknown product, ordered',
    ...place,
    body: () => ({ ...person, items: [{ product_id: newId(), quantity: 1 }] }),
    status: 409,
    code: 'STK_002',
  },
  {
    what: 'stock below zero',
    method: 'PATCH',
    path: () => `/admin/products/${product.id}/stock`,
    as: 'staff',
    body: () => ({ delta: -999 }),
    status: 409,
    code: 'STK_001',
  },
  // What has changed meanwhile.
  {
    what: 'a stale version',
    ...edit,
    body: () => ({ price: 5 }),
    headers: () => ({ 'if-match': '"99"' }),
    status: 412,
    code: 'REQ_002',
  },
  {
    what: 'a version that is none',
    ...edit,
    body: () => ({ price: 5 }),
    headers: () => ({ 'if-match': 'yesterday' }),
    status: 412,
    code: 'REQ_002',
  },
  {
    what: 'a step that is not allowed',
    method: 'PATCH',
    path: () => `/admin/orders/${order.id}/status`,
    as: 'staff',
    body: () => ({ status: 'pending' }),
    status: 409,
    code: 'ORD_002',
  },
  {
    what: 'a payment word that is derived',
    method: 'PATCH',
    path: () => `/admin/orders/${order.id}/status`,
    as: 'staff',
    body: () => ({ payment_status: 'refunded' }),
    status: 409,
    code: 'PAY_001',
  },
  {
    what: 'a refund above what was paid',
    method: 'POST',
    path: () => `/admin/orders/${order.id}/refunds`,
    as: 'staff',
    body: () => ({ amount: 1 }),
    status: 409,
    code: 'PAY_003',
  },
  {
    what: 'more than is due',
    method: 'POST',
    path: () => `/admin/orders/${order.id}/payments`,
    as: 'staff',
    body: () => ({ amount: 999 }),
    status: 422,
    code: 'PAY_002',
  },
  // Carts.
  {
    what: 'a tampered cart key',
    method: 'GET',
    path: () => '/cart',
    headers: () => ({ 'barrow-cart': `${cartKey}x` }),
    status: 410,
    code: 'CART_001',
  },
  {
    what: 'a cart cookie that was cut',
    method: 'GET',
    path: () => '/cart',
    headers: () => ({ cookie: 'barrow-cart=%E0%A4%A' }),
    status: 200,
    code: '',
  },
  {
    what: "an order from somebody else's cart",
    ...place,
    body: () => person,
    headers: () => ({ 'barrow-cart': 'guessed' }),
    status: 410,
    code: 'CART_001',
  },
  { what: 'an order from no cart', ...place, body: () => person, ...wrong, field: ['items', 'VAL_001'] },
  // Other people's pages.
  {
    what: 'a write by cookie from another site',
    method: 'POST',
    path: () => '/auth/logout-all',
    headers: () => ({ cookie: 'barrow-staff=x', origin: 'https://evil.example.com' }),
    status: 403,
    code: 'AUTH_005',
  },
  // Sign-in.
  {
    what: 'a wrong password',
    method: 'POST',
    path: () => '/auth/login',
    body: () => ({ username: 'nobody', password: 'x' }),
    status: 401,
    code: 'AUTH_001',
  },
  {
    what: 'a wrong password in a form',
    method: 'POST',
    path: () => '/auth/login',
    raw: { text: 'username=nobody&password=x', type: 'application/x-www-form-urlencoded' },
    status: 401,
    code: 'AUTH_001',
  },
  {
    what: 'no name',
    method: 'POST',
    path: () => '/auth/login',
    body: () => ({ password: 'x' }),
    ...wrong,
    field: ['username', 'VAL_001'],
  },
  {
    what: 'a refresh token that is none',
    method: 'POST',
    path: () => '/auth/refresh',
    body: () => ({ refresh_token: 'x' }),
    status: 401,
    code: 'AUTH_002',
  },
];

describe('what is not there, cannot be had, or has changed', () => {
  refuses(TABLE);

  it('an expired cart', async () => {
    const { db } = database();
    const made = await call('POST', '/cart', { body: { variant_id: product.variant } });
    await db
      .update(carts)
      .set({ expiresAt: new Date(Date.now() - 1000) })
      .where(eq(carts.id, made.body.data.id));
    const key = { 'barrow-cart': String(made.body.data.session) };
    expect(await call('GET', '/cart', { headers: key })).toMatchObject({ status: 410 });
    expect(await call('POST', '/orders', { body: person, headers: key })).toMatchObject({ status: 410 });
    const item = `/cart/items/${made.body.data.items[0].id}`;
    expect(await call('PATCH', item, { body: { quantity: 2 }, headers: key })).toMatchObject({ status: 410 });
  });

  it('a price that changed under the cart', async () => {
    const cheap = await addProduct({ name: 'Roll', price: 1, stock_quantity: 10 });
    const made = await call('POST', '/cart', { body: { variant_id: cheap.variant } });
    await call('PATCH', `/admin/products/${cheap.id}`, { token: staff, body: { price: 2 } });
    const answer = await call('POST', '/orders', { body: person, headers: { 'barrow-cart': made.body.data.session } });
    expect([answer.status, answer.body.error?.code]).toEqual([409, 'CART_002']);
    expect(answer.body.error?.details).toMatchObject({ subtotal: 2 });
  });
});
