import { describe, expect, it } from 'vitest';
import { isLow, isSoldOn, stockOf, toTextQuery, unitPrice } from './rules.ts';

describe('unitPrice', () => {
  it.each([
    [480, 500, 'g', { amount: 9.6, per: 'kg' }],
    [480, 750, 'g', { amount: 6.4, per: 'kg' }],
    [1290, 330, 'ml', { amount: 39.09, per: 'l' }],
    [300, 6, 'piece', { amount: 0.5, per: 'piece' }],
    [300, 1, 'piece', null],
    [480, 1000, 'g', null],
    [480, null, null, null],
  ] as const)('%d cents for %s %s', (price, quantity, unit, expected) => {
    expect(unitPrice(price, quantity, unit)).toEqual(expected);
  });
});

describe('stockOf', () => {
  const tracked = {
    stockMode: 'tracked',
    stockQuantity: 4,
    lowStockThreshold: null,
    hasOpenDay: false,
  } as const;
  it.each([
    [tracked, { stock_quantity: 4, in_stock: true, few_left: false }],
    [
      { ...tracked, stockQuantity: 3 },
      { stock_quantity: 3, in_stock: true, few_left: true },
    ],
    [
      { ...tracked, lowStockThreshold: 5 },
      { stock_quantity: 4, in_stock: true, few_left: true },
    ],
    [
      { ...tracked, stockQuantity: 0 },
      { stock_quantity: 0, in_stock: false, few_left: false },
    ],
    [
      { ...tracked, stockMode: 'unlimited' as const },
      { stock_quantity: null, in_stock: true, few_left: false },
    ],
    [
      { ...tracked, stockMode: 'per_date' as const },
      { stock_quantity: null, in_stock: false, few_left: false },
    ],
    [
      { ...tracked, stockMode: 'per_date' as const, hasOpenDay: true },
      { stock_quantity: null, in_stock: true, few_left: false },
    ],
  ])('%o', (facts, expected) => expect(stockOf(facts)).toEqual(expected));

  it('is low only below a threshold of its own', () => {
    expect(isLow(tracked)).toBe(false);
    expect(isLow({ ...tracked, lowStockThreshold: 4 })).toBe(true);
    expect(isLow({ ...tracked, stockMode: 'unlimited', lowStockThreshold: 4 })).toBe(false);
  });
});

describe('isSoldOn', () => {
  const always = { availableWeekdays: null, availableFrom: null, availableUntil: null };
  // 2026-05-30 is a Saturday.
  it.each([
    [always, '2026-05-30', true],
    [{ ...always, availableWeekdays: [6] }, '2026-05-30', true],
    [{ ...always, availableWeekdays: [6] }, '2026-05-31', false],
    [{ ...always, availableFrom: '2026-05-30' }, '2026-05-30', true],
    [{ ...always, availableFrom: '2026-05-31' }, '2026-05-30', false],
    [{ ...always, availableUntil: '2026-05-29' }, '2026-05-30', false],
  ])('%o on %s', (selling, day, expected) => expect(isSoldOn(selling, day)).toBe(expected));
});

describe('toTextQuery', () => {
  it.each([
    ['rye bread', 'rye:* & bread:*'],
    ["a'); drop table & | ! :*", 'a:* & drop:* & table:*'],
    ['!! & |', null],
    ['', null],
  ])('%s', (q, expected) => expect(toTextQuery(q)).toBe(expected));
});
