import type { NetUnit, StockMode } from '#db/enums';
import { fromMinor } from '#lib/money';
import { weekdayOf } from '#lib/time';
import type { UnitPrice } from './output.ts';

/**
 * The price per kilogram, liter or piece that must stand beside the price of packed goods. Null when the net quantity
 * is unknown, or when it would repeat the price (one piece, one kilogram, one liter).
 */
export function unitPrice(priceMinor: number, netQuantity: number | null, netUnit: NetUnit | null): UnitPrice | null {
  if (netQuantity === null || netUnit === null) return null;
  const whole = netUnit === 'piece' ? 1 : 1000;
  if (netQuantity === whole) return null;
  const per = netUnit === 'piece' ? 'piece' : netUnit === 'g' ? 'kg' : 'l';
  return { amount: fromMinor(Math.round((priceMinor * whole) / netQuantity)), per };
}

export type StockFacts = {
  stockMode: StockMode;
  stockQuantity: number;
  lowStockThreshold: number | null;
  /** Whether a coming production day still has room; only asked for `per_date`. */
  hasOpenDay: boolean;
};

/** Below this "only a few left" is shown where the shop set no threshold of its own. */
const FEW = 3;

/** What the public sees of a variant's stock. */
export function stockOf({ stockMode, stockQuantity, lowStockThreshold, hasOpenDay }: StockFacts) {
  if (stockMode === 'unlimited') return { stock_quantity: null, in_stock: true, few_left: false };
  if (stockMode === 'per_date') return { stock_quantity: null, in_stock: hasOpenDay, few_left: false };
  const isIn = stockQuantity > 0;
  return {
    stock_quantity: stockQuantity,
    in_stock: isIn,
    few_left: isIn && stockQuantity <= (lowStockThreshold ?? FEW),
  };
}

/** At or below the threshold the shop set itself: what the desk calls low. */
export const isLow = ({ stockMode, stockQuantity, lowStockThreshold }: Omit<StockFacts, 'hasOpenDay'>): boolean =>
  stockMode === 'tracked' && lowStockThreshold !== null && stockQuantity <= lowStockThreshold;

export type Selling = {
  /** ISO weekdays, null = every day. */
  availableWeekdays: number[] | null;
  availableFrom: string | null;
  availableUntil: string | null;
};

/** Whether something is sold on `day` (`YYYY-MM-DD`): its weekday and its season, both ends included. */
export function isSoldOn({ availableWeekdays, availableFrom, availableUntil }: Selling, day: string): boolean {
  if (availableFrom !== null && day < availableFrom) return false;
  if (availableUntil !== null && day > availableUntil) return false;
  return availableWeekdays === null || availableWeekdays.includes(weekdayOf(day));
}

/**
 * A search as PostgreSQL's text search reads it: every word must begin a word of the product. Null when nothing
 * searchable is in it. Only letters and digits pass, so nothing a visitor types is an operator.
 */
export function toTextQuery(q: string): string | null {
  const words = q.normalize('NFKC').match(/[\p{Letter}\p{Number}\p{Mark}]+/gu) ?? [];
  return words.length === 0
    ? null
    : words
        .slice(0, 8)
        .map((word) => `${word}:*`)
        .join(' & ');
}
