import { describe, expect, it } from 'vitest';
import { keptTarget, tagsOfPage, targetFor, withoutNavigationMark } from './kept-routes.ts';

describe('keptTarget', () => {
  it.each([
    ['/', '/-'],
    ['/?utm_source=letter', '/-'],
    ['/products', '/-/products'],
    ['/products?utm_source=letter', '/-/products'],
    ['/products/rye-bread', '/-/products/rye-bread'],
    ['/ro/products/rye-bread', '/ro/products/rye-bread'],
    ['/de', '/de'],
    ['/pages/imprint', '/-/pages/imprint'],
    ['/products?category=bread', '/-/products?category=bread'],
    ['/products?q=&sort=price&page=2', '/-/products?q=&sort=price&page=2'],
    ['/api/products', '/api/products'],
    ['/api/v1/products', '/api/products'],
    ['/api/products?utm=1', '/api/products'],
    ['/api/products?limit=5&page=2&_=17', '/api/products?page=2&limit=5'],
    ['/api/products?page=2&limit=5', '/api/products?page=2&limit=5'],
    ['/api/products?q=a%26limit%3D1', '/api/products?q=a%26limit%3D1'],
    ['/api/products/0190a-b', '/api/products/0190a-b'],
  ])('%s is kept as %s', (url, key) => {
    expect(keptTarget(url)?.key).toBe(key);
  });

  it.each([
    '/cart',
    '/products?q=rye',
    '/products?category=bread&search=rye',
    '/ro/products?category=bread',
    '/products?sort=price&utm=1',
    '/products?_rsc=1x2y',
    '/products/Rye%20Bread',
    '/admin',
    '/api/admin/products',
    '/api/products/1/availability',
    '/api/products?page=1&page=2',
    '/api/orders',
    `/api/products?q=${'x'.repeat(700)}`,
  ])('%s is made per request', (url) => {
    expect(keptTarget(url)).toBeNull();
  });
});

it('knows the tags of a rendered path', () => {
  expect(tagsOfPage('/-/products/rye')).toContain('product:rye');
  expect(tagsOfPage('/-')).toContain('content');
  expect(tagsOfPage('/-/cart')).toBeNull();
});

it.each([
  ['/products?_rsc=1', '/products'],
  ['/products?_rsc=1&page=2', '/products?page=2'],
  ['/products?page=2&_rsc=1', '/products?page=2'],
])('%s navigates to %s', (url, document) => {
  expect(withoutNavigationMark(url)).toBe(document);
});

it.each([
  ['/api/products', undefined, '/api/products'],
  ['/api/products', 'de-AT,de;q=0.9,en;q=0.5', '/api/products#de,en'],
  ['/api/products', 'fr', '/api/products'],
  ['/api/products?lang=ro', 'de', '/api/products?lang=ro#de'],
  ['/ro/products', 'de', '/ro/products'],
])('%s read by %s is kept as %s', (url, accepted, key) => {
  expect(targetFor(keptTarget(url), accepted)?.key).toBe(key);
});
