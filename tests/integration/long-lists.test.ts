import postgres from 'postgres';
import { beforeAll, describe, expect, it } from 'vitest';
import { listAuditInput } from '#lib/audit/input';
import { listAudit } from '#lib/audit/queries';
import { DESK_PRODUCT_SORTS, PRODUCT_SORTS } from '#lib/catalog/input';
import { listDeskProducts, listProducts } from '#lib/catalog/queries';
import { listCustomersInput } from '#lib/customers/input';
import { listCustomers } from '#lib/customers/queries';
import { databaseUrl } from '#lib/env';
import { listOutboxInput } from '#lib/notices/input';
import { listOutbox } from '#lib/notices/queries';
import { listOrdersInput, ORDER_SORTS } from '#lib/orders/input';
import { listPaymentsInput } from '#lib/orders/payment-input';
import { listOrders, listPayments } from '#lib/orders/queries';
import type { Page } from '#lib/paging';
import { listMovementsInput } from '#lib/stock/input';
import { listMovements } from '#lib/stock/queries';
import { listDeliveriesInput } from '#lib/webhooks/input';
import { listDeliveries } from '#lib/webhooks/queries';
import { fillShop, idOf } from '#scripts/bench/scale/fill';
import { contextOf, outcome } from '#tests/factories/shop';

const ctx = contextOf({ kind: 'system', name: 'test' });
type Asked = Record<string, unknown>;
type List = (asked: Asked) => Promise<Page<{ id: string }>>;

const orders: List = (asked) => listOrders(ctx, listOrdersInput.parse(asked));
const customers: List = (asked) => listCustomers(ctx, listCustomersInput.parse(asked));
const movements: List = (asked) => listMovements(ctx, listMovementsInput.parse(asked));
const payments: List = (asked) => listPayments(ctx, listPaymentsInput.parse(asked));
const audit: List = (asked) => listAudit(ctx, listAuditInput.parse(asked));
const outbox: List = (asked) => listOutbox(ctx, listOutboxInput.parse(asked));
const deliveries: List = (asked) => listDeliveries(ctx, listDeliveriesInput.parse(asked));
const deskProducts: List = (asked) => listDeskProducts(ctx, asked);
const products: List = (asked) => listProducts(ctx, asked);

beforeAll(async () => {
  const client = postgres(databaseUrl(), { max: 1, onnotice: () => undefined });
  await fillShop(client, { orders: 400, customers: 60, products: 120 }, new Date());
  // What is not counted has a number in its row all the same, from when it was.
  await client`update product_variants set stock_mode = 'unlimited', stock_quantity = 57 where product_id = ${idOf('product', 40)}`;
  await client.end();
});

/** Everything, read once by numbers of pages and once by cursors. */
async function readAll(list: List, asked: Asked) {
  const limit = 37;
  const first = await list({ ...asked, limit });
  const byNumber: string[] = [];
  for (let page = 1; page <= first.pages; page += 1) {
    byNumber.push(...(await list({ ...asked, limit, page })).items.map(({ id }) => id));
  }
  const byCursor = first.items.map(({ id }) => id);
  for (let cursor = first.next_cursor; cursor !== null; ) {
    const next = await list({ ...asked, limit, cursor });
    byCursor.push(...next.items.map(({ id }) => id));
    cursor = next.next_cursor;
  }
  return { total: first.total, byNumber, byCursor };
}

const cases: [string, List, Asked][] = [
  ...ORDER_SORTS.map((sort): [string, List, Asked] => [`orders by ${sort}`, orders, { sort }]),
  ['orders of one status', orders, { status: 'completed' }],
  ['orders with a product', orders, { product_id: idOf('product', 1) }],
  ['orders that are delivered, by total', orders, { delivery_type: 'delivery', sort: 'total' }],
  ['customers', customers, {}],
  ['movements', movements, {}],
  ['movements of a product', movements, { product_id: idOf('product', 1) }],
  ['movements for one reason', movements, { reason: 'sale' }],
  ['payments to check', payments, {}],
  ['confirmed payments', payments, { status: 'confirmed' }],
  ['audit', audit, { entity: 'order' }],
  ['outbox', outbox, { status: 'sent' }],
  ['deliveries', deliveries, { event: 'order.placed' }],
  ...DESK_PRODUCT_SORTS.map((sort): [string, List, Asked] => [`desk products by ${sort}`, deskProducts, { sort }]),
  ...PRODUCT_SORTS.map((sort): [string, List, Asked] => [`products by ${sort}`, products, { sort }]),
];

describe('a long list', () => {
  it.each(cases)('of %s has each row once, by pages and by cursors alike', async (_, list, asked) => {
    const { total, byNumber, byCursor } = await readAll(list, asked);
    expect(total).toBeGreaterThan(0);
    expect(byCursor).toEqual(byNumber);
    expect(new Set(byCursor).size).toBe(total);
  });

  it.each([
    ['orders', orders],
    ['customers', customers],
    ['movements', movements],
    ['payments', payments],
    ['desk products', deskProducts],
    ['products', products],
  ])('of %s refuses a cursor that is none of its own', async (_, list) => {
    expect(await outcome(list({ cursor: 'bm90IG91cnM' }))).toBe('REQ_001');
  });

  it('refuses a cursor of another order', async () => {
    const { next_cursor: cursor } = await orders({ sort: 'total', limit: 5 });
    expect(await outcome(orders({ sort: 'customer_name', cursor }))).toBe('REQ_001');
  });

  it('finds the orders of a slot', async () => {
    const { items } = await orders({ limit: 100 });
    const slot = items.flatMap((item) => ('slot' in item ? [item.slot] : [])).find((one) => one !== null);
    expect(slot).toHaveProperty('id');
    const { id } = slot as { id: string };
    const found = await orders({ slot_id: id });
    expect(found.total).toBeGreaterThan(0);
    expect(found.items.every((item) => 'slot' in item && (item.slot as { id: string }).id === id)).toBe(true);
  });
});
