import { describe, expect, it } from 'vitest';
import { readSought } from './search.ts';

const shop = { prefix: 'BAR', today: '2026-11-21' };
const numbers = (q: string) => readSought(q, shop).numbers;

describe('order numbers', () => {
  it('stand in full, without the prefix, or with day and month', () => {
    expect(numbers('bar-20261120-7')).toEqual(['BAR-20261120-007']);
    expect(numbers('20261120-017')).toEqual(['BAR-20261120-017']);
    expect(numbers('1120-1017')).toEqual(['BAR-20261120-1017', 'BAR-20251120-1017']);
  });
  it('may be their last digits on one of the latest days, today first', () => {
    const tails = numbers('#17');
    expect(tails.slice(0, 2)).toEqual(['BAR-20261121-017', 'BAR-20261120-017']);
    expect(tails).toHaveLength(31);
  });
  it('are no words with spaces', () => expect(numbers('ana pop')).toEqual([]));
});

it.each([
  ['0722 123 456', '722123456'],
  ['+40 (722) 123-456', '40722123456'],
  ['3456', '3456'],
  ['0055', '0055'],
  ['123', null],
  ['rye 800', null],
])('reads the phone in %s', (q, digits) => expect(readSought(q, shop).digits).toBe(digits));

it('folds marks and case, and splits words', () => {
  expect(readSought('  Ștefan   MÜLLER ', shop)).toMatchObject({ text: 'stefan muller', words: ['stefan', 'muller'] });
  expect(readSought('1234', shop).words).toEqual([]);
  expect(readSought('OLD-20261120-017', shop)).toMatchObject({ numbers: ['OLD-20261120-017'], words: [] });
  expect(readSought('Strauß', shop).text).toBe('straus');
});

it('swaps neighbors of a single word', () => {
  expect(readSought('mraia', shop).swapped).toContain('maria');
  expect(readSought('ana', shop).swapped).toEqual(['naa', 'aan']);
  expect(readSought('ana pop', shop).swapped).toEqual([]);
});

it('knows an address by its sign', () => {
  expect(readSought('ana@ex', shop).isEmail).toBe(true);
  expect(readSought('ana pop', shop).isEmail).toBe(false);
});
