import { describe, expect, it } from 'vitest';
import { isInSeason, maxQuantity, problemsOf, stockLeft } from './rules.ts';

const tracked = { stockMode: 'tracked', stockQuantity: 5, maxPerOrder: null } as const;
const line = { isSold: true, isNever: false, facts: tracked, wanted: 2, priceMinor: 1250, priceSeenMinor: 1250 };

describe('a line of the cart', () => {
  it('is fine when there is enough at the price that was seen', () => {
    expect(problemsOf(line)).toEqual([]);
    expect(problemsOf({ ...line, wanted: 5 })).toEqual([]);
  });

  it('names what is left and the price that changed, both at once', () => {
    expect(problemsOf({ ...line, wanted: 6, priceSeenMinor: 1200 })).toEqual([
      { code: 'STK_001', left: 5 },
      { code: 'CART_002', priceSeenMinor: 1200 },
    ]);
  });

  it('says that there is no time for it, unless there is too little of it anyway', () => {
    expect(problemsOf({ ...line, isNever: true })).toEqual([{ code: 'SLOT_002' }]);
    expect(problemsOf({ ...line, isNever: true, wanted: 6 })).toEqual([{ code: 'STK_001', left: 5 }]);
  });

  it('counts what is made per day by its best day', () => {
    const facts = { stockMode: 'per_date', stockQuantity: 0, maxPerOrder: null, leftPerDay: 4 } as const;
    expect(problemsOf({ ...line, facts, wanted: 4 })).toEqual([]);
    expect(problemsOf({ ...line, facts, wanted: 5 })).toEqual([{ code: 'STK_001', left: 4 }]);
    expect(maxQuantity(facts)).toBe(4);
  });

  it('says nothing more of what is not sold', () => {
    expect(problemsOf({ ...line, isSold: false, wanted: 99 })).toEqual([{ code: 'STK_002' }]);
  });

  it('never runs out of what is not counted', () => {
    const unlimited = { ...tracked, stockMode: 'unlimited' } as const;
    expect(stockLeft(unlimited)).toBeNull();
    expect(problemsOf({ ...line, facts: unlimited, wanted: 999 })).toEqual([]);
  });

  it('asks at most for the stock, the limit per order, and what a line can hold', () => {
    expect(maxQuantity(tracked)).toBe(5);
    expect(maxQuantity({ ...tracked, maxPerOrder: 3 })).toBe(3);
    expect(maxQuantity({ stockMode: 'unlimited', stockQuantity: 0, maxPerOrder: null })).toBe(9999);
  });
});

describe('season', () => {
  const summer = { availableWeekdays: [6], availableFrom: '2026-06-01', availableUntil: '2026-08-31' };

  it('ends with its last day', () => {
    expect(isInSeason(summer, null, '2026-08-31')).toBe(true);
    expect(isInSeason(summer, null, '2026-09-01')).toBe(false);
  });

  it('holds weekday and span against a chosen day', () => {
    expect(isInSeason(summer, '2026-07-04', '2026-06-10')).toBe(true);
    expect(isInSeason(summer, '2026-07-05', '2026-06-10')).toBe(false);
    expect(isInSeason(summer, '2026-09-05', '2026-06-10')).toBe(false);
  });
});
