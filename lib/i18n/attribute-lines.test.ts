import { expect, it } from 'vitest';
import { attributeLines, attributesFrom } from './attribute-lines.ts';

it.each([
  [{ Crust: 'dark', Weight: '1 kg' }],
  [{ 'Best at': '18:00, or an hour later' }],
  [{ Care: 'Keep it cool.\nKeep it dry.' }],
])('%j is said in lines and read back', (attributes) => {
  expect(attributesFrom(attributeLines(attributes))).toEqual(attributes);
});

it.each([
  [' Coajă :  închisă \n\nGreutate: 1 kg', { Coajă: 'închisă', Greutate: '1 kg' }],
  ['', null],
  ['închisă', null],
  [': închisă', null],
])('reads %j as %j', (text, pairs) => {
  expect(attributesFrom(text)).toEqual(pairs);
});
