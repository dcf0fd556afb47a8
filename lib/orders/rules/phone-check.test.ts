import { expect, it } from 'vitest';
import { checkoutSettings } from '#lib/settings/input';
import { whyPhoneCheck } from './phone-check.ts';

const order = { totalMinor: 5000, paymentMethod: 'bank_transfer', isFirst: false } as const;

it.each([
  ['never', {}, null],
  ['always', {}, 'always'],
  ['first_order', {}, null],
  ['first_order', { isFirst: true }, 'first_order'],
  ['cash', {}, null],
  ['cash', { paymentMethod: 'cash' }, 'cash'],
  ['cash', { paymentMethod: 'card_terminal' }, null],
  ['above', {}, null],
  ['above', { totalMinor: 5001 }, 'above'],
] as const)('with "%s" and %j the reason is %s', (when, more, reason) => {
  const checkout = checkoutSettings.parse({ phone_check: { when, above: 50 } });
  expect(whyPhoneCheck(checkout, { ...order, ...more })).toBe(reason);
});

it('is always asked for where customers are known by their phone', () => {
  const checkout = checkoutSettings.parse({ identity: 'phone_verified' });
  expect(whyPhoneCheck(checkout, order)).toBe('always');
});
