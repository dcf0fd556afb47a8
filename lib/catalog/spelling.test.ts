import { describe, expect, it } from 'vitest';
import { closestWords, correctedQuery, distance, plainWords } from './spelling.ts';

const WORDS = ['bread', 'croissant', 'baguette', 'sourdough', 'chocolate', 'brulee', 'rye', 'brezel', 'tart'];

describe('distance', () => {
  it.each([
    ['bread', 'bread', 0],
    ['bred', 'bread', 1],
    ['braed', 'bread', 1],
    ['sour', 'sourdough', 0.5],
    ['', 'rye', 0.5],
  ])('%s to %s is %d', (typed, word, far) => expect(distance(typed, word)).toBe(far));
});

describe('closestWords', () => {
  it.each([
    ['crossaint', ['croissant']],
    ['baugette', ['baguette']],
    ['sourdoh', ['sourdough']],
    ['choclat', ['chocolate']],
    ['brulle', ['brulee']],
    ['bred', ['bread']],
    ['zzzzz', []],
  ])('%s means %o', (typed, expected) => expect(closestWords(typed, WORDS)).toEqual(expected));
});

it('compares without accents', () => expect(plainWords('Crème BRÛLÉE, süß')).toEqual(['creme', 'brulee', 'suss']));

it('needs every word to be like one of ours', () => {
  expect(correctedQuery('choclat crossaint', WORDS)).toBe("('chocolate':*) & ('croissant':*)");
  expect(correctedQuery('choclat qqqqqq', WORDS)).toBeNull();
});
