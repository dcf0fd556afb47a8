import { describe, expect, it } from 'vitest';
import { addDays, dayOf, momentAt, weekdayOf } from './time.ts';

describe('business days', () => {
  it.each([
    ['2026-11-20T22:59:59Z', 'Europe/Berlin', '2026-11-20'],
    ['2026-11-20T23:00:00Z', 'Europe/Berlin', '2026-11-21'],
    ['2026-07-01T21:30:00Z', 'Europe/Bucharest', '2026-07-02'],
    ['2026-01-01T00:30:00Z', 'America/New_York', '2025-12-31'],
  ])('%s in %s is %s', (moment, zone, day) => {
    expect(dayOf(new Date(moment), zone)).toBe(day);
  });

  it('are counted on the calendar, over clock changes and leap days', () => {
    expect(addDays('2026-10-24', 2)).toBe('2026-10-26');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect([weekdayOf('2026-11-23'), weekdayOf('2026-11-22')]).toEqual([1, 7]);
  });
});

describe('the moment a clock shows a time', () => {
  it.each([
    ['2026-07-01', '10:00', 'Europe/Berlin', '2026-07-01T08:00:00.000Z'],
    ['2026-12-01', '10:00', 'Europe/Berlin', '2026-12-01T09:00:00.000Z'],
    // Skipped in the night of the change: the clock shows 03:30 then.
    ['2026-03-29', '02:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
    // Comes twice.
    ['2026-10-25', '02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
    ['2026-10-25', '04:00', 'Europe/Berlin', '2026-10-25T03:00:00.000Z'],
    ['2026-06-01', '00:00', 'America/New_York', '2026-06-01T04:00:00.000Z'],
    // There the skipped hour begins at midnight, and the one that comes twice ends there.
    ['2028-09-03', '00:00', 'America/Santiago', '2028-09-03T04:00:00.000Z'],
    ['2028-09-03', '00:30', 'America/Santiago', '2028-09-03T04:30:00.000Z'],
    ['2026-11-01', '00:00', 'America/Havana', '2026-11-01T04:00:00.000Z'],
  ])('%s %s in %s', (day, time, zone, moment) => {
    expect(momentAt(day, time, zone).toISOString()).toBe(moment);
  });
});
