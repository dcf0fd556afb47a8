import { expect, test } from 'vitest';
import { cookieName, isAboutWords } from './rules.ts';

const ABOUT = 'barrow Brutăria Crumb & Ember ana.pop@example.com';

test.each([
  'crumbember',
  'CrumbEmber2026!',
  'ember_crumb_1',
  'brutaria-123',
  'Barrow123!',
  'ana.pop@example.com',
  'anapop-crumb',
  'crumb ab 1',
])('%s is made of what everybody knows', (password) => {
  expect(isAboutWords(password, ABOUT)).toBe(true);
});

test.each(['crumbs under the blue door', 'september rain', '7391846250', 'embers-and-lanterns', 'pa$$w0rd-of-mine'])(
  '%s is something else',
  (password) => {
    expect(isAboutWords(password, ABOUT)).toBe(false);
  },
);

test('cookies are tied to the host where the shop is encrypted, those of a part of it to encryption', () => {
  expect(cookieName('barrow-cart', true)).toBe('__Host-barrow-cart');
  expect(cookieName('barrow-order', true, '/order')).toBe('__Secure-barrow-order');
  expect(cookieName('barrow-cart', false)).toBe('barrow-cart');
});
