import { beforeAll, describe, expect, it } from 'vitest';
import { addDays, dayOf } from '#lib/time';
import type { PresetKey } from '../preset.ts';
import { catalogRows, seasonAround } from './catalog.ts';
import { createChance } from './chance.ts';
import { draftOrders } from './drafts.ts';
import { loadOf, openLedger } from './ledger.ts';
import { type OrderRows, openingDay, orderRows } from './orders.ts';
import { type Outcome, settleOrders } from './outcomes.ts';
import { peopleRows } from './people.ts';
import { placeRows } from './places.ts';
import { readPreset } from './presets.ts';
import { planRows, slotRows } from './promised.ts';
import { movementRows, productionMovements } from './stock.ts';

async function past(key: PresetKey, now: Date) {
  const preset = await readPreset(key);
  if (!preset.past) throw new Error('no past');
  const chance = createChance(key);
  const places = placeRows(preset, now);
  const catalog = catalogRows(preset, now, () => null);
  const { people } = peopleRows(preset, now, chance);
  const ledger = openLedger(preset, places, dayOf(now, preset.shop.timeZone));
  const world = { preset, past: preset.past, places, people, variants: catalog.variants, ledger, now };
  const outcomes = settleOrders(draftOrders(world, chance), now, chance);
  const rows = orderRows(preset, outcomes, ['staff'], chance);
  const firstDay = openingDay(outcomes, now, preset.shop.timeZone);
  return {
    preset,
    catalog,
    outcomes,
    rows,
    slots: slotRows(outcomes),
    plans: planRows(catalog.variants, outcomes, ledger),
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

    it('promises each order a slot that could still be had, with everything in time', () => {
      for (const { draft } of outcomes) {
        expect(draft.slot.cutoffAt > draft.placedAt, draft.slot.startsAt.toISOString()).toBe(true);
        for (const { variant } of draft.lines) {
          const readyAt = draft.placedAt.getTime() + (variant.product.leadMinutes ?? 0) * 60_000;
          expect(draft.slot.startsAt.getTime()).toBeGreaterThanOrEqual(readyAt);
        }
      }
    });

    it('overfills no slot, and counts in it the orders that are not cancelled', () => {
      const kept = outcomes.filter(({ status }) => status !== 'cancelled');
      for (const slot of world.slots) {
        const own = kept.filter(({ draft }) => draft.slot.id === slot.id);
        expect(slot.bookedOrders).toBe(own.length);
        expect(slot.bookedLoad).toBe(own.reduce((sum, { draft }) => sum + loadOf(draft.lines), 0));
        expect(slot.bookedOrders).toBeLessThanOrEqual(slot.capacityOrders ?? Number.POSITIVE_INFINITY);
        expect(slot.bookedLoad).toBeLessThanOrEqual(slot.capacityLoad ?? Number.POSITIVE_INFINITY);
      }
    });

    it('sells no more of a day than is made on it, at no moment', () => {
      const left = new Map(world.plans.map((plan) => [`${plan.variantId} ${plan.onDate}`, plan.planned]));
      for (const { variantId, onDate, delta, balanceAfter } of productionMovements(outcomes, world.plans)) {
        const key = `${variantId} ${onDate}`;
        left.set(key, (left.get(key) ?? Number.NaN) + delta);
        expect(balanceAfter).toBe(left.get(key));
        expect(balanceAfter).toBeGreaterThanOrEqual(0);
      }
      for (const plan of world.plans) {
        expect(left.get(`${plan.variantId} ${plan.onDate}`)).toBe(plan.planned - plan.sold);
        const isNeeded = plan.sold > 0 || plan.isOverride || plan.closed;
        expect(isNeeded || outcomes.some(({ draft }) => draft.slot.day === plan.onDate)).toBe(true);
      }
    });

    it('has orders to hand over on several of the days to come', () => {
      const today = dayOf(now, world.preset.shop.timeZone);
      const open = outcomes.filter(({ status }) => status !== 'completed' && status !== 'cancelled');
      expect(open.length).toBeGreaterThanOrEqual(12);
      const days = new Set(open.map(({ draft }) => draft.slot.day));
      expect(days.size).toBeGreaterThanOrEqual(2);
      for (const day of days) expect(day >= today && day <= addDays(today, 21)).toBe(true);
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
        if (typeof seed.stock === 'number') expect(left.get(id) ?? 0, seed.sku).toBe(seed.stock);
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
