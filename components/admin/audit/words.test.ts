import { expect, test } from 'vitest';
import { actionWords, changeLines, pageOf } from './words.ts';

test('a deed reads as words, known or not', () => {
  expect(actionWords('product.image_added')).toBe('Product: image added');
  expect(actionWords('location.archived')).toBe('Place: archived');
  expect(actionWords('payment.recorded')).toBe('Payment: recorded');
  expect(actionWords('order.list_exported')).toBe('Order: list exported');
  expect(actionWords('spaceship.launched')).toBe('Spaceship: launched');
});

test('changes are told one by one, with what was before', () => {
  expect(changeLines({ before: { price: 4.5, title: null }, after: { price: 4.8, title: 'Rye' } })).toEqual([
    'price: 4.5 → 4.8',
    'title: Rye',
  ]);
  expect(changeLines({ after: { fields: ['name', 'special_instructions'] } })).toEqual([
    'changed: name, special instructions',
  ]);
  expect(
    changeLines({ before: { slot_id: 'a', total_minor: 100 }, after: { slot_id: 'a', total_minor: 200 } }),
  ).toEqual(['total: 1.00 → 2.00']);
  expect(changeLines({ before: { days: [1] } })).toEqual(['days: was 1']);
  expect(changeLines({ delta: -2 })).toEqual(['delta: -2']);
  expect(changeLines({})).toEqual([]);
});

test('amounts are read in major units, and of lists of things only what differs', () => {
  expect(changeLines({ after: { total_minor: 8900, status: ['confirmed', 'ready'] } })).toEqual([
    'total: 89.00',
    'status: confirmed, ready',
  ]);
  const small = { id: 'a', title: 'Small', price_minor: 1250, sku: null };
  const large = { id: 'b', title: '', price_minor: 2000 };
  const before = { variants: [small, large], attributes: { skin: 'dry' } };
  const after = {
    variants: [
      { ...small, price_minor: 1300, sku: 'S-1' },
      { id: 'c', title: 'Huge' },
    ],
    attributes: {},
  };
  expect(changeLines({ before, after })).toEqual([
    'variants, Small: price 12.50 → 13.00',
    'variants, Small: sku nothing → S-1',
    'variants, Huge: added',
    'variants, 2: removed',
    'attributes: skin: dry → nothing',
  ]);
  expect(changeLines({ after: { details: 'x'.repeat(300) } })[0]).toHaveLength(250);
});

test('only what has a page of its own is linked', () => {
  const id = '01985f3c-6a10-7c3e-9d52-0b1f4a6e1001';
  expect(pageOf({ entity: 'product', entity_id: id })).toBe(`/admin/products/${id}`);
  expect(pageOf({ entity: 'setting', entity_id: 'shop' })).toBeNull();
  expect(pageOf({ entity: 'product', entity_id: '../settings' })).toBeNull();
});
