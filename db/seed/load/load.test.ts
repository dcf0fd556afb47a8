import { beforeAll, describe, expect, it } from 'vitest';
import type { PresetKey } from '../preset.ts';
import { catalogRows, seasonAround } from './catalog.ts';
import { createChance } from './chance.ts';
import { draftOrders, dueAfter } from './drafts.ts';
import { type OrderRows, openingDay, orderRows } from './orders.ts';
import { type Outcome, settleOrders } from './outcomes.ts';
import { peopleRows } from './people.ts';
import { placeRows } from './places.ts';
import { readPreset } from './presets.ts';
import { movementRows } from './stock.ts';

async function past(key: PresetKey, now: Date) {
  const preset = await readPreset(key);
  if (!preset.past) throw new Error('no past');
  const chance = createChance(key);
  const places = placeRows(preset, now);
  const catalog = catalogRows(preset, now, () => null);
  const { people } = peopleRows(preset, now, chance);
  const world = { preset, past: preset.past, places, people, variants: catalog.variants, now };
  const outcomes = settleOrders(
    draftOrders(world, chance),
    now,
    (draft) => dueAfter(world, draft.deliveryType, now, 0),
    chance,
  );
  const rows = orderRows(preset, outcomes, ['staff'], chance);
  const firstDay = openingDay(outcomes, now, preset.shop.timeZone);
  return {
    preset,
    catalog,
    outcomes,
    rows,
    movements: movementRows(catalog.variants, outcomes, firstDay, preset.shop.timeZone),
  };
}

const MOMENTS = [
  ['in the small hours of a Monday', '2026-11-23T00:20:00Z'],
  ['on a busy Saturday', '2026-11-21T10:00:00Z'],
  ['after the clocks went back', '2026-10-25T22:30:00Z'],
] as const;

describe.each(['florist', 'bakery', 'beauty', 'farm', 'events'] as const)('the past of the %s shop', (key) => {
  describe.each(MOMENTS)('%s', (_, at) => {
    const now = new Date(at);
    let outcomes: Outcome[];
    let rows: OrderRows;
    let world: Awaited<ReturnType<typeof past>>;
    beforeAll(async () => {
      world = await past(key, now);
      ({ outcomes, rows } = world);
    });

    it('leaves orders at every step, and none from the future', () => {
      const statuses = new Set(outcomes.map((found) => found.status));
      expect([...statuses].sort()).toEqual(['cancelled', 'completed', 'confirmed', 'pending', 'processing', 'ready']);
      for (const { steps } of outcomes) {
        steps.forEach((step, i) => {
          expect(step.at <= now).toBe(true);
          expect(step.at >= (steps[i - 1]?.at ?? new Date(0))).toBe(true);
        });
      }
    });

    it('numbers the orders of a day without gaps', () => {
      for (const { day, lastValue } of rows.counters) {
        const numbers = rows.orders
          .filter((order) => order.placedOn === day)
          .map((order) => order.orderNumber.slice(-3));
        expect(numbers).toEqual(Array.from({ length: lastValue }, (__, i) => String(i + 1).padStart(3, '0')));
      }
    });

    it('adds up', () => {
      for (const order of rows.orders) {
        const items = rows.items.filter((item) => item.orderId === order.id);
        const own = rows.payments.filter((payment) => payment.orderId === order.id && payment.status === 'confirmed');
        expect(items.length).toBeGreaterThan(0);
        expect(items.reduce((sum, item) => sum + item.lineTotalMinor, 0)).toBe(order.subtotalMinor);
        expect(order.totalMinor).toBe(order.subtotalMinor + (order.deliveryMinor ?? 0));
        const paid = own.reduce(
          (sum, { kind, amountMinor }) => sum + (kind === 'charge' ? amountMinor : -amountMinor),
          0,
        );
        expect(order.paidMinor).toBe(paid);
        expect(order.deliveryType === 'pickup' || order.deliveryAddress).toBeTruthy();
      }
    });

    it('never finds a shelf empty, and ends with what stands on it', () => {
      const left = new Map<string, number>();
      for (const movement of world.movements) {
        const balance = (left.get(movement.variantId) ?? 0) + movement.delta;
        expect(balance).toBeGreaterThanOrEqual(0);
        expect(movement.balanceAfter).toBe(balance);
        left.set(movement.variantId, balance);
      }
      for (const { id, seed } of world.catalog.variants) {
        if (seed.stock !== 'unlimited') expect(left.get(id) ?? 0, seed.sku).toBe(seed.stock);
      }
    });
  });
});

describe('seasonAround', () => {
  it.each([
    ['2026-11-20', ['2026-11-10', '2027-01-06']],
    ['2027-01-03', ['2026-11-10', '2027-01-06']],
    ['2027-01-07', ['2027-11-10', '2028-01-06']],
  ])('on %s', (today, season) => {
    expect(seasonAround(['11-10', '01-06'], today)).toEqual(season);
  });
});
