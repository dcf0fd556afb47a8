import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#db/columns';
import { auditLog } from '#db/schema/audit';
import { database } from '#lib/database';
import { moveOrder, placeOrder } from '#lib/orders/commands';
import { setPlans } from '#lib/stock/commands';
import { getPlansInput, setPlansInput } from '#lib/stock/input';
import { getPlans } from '#lib/stock/queries';
import {
  makeProduct,
  orderOf,
  outcome,
  setSetting,
  staffMember,
  type TestContext,
  visitor,
} from '#tests/factories/shop';
import { call, tokenOf } from '#tests/support/api';

/** A Monday morning in Berlin. */
const NOW = new Date('2031-03-03T08:00:00Z');
const [MONDAY, TUESDAY, SATURDAY] = ['2031-03-03', '2031-03-04', '2031-03-08'] as const;

let staff: TestContext;
beforeAll(async () => {
  await setSetting('shop', { name: 'Test', time_zone: 'Europe/Berlin' });
  staff = await staffMember('admin', { now: NOW });
});

const baked = (more: Parameters<typeof makeProduct>[1] = {}) =>
  makeProduct({ stockMode: 'per_date', stockQuantity: 0 }, more);
const set = (input: unknown, ctx: TestContext = staff) => setPlans(ctx, setPlansInput.parse(input));
const pattern = (variant_id: string, weekday: number, planned: number) => ({
  patterns: [{ variant_id, weekday, planned }],
});
const on = (variant_id: string, on_date: string, more: Record<string, unknown>) => ({
  days: [{ variant_id, on_date, ...more }],
});
const buy = (variantId: string, on_date: string, quantity: number) =>
  placeOrder(visitor({ now: NOW }), orderOf([], { items: [{ variant_id: variantId, quantity, on_date }] }));

async function dayOf(variantId: string, day: string) {
  const plans = await getPlans(staff, getPlansInput.parse({ from: day, to: day, variant_id: variantId }));
  return plans.variants[0]?.days[0];
}
const rowsOf = async (variantId: string) => {
  const [row] = await database().db.execute<{ count: number }>(
    sql`select count(*)::int as count from production_plans where variant_id = ${variantId}`,
  );
  return row?.count;
};

describe('a day', () => {
  it('shows its pattern without having a row, and gets one with the first order', async () => {
    const { variantId } = await baked();
    await set(pattern(variantId, 6, 40));
    expect(await dayOf(variantId, SATURDAY)).toEqual({
      on_date: SATURDAY,
      planned: 40,
      sold: 0,
      left: 40,
      closed: false,
      is_override: false,
      is_sold: true,
    });
    expect(await rowsOf(variantId)).toBe(0);
    await buy(variantId, SATURDAY, 26);
    expect(await dayOf(variantId, SATURDAY)).toMatchObject({ planned: 40, sold: 26, left: 14, is_override: false });
    expect(await dayOf(variantId, TUESDAY)).toMatchObject({ planned: 0, left: 0 });
    expect(await outcome(buy(variantId, TUESDAY, 1))).toBe('STK_001');
  });

  it('is set for itself, closed, opened, and given back to its pattern', async () => {
    const { variantId } = await baked();
    await set(pattern(variantId, 6, 40));
    await set(on(variantId, SATURDAY, { planned: 12 }));
    expect(await dayOf(variantId, SATURDAY)).toMatchObject({ planned: 12, is_override: true });
    await set(pattern(variantId, 6, 50));
    expect(await dayOf(variantId, SATURDAY)).toMatchObject({ planned: 12, is_override: true });
    await buy(variantId, SATURDAY, 3);
    expect(await set(on(variantId, SATURDAY, { closed: true }))).toEqual({
      held: [],
      closed_with_orders: [{ variant_id: variantId, on_date: SATURDAY, sold: 3 }],
    });
    expect(await dayOf(variantId, SATURDAY)).toMatchObject({ planned: 12, sold: 3, closed: true });
    expect(await outcome(buy(variantId, SATURDAY, 1))).toBe('STK_001');
    await set(on(variantId, SATURDAY, { closed: false, planned: null }));
    expect(await dayOf(variantId, SATURDAY)).toMatchObject({ planned: 50, sold: 3, closed: false, is_override: false });
  });

  it('does not need a row to be open as its pattern says', async () => {
    const { variantId } = await baked();
    await set({ days: [{ variant_id: variantId, on_date: SATURDAY, planned: null, closed: false }] });
    expect(await rowsOf(variantId)).toBe(0);
  });

  it('gets back what a cancelled order took, and keeps what was wasted', async () => {
    const { variantId } = await baked();
    await set(on(variantId, SATURDAY, { planned: 10 }));
    const [back, waste] = [await buy(variantId, SATURDAY, 4), await buy(variantId, SATURDAY, 3)];
    const cancel = { to: 'cancelled', note: null, cancel_reason: null, version: null } as const;
    await moveOrder(staff, { ...cancel, order_id: back.order.id, stock: null });
    await moveOrder(staff, { ...cancel, order_id: waste.order.id, stock: 'waste' });
    expect(await dayOf(variantId, SATURDAY)).toMatchObject({ planned: 10, sold: 3, left: 7 });
  });
});

describe('what is sold', () => {
  it('is never undercut: every day that is too low is named, and nothing of the change happens', async () => {
    const [one, two] = [await baked(), await baked()];
    for (const { variantId } of [one, two]) await set(on(variantId, SATURDAY, { planned: 20 }));
    await buy(one.variantId, SATURDAY, 8);
    await buy(two.variantId, SATURDAY, 5);
    const days = [
      { variant_id: one.variantId, on_date: SATURDAY, planned: 7 },
      { variant_id: two.variantId, on_date: SATURDAY, planned: 4 },
      { variant_id: two.variantId, on_date: TUESDAY, planned: 30 },
    ];
    await expect(
      set({ days, patterns: [{ variant_id: one.variantId, weekday: 2, planned: 9 }] }),
    ).rejects.toMatchObject({
      code: 'CONF_002',
      details: {
        items: [
          { variant_id: one.variantId, on_date: SATURDAY, planned: 7, sold: 8 },
          { variant_id: two.variantId, on_date: SATURDAY, planned: 4, sold: 5 },
        ],
      },
    });
    expect(await dayOf(two.variantId, TUESDAY)).toMatchObject({ planned: 0 });
    expect(await dayOf(one.variantId, TUESDAY)).toMatchObject({ planned: 0 });
    expect(await outcome(set(on(one.variantId, SATURDAY, { planned: 8 })))).toBe('ok');
  });

  it('holds days of a lowered pattern, which are answered', async () => {
    const { variantId } = await baked();
    await set(pattern(variantId, 6, 40));
    await buy(variantId, SATURDAY, 26);
    await buy(variantId, '2031-03-15', 2);
    expect(await set(pattern(variantId, 6, 10))).toEqual({
      held: [{ variant_id: variantId, on_date: SATURDAY, planned: 26, sold: 26 }],
      closed_with_orders: [],
    });
    expect(await dayOf(variantId, '2031-03-15')).toMatchObject({ planned: 10, sold: 2 });
    expect(await dayOf(variantId, '2031-03-22')).toMatchObject({ planned: 10 });
    // Raised again, the day that was held follows.
    await set(pattern(variantId, 6, 60));
    expect(await dayOf(variantId, SATURDAY)).toMatchObject({ planned: 60, sold: 26 });
    expect(await set({ days: [{ variant_id: variantId, on_date: SATURDAY, planned: 30 }] })).toMatchObject({
      held: [],
    });
    await set(pattern(variantId, 6, 20));
    expect(await set(on(variantId, SATURDAY, { planned: null }))).toMatchObject({ held: [{ planned: 26, sold: 26 }] });
  });

  it('leaves days that have passed as they were', async () => {
    const { variantId } = await baked();
    await set(pattern(variantId, 1, 40));
    await buy(variantId, MONDAY, 2);
    await set(pattern(variantId, 1, 10), { ...staff, now: new Date('2031-03-04T08:00:00Z') });
    expect(await dayOf(variantId, MONDAY)).toMatchObject({ planned: 40, sold: 2 });
  });
});

it('closes a whole day for everything that is made per day', async () => {
  const [one, counted] = [await baked(), await makeProduct({ stockQuantity: 5 })];
  await set(pattern(one.variantId, 6, 40));
  await set({ days: [{ on_date: '2031-03-29', closed: true }] });
  expect(await dayOf(one.variantId, '2031-03-29')).toMatchObject({ planned: 40, closed: true });
  expect(await rowsOf(counted.variantId)).toBe(0);
  await set({ days: [{ on_date: '2031-03-29', closed: false }] });
  expect(await dayOf(one.variantId, '2031-03-29')).toMatchObject({ closed: false });
});

it('tells audit, listeners and kept pages of what changed, and of nothing else', async () => {
  const [one, two] = [await baked({ slug: `rye-${newId()}` }), await baked()];
  await set(pattern(two.variantId, 6, 5));
  const ctx = await staffMember('staff', { now: NOW });
  const days = [{ variant_id: one.variantId, on_date: SATURDAY, planned: 12, closed: true }];
  await set({ days, patterns: [{ variant_id: two.variantId, weekday: 6, planned: 5 }] }, ctx);
  expect(ctx.expired).toEqual(['stock', 'promise', `product:${one.slug}`]);
  const rows = await database().db.select().from(auditLog).where(sql`request_id = ${ctx.requestId}`);
  expect(rows).toMatchObject([
    {
      action: 'production.set',
      entity: 'variant',
      entityId: one.variantId,
      changes: {
        before: { [SATURDAY]: { planned: 0, closed: false } },
        after: { [SATURDAY]: { planned: 12, closed: true } },
      },
    },
  ]);
  const events = await database().db.execute<{ payload: unknown }>(
    sql`select payload from domain_events where topic = 'stock.changed' and entity_id in (${one.variantId}, ${two.variantId})
      order by seq`,
  );
  expect(events.map(({ payload }) => payload)).toEqual([
    { product_id: two.productId, variant_id: two.variantId, stock_quantity: null },
    { product_id: one.productId, variant_id: one.variantId, stock_quantity: null },
  ]);
});

describe('the list', () => {
  it('is by shelf and name, from today for two weeks, with what the product says about its days', async () => {
    const { variantId } = await baked({ availableWeekdays: [2, 6] });
    await set({
      patterns: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ variant_id: variantId, weekday, planned: weekday * 10 })),
    });
    const plans = await getPlans(staff, getPlansInput.parse({ variant_id: variantId }));
    expect([plans.from, plans.to, plans.today]).toEqual([MONDAY, '2031-03-16', MONDAY]);
    expect(plans.variants).toHaveLength(1);
    const [variant] = plans.variants;
    expect(variant?.weekly_plan).toEqual([10, 20, 30, 40, 50, 60, 70]);
    expect(variant?.days.map(({ planned }) => planned).slice(0, 8)).toEqual([10, 20, 30, 40, 50, 60, 70, 10]);
    expect(variant?.days.filter(({ is_sold }) => is_sold).map(({ on_date }) => on_date)).toEqual([
      TUESDAY,
      SATURDAY,
      '2031-03-11',
      '2031-03-15',
    ]);
  });

  it('says when today is released to walk-in customers', async () => {
    await setSetting('checkout', { release_at: '14:00' });
    const at = (now: string) => getPlans({ ...staff, now: new Date(now) }, getPlansInput.parse({}));
    expect(await at('2031-03-03T08:00:00Z')).toMatchObject({
      release_at: '2031-03-03T13:00:00.000Z',
      is_released: false,
    });
    expect(await at('2031-03-03T13:00:00Z')).toMatchObject({ is_released: true });
    await setSetting('checkout', {});
    expect(await at('2031-03-03T13:00:00Z')).toMatchObject({ release_at: null, is_released: false });
  });
});

describe('wrong input', () => {
  const wrong = (body: unknown, fields: Record<string, string[]>) => expect(put(body)).resolves.toEqual([422, fields]);
  async function put(body: unknown) {
    const { token } = await tokenOf('staff');
    const { status, body: answer } = await call('PUT', '/admin/plans', { token, body });
    return [status, answer?.error?.codes ?? answer?.error?.code];
  }

  it('is said at its field', async () => {
    const { variantId: variant_id } = await baked();
    const unknown = newId();
    const on_date = '2850-01-01';
    await wrong({}, { days: ['VAL_001'] });
    await wrong({ days: [{ variant_id, on_date }] }, { 'days.0.planned': ['VAL_001'] });
    await wrong({ days: [{ on_date, planned: 4 }] }, { 'days.0.variant_id': ['VAL_001'] });
    await wrong({ days: [{ variant_id, on_date, planned: -1 }] }, { 'days.0.planned': ['VAL_003'] });
    await wrong({ days: [{ variant_id, on_date, planned: 1.5 }] }, { 'days.0.planned': ['VAL_002'] });
    await wrong({ days: [{ variant_id, on_date: '2026-02-30', planned: 1 }] }, { 'days.0.on_date': ['VAL_002'] });
    await wrong({ days: [{ variant_id, on_date: '2020-02-28', planned: 1 }] }, { 'days.0.on_date': ['VAL_003'] });
    await wrong({ patterns: [{ variant_id, weekday: 8, planned: 1 }] }, { 'patterns.0.weekday': ['VAL_003'] });
    const day = { variant_id, on_date, planned: 1 };
    await wrong({ days: [day, { ...day, planned: 2 }] }, { 'days.1.on_date': ['VAL_002'] });
    await wrong(
      { days: [day, { ...day, variant_id: unknown }], patterns: [{ variant_id: unknown, weekday: 1, planned: 1 }] },
      { 'days.1.variant_id': ['VAL_002'], 'patterns.0.variant_id': ['VAL_002'] },
    );
    await wrong({ days: [{ ...day, note: 'x' }] }, { 'days.0.note': ['VAL_002'] });
  });

  it('is refused for what is not made per day', async () => {
    const { variantId } = await makeProduct();
    expect(await put({ patterns: [{ variant_id: variantId, weekday: 1, planned: 1 }] })).toEqual([409, 'STK_002']);
  });

  it('of the list is said as well', async () => {
    const get = async (query: string) => {
      const { status, body } = await call('GET', `/admin/plans?${query}`, { token: (await tokenOf('staff')).token });
      return [status, body?.error?.codes ?? body?.error?.code];
    };
    expect(await get('from=2031-03-08&to=2031-03-07')).toEqual([422, { to: ['VAL_003'] }]);
    expect(await get('from=2031-01-01&to=2031-12-31')).toEqual([422, { to: ['VAL_003'] }]);
    expect(await get('from=soon')).toEqual([400, 'REQ_001']);
    expect(await get('from=2031-03-08&to=2031-03-09')).toEqual([200, undefined]);
  });
});
