import type { StockMode } from '#db/enums';
import { isSoldOn, type Selling } from '#lib/catalog/rules';
import { MAX_QUANTITY } from './input.ts';

export type LineFacts = {
  stockMode: StockMode;
  stockQuantity: number;
  maxPerOrder: number | null;
  leftPerDay?: number | null;
};

/** Sold on its day; without a day, not past its season (whether it can be ready in time is the promise's matter). */
export const isInSeason = (selling: Selling, onDate: string | null, today: string): boolean =>
  onDate === null ? selling.availableUntil === null || today <= selling.availableUntil : isSoldOn(selling, onDate);

/** Pieces left, or null where they are not counted; of what is made per day `leftPerDay`, the most one day has. */
export const stockLeft = ({ stockMode, stockQuantity, leftPerDay = null }: LineFacts): number | null =>
  stockMode === 'tracked' ? stockQuantity : leftPerDay;

/** The most one line can ask for. */
export const maxQuantity = (facts: LineFacts): number =>
  Math.min(MAX_QUANTITY, facts.maxPerOrder ?? MAX_QUANTITY, stockLeft(facts) ?? MAX_QUANTITY);

export type Problem =
  | { code: 'STK_001'; left: number }
  | { code: 'STK_002' }
  | { code: 'SLOT_002' }
  | { code: 'CART_002'; priceSeenMinor: number };

/**
 * What keeps a line from being ordered as it stands. `wanted` is what the whole cart asks of the same variant (and day):
 * two lines with different notes share one stock.
 */
export function problemsOf(line: {
  isSold: boolean;
  /** At none of the times that are offered can so much of it be had. */
  isNever: boolean;
  facts: LineFacts;
  wanted: number;
  priceMinor: number;
  priceSeenMinor: number;
}): Problem[] {
  if (!line.isSold) return [{ code: 'STK_002' }];
  const problems: Problem[] = [];
  const left = stockLeft(line.facts);
  if (left !== null && line.wanted > left) problems.push({ code: 'STK_001', left });
  else if (line.isNever) problems.push({ code: 'SLOT_002' });
  if (line.priceMinor !== line.priceSeenMinor) problems.push({ code: 'CART_002', priceSeenMinor: line.priceSeenMinor });
  return problems;
}
