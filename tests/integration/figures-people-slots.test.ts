import { beforeAll, describe, expect, it } from 'vitest';
import { slots } from '#db/schema/promise';
import { getCustomerFigures, getDashboard, getProductFigures, getSales, getSlotFigures } from '#lib/analytics/queries';
import { exportFiguresInput, rangeInput } from '#lib/analytics/view-input';
import { database } from '#lib/database';
import { momentAt } from '#lib/time';
import { csvOf, days, makeCustomer, placedAt } from '#tests/factories/figures';
import { close, makePlace, slotAt, ZONE } from '#tests/factories/promise';
import { outcome, staffMember, type TestContext, visitor } from '#tests/factories/shop';

let staff: TestContext;
beforeAll(async () => {
  staff = await staffMember('staff');
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
      const csv = await csvOf(staff, table, '2030-10-26', '2030-10-28');
      expect(csv.startsWith('\uFEFF'), table).toBe(true);
    }
    expect((await csvOf(staff, 'hours', '2030-10-26', '2030-10-28')).trim().split('\r\n')).toHaveLength(11);
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
