import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#db/columns';
import { productVariants } from '#db/schema/catalog';
import { deliveryFees, deliveryZones, locations } from '#db/schema/promise';
import { getDashboard } from '#lib/analytics/queries';
import { createCustomer } from '#lib/customers/commands';
import { createCustomerInput } from '#lib/customers/input';
import { database } from '#lib/database';
import {
  cancelOwnOrder,
  claimPayment,
  confirmPayment,
  placeDeskOrder,
  placeOrder,
  rejectPayment,
} from '#lib/orders/commands';
import { listOrdersInput, placeDeskOrderInput } from '#lib/orders/input';
import { exportOrders, getOrder, getOrderByLink, listOrders, trackOrder } from '#lib/orders/queries';
import { quoteDelivery } from '#lib/promise/queries';
import { forgetRuleBook } from '#lib/promise/queries/rule-book';
import {
  makeProduct,
  newPhone,
  orderOf,
  outcome,
  setSetting,
  staffMember,
  type TestContext,
  visitor,
} from '#tests/factories/shop';

let staff: TestContext;
beforeAll(async () => {
  staff = await staffMember('staff');
  const cash = { method: 'cash', title: 'Cash', delivery_types: ['pickup'] };
  const transfer = {
    method: 'bank_transfer',
    title: 'Transfer',
    instructions: 'Name the number.',
    delivery_types: ['pickup', 'delivery'],
    due_hours: 24,
  };
  await setSetting('payments', { options: [cash, transfer], account_holder: 'Rye', iban: 'DE02120300000000202051' });
  await setSetting('checkout', { delivery_types: ['pickup', 'delivery'], orders_per_hour: 3 });
});

const keyOf = (accessUrl: string) => new URL(accessUrl).searchParams.get('key');
const setPrice = (variantId: string, priceMinor: number) =>
  database().db.update(productVariants).set({ priceMinor }).where(sql`id = ${variantId}`);

describe('placing an order', () => {
  it('copies what was sold and expires what shows the stock', async () => {
    const { variantId, slug } = await makeProduct({ priceMinor: 333 });
    const ctx = visitor();
    const { order } = await placeOrder(ctx, orderOf([variantId, variantId]));
    await setPrice(variantId, 999);
    expect(order).toMatchObject({
      status: 'pending',
      payment_status: 'unpaid',
      payment_method: 'cash',
      channel: 'web',
      total: 6.66,
    });
    expect(order.items).toMatchObject([{ quantity: 2, unit_price: 3.33, price_at_time: 3.33, total_price: 6.66 }]);
    expect((await getOrder(staff, { id: order.id }))?.total).toBe(6.66);
    expect(ctx.expired).toEqual(['stock', `product:${slug}`]);
  });

  it('takes a product by its default variant', async () => {
    const { productId } = await makeProduct();
    const { order } = await placeOrder(visitor(), orderOf([], { items: [{ product_id: productId, quantity: 2 }] }));
    expect(order.total).toBe(25);
  });

  it('names every short item with what is left', async () => {
    const [one, two] = [await makeProduct({ stockQuantity: 1 }), await makeProduct({ stockQuantity: 0 })];
    const items = [
      { variant_id: one.variantId, quantity: 3 },
      { variant_id: two.variantId, quantity: 1 },
    ];
    await expect(placeOrder(visitor(), orderOf([], { items }))).rejects.toMatchObject({
      code: 'STK_001',
      details: {
        items: [
          { variant_id: one.variantId, requested: 3, left: 1 },
          { variant_id: two.variantId, requested: 1, left: 0 },
        ],
      },
    });
  });

  it('refuses what is not sold, too many of one, ways to pay and to deliver that are not offered', async () => {
    const gone = await makeProduct({ archivedAt: new Date() });
    const hidden = await makeProduct({}, { active: false });
    const few = await makeProduct({}, { maxPerOrder: 1 });
    expect(await outcome(placeOrder(visitor(), orderOf([gone.variantId])))).toBe('STK_002');
    expect(await outcome(placeOrder(visitor(), orderOf([hidden.variantId])))).toBe('STK_002');
    expect(await outcome(placeOrder(visitor(), orderOf([newId()])))).toBe('STK_002');
    const tooMany = orderOf([few.variantId, few.variantId]);
    await expect(placeOrder(visitor(), tooMany)).rejects.toMatchObject({ codes: { items: ['VAL_003'] } });
    expect(await outcome(placeOrder(visitor(), orderOf([few.variantId], { payment_method: 'other' })))).toBe('PAY_001');
  });

  it('lets a phone order so many times an hour', async () => {
    const { variantId } = await makeProduct({ stockQuantity: 50 });
    const phone = newPhone();
    const send = () => outcome(placeOrder(visitor(), orderOf([variantId], { customer_phone: phone })));
    expect([await send(), await send(), await send(), await send()]).toEqual(['ok', 'ok', 'ok', 'RATE_001']);
  });

  it('takes a desk order for a customer on file, paid at once', async () => {
    const { variantId } = await makeProduct();
    const customer = await createCustomer(staff, createCustomerInput.parse({ name: 'Zoe', phone: newPhone() }));
    const input = placeDeskOrderInput.parse({
      customer_id: customer.id,
      delivery_type: 'pickup',
      is_paid: true,
      items: [{ variant_id: variantId, quantity: 1 }],
    });
    const idempotency = { scope: 'desk', key: newId(), hash: 'same' };
    const { order } = await placeDeskOrder(staff, input, { idempotency });
    expect(order).toMatchObject({ channel: 'desk', customer: { id: customer.id }, payment_status: 'paid', due: 0 });
    const again = await placeDeskOrder(staff, input, { idempotency });
    expect([again.replayed, again.order.id, again.order.payments.length]).toEqual([true, order.id, 1]);
    expect(await outcome(placeDeskOrder(visitor(), input))).toBe('AUTH_002');
  });
});

describe('delivery', () => {
  beforeAll(async () => {
    const [locationId, zoneId] = [newId(), newId()];
    const { db } = database();
    await db.insert(locations).values({ id: locationId, name: 'Shop', street: 'A 1', city: 'B' });
    await db.insert(deliveryZones).values({
      id: zoneId,
      locationId,
      name: 'Near',
      postalRules: [{ kind: 'prefix', prefix: '10' }],
      minOrderMinor: 1000,
    });
    await db.insert(deliveryFees).values([
      { zoneId, fromSubtotalMinor: 0, feeMinor: 490 },
      { zoneId, fromSubtotalMinor: 3000, feeMinor: 0 },
    ]);
    forgetRuleBook();
  });

  const to = (postal_code: string | undefined, quantity: number, variantId: string) =>
    orderOf([], {
      delivery_type: 'delivery',
      delivery_address: { street: 'S 1', city: 'B', postal_code },
      items: [{ variant_id: variantId, quantity }],
    });

  it('costs what the zone says', async () => {
    const { variantId } = await makeProduct();
    const near = await placeOrder(visitor(), to('10115', 1, variantId));
    expect(near.order).toMatchObject({
      subtotal: 12.5,
      delivery_fee: 4.9,
      total: 17.4,
      payment_method: 'bank_transfer',
    });
    expect(near.order.payment_account?.iban).toBe('DE02120300000000202051');
    const free = await placeOrder(visitor(), to('10115', 3, variantId));
    expect(free.order).toMatchObject({ subtotal: 37.5, delivery_fee: 0, total: 37.5 });
  });

  it('ends at the zone, and begins at its minimum', async () => {
    const { variantId } = await makeProduct({ priceMinor: 500 });
    expect(await outcome(placeOrder(visitor(), to('99999', 3, variantId)))).toBe('ZONE_001');
    expect(await outcome(placeOrder(visitor(), to('10115', 1, variantId)))).toBe('ZONE_002');
    await expect(placeOrder(visitor(), to(undefined, 3, variantId))).rejects.toMatchObject({
      codes: { 'delivery_address.postal_code': ['VAL_001'] },
    });
    expect(await quoteDelivery(visitor(), { postal_code: '10115', subtotal: 500 })).toMatchObject({
      fee: 4.9,
      minimum: 10,
      missing_for_minimum: 5,
      free_from: 30,
      missing_for_free: 25,
    });
  });
});

describe('whoever holds the link', () => {
  it('sees the order, claims a payment, and cancels while it is pending', async () => {
    const { variantId } = await makeProduct();
    const { order } = await placeOrder(visitor(), orderOf([variantId], { payment_method: 'bank_transfer' }));
    const key = keyOf(order.access_url);
    const { order_number } = order;
    expect((await getOrderByLink(visitor(), { order_number, key }))?.id).toBe(order.id);
    expect(await getOrderByLink(visitor(), { order_number, key: `${key}x` })).toBeNull();
    expect(await getOrderByLink(visitor(), { order_number, key: null })).toBeNull();

    const claim = { order_number, amount: null, reference: null };
    const { order: claimed, payment_id } = await claimPayment(visitor(), claim, { key });
    expect([claimed.payment_status, claimed.due]).toEqual(['submitted', 12.5]);
    expect((await claimPayment(visitor(), claim, { key })).payment_id).toBe(payment_id);
    expect((await rejectPayment(staff, { payment_id, note: 'none came' })).payment_status).toBe('unpaid');
    const again = await claimPayment(visitor(), claim, { key });
    expect((await confirmPayment(staff, { payment_id: again.payment_id, note: null })).payment_status).toBe('paid');
    expect(await outcome(confirmPayment(staff, { payment_id: again.payment_id, note: null }))).toBe('PAY_001');

    const { order: other } = await placeOrder(visitor(), orderOf([variantId]));
    const cancel = { order_number: other.order_number, cancel_reason: 'ill' };
    const own = { key: keyOf(other.access_url) };
    expect(await outcome(cancelOwnOrder(visitor(), cancel, { key }))).toBe('DB_002');
    expect((await cancelOwnOrder(visitor(), cancel, own)).status).toBe('cancelled');
    expect(await outcome(cancelOwnOrder(visitor(), cancel, own))).toBe('ORD_002');
  });
});

describe('tracking', () => {
  it('opens with two facts, and tells both misses alike', async () => {
    const { variantId } = await makeProduct();
    const { order } = await placeOrder(visitor(), orderOf([variantId]));
    const { order_number, customer_phone: phone } = order;
    const found = await trackOrder(visitor(), { order_number: order_number.toLowerCase(), order_id: null, phone });
    expect(found).toMatchObject({ order_number, total: 12.5 });
    expect(JSON.stringify(found)).not.toMatch(/Ana|customer|address|key=/);
    expect((await trackOrder(visitor(), { order_number: null, order_id: order.id, phone })).order_number).toBe(
      order_number,
    );
    const miss = (input: { order_number: string; phone: string }) =>
      trackOrder(visitor(), { ...input, order_id: null }).catch(
        ({ code, details }: { code: string; details: unknown }) => ({ code, details }),
      );
    expect(await miss({ order_number, phone: newPhone() })).toEqual(
      await miss({ order_number: 'BAR-20000101-001', phone }),
    );
  });

  it('lets nobody try for ever', async () => {
    const tries: string[] = [];
    for (let index = 0; index < 12; index += 1) {
      tries.push(
        await outcome(trackOrder(visitor(), { order_number: 'BAR-20010101-001', order_id: null, phone: newPhone() })),
      );
    }
    expect(tries).toEqual([...Array.from({ length: 10 }, () => 'ORD_001'), 'RATE_001', 'RATE_001']);
  });
});

describe('the desk', () => {
  it('finds orders by number, phone, name, product and status, page by page', async () => {
    const { variantId, productId } = await makeProduct();
    const placed = [];
    for (let index = 0; index < 3; index += 1) {
      placed.push(
        await placeOrder(
          visitor({ now: new Date(Date.now() + index * 1000) }),
          orderOf([variantId], { customer_name: `=Şerban ${index}` }),
        ),
      );
    }
    const list = (query: Record<string, unknown>) =>
      listOrders(staff, listOrdersInput.parse({ product_id: productId, ...query }));
    expect((await list({})).total).toBe(3);
    expect((await list({ q: placed[0]?.order.order_number })).total).toBe(1);
    expect((await list({ q: placed[1]?.order.customer_phone })).total).toBe(1);
    expect((await list({ q: 'şerban' })).total).toBe(3);
    expect((await list({ status: 'ordered' })).total).toBe(3);
    expect((await list({ status: 'delivered' })).total).toBe(0);
    const first = await list({ limit: '2' });
    const second = await list({ limit: '2', cursor: first.next_cursor });
    expect([...first.items, ...second.items].map((row) => row.order_number)).toEqual(
      placed.map(({ order }) => order.order_number).reverse(),
    );
    expect(second.next_cursor).toBeNull();

    let csv = '';
    for await (const piece of exportOrders(staff, listOrdersInput.parse({ product_id: productId }))) csv += piece;
    expect(csv.startsWith('\uFEFForder_number,')).toBe(true);
    expect(csv).toContain("'=Şerban 0");
    expect(csv.trim().split('\r\n')).toHaveLength(4);
  });

  it('counts as the rows do', async () => {
    const dashboard = await getDashboard(staff);
    const [row] = await database().db.execute<{ orders: number; pending: number; revenue: number }>(sql`
      SELECT (SELECT count(*)::int FROM orders WHERE status <> 'cancelled') AS orders,
        (SELECT count(*)::int FROM orders WHERE status <> 'cancelled' AND payment_status IN ('unpaid', 'submitted', 'partially_paid')) AS pending,
        (SELECT coalesce(sum(CASE kind WHEN 'charge' THEN amount_minor ELSE -amount_minor END), 0)::int FROM payments WHERE status = 'confirmed') AS revenue`);
    expect(dashboard).toMatchObject({
      total_orders: row?.orders,
      pending_payments: row?.pending,
      total_revenue: (row?.revenue ?? 0) / 100,
    });
    expect(dashboard.trend).toHaveLength(30);
    expect(await outcome(getDashboard(visitor()))).toBe('AUTH_002');
  });
});
