import { expect, test } from 'vitest';
import { firstSteps } from './first-steps.ts';

const EMPTY = {
  shop: { street: '', city: '', phone: '', email: '' },
  place: null,
  hours: 0,
  products: 0,
  pages: 0,
};
type Known = Parameters<typeof firstSteps>[0];
const open = (known: Partial<Known>) =>
  firstSteps({ ...EMPTY, ...known })
    .filter(({ isDone }) => !isDone)
    .map(({ href }) => href);

test('an empty shop has everything before it', () => {
  expect(open({})).toEqual(['/admin/settings#shop', '/admin/places', '/admin/products', '/admin/pages']);
});

test('a place without hours is where they are set', () => {
  expect(open({ place: { id: 'p1', name: 'Corner shop' } })).toContain('/admin/places/p1');
});

test('each step is done by what it asks for', () => {
  const shop = { street: 'Mill Lane 3', city: 'Berlin', phone: '', email: 'hello@example.com' };
  expect(open({ shop })).not.toContain('/admin/settings#shop');
  expect(open({ shop: { ...shop, email: '' } })).toContain('/admin/settings#shop');
  expect(open({ shop, hours: 1, products: 1, pages: 1 })).toEqual([]);
});
