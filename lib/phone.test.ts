import { describe, expect, it } from 'vitest';
import { formatPhone, looksLikePhone, parsePhone } from './phone.ts';

describe('phone numbers', () => {
  it.each([
    ['+40 722 123 456', 'RO', '+40722123456'],
    ['0722 123 456', 'RO', '+40722123456'],
    ['0722-123.456', 'RO', '+40722123456'],
    ['0040722123456', 'DE', '+40722123456'],
    ['40722123456', 'RO', '+40722123456'],
    ['(030) 1234 5678', 'DE', '+493012345678'],
    ['+1 (415) 555-2671', 'DE', '+14155552671'],
    ['0043 660 1234567', 'RO', '+436601234567'],
    ['+353 87 123 4567', 'IE', '+353871234567'],
    ['087 123 4567', 'IE', '+353871234567'],
    ['581 2345', 'IS', '+3545812345'],
    ['32 12 34 56', 'DK', '+4532123456'],
    ['+40 (0) 722 123 456', 'RO', '+40722123456'],
    ['612 34 56 78', 'ES', '+34612345678'],
    ['030 123456', 'DE', '+4930123456'],
  ])('%s in %s is %s', (typed, country, e164) => {
    expect(parsePhone(typed, country)).toBe(e164);
  });

  it.each([
    '',
    '123',
    '5812345',
    // Nine digits: one is missing, and nobody knows which.
    '722 123 456',
    '072212345',
    '123456789',
    'abcdefghij',
    '+',
    '+40 722',
    '1234567890123456',
    '0722 123 456 ext 7',
    '+0722123456',
    '++40722123456',
  ])('refuses %s', (typed) => {
    expect(parsePhone(typed, 'RO')).toBeNull();
  });

  it('gives one number one spelling', () => {
    const spellings = ['+40722123456', '0040 722 123 456', '0722123456', '0722 123-456', '40 722 123 456'];
    expect(new Set(spellings.map((typed) => parsePhone(typed, 'RO')))).toEqual(new Set(['+40722123456']));
  });

  it('reads an unknown country as none', () => {
    expect(parsePhone('+40722123456', 'XX')).toBe('+40722123456');
  });

  it('knows the shape before the country', () => {
    expect(looksLikePhone('0722 123 456')).toBe(true);
    expect(looksLikePhone('0722x123456')).toBe(false);
  });
});

it.each([
  ['+491713920064', '+49 171 3920064'],
  ['+40722123456', '+40 722 123 456'],
  ['+33612345678', '+33 6 12 34 56 78'],
  // Of no country, or not a number: better as it stands than not at all.
  ['+999123456789', '+999123456789'],
  ['ask for Ana', 'ask for Ana'],
  ['', ''],
])('shows %j as %j', (stored, shown) => {
  expect(formatPhone(stored)).toBe(shown);
});
