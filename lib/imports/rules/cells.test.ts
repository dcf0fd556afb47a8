import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CellError,
  fromList,
  fromPairs,
  fromWeekdays,
  guardCell,
  toAmount,
  toDay,
  toFlag,
  toList,
  toPairs,
  toPhoneText,
  toWeekdays,
  toWhole,
  toWords,
  unguardCell,
} from './cells.ts';

const said = (read: () => unknown): unknown => {
  try {
    return read();
  } catch (error) {
    if (error instanceof CellError) return error.message;
    throw error;
  }
};

describe('an amount', () => {
  it.each([
    ['12', 12],
    ['12.5', 12.5],
    ['12,50', 12.5],
    [' € 12,50 ', 12.5],
    ['12.50 lei', 12.5],
    ['EUR 12.50', 12.5],
    ['1.234,50', 1234.5],
    ['1,234.50', 1234.5],
    ['1 234,50', 1234.5],
    ["1'234.50", 1234.5],
    ['1 234', 1234],
    ['12.345.678,90', 12345678.9],
    ['0', 0],
  ])('%s is %d', (text, amount) => expect(said(() => toAmount(text))).toBe(amount));

  it.each(['1.234', '1,234', '12.345', '1.2345'])('%s is one thing here and another there', (text) =>
    expect(said(() => toAmount(text))).toMatch(/two decimals/),
  );
  it.each(['abc', '12.50.1', '1,23,45', '12 50', '1.23.456,00', '', '--5'])('%s is none', (text) =>
    expect(said(() => toAmount(text))).toMatch(/Enter an amount/),
  );
});

it.each([
  ['12', 12],
  ['12,00', 12],
  ['12.0', 12],
  ['-3', -3],
  ['1.000', 'Write a thousand as 1000.'],
  ['1,5', 'Enter a whole number.'],
  ['many', 'Enter a whole number.'],
  ['1E+05', expect.stringMatching(/shortened/)],
])('the whole number %s', (text, expected) => expect(said(() => toWhole(text))).toEqual(expected));

it.each([
  ['Ja', true],
  ['x', true],
  ['FALSE', false],
  ['nu', false],
  ['perhaps', 'Write yes or no.'],
])('yes or no: %s', (text, expected) => expect(said(() => toFlag(text))).toBe(expected));

it.each([
  ['2026-12-24', '2026-12-24'],
  ['24.12.2026', '2026-12-24'],
  ['1. 5. 2026', '2026-05-01'],
  ['12/24/2026', 'Use a day such as 2026-12-24.'],
])('the day %s', (text, expected) => expect(said(() => toDay(text))).toBe(expected));

it('a phone that the spreadsheet took for a number is told', () => {
  expect(toPhoneText(' 0722 123 456 ')).toBe('0722 123 456');
  expect(said(() => toPhoneText('4,07221E+10'))).toMatch(/shortened/);
});

describe('several words in a cell', () => {
  it.each([
    ['a; b', ['a', 'b']],
    ['a, b', ['a', 'b']],
    ['a|b\nc', ['a', 'b', 'c']],
    ['a, b; c', ['a, b', 'c']],
    ['["x;y","z"]', ['x;y', 'z']],
  ])('%s', (text, list) => expect(toList(text)).toEqual(list));

  it('are read however they are spelled', () => {
    expect(toWords('Call back; PREPAY-ONLY')).toEqual(['call_back', 'prepay_only']);
    expect(toWeekdays('Montag, 3; su')).toEqual([1, 3, 7]);
    expect(fromWeekdays([1, 3, 7])).toBe('Mon; Wed; Sun');
    expect(said(() => toWeekdays('8'))).toMatch(/weekdays/);
  });

  it('and attributes', () => {
    expect(toPairs('Origin: Tuscany; Time: 12:30')).toEqual({ Origin: 'Tuscany', Time: '12:30' });
    expect(said(() => toPairs('Origin'))).toMatch(/Name: value/);
    expect(said(() => toPairs('a: 1\na: 2'))).toMatch(/twice/);
  });
});

describe('the way out and in again', () => {
  const word = fc
    .string({ minLength: 1 })
    .map((text) => text.replace(/\r/g, '').trim())
    .filter((text) => text !== '');
  it('keeps every cell, and none is a formula', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const cell = guardCell(text);
        expect(unguardCell(cell)).toBe(text);
        expect(cell).not.toMatch(/^[=+\-@\t\r]/);
      }),
    );
    for (const text of ['=1', '+40', '-', '@x', "'=1", "''+1", "'plain", '\uFF1D1']) {
      expect(unguardCell(guardCell(text))).toBe(text);
    }
  });
  it('keeps lists', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), (list) => {
        expect(toList(fromList(list))).toEqual(list);
      }),
    );
  });
  it('keeps attributes', () => {
    fc.assert(
      fc.property(fc.dictionary(word, word, { minKeys: 1 }), (pairs) => {
        expect(toPairs(fromPairs(pairs))).toEqual({ ...pairs });
      }),
    );
  });
});
