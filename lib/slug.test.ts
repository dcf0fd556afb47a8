import { describe, expect, it } from 'vitest';
import { freeSlug, slugify } from './slug.ts';

describe('slugify', () => {
  it.each([
    ['Crème brûlée & Co.', 'creme-brulee-and-co'],
    ['Süßes Brot', 'susses-brot'],
    ['Cozonac cu nucă și ștrudel', 'cozonac-cu-nuca-si-strudel'],
    ["Baker's dozen", 'bakers-dozen'],
    ['  --  Ørsted 2% -- ', 'orsted-2'],
    ['面包', 'product'],
  ])('%s becomes %s', (name, slug) => expect(slugify(name, 'product')).toBe(slug));

  it('never grows past what the column and the input take', () => {
    expect(slugify('a'.repeat(300), 'product')).toHaveLength(120);
    expect(slugify(`${'a'.repeat(119)} b`, 'product')).toBe('a'.repeat(119));
  });
});

it('finds the next free slug within what the column takes', () => {
  expect(freeSlug('rye', new Set())).toBe('rye');
  expect(freeSlug('rye', new Set(['rye', 'rye-2']))).toBe('rye-3');
  expect(freeSlug('rye-bread', new Set(['rye-b', 'rye-bread']), 7)).toBe('rye-b-2');
  const long = 'a'.repeat(120);
  expect(freeSlug(long, new Set([long]))).toBe(`${'a'.repeat(118)}-2`);
});
