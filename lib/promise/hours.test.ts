import { describe, expect, it } from 'vitest';
import { findOverlap, sharesDays, type Validity, type Window, withoutDays } from './hours.ts';

const season = (validFrom: string | null, validTo: string | null): Validity => ({ validFrom, validTo });
const window = (weekday: number, starts: string, ends: string, days = season(null, null)): Window => ({
  weekday,
  starts,
  ends,
  ...days,
});

describe('seasons', () => {
  it.each([
    [season(null, null), season('2026-06-01', '2026-08-31'), true],
    [season(null, '2026-05-31'), season('2026-06-01', null), false],
    [season(null, '2026-06-01'), season('2026-06-01', null), true],
    [season('2026-01-01', '2026-01-31'), season('2026-02-01', '2026-02-28'), false],
  ])('%o and %o: %s', (a, b, expected) => {
    expect(sharesDays(a, b)).toBe(expected);
    expect(sharesDays(b, a)).toBe(expected);
  });

  it.each([
    ['2026-06-01', '2026-08-31', [season(null, '2026-05-31'), season('2026-09-01', null)]],
    ['2026-06-01', null, [season(null, '2026-05-31')]],
  ])('from %s to %s are cut out of the whole year', (validFrom, validTo, rest) => {
    expect(withoutDays(season(null, null), { validFrom, validTo })).toEqual(rest);
  });

  it('cut out as a whole leave nothing', () => {
    const summer = { validFrom: '2026-06-01', validTo: '2026-08-31' };
    expect(withoutDays(summer, summer)).toEqual([]);
    expect(withoutDays(summer, { validFrom: '2026-06-01', validTo: '2026-06-30' })).toEqual([
      season('2026-07-01', '2026-08-31'),
    ]);
  });
});

describe('windows', () => {
  const known = [window(1, '08:00:00', '12:00:00'), window(1, '14:00:00', '18:00:00', season('2026-06-01', null))];
  it.each([
    [window(1, '11:30', '13:00'), 0],
    [window(1, '12:00', '14:00'), null],
    [window(1, '07:00', '08:00'), null],
    [window(2, '08:00', '12:00'), null],
    [window(1, '17:00', '19:00'), 1],
    [window(1, '17:00', '19:00', season(null, '2026-05-31')), null],
    [window(1, '09:00', '10:00'), 0],
    [window(1, '07:00', '19:00', season('2027-01-01', null)), 0],
  ])('%o overlaps %s', (wanted, at) => {
    expect(findOverlap(known, wanted)).toBe(at === null ? null : known[at]);
  });
});
