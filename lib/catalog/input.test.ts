import { expect, it } from 'vitest';
import { readProductFilters } from './filters.ts';
import { createProductInput, listProductsInput, updateProductInput } from './input.ts';

const fieldsOf = (input: unknown) => {
  const parsed = createProductInput.safeParse(input);
  return parsed.success ? [] : [...new Set(parsed.error.issues.map((issue) => issue.path.join('.')))].sort();
};

it('takes prices in major units and turns them into minor ones', () => {
  expect(createProductInput.parse({ name: 'Rye', price: 4.8, stock_quantity: 3 })).toMatchObject({
    price: 480,
  });
  expect(listProductsInput.parse({ min_price: '4.5', max_price: '' })).toEqual({ min_price: 450 });
});

it.each([
  [{ name: '', price: 1 }, ['name']],
  [{ name: 'x'.repeat(201), price: 1 }, ['name']],
  [{ name: 'x' }, ['price']],
  [{ name: 'x', price: -1 }, ['price']],
  [{ name: 'x', price: 1.234 }, ['price']],
  [{ name: 'x', price: '1' }, ['price']],
  [{ name: 'x', price: 1, stock_quantity: 1.5 }, ['stock_quantity']],
  [{ name: 'x', price: 1, net_quantity: 5 }, ['net_unit']],
  [{ name: 'x', price: 1, variants: [{ price: 1 }] }, ['variants']],
  [{ name: 'x', variants: [{ price: 1, net_unit: 'g' }] }, ['variants.0.net_quantity']],
  [{ name: 'x', price: 1, available_from: '2026-06-01', available_until: '2026-05-01' }, ['available_until']],
  [{ name: 'x', price: 1, allergens: ['love'] }, ['allergens.0']],
  [{ name: 'x', price: 1, description: 'x'.repeat(1001) }, ['description']],
  [
    { name: 'x', price: 1, attributes: Object.fromEntries(Array.from({ length: 31 }, (_, at) => [`a${at}`, 'b'])) },
    ['attributes'],
  ],
])('refuses %o beside its field', (input, fields) => expect(fieldsOf(input)).toEqual(fields));

it('keeps apart what is not named and what is emptied', () => {
  const id = '0198c0de-0000-7000-8000-000000000000';
  expect(updateProductInput.parse({ id, description: '', available_weekdays: [] })).toEqual({
    id,
    description: null,
    available_weekdays: null,
  });
});

it('shows a list even when its address makes no sense', () => {
  expect(
    readProductFilters({
      q: ' rye ',
      min_price: 'cheap',
      sort: 'price',
      page: ['2', '3'],
      allergen_free: ['milk', 'nuts,eggs'],
      featured: 'on',
      cursor: 'x',
      utm: 'y',
    }),
  ).toEqual({ q: 'rye', sort: 'price', page: 2, allergen_free: ['milk', 'nuts', 'eggs'], featured: true });
});
