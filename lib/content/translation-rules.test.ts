import { expect, it } from 'vitest';
import { otherLanguages } from '#lib/i18n/languages';
import { CONTENT_TYPES, kindOf, openOf, percentOf, sumOf, TRANSLATED_KINDS } from './translation-rules.ts';

it.each([
  [{ fields: 0, translated: 0, out_of_date: 0 }, 100, 0],
  [{ fields: 4, translated: 4, out_of_date: 0 }, 100, 0],
  [{ fields: 4, translated: 4, out_of_date: 1 }, 75, 1],
  [{ fields: 3, translated: 1, out_of_date: 0 }, 33, 2],
  [{ fields: 1000, translated: 999, out_of_date: 0 }, 99, 1],
])('%o is %i percent done, with %i to do', (figures, percent, open) => {
  expect(percentOf(figures)).toBe(percent);
  expect(openOf(figures)).toBe(open);
});

it('sums up', () => {
  const one = { fields: 4, translated: 3, out_of_date: 1 };
  expect(sumOf([one, one])).toEqual({ fields: 8, translated: 6, out_of_date: 2 });
  expect(sumOf([])).toEqual({ fields: 0, translated: 0, out_of_date: 0 });
});

it('puts every kind of content under one that is translated in one go', () => {
  expect(new Set(CONTENT_TYPES.map(kindOf))).toEqual(new Set(TRANSLATED_KINDS));
  expect(kindOf('variant')).toBe('product');
  expect(kindOf('package_item')).toBe('package');
});

it('leaves the own language of the shop out', () => {
  expect(otherLanguages({ locale: 'ro-RO', languages: ['de', 'ro', 'en'] })).toEqual(['en', 'de']);
  expect(otherLanguages({ locale: 'en-IE', languages: [] })).toEqual([]);
});
