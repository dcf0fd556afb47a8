import { expect, it } from 'vitest';
import { durationWords, itemLine, itemOfLine, keepItemIds, settledPrice } from './package-rules.ts';

it.each([
  [{ label: 'Arch of eucalyptus', quantity: 1 }, 'Arch of eucalyptus'],
  [{ label: 'Table arrangement', quantity: 8 }, '8 × Table arrangement'],
])('%o is one line, and read back', (item, line) => {
  expect(itemLine(item)).toBe(line);
  expect(itemOfLine(line)).toEqual(item);
});

it('reads lines as people write them', () => {
  expect(itemOfLine('12x  Candle')).toEqual({ label: 'Candle', quantity: 12 });
  expect(itemOfLine('3 hours of setting up')).toEqual({ label: '3 hours of setting up', quantity: 1 });
});

const known = [
  { id: 'a', label: 'Arch' },
  { id: 'c', label: 'Chair' },
];

it.each([
  [[{ label: 'Chair' }, { label: 'Arch' }], { ids: ['c', 'a'] }],
  [[{ id: 'c', label: 'Arch' }, { label: 'Arch' }, { label: 'Arch' }], { ids: ['c', 'a', null] }],
  [[{ label: 'Arches' }], { ids: [null] }],
  [[{ label: 'Arch' }, { id: 'x', label: 'Arch' }], { unknown: 1 }],
  [
    [
      { id: 'a', label: 'One' },
      { id: 'a', label: 'Two' },
    ],
    { unknown: 1 },
  ],
] as const)('lines %o keep their ids as %o', (sent, kept) => {
  expect(keepItemIds(known, sent)).toEqual(kept);
});

it.each([
  [{ price: 100 }, undefined, { price_kind: 'fixed', price: 100 }],
  [{ price_kind: 'from', price: 100 }, undefined, { price_kind: 'from', price: 100 }],
  [{ price_kind: 'on_request' }, undefined, { price_kind: 'on_request', price: null }],
  [{ price: null }, undefined, { price_kind: 'on_request', price: null }],
  [{}, undefined, { problem: 'missing' }],
  [{ price_kind: 'from', price: null }, undefined, { problem: 'missing' }],
  [{ price_kind: 'on_request', price: 5 }, undefined, { problem: 'unwanted' }],
  [{ price_kind: 'on_request' }, { price_kind: 'fixed', price: 100 }, { price_kind: 'on_request', price: null }],
  [{ price_kind: 'from' }, { price_kind: 'fixed', price: 100 }, { price_kind: 'from', price: 100 }],
  [{ price: 70 }, { price_kind: 'from', price: 100 }, { price_kind: 'from', price: 70 }],
  [{ price: 70 }, { price_kind: 'on_request', price: null }, { problem: 'unwanted' }],
  [{ price_kind: 'fixed' }, { price_kind: 'on_request', price: null }, { problem: 'missing' }],
] as const)('the price of %o on %o', (asked, now, settled) => {
  expect(settledPrice<number>(asked, now)).toEqual(settled);
});

it.each([
  [45, '45 min'],
  [240, '4 h'],
  [270, '4 h 30 min'],
  [2880, '2 days'],
  [1500, '1 day 1 h'],
])('%i minutes are %s', (minutes, words) => {
  expect(durationWords(minutes)).toBe(words);
});
