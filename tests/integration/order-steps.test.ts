import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { ORDER_STATUSES, type OrderStatus } from '#db/enums';
import { database } from '#lib/database';
import { changeOrderStatus, moveOrder, placeOrder } from '#lib/orders/commands';
import { pathsTo } from '#lib/orders/rules';
import { makeProduct, orderOf, outcome, staffMember, type TestContext, visitor } from '#tests/factories/shop';

let staff: TestContext;
let admin: TestContext;
let variantId: string;

beforeAll(async () => {
  [staff, admin] = [await staffMember('staff'), await staffMember('admin')];
  ({ variantId } = await makeProduct({ stockQuantity: 1000 }));
});

/** An order that stands at `status`, put there past the commands. */
async function orderAt(status: OrderStatus): Promise<string> {
  const { order } = await placeOrder(visitor(), orderOf([variantId]));
  await database().db.execute(sql`UPDATE orders SET status = ${status},
    completed_at = CASE WHEN ${status} = 'completed' THEN now() END WHERE id = ${order.id}`);
  return order.id;
}

const to = (order_id: string, status: OrderStatus) => ({
  order_id,
  to: status,
  note: null,
  cancel_reason: null,
  stock: null,
  version: null,
});

describe.each(['staff', 'admin'] as const)('every pair of statuses for %s', (role) => {
  const pairs = ORDER_STATUSES.flatMap((from) => ORDER_STATUSES.map((goal) => ({ from, goal })));

  it.each(pairs)('$from to $goal', async ({ from, goal }) => {
    const ctx = role === 'staff' ? staff : admin;
    const walk = pathsTo(goal, role)[from];
    const id = await orderAt(from);
    if (walk === undefined) {
      expect(await outcome(moveOrder(ctx, to(id, goal)))).toBe('ORD_002');
      expect(await outcome(changeOrderStatus(ctx, { ...to(id, goal), status: goal }))).toBe('ORD_002');
      return;
    }
    const order = await moveOrder(ctx, to(id, goal));
    expect(order.status).toBe(goal);
    expect(order.events.slice(1).map((event) => event.to)).toEqual(walk);
    expect(order.version).toBe(2);
  });
});

it('takes a completion back for a day only', async () => {
  const id = await orderAt('completed');
  const later = { ...admin, now: new Date(Date.now() + 25 * 60 * 60 * 1000) };
  expect(await outcome(moveOrder(later, to(id, 'ready')))).toBe('ORD_002');
  expect((await moveOrder(admin, to(id, 'ready'))).completed_at).toBeNull();
});

it('refuses visitors, stale versions and unknown orders', async () => {
  const id = await orderAt('pending');
  expect(await outcome(moveOrder(visitor(), to(id, 'confirmed')))).toBe('AUTH_002');
  expect(await outcome(moveOrder(staff, { ...to(id, 'confirmed'), version: 7 }))).toBe('REQ_002');
  expect(await outcome(moveOrder(staff, to('0198c0de-0000-7000-8000-000000000000', 'confirmed')))).toBe('DB_002');
});

it('gives the goods back to stock, or counts them as waste', async () => {
  const one = await makeProduct({ stockQuantity: 5 });
  const left = async () => {
    const [row] = await database().db.execute<{ n: number }>(
      sql`SELECT stock_quantity AS n FROM product_variants WHERE id = ${one.variantId}`,
    );
    return row?.n;
  };
  const [first, second] = [
    await placeOrder(visitor(), orderOf([one.variantId])),
    await placeOrder(visitor(), orderOf([one.variantId])),
  ];
  expect(await left()).toBe(3);
  const seen: string[] = [];
  await moveOrder({ ...admin, expire: (tags) => seen.push(...tags) }, to(first.order.id, 'cancelled'));
  expect(seen).toEqual(['promise', 'stock', `product:${one.slug}`]);
  expect(await left()).toBe(4);
  await moveOrder(admin, to(second.order.id, 'processing'));
  await moveOrder(admin, { ...to(second.order.id, 'cancelled'), stock: 'waste' });
  expect(await left()).toBe(4);
});

it('pays and moves together, or not at all', async () => {
  const id = await orderAt('pending');
  const change = { ...to(id, 'completed'), order_id: id };
  const done = await changeOrderStatus(staff, { ...change, status: 'completed', payment_status: 'paid' });
  expect([done.status, done.payment_status, done.due]).toEqual(['completed', 'paid', 0]);

  const cancelled = await orderAt('cancelled');
  expect(await outcome(changeOrderStatus(staff, { ...change, order_id: cancelled, payment_status: 'paid' }))).toBe(
    'ORD_002',
  );
  const other = await orderAt('completed');
  expect(
    await outcome(changeOrderStatus(staff, { ...change, order_id: other, status: 'pending', payment_status: 'paid' })),
  ).toBe('ORD_002');
  const [row] = await database().db.execute<{ n: number }>(
    sql`SELECT count(*)::int AS n FROM payments WHERE order_id = ${other}`,
  );
  expect(row?.n).toBe(0);
  expect(
    await outcome(
      changeOrderStatus(staff, { ...change, order_id: other, status: undefined, payment_status: 'refunded' }),
    ),
  ).toBe('PAY_001');
});
