import { describe, expect, it } from 'vitest';
import { copyDay, nextWindow, type WindowValues } from './week-values.ts';

const window = (weekday: number, starts: string, ends: string): WindowValues => ({
  weekday,
  starts,
  ends,
  slot_minutes: 30,
  capacity_orders: 6,
  capacity_load: null,
  cutoff: { kind: 'minutes', minutes: 60 },
});

describe('a week being edited', () => {
  it('copies the windows of a day to others, in place of theirs', () => {
    const week = [window(1, '08:00', '12:00'), window(1, '14:00', '18:00'), window(3, '06:00', '07:00')];
    expect(copyDay(week, 1, [3, 5])).toEqual([
      ...[window(1, '08:00', '12:00'), window(1, '14:00', '18:00')],
      ...[window(3, '08:00', '12:00'), window(3, '14:00', '18:00')],
      ...[window(5, '08:00', '12:00'), window(5, '14:00', '18:00')],
    ]);
    // A closed day closes others.
    expect(copyDay(week, 2, [1])).toEqual([window(3, '06:00', '07:00')]);
  });

  it('begins a window like the last one of its day, or of the week', () => {
    const week = [{ ...window(1, '08:00', '12:00'), slot_minutes: 15 }, window(3, '06:00', '07:00')];
    expect(nextWindow(week, 1)).toEqual({ ...window(1, '', ''), slot_minutes: 15 });
    expect(nextWindow(week, 2)).toEqual(window(2, '', ''));
    expect(nextWindow([], 7)).toMatchObject({ weekday: 7, slot_minutes: 60, starts: '' });
  });
});
