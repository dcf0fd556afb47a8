import { beforeAll, describe, expect, it } from 'vitest';
import { slots } from '#db/schema/promise';
import {
  exportFigures,
  getCustomerFigures,
  getDashboard,
  getProductFigures,
  getSales,
  getSlotFigures,
} from '#lib/analytics/queries';
import { exportFiguresInput, rangeInput } from '#lib/analytics/view-input';
import { database } from '#lib/database';
import { momentAt } from '#lib/time';
import { makeCustomer, pay, placedAt } from '#tests/factories/figures';
import { close, makePlace, slotAt, ZONE } from '#tests/factories/promise';
import { makeProduct, outcome, staffMember, type TestContext, visitor } from '#tests/factories/shop';

let staff: TestContext;
beforeAll(async () => {
  staff = await staffMember('staff');
});

const days = (from: string, to: string) => rangeInput.parse({ from, to });

async function csvOf(table: string, from: string, to: string): Promise<string> {
  let csv = '';
  for await (const piece of exportFigures(staff, exportFiguresInput.parse({ table, from, to }))) csv += piece;
  return csv;
}

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
    const lines = (await csvOf('products', '2030-07-10', '2030-07-11')).trimEnd().split('\r\n');
    expect(lines[0]).toBe('\uFEFFproduct_id,name,category,units,sold,share,units_before,sold_before');
    expect(lines).toHaveLength(4);
    expect(lines[1]).toContain(",'=1+1 Rye,");
  });
});

describe('customers', () => {
  let [ana, ben] = ['', ''];
  beforeAll(async () => {
    const cleo = await makeCustomer('Cleo');
    [ana, ben] = [await makeCustomer('Ana'), await makeCustomer('Ben')];
    const order = (day: string, minor: number, more: object) =>
      placedAt(`${day}T10:00:00Z`, { items: [{ unitPriceMinor: minor }], ...more });
    await order('2030-08-01', 480, { customerId: ana });
    await order('2030-08-02', 480, { customerId: ben, status: 'cancelled' });
    await order('2030-08-03', 480, { customerPhone: '+493055550001' });
    await order('2030-08-31', 480, { customerId: ana });
    await order('2030-09-02', 1000, { customerId: ana });
    await order('2030-09-03', 2000, { customerId: ben });
    await order('2030-09-03', 700, { customerPhone: '+493055550001', customerName: 'Guest one' });
    await order('2030-09-03', 9900, { customerId: cleo, status: 'cancelled' });
    await order('2030-09-04', 500, { customerId: ana });
    await order('2030-09-04', 480, { customerId: ben });
    await order('2030-09-04', 300, { customerPhone: '+493055550002', customerName: 'Guest two' });
  });
  const read = () => getCustomerFigures(staff, days('2030-09-02', '2030-09-04'));

  it('are new with their first order that stood, by account or by phone', async () => {
    const { totals, before, steps } = await read();
    expect(totals).toEqual({
      customers: 4,
      new_customers: 2,
      returning_customers: 2,
      orders: 6,
      new_ordered: 27.8,
      returning_ordered: 22,
    });
    expect(before).toMatchObject({ customers: 1, new_customers: 0, returning_customers: 1 });
    expect(steps.map((step) => [step.new_customers, step.returning_customers])).toEqual([
      [0, 1],
      [1, 1],
      [1, 2],
    ]);
  });

  it('are counted by how often they ordered, and ranked by how much', async () => {
    const { orders_per_customer, top_customers } = await read();
    expect(orders_per_customer.slice(0, 3)).toEqual([
      { from: 1, to: 1, customers: 2, ordered: 10, share: 0.5 },
      { from: 2, to: 2, customers: 2, ordered: 39.8, share: 0.5 },
      { from: 3, to: 3, customers: 0, ordered: 0, share: 0 },
    ]);
    expect(top_customers.map((row) => [row.customer_id, row.name, row.is_new, row.orders, row.ordered])).toEqual([
      [ben, 'Ben', true, 2, 24.8],
      [ana, 'Ana', false, 2, 15],
      [null, 'Guest one', false, 1, 7],
      [null, 'Guest two', true, 1, 3],
    ]);
    expect(top_customers[0]?.last_order_at).toBe('2030-09-04T10:00:00.000Z');
  });

  it('are the same in weeks and months, whose first step may be cut short', async () => {
    const { steps, totals } = await getCustomerFigures(staff, days('2030-05-15', '2030-09-15'));
    expect(steps.reduce((sum, step) => sum + step.new_customers, 0)).toBe(totals.new_customers);
    const { steps: months } = await getCustomerFigures(staff, days('2030-03-15', '2030-09-15'));
    expect(months[0]).toMatchObject({ from: '2030-03-15', to: '2030-03-31' });
    expect(months.at(-1)).toMatchObject({ from: '2030-09-01', new_customers: 2, returning_customers: 2 });
  });
});

describe('slots', () => {
  let place = '';
  // Clocks go back on 27 October 2030; four slots a day, each for four orders.
  beforeAll(async () => {
    ({ locationId: place } = await makePlace({ capacityOrders: 4 }));
    await close('2030-10-28 10:00', '2030-10-28 12:00');
    const row = (day: string, time: string, more: object) => ({
      id: slotAt(place, day, time),
      locationId: place,
      method: 'pickup' as const,
      startsAt: momentAt(day, time, ZONE),
      endsAt: new Date(momentAt(day, time, ZONE).getTime() + 3_600_000),
      cutoffAt: momentAt(day, '07:00', ZONE),
      capacityOrders: 4,
      ...more,
    });
    await database()
      .db.insert(slots)
      .values([
        row('2030-10-26', '09:00', { bookedOrders: 4 }),
        row('2030-10-27', '09:00', { bookedOrders: 1 }),
        row('2030-10-28', '10:00', { bookedOrders: 1 }),
        row('2030-10-28', '08:00', { closed: true }),
      ]);
    await placedAt('2030-10-26T06:00:00Z', { slot: ['2030-10-26T07:00:00Z', '2030-10-26T08:00:00Z'] });
    await placedAt('2030-10-26T08:00:00Z', { slot: ['2030-10-27T08:00:00Z', '2030-10-27T09:00:00Z'] });
    await placedAt('2030-10-20T08:00:00Z', {
      slot: ['2030-10-26T07:00:00Z', '2030-10-26T08:00:00Z'],
      status: 'cancelled',
    });
  });
  const read = () => getSlotFigures(staff, days('2030-10-26', '2030-10-28'));

  it('are full by what was booked of all that was on offer, empty ones too and closed ones not', async () => {
    const { totals, before, steps } = await read();
    expect(totals).toEqual({ slots: 10, booked: 6, capacity: 40, fill: 0.15, cancelled: 1 });
    expect(before).toEqual({ slots: 12, booked: 0, capacity: 48, fill: 0, cancelled: 0 });
    expect(steps.map((step) => [step.slots, step.booked, step.capacity, step.fill])).toEqual([
      [4, 4, 16, 0.25],
      [4, 1, 16, 0.0625],
      [2, 1, 8, 0.125],
    ]);
  });

  it('are parted by weekday and by the hour on the shop’s clock, also where it was put back', async () => {
    const { hours } = await read();
    const at = (weekday: number, hour: number) => hours.find((cell) => cell.weekday === weekday && cell.hour === hour);
    expect(at(6, 9)).toEqual({ weekday: 6, hour: 9, slots: 1, booked: 4, capacity: 4, fill: 1, cancelled: 1 });
    expect(at(7, 9)).toMatchObject({ slots: 1, booked: 1, fill: 0.25 });
    expect(at(1, 8)).toBeUndefined();
    expect(at(1, 10)).toMatchObject({ slots: 1, booked: 1 });
    expect(hours).toHaveLength(10);
  });

  it('name the busiest, and how early orders came', async () => {
    const { busiest, lead, median_lead_hours } = await read();
    expect(busiest.map((slot) => [slot.slot_id, slot.fill])).toEqual([
      [slotAt(place, '2030-10-26', '09:00'), 1],
      [slotAt(place, '2030-10-27', '09:00'), 0.25],
      [slotAt(place, '2030-10-28', '10:00'), 0.25],
    ]);
    expect(lead.map(({ orders }) => orders)).toEqual([1, 0, 0, 1, 0, 0, 0]);
    expect(lead[0]).toMatchObject({ from_hours: 0, to_hours: 2, share: 0.5 });
    expect(median_lead_hours).toBe(12.5);
  });
});

describe('slots that fill', () => {
  it('are on the dashboard today and tomorrow, until they are over', async () => {
    const filling = async (now: string) => (await getDashboard({ ...staff, now: new Date(now) })).slots_filling;
    const full = { day: '2030-10-26', method: 'pickup', booked_orders: 4, capacity_orders: 4, fill: 1 };
    expect(await filling('2030-10-24T22:30:00Z')).toMatchObject([full]);
    expect(await filling('2030-10-26T07:59:00Z')).toMatchObject([full]);
    expect(await filling('2030-10-26T08:00:00Z')).toEqual([]);
    expect(await filling('2030-10-24T21:30:00Z')).toEqual([]);
  });
});

describe('every table', () => {
  it('can be exported, with a line per row', async () => {
    for (const table of exportFiguresInput.shape.table.options) {
      const csv = await csvOf(table, '2030-10-26', '2030-10-28');
      expect(csv.startsWith('\uFEFF'), table).toBe(true);
    }
    expect((await csvOf('hours', '2030-10-26', '2030-10-28')).trim().split('\r\n')).toHaveLength(11);
    expect((await csvOf('sales', '2031-03-29', '2031-03-31')).split('\r\n')[3]).toContain(',4.8,-2.5,');
  });
});

describe('figures', () => {
  it('are for staff, and for days that make sense', async () => {
    const input = rangeInput.parse({});
    for (const read of [getSales, getProductFigures, getCustomerFigures, getSlotFigures]) {
      expect(await outcome(read(visitor(), input))).toBe('AUTH_002');
    }
    const wrong = (given: object) => rangeInput.safeParse(given).error?.issues[0]?.path[0];
    expect(wrong({ range: 'custom' })).toBe('from');
    expect(wrong({ from: '2030-01-01' })).toBe('to');
    expect(wrong({ from: '2030-01-02', to: '2030-01-01' })).toBe('to');
    expect(wrong({ from: '2030-01-01', to: '2034-01-01' })).toBe('to');
    expect(wrong({ range: 'yesterday' })).toBe('range');
    expect(wrong({ range: '7d', from: '2030-01-02' })).toBeUndefined();
  });
});
