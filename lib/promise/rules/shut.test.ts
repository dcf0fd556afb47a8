import { describe, expect, it } from 'vitest';
import type { ClosureSpan } from './judge.ts';
import { shutBy } from './shut.ts';

const vacation: ClosureSpan = {
  locationId: null,
  purpose: null,
  startsAt: new Date('2026-08-02T22:00:00Z'),
  endsAt: new Date('2026-08-16T22:00:00Z'),
  message: 'Back on the 17th.',
};
const during = new Date('2026-08-05T10:00:00Z');
const ask = (more: Partial<Parameters<typeof shutBy>[1]> = {}, closure: Partial<ClosureSpan> = {}) =>
  shutBy([{ ...vacation, ...closure }], {
    method: 'pickup',
    locationId: 'here',
    days: [],
    now: during,
    timeZone: 'Europe/Berlin',
    ...more,
  })?.message ?? null;

describe('a shop without hours that is closed', () => {
  it.each([
    ['on its first moment', '2026-08-02T22:00:00Z', 'Back on the 17th.'],
    ['in its middle', '2026-08-05T10:00:00Z', 'Back on the 17th.'],
    ['before it begins', '2026-08-02T21:59:59Z', null],
    ['when it is over', '2026-08-16T22:00:00Z', null],
  ])('takes a wish in words or not: %s', (_, now, message) => {
    expect(ask({ now: new Date(now) })).toBe(message);
  });

  it.each([
    [['2026-08-03'], 'Back on the 17th.'],
    [['2026-08-16'], 'Back on the 17th.'],
    [['2026-08-17'], null],
    [['2026-08-17', '2026-08-10'], 'Back on the 17th.'],
  ])('takes the day that is named or not: %s', (days, message) => {
    expect(ask({ days })).toBe(message);
    expect(ask({ days, now: new Date('2026-07-01T10:00:00Z') })).toBe(message);
  });

  it('takes a day of which only a part is closed', () => {
    expect(ask({ days: ['2026-08-16'] }, { endsAt: new Date('2026-08-16T10:00:00Z') })).toBeNull();
  });

  it.each([
    [{ locationId: 'here' }, 'Back on the 17th.'],
    [{ locationId: 'elsewhere' }, null],
    [{ purpose: 'pickup' }, 'Back on the 17th.'],
    [{ purpose: 'delivery' }, null],
    [{ purpose: 'chat' }, null],
  ] as const)('is asked only about its own place and way: %o', (closure, message) => {
    expect(ask({}, closure)).toBe(message);
  });

  it('is closed everywhere for an order that names no place', () => {
    expect(ask({ locationId: null })).toBe('Back on the 17th.');
    expect(ask({ locationId: null }, { locationId: 'here' })).toBeNull();
  });
});
