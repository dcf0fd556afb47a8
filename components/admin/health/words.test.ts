import { expect, test } from 'vitest';
import { percent, sizeWords, summaryWords } from './words.ts';

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1500, '1.5 kB'],
  [48_000_000, '48 MB'],
  [3_400_000_000, '3.4 GB'],
  [2e15, '2000 TB'],
])('%d bytes are %s', (bytes, words) => {
  expect(sizeWords(bytes)).toBe(words);
});

test('the top says what there is to do', () => {
  expect(summaryWords(0, 0)).toBe('All is fine');
  expect(summaryWords(1, 0)).toBe('1 thing is broken');
  expect(summaryWords(2, 1)).toBe('2 things are broken, 1 thing to look at');
  expect(percent(0.996)).toBe('100 %');
});
