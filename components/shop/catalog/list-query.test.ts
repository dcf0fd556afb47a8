import { describe, expect, it } from 'vitest';
import { EMPTY_STATE, listHref, readListQuery } from './list-query.ts';

describe('readListQuery', () => {
  it('reads what a form without script sends, empty fields included', () => {
    const { state, input, errors } = readListQuery({
      q: ' rye ',
      category: '',
      min_price: '2,50',
      max_price: '',
      in_stock: 'true',
      allergen_free: ['milk', 'gluten'],
      sort: '',
    });
    expect(state).toMatchObject({ q: 'rye', min_price: '2.50', in_stock: true, allergen_free: ['gluten', 'milk'] });
    expect(input).toMatchObject({ q: 'rye', min_price: 250, in_stock: true, allergen_free: ['gluten', 'milk'] });
    expect(input.category).toBeUndefined();
    expect(errors).toEqual({});
  });

  it('names what it could not understand and goes on without it', () => {
    const { input, errors } = readListQuery({ q: 'rye', max_price: 'cheap', sort: 'random', page: '-4' });
    expect(Object.keys(errors)).toEqual(['max_price', 'sort']);
    expect(input).toMatchObject({ q: 'rye', page: 1 });
    expect(input.max_price).toBeUndefined();
  });

  it('passes over a value that is there twice', () => {
    expect(readListQuery({ q: ['rye', 'oat'] }).state.q).toBe('rye');
  });
});

describe('listHref', () => {
  it.each([
    [{}, '/products'],
    [{ q: 'rye & oat' }, '/products?q=rye+%26+oat'],
    [{ page: 2, category: 'loaves' }, '/products?category=loaves&page=2'],
    [{ allergen_free: ['milk', 'nuts'] }, '/products?allergen_free=milk%2Cnuts'],
  ])('of %j', (part, href) => {
    expect(listHref({ ...EMPTY_STATE, ...part })).toBe(href);
  });
});
