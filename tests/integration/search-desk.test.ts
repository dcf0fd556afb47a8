import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { createCustomer } from '#lib/customers/commands';
import { createCustomerInput } from '#lib/customers/input';
import { database } from '#lib/database';
import { placeOrder } from '#lib/orders/commands';
import { listOrdersInput } from '#lib/orders/input';
import { listOrders, searchDesk } from '#lib/orders/queries';
import { makeProduct, orderOf, staffMember, type TestContext, visitor } from '#tests/factories/shop';
import { call, tokenOf } from '#tests/support/api';

let staff: TestContext;
let order: { id: string; number: string };
let product: { id: string; sku: string };

beforeAll(async () => {
  staff = await staffMember('staff');
  const made = await makeProduct({}, { name: 'Brânză cu Mărar' });
  const sku = `QZX-${process.pid}`;
  await database().db.execute(sql`update product_variants set sku = ${sku} where product_id = ${made.productId}::uuid`);
  product = { id: made.productId, sku };
  const { order: placed } = await placeOrder(
    visitor(),
    orderOf([made.variantId], {
      customer_name: 'Ștefania Müller-Popescu',
      customer_phone: '+40721555901',
      customer_email: 'stefania.mp@example.com',
    }),
  );
  order = { id: placed.id, number: placed.order_number };
});

const find = async (q: string) => {
  const { orders, customers, products } = await searchDesk(staff, { q });
  return {
    orders: orders.map(({ id }) => id),
    customers: customers.map(({ name }) => name),
    products: products.map(({ id }) => id),
  };
};

describe('an order is found', () => {
  it.each([
    'stefania',
    'ȘTEFANIA',
    'muller popescu',
    'popescu stefania',
    // Slips: letters swapped, doubled, left out.
    'stefnaia',
    'steffania',
    'stefaia',
    'popecsu',
    // Two in one word.
    'miler',
    'stafanio',
    'papesku stifania',
    '0721 555 901',
    '+40 (721) 555-901',
    '0040721555901',
    '5901',
    'stefania.mp@',
    'STEFANIA.MP@EXAMPLE.COM',
  ])('by %s, and so is its customer', async (q) => {
    const found = await find(q);
    expect(found.orders).toContain(order.id);
    expect(found.customers).toContain('Ștefania Müller-Popescu');
  });

  it('by its number, in full, by its day, or by its end', async () => {
    const [, day = '', tail = ''] = order.number.split('-');
    for (const q of [order.number, order.number.toLowerCase(), `${day}-${tail}`, `${day.slice(4)}-${tail}`, tail]) {
      expect((await find(q)).orders[0], q).toBe(order.id);
    }
    expect((await find(String(Number(tail)).padStart(2, '0'))).orders).toContain(order.id);
  });

  it('under the name on the order, where the phone belongs to somebody else', async () => {
    const made = await makeProduct({});
    const { order: placed } = await placeOrder(
      visitor(),
      orderOf([made.variantId], { customer_name: 'Zbigniew Łukasz', customer_phone: '+40721555901' }),
    );
    expect((await find('lukasz')).orders).toEqual([placed.id]);
    const listed = await listOrders(staff, listOrdersInput.parse({ q: 'lukasz zbigniew' }));
    expect(listed.items.map(({ id }) => id)).toEqual([placed.id]);
  });
});

it('finds products by words of the name and by SKU, archived ones never', async () => {
  for (const q of ['branza', 'mărar brânză', 'branaz', product.sku.toLowerCase(), product.sku.slice(0, 5)]) {
    expect((await find(q)).products, q).toContain(product.id);
  }
  const gone = await makeProduct({}, { name: 'Xylophon gone' });
  await database().db.execute(sql`update products set archived_at = now() where id = ${gone.productId}::uuid`);
  expect((await find('xylophon')).products).toEqual([]);
});

it('shows at most five of each, the closest first, and no archived customer', async () => {
  for (let at = 0; at < 7; at += 1) {
    await createCustomer(staff, createCustomerInput.parse({ name: `Wilhelmina Quast ${at}`, phone: null }));
  }
  await createCustomer(staff, createCustomerInput.parse({ name: 'Quast', phone: null }));
  expect((await find('quast')).customers).toHaveLength(5);
  await database().db.execute(sql`update customers set archived_at = now() where name like 'Wilhelmina Quast%'`);
  expect((await find('quast')).customers).toEqual(['Quast']);
});

it('finds nothing for a single letter, and takes wildcards literally', async () => {
  for (const q of ['s', '%%', '__', '\\', '']) {
    expect(await find(q), q).toEqual({ orders: [], customers: [], products: [] });
  }
});

it('is for staff, over HTTP too', async () => {
  await expect(searchDesk(visitor(), { q: 'stefania' })).rejects.toMatchObject({ code: 'AUTH_002' });
  expect((await call('GET', '/admin/search?q=stefania')).status).toBe(401);
  const { status, body } = await call('GET', '/admin/search?q=stefania', { token: (await tokenOf('staff')).token });
  expect(status).toBe(200);
  expect(body.data.orders).toContainEqual(expect.objectContaining({ id: order.id, order_number: order.number }));
});
