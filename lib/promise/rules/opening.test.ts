import { describe, expect, it } from 'vitest';
import { type Opening, openingState, weeklyHours } from './opening.ts';

const window = (weekday: number, starts: string, ends: string) => ({
  weekday,
  starts,
  ends,
  validFrom: null,
  validTo: null,
});

const opening: Opening = {
  timeZone: 'Europe/Berlin',
  windows: [
    ...[1, 2, 3, 4, 5].map((day) => window(day, '06:30', '18:30')),
    window(6, '07:00', '12:00'),
    window(6, '12:00', '14:00'),
  ],
  closures: [],
};
// 20 November 2026 is a Friday; Berlin is one hour ahead of UTC.
const at = (time: string) => new Date(`2026-11-${time}:00Z`);

describe('openingState', () => {
  it.each([
    ['20T05:29', { isOpen: false, opens: at('20T05:30'), reason: null }],
    ['20T05:30', { isOpen: true, until: at('20T17:30') }],
    ['20T17:30', { isOpen: false, opens: at('21T06:00'), reason: null }],
    ['21T09:00', { isOpen: true, until: at('21T13:00') }],
    ['21T13:00', { isOpen: false, opens: at('23T05:30'), reason: null }],
  ])('at %s', (time, expected) => {
    expect(openingState(opening, at(time))).toEqual(expected);
  });

  it('tells why it is closed and when that ends', () => {
    const closure = { startsAt: at('19T23:00'), endsAt: at('20T23:00'), message: 'Oven inspection' };
    expect(openingState({ ...opening, closures: [closure] }, at('20T10:00'))).toEqual({
      isOpen: false,
      opens: at('21T06:00'),
      reason: 'Oven inspection',
    });
  });

  it('closes early when a closure begins during the day', () => {
    const closure = { startsAt: at('20T12:00'), endsAt: at('20T23:00'), message: null };
    expect(openingState({ ...opening, closures: [closure] }, at('20T10:00'))).toEqual({
      isOpen: true,
      until: at('20T12:00'),
    });
  });

  it('never opens without windows', () => {
    expect(openingState({ ...opening, windows: [] }, at('20T10:00'))).toEqual({
      isOpen: false,
      opens: null,
      reason: null,
    });
  });
});

describe('weeklyHours', () => {
  it('puts days with the same times together', () => {
    expect(weeklyHours(opening, '2026-11-20')).toEqual([
      { from: 1, to: 5, times: ['06:30–18:30'] },
      { from: 6, to: 6, times: ['07:00–12:00', '12:00–14:00'] },
      { from: 7, to: 7, times: [] },
    ]);
  });
});
