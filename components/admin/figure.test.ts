import { expect, it } from 'vitest';
import { figure } from './figure.ts';

it.each([
  [7, 'en-IE', '7'],
  [1007, 'en-IE', '1,007'],
  [1007, 'de-DE', '1.007'],
  // As their amounts: €1,007.00.
  [1007, 'en-DE', '1,007'],
  [1007, 'en-RO', '1,007'],
  [1_234_567, 'en-IE', '1,234,567'],
])('writes %d for %s as %s', (count, locale, text) => {
  expect(figure(count, locale)).toBe(text);
});
