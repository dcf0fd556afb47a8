import type { slots } from '#db/schema/promise';
import type { productionPlans } from '#db/schema/stock';
import type { StockedVariant } from './catalog.ts';
import { isPerDate, type Ledger, loadOf } from './ledger.ts';
import type { Outcome } from './outcomes.ts';

type SlotRow = typeof slots.$inferInsert & { bookedOrders: number; bookedLoad: number };
type PlanRow = typeof productionPlans.$inferInsert & { sold: number };

/** One row per slot that was ever booked, as `take_slot` leaves it: cancelled orders have given their place back. */
export function slotRows(outcomes: readonly Outcome[]): SlotRow[] {
  const rows = new Map<string, SlotRow>();
  for (const { draft, status } of outcomes) {
    const { day: _, ...slot } = draft.slot;
    const row = rows.get(slot.id) ?? { ...slot, bookedOrders: 0, bookedLoad: 0 };
    rows.set(slot.id, row);
    if (status === 'cancelled') continue;
    row.bookedOrders += 1;
    row.bookedLoad += loadOf(draft.lines);
  }
  return [...rows.values()];
}

/** One row per day on which something was ordered or set, as `take_stock` and the desk leave it. */
export function planRows(variants: readonly StockedVariant[], outcomes: readonly Outcome[], ledger: Ledger): PlanRow[] {
  const bySku = new Map(variants.map((variant) => [variant.seed.sku, variant]));
  const sold = new Map<string, { variant: StockedVariant; onDate: string; sold: number }>();
  const at = (variant: StockedVariant, onDate: string) => {
    const key = `${variant.id} ${onDate}`;
    const found = sold.get(key) ?? { variant, onDate, sold: 0 };
    sold.set(key, found);
    return found;
  };
  for (const key of ledger.own.keys()) {
    const [sku = '', onDate = ''] = key.split(' ');
    const variant = bySku.get(sku);
    if (!variant || !isPerDate(variant)) throw new Error(`${sku} is not made per day`);
    at(variant, onDate);
  }
  for (const { draft, status } of outcomes) {
    for (const { variant, quantity } of draft.lines) {
      if (!isPerDate(variant)) continue;
      const day = at(variant, draft.slot.day);
      if (status !== 'cancelled') day.sold += quantity;
    }
  }
  return [...sold.values()].map((day) => ({
    variantId: day.variant.id,
    onDate: day.onDate,
    sold: day.sold,
    ...ledger.planOf(day.variant, day.onDate, day.sold),
  }));
}
