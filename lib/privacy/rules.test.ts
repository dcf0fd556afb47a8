import { expect, it } from 'vitest';
import { ERASED_PHONE, parsePhone } from '../phone.ts';
import { idleBefore, withoutKeys } from './rules.ts';

it.each([
  ['2026-11-21T03:00:00Z', 24, '2024-11-21T03:00:00.000Z'],
  ['2026-03-31T03:00:00Z', 1, '2026-02-28T03:00:00.000Z'],
  ['2028-02-29T03:00:00Z', 24, '2026-02-28T03:00:00.000Z'],
  ['2026-01-15T03:00:00Z', 3, '2025-10-15T03:00:00.000Z'],
])('%s less %i months is %s', (now, months, then) => {
  expect(idleBefore(new Date(now), months).toISOString()).toBe(then);
});

it.each([
  [
    'order_placed',
    'See http://a/order/BAR-20260524-001/open?key=a-B_9 now',
    'See http://a/order/BAR-20260524-001/open?key=… now',
  ],
  ['account_reset', 'http://a/reset?token=ey.J9-_x', 'http://a/reset?token=…'],
  ['phone_code', 'Your code is 482 913.', 'Your code is ….'],
  ['order_placed', 'Call 0722 123 456 by 1800', 'Call 0722 123 456 by 1800'],
])('of %s: %s', (event, words, left) => {
  expect(withoutKeys(event, words)).toBe(left);
});

it('puts a phone on erased orders that nobody can type', () => {
  for (const country of ['US', 'CA', 'DE', 'RO', 'XX']) {
    for (const typed of [ERASED_PHONE, ERASED_PHONE.slice(1), `00${ERASED_PHONE.slice(1)}`]) {
      expect(parsePhone(typed, country)).not.toBe(ERASED_PHONE);
    }
  }
});
