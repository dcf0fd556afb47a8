import { beforeAll, describe, expect, it } from 'vitest';
import { getProductFigures, getSales } from '#lib/analytics/queries';
import { rangeInput } from '#lib/analytics/view-input';
import { csvOf, days, pay, placedAt } from '#tests/factories/figures';
import { makeProduct, staffMember, type TestContext } from '#tests/factories/shop';

let staff: TestContext;
beforeAll(async () => {
  staff = await staffMember('staff');
});

describe('sales', () => {
  // The shop stands in Berlin, whose clocks go forward on 30 March 2031.
  beforeAll(async () => {
    const before = await placedAt('2031-03-28T22:59:00Z');
    const first = await placedAt('2031-03-28T23:00:00Z', { items: [{ quantity: 2 }] });
    const sent = await placedAt('2031-03-30T21:59:00Z', {
      items: [{ unitPriceMinor: 1000 }],
      channel: 'desk',
      paymentMethod: 'bank_transfer',
      deliveryType: 'delivery',
      deliveryAddress: { street: 'Ofenhof 7', city: 'Berlin' },
      status: 'completed',
      paidMinor: 750,
    });
    const cancelled = await placedAt('2031-03-30T22:00:00Z', { channel: 'api', status: 'cancelled' });
    await placedAt('2031-03-31T21:59:00Z', { status: 'pending' });
    await placedAt('2031-03-31T22:00:00Z');
    await pay(cancelled.id, '2031-03-27', 480);
    await pay(cancelled.id, '2031-03-29', 480, { kind: 'refund' });
    await pay(before.id, '2031-03-29', 480);
    await pay(first.id, '2031-03-29', 960, { status: 'submitted', bookedOn: null });
    await pay(sent.id, '2031-03-30', 1000);
    await pay(sent.id, '2031-03-31', 250, { kind: 'refund' });
  });
  const read = () => getSales(staff, days('2031-03-29', '2031-03-31'));

  it('count by the shop’s days: orders without cancelled ones, charges less refunds as they were booked', async () => {
    expect(await read()).toMatchObject({
      range: { preset: 'custom', days: 3, step: 'day', before: { from: '2031-03-26', to: '2031-03-28' } },
      currency: 'EUR',
      totals: { orders: 3, cancelled: 1, ordered: 24.4, revenue: 7.5, average_order: 8.13 },
      before: { orders: 1, cancelled: 0, ordered: 4.8, revenue: 4.8, average_order: 4.8 },
    });
  });

  it('come in steps, each beside the one before', async () => {
    const { steps } = await read();
    expect(steps.map((step) => [step.from, step.orders, step.cancelled, step.ordered, step.revenue])).toEqual([
      ['2031-03-29', 1, 0, 9.6, 0],
      ['2031-03-30', 1, 0, 10, 10],
      ['2031-03-31', 1, 1, 4.8, -2.5],
    ]);
    expect(steps.map(({ before }) => [before?.from, before?.orders, before?.revenue])).toEqual([
      ['2031-03-26', 0, 0],
      ['2031-03-27', 0, 4.8],
      ['2031-03-28', 1, 0],
    ]);
    expect(steps[1]?.average_order).toBe(10);
  });

  it('are parted by channel, method, delivery and status, each to the same sum', async () => {
    const sales = await read();
    expect(sales.by_channel).toEqual([
      { channel: 'web', orders: 2, ordered: 14.4, paid: 0, share: 0.5902 },
      { channel: 'desk', orders: 1, ordered: 10, paid: 7.5, share: 0.4098 },
      { channel: 'api', orders: 0, ordered: 0, paid: 0, share: 0 },
    ]);
    expect(sales.by_payment_method.map((row) => [row.payment_method, row.orders, row.ordered])).toEqual([
      ['cash', 2, 14.4],
      ['bank_transfer', 1, 10],
      ['card_terminal', 0, 0],
      ['other', 0, 0],
    ]);
    expect(sales.by_delivery_type.map((row) => [row.delivery_type, row.orders])).toEqual([
      ['pickup', 2],
      ['delivery', 1],
    ]);
    expect(sales.by_status.filter(({ orders }) => orders > 0)).toEqual([
      { status: 'pending', orders: 1, ordered: 4.8 },
      { status: 'confirmed', orders: 1, ordered: 9.6 },
      { status: 'completed', orders: 1, ordered: 10 },
      { status: 'cancelled', orders: 1, ordered: 4.8 },
    ]);
  });

  it('leave the shop as a file with what was given back below zero', async () => {
    expect((await csvOf(staff, 'sales', '2031-03-29', '2031-03-31')).split('\r\n')[3]).toContain(',4.8,-2.5,');
  });

  it('know what day it is where the shop is', async () => {
    const at = (now: string) => ({ ...staff, now: new Date(now) });
    const today = rangeInput.parse({ range: 'today' });
    expect((await getSales(at('2031-03-28T22:59:59Z'), today)).totals).toMatchObject({ orders: 1, ordered: 4.8 });
    expect((await getSales(at('2031-03-28T23:00:00Z'), today)).totals).toMatchObject({ orders: 1, ordered: 9.6 });
    expect((await getSales(at('2031-04-10T10:00:00Z'), rangeInput.parse({ range: 'last_month' }))).totals).toEqual({
      orders: 4,
      cancelled: 1,
      ordered: 29.2,
      revenue: 12.3,
      average_order: 7.3,
    });
  });

  it('are empty, not missing, where there was nothing', async () => {
    const sales = await getSales(staff, days('2029-02-01', '2029-02-02'));
    expect(sales.totals).toEqual({ orders: 0, cancelled: 0, ordered: 0, revenue: 0, average_order: null });
    expect(sales.steps).toHaveLength(2);
    expect(sales.by_channel.map(({ share }) => share)).toEqual([0, 0, 0]);
  });
});

describe('products', () => {
  const names: Record<string, string> = {};
  beforeAll(async () => {
    const make = async (name: string, more = {}) => {
      const made = await makeProduct({}, { name, ...more });
      names[name] = made.productId;
      return made.productId;
    };
    const rye = await make('=1+1 Rye');
    const bun = await make('Bun');
    const cake = await make('Cake');
    const tart = await make('Tart', { active: false });
    await placedAt('2030-07-10T08:00:00Z', {
      items: [
        { productId: rye, quantity: 3 },
        { productId: bun, unitPriceMinor: 1000 },
      ],
    });
    await placedAt('2030-07-11T08:00:00Z', {
      items: [{ productId: rye }, { productName: 'Old roll', quantity: 2, unitPriceMinor: 100 }],
    });
    await placedAt('2030-07-11T09:00:00Z', { status: 'cancelled', items: [{ productId: cake, quantity: 5 }] });
    await placedAt('2030-07-09T08:00:00Z', { items: [{ productId: rye, quantity: 2 }, { productId: tart }] });
  });
  const read = () => getProductFigures(staff, days('2030-07-10', '2030-07-11'));

  it('are ranked by what they brought, with their share and the period before', async () => {
    const { totals, before, products } = await read();
    expect(totals).toEqual({ products: 3, units: 7, sold: 31.2 });
    expect(before).toEqual({ products: 2, units: 3, sold: 14.4 });
    expect(products.map(({ category: _, ...row }) => row)).toEqual([
      {
        product_id: names['=1+1 Rye'],
        name: '=1+1 Rye',
        units: 4,
        sold: 19.2,
        share: 0.6154,
        units_before: 2,
        sold_before: 9.6,
      },
      { product_id: names.Bun, name: 'Bun', units: 1, sold: 10, share: 0.3205, units_before: 0, sold_before: 0 },
      { product_id: null, name: 'Old roll', units: 2, sold: 2, share: 0.0641, units_before: 0, sold_before: 0 },
    ]);
  });

  it('are summed by category, those of the past among them', async () => {
    const { categories, products } = await read();
    expect(
      categories.map(({ products: count, units, sold, sold_before }) => [count, units, sold, sold_before]),
    ).toEqual([
      [1, 4, 19.2, 9.6],
      [1, 1, 10, 0],
      [1, 2, 2, 0],
      [0, 0, 0, 4.8],
    ]);
    expect(categories[0]?.name).toBe(products[0]?.category);
    expect(categories[2]).toMatchObject({ category_id: null, name: 'No longer in the catalogue' });
  });

  it('that did not sell are those on sale by then; an order that was cancelled sold nothing', async () => {
    const { unsold, unsold_count } = await read();
    expect(unsold.map(({ name }) => name)).toEqual(['Cake']);
    expect(unsold_count).toBe(1);
    expect((await getProductFigures(staff, days('2020-01-01', '2020-01-02'))).unsold).toEqual([]);
  });

  it('are exported whole, and no cell is a formula', async () => {
    const lines = (await csvOf(staff, 'products', '2030-07-10', '2030-07-11')).trimEnd().split('\r\n');
    expect(lines[0]).toBe('\uFEFFproduct_id,name,category,units,sold,share,units_before,sold_before');
    expect(lines).toHaveLength(4);
    expect(lines[1]).toContain(",'=1+1 Rye,");
  });
});
