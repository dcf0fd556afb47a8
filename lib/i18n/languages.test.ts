import { describe, expect, test } from 'vitest';
import { addressIn, withoutLanguage } from './address.ts';
import { judgeSegment, LANGUAGES, languageOf, localeFor, offeredLanguages, prefixOf } from './languages.ts';
import { askedOf, readAcceptLanguage } from './negotiate.ts';
import { wordsIn } from './words.ts';

const irish = { locale: 'en-IE', languages: ['ro', 'de'] as const };
const romanian = { locale: 'ro-RO', languages: ['ro', 'de'] as const };

describe('the languages of a shop', () => {
  test('its own comes first and counts once', () => {
    expect(offeredLanguages(irish)).toEqual(['en', 'ro', 'de']);
    expect(offeredLanguages(romanian)).toEqual(['ro', 'de']);
    expect(offeredLanguages({ locale: 'en', languages: [] })).toEqual(['en']);
  });

  test('a locale nobody wrote words for reads English', () => {
    expect(languageOf('ro-MD')).toBe('ro');
    expect(languageOf('fr-FR')).toBe('en');
  });

  test.each([
    [['de', 'ro'], irish, 'de-DE'],
    [['fr', 'ro'], irish, 'ro-RO'],
    [['en'], irish, 'en-IE'],
    [['en'], romanian, 'ro-RO'],
    [[], romanian, 'ro-RO'],
    [['constructor'], irish, 'en-IE'],
  ])('%j asked of %j answers in %s', (asked, shop, locale) => {
    expect(localeFor(asked, shop)).toBe(locale);
  });

  test.each([
    ['-', 'ours'],
    ['ro', 'ours'],
    ['en', 'moved'],
    ['fr', 'unknown'],
    ['RO', 'unknown'],
    ['no-such-page', 'unknown'],
  ])('the first segment %s is %s', (segment, verdict) => {
    expect(judgeSegment(segment, irish)).toBe(verdict);
  });

  test('a language that is not offered has no pages', () => {
    expect(judgeSegment('de', { locale: 'en-IE', languages: ['ro'] })).toBe('unknown');
  });
});

describe('addresses', () => {
  test.each([
    ['/', '/ro'],
    ['/products?sort=name#search', '/ro/products?sort=name#search'],
    ['/?a=1', '/ro?a=1'],
    ['/administration', '/ro/administration'],
    ['/admin', '/admin'],
    ['/api/shop', '/api/shop'],
    ['/share/shop.jpg', '/share/shop.jpg'],
    ['/manifest.webmanifest', '/manifest.webmanifest'],
    ['//other.example', '//other.example'],
    ['https://other.example/', 'https://other.example/'],
    ['#main', '#main'],
  ])('%s in Romanian is %s', (href, there) => {
    expect(addressIn(prefixOf('ro-RO', irish), href)).toBe(there);
    expect(addressIn(prefixOf('en-IE', irish), href)).toBe(href);
  });

  test.each([
    ['/', '/'],
    ['/-', '/'],
    ['/ro', '/'],
    ['/-/products/rye', '/products/rye'],
    ['/de/products/rye', '/products/rye'],
    ['/-/search', '/products'],
    ['/ro/search', '/products'],
    ['/rolls', '/rolls'],
  ])('%s without its language is %s', (path, plain) => {
    expect(withoutLanguage(path, LANGUAGES)).toBe(plain);
  });
});

describe('what a reader asks for', () => {
  test.each([
    ['de-AT,de;q=0.9,en;q=0.5', ['de', 'en']],
    ['en;q=0.2, ro', ['ro', 'en']],
    ['fr, *;q=0.1', []],
    ['de;q=0', []],
    ['ro;q=two', []],
    ['', []],
    ['de,'.repeat(200), []],
  ])('%s names %j', (header, languages) => {
    expect(readAcceptLanguage(header)).toEqual(languages);
  });

  test('lang goes before Accept-Language', () => {
    expect(askedOf('ro', 'de')).toEqual(['ro', 'de']);
    expect(askedOf(null, 'de')).toEqual(['de']);
  });
});

test('Romanian counts with de from twenty on', () => {
  const count = (items: number) => wordsIn('ro-RO', 'everywhere')('items_in_cart', { count: items });
  expect([1, 2, 19, 20, 101].map(count)).toEqual([
    ', 1 produs',
    ', 2 produse',
    ', 19 produse',
    ', 20 de produse',
    ', 101 produse',
  ]);
});
