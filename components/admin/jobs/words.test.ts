import { expect, test } from 'vitest';
import { jobTable } from '#lib/worker/table';
import { ageWords, errorWords, jobLabel } from './words.ts';

test('work is called by what it does, and any by its name', () => {
  expect(jobLabel('deliver-notice')).toBe('Send a message');
  expect(jobLabel('water-the-plants')).toBe('Water the plants');
  expect(errorWords('job heartbeat timeout')).toMatch(/ended in the middle/);
  expect(errorWords('ZodError')).toBe('ZodError');
});

test('every piece of work there is has words of its own', () => {
  const spelled = (name: string) => name.replaceAll('-', ' ').toLowerCase();
  const wordless = jobTable.jobs.filter(({ name }) => jobLabel(name).toLowerCase() === spelled(name));
  expect(wordless.map(({ name }) => name)).toEqual([]);
});

test.each([
  [0, '0 s'],
  [89, '89 s'],
  [90, '2 min'],
  [3600, '60 min'],
  [7200, '2 h'],
  [200_000, '2 days'],
])('%d seconds are %s', (seconds, words) => {
  expect(ageWords(seconds)).toBe(words);
});
