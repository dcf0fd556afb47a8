import { expect, it } from 'vitest';
import { safeNext } from './next.ts';

it.each(['/account', '/account/details', '/checkout', '/cart'])('leads to %s', (page) => {
  expect(safeNext(page)).toBe(page);
});

it.each([
  '//evil.example',
  'https://evil.example',
  '/admin',
  '/account/../admin',
  '/checkout?x=1',
  '',
  null,
  ['/cart'],
])('leads to the account in place of %s', (page) => {
  expect(safeNext(page)).toBe('/account');
});
