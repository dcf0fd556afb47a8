import { eq, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#db/columns';
import { carts } from '#db/schema/cart';
import { categories } from '#db/schema/catalog';
import { database } from '#lib/database';
import type { Method } from '#lib/http/contract';
import { type Call, call, tokenOf } from '#tests/support/api';

let staff = '';
let admin = '';
let product = { id: '', variant: '', version: 1 };
let archived = { id: '', variant: '' };
let cartKey = '';
let order = { id: '', number: '', key: '' };

async function addProduct(fields: Record<string, unknown>) {
  const { status, body } = await call('POST', '/admin/products', { token: staff, body: fields });
  expect(status, JSON.stringify(body)).toBe(201);
  return { id: String(body.data.id), variant: String(body.data.variants[0].id), version: Number(body.data.version) };
}

const person = { customer_name: 'Ana Pop', customer_phone: '+40722123456', delivery_type: 'pickup' };
const anOrder = (quantity = 1) => ({ ...person, items: [{ variant_id: product.variant, quantity }] });

beforeAll(async () => {
  staff = (await tokenOf('staff')).token;
  admin = (await tokenOf('admin')).token;
  await database()
    .db.insert(categories)
    .values({ name: 'Other', slug: 'other', isBuiltIn: true })
    .onConflictDoNothing();
  product = await addProduct({ name: 'Rye loaf', price: 4.8, stock_quantity: 10 });
  archived = await addProduct({ name: 'Old loaf', price: 1, stock_quantity: 10 });
  expect((await call('DELETE', `/admin/products/${archived.id}`, { token: staff })).status).toBe(204);
  const cart = await call('POST', '/cart', { body: { variant_id: product.variant, quantity: 1 } });
  cartKey = String(cart.body.data.session);
  const placed = await call('POST', '/orders', { body: anOrder() });
  expect(placed.status, placed.text).toBe(201);
  const { id, order_number: number, access_url: link } = placed.body.data;
  order = { id, number, key: new URL(link).searchParams.get('key') ?? '' };
});

type Row = {
  what: string;
  method: Method;
  path: () => string;
  body?: () => unknown;
  raw?: Call['raw'];
  headers?: () => Record<string, string>;
  as?: 'staff' | 'admin';
  status: number;
  code: string;
  /** The field that is meant and its code. */
  field?: [string, string];
};

const place = { method: 'POST', path: () => '/orders' } as const;
const add = { method: 'POST', path: () => '/admin/products', as: 'staff' } as const;
const edit = { method: 'PATCH', path: () => `/admin/products/${product.id}`, as: 'staff' } as const;
const toCart = { method: 'POST', path: () => '/cart' } as const;
const wrong = { status: 422, code: 'VALIDATION_ERROR' } as const;
const unreadable = { status: 400, code: 'REQ_001' } as const;

const TABLE: Row[] = [
  // What cannot be read.
  { what: 'broken JSON', ...place, raw: { text: '{"items": [', type: 'application/json' }, ...unreadable },
  { what: 'an empty body where one is needed', ...place, ...unreadable },
  {
    what: 'a form where JSON is meant',
    ...place,
    raw: { text: 'a=b', type: 'application/x-www-form-urlencoded' },
    ...unreadable,
  },
  { what: 'no content type', ...place, raw: { text: new Blob(['{}']) }, ...unreadable },
  {
    what: 'text that is not UTF-8',
    ...place,
    raw: { text: new Uint8Array([0x22, 0xff, 0x22]), type: 'application/json' },
    ...unreadable,
  },
  {
    what: 'JSON nested without end',
    ...place,
    raw: { text: `${'['.repeat(5000)}${']'.repeat(5000)}`, type: 'application/json' },
    ...unreadable,
  },
  {
    what: 'a body over a megabyte',
    ...place,
    raw: { text: `"${'x'.repeat(1_100_000)}"`, type: 'application/json' },
    status: 413,
    code: 'FILE_002',
  },
  { what: 'a malformed id in the path', method: 'GET', path: () => '/admin/orders/12', as: 'staff', ...unreadable },
  { what: 'a page that is no number', method: 'GET', path: () => '/products?page=two', ...unreadable },
  { what: 'an order that is not offered', method: 'GET', path: () => '/products?sort=color', ...unreadable },
  { what: 'a NUL in a query', method: 'GET', path: () => '/products?q=%00', ...unreadable },
  {
    what: 'a malformed idempotency key',
    ...place,
    body: anOrder,
    headers: () => ({ 'idempotency-key': 'a b' }),
    ...unreadable,
  },
  // What can be read and is wrong.
  {
    what: 'a page beyond its range',
    method: 'GET',
    path: () => '/products?limit=1000',
    ...wrong,
    field: ['limit', 'VAL_003'],
  },
  { what: 'a list for a body', ...place, body: () => [], ...wrong, field: ['', 'VAL_002'] },
  { what: 'null for a body', ...place, body: () => null, ...wrong, field: ['', 'VAL_002'] },
  {
    what: 'a missing name',
    ...place,
    body: () => ({ ...anOrder(), customer_name: undefined }),
    ...wrong,
    field: ['customer_name', 'VAL_001'],
  },
  {
    what: 'a blank name',
    ...place,
    body: () => ({ ...anOrder(), customer_name: '  ' }),
    ...wrong,
    field: ['customer_name', 'VAL_001'],
  },
  {
    what: 'a name that is too long',
    ...place,
    body: () => ({ ...anOrder(), customer_name: 'x'.repeat(101) }),
    ...wrong,
    field: ['customer_name', 'VAL_003'],
  },
  {
    what: 'a name that is a number',
    ...place,
    body: () => ({ ...anOrder(), customer_name: 7 }),
    ...wrong,
    field: ['customer_name', 'VAL_002'],
  },
  {
    what: 'a NUL in a text',
    ...place,
    body: () => ({ ...anOrder(), special_instructions: 'a\0b' }),
    ...wrong,
    field: ['special_instructions', 'VAL_002'],
  },
  {
    what: 'half a character',
    ...place,
    body: () => ({ ...anOrder(), delivery_address: { street: 'x\ud800', city: 'y' } }),
    ...wrong,
    field: ['delivery_address.street', 'VAL_002'],
  },
  {
    what: 'a phone that is too short',
    ...place,
    body: () => ({ ...anOrder(), customer_phone: '123' }),
    ...wrong,
    field: ['customer_phone', 'VAL_002'],
  },
  {
    what: 'delivery without an address',
    ...place,
    body: () => ({ ...anOrder(), delivery_type: 'delivery' }),
    ...wrong,
    field: ['delivery_address', 'VAL_001'],
  },
  { what: 'a quantity of zero', ...place, body: () => anOrder(0), ...wrong, field: ['items.0.quantity', 'VAL_003'] },
  { what: 'a negative quantity', ...place, body: () => anOrder(-1), ...wrong, field: ['items.0.quantity', 'VAL_003'] },
  { what: 'half a piece', ...place, body: () => anOrder(1.5), ...wrong, field: ['items.0.quantity', 'VAL_002'] },
  {
    what: 'a quantity beyond all numbers',
    ...place,
    raw: { text: '{"items":[{"quantity":1e999}]}', type: 'application/json' },
    ...wrong,
    field: ['items.0.quantity', 'VAL_002'],
  },
  { what: 'no items', ...place, body: () => ({ ...anOrder(), items: [] }), ...wrong, field: ['items', 'VAL_003'] },
  {
    what: 'a field that is not known',
    ...place,
    body: () => ({ ...anOrder(), total: 0.01 }),
    ...wrong,
    field: ['total', 'VAL_002'],
  },
  {
    what: 'a price per item',
    ...place,
    body: () => ({ ...person, items: [{ variant_id: product.variant, quantity: 1, unit_price: 0 }] }),
    ...wrong,
    field: ['items.0.unit_price', 'VAL_002'],
  },
  {
    what: 'a customer without a credential',
    ...place,
    body: () => ({ ...anOrder(), customer_id: newId() }),
    ...wrong,
    field: ['customer_id', 'VAL_002'],
  },
  { what: 'a negative price', ...add, body: () => ({ name: 'X', price: -1 }), ...wrong, field: ['price', 'VAL_003'] },
  {
    what: 'fractional cents',
    ...add,
    body: () => ({ name: 'X', price: 1.005 }),
    ...wrong,
    field: ['price', 'VAL_002'],
  },
  {
    what: 'a price as text',
    ...add,
    body: () => ({ name: 'X', price: '1.00' }),
    ...wrong,
    field: ['price', 'VAL_002'],
  },
  { what: 'no price', ...add, body: () => ({ name: 'X' }), ...wrong, field: ['price', 'VAL_001'] },
  {
    what: 'a description that is too long',
    ...add,
    body: () => ({ name: 'X', price: 1, description: 'x'.repeat(1001) }),
    ...wrong,
    field: ['description', 'VAL_003'],
  },
  {
    what: 'negative stock',
    ...add,
    body: () => ({ name: 'X', price: 1, stock_quantity: -1 }),
    ...wrong,
    field: ['stock_quantity', 'VAL_003'],
  },
  {
    what: 'an unknown setting field',
    method: 'PUT',
    path: () => '/admin/settings/shop',
    as: 'admin',
    body: () => ({ name: 'X', color: 'red' }),
    ...wrong,
    field: ['color', 'VAL_002'],
  },
  {
    what: 'tracking without a phone',
    method: 'GET',
    path: () => '/orders/track?order_number=X',
    ...wrong,
    field: ['phone', 'VAL_001'],
  },
  {
    what: 'a picture that is missing',
    method: 'POST',
    path: () => `/admin/products/${product.id}/images`,
    as: 'staff',
    raw: { text: new FormData() },
    ...wrong,
    field: ['file', 'VAL_001'],
  },
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

describe('bad input', () => {
  it.each(TABLE.map((row) => [row.what, row] as const))('%s', async (_, row) => {
    const before = await state();
    const token = row.as === 'staff' ? staff : row.as === 'admin' ? admin : undefined;
    const { status, body, text } = await call(row.method, row.path(), {
      token,
      body: row.body?.(),
      raw: row.raw,
      headers: row.headers?.(),
    });
    expect([status, body.error?.code ?? ''], text).toEqual([row.status, row.code]);
    if (row.field) {
      expect(body.error?.codes?.[row.field[0]], text).toContain(row.field[1]);
      expect(body.error?.details[row.field[0]]?.[0]).toMatch(/^[A-Z].*\.$/);
    }
    expect(await state(), 'nothing half done').toEqual(before);
  });

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

/** What a refusal must not move. */
async function state(): Promise<unknown> {
  return database().db.execute(sql`select (select count(*)::int from orders) orders, (select count(*)::int from products) products,
    (select sum(stock_quantity)::int from product_variants) stock, (select count(*)::int from payments) payments,
    (select count(*)::int from cart_items) items`);
}
