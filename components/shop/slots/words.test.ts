import { expect, it } from 'vitest';
import { wordsIn } from '#lib/i18n/words';
import { dayWords, momentWords, nearDayWords, roomWords, shortDayWords, shutWords, slotWords } from './words.ts';

const t = wordsIn('en-DE', 'times');
const TODAY = '2026-11-21';
const clock = { timeZone: 'Europe/Berlin', locale: 'en-DE' };

it.each([
  ['2026-11-21', 'Saturday', 'Sat', 'today'],
  ['2026-11-22', 'Sunday', 'Sun', 'tomorrow'],
  ['2026-11-27', 'Friday', 'Fri', 'Friday'],
  ['2026-11-28', 'Sat, 28 Nov', '28 Nov', 'Sat, 28 Nov'],
])('says %s as %s, on cards as %s, live as %s', (day, words, short, near) => {
  expect(dayWords(day, TODAY, 'en-DE')).toBe(words);
  expect(shortDayWords(day, TODAY, 'en-DE')).toBe(short);
  expect(nearDayWords(day, TODAY, 'en-DE')).toBe(near);
});

it('tells moments on the clock of the shop', () => {
  expect(momentWords('2026-11-22T23:30:00Z', clock, TODAY)).toBe('Monday 00:30');
  expect(momentWords('2026-11-24T09:00:00Z', clock, TODAY, true)).toBe('Tue 10:00');
  expect(momentWords('2026-12-05T09:00:00Z', clock, TODAY)).toBe('Sat, 5 Dec, 10:00');
  expect(momentWords('2026-12-05T15:00:00Z', { timeZone: 'UTC', locale: 'en-US' }, TODAY)).toBe('Sat, Dec 5, 03:00 PM');
  expect(slotWords({ starts_at: '2026-11-21T09:00:00Z', ends_at: '2026-11-21T09:30:00Z' }, clock)).toBe(
    'Saturday, 21 November, 10:00–10:30',
  );
});

it.each([
  [{ state: 'open', room: 2 } as const, null],
  [{ state: 'few', room: 1 } as const, 'last one'],
  [{ state: 'few', room: 3 } as const, '3 left'],
  [{ state: 'few', room: 5 } as const, 'few left'],
])('of %j says %j', (slot, words) => {
  expect(roomWords(slot, t)).toBe(words);
});

it('says how long the shop is closed', () => {
  expect(shutWords('2026-12-06T23:00:00Z', clock, t)).toBe('We are closed through Sunday, 6 December');
  expect(shutWords('2026-12-07T13:00:00Z', clock, t)).toBe('We are closed until Monday, 7 December, 14:00');
});
