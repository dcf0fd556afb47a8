import { expect, test } from 'vitest';
import { piecesOf } from './links.ts';

const words = (text: string) => ({ text, href: null });
const address = (text: string, scheme = 'https') => ({ text, href: `${scheme}://${text}` });

test.each([
  ['No address at all.', [words('No address at all.')]],
  ['', []],
  ['https://shop.example/track', [address('shop.example/track')]],
  [
    'Filter here: https://shop.example/products.\nOr write on.',
    [words('Filter here: '), address('shop.example/products'), words('.\nOr write on.')],
  ],
  [
    '(http://a.example/?q=1) and https://b.example!',
    [words('('), address('a.example/?q=1', 'http'), words(') and '), address('b.example'), words('!')],
  ],
  ['javascript:alert(1) and "https://', [words('javascript:alert(1) and "https://')]],
])('%s', (message, pieces) => {
  expect(piecesOf(message)).toEqual(pieces);
});
