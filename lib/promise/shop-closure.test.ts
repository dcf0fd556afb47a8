import { describe, expect, it } from 'vitest';
import { momentAt } from '#lib/time';
import type { ClosureSpan } from './rules/judge.ts';
import { shopClosure } from './shop-closure.ts';

const ZONE = 'Europe/Berlin';
const at = (text: string) => momentAt(text.slice(0, 10), text.slice(11) || '00:00', ZONE);
const span = (from: string, until: string, more: Partial<ClosureSpan> = {}): ClosureSpan => ({
  locationId: null,
  purpose: null,
  startsAt: at(from),
  endsAt: at(until),
  message: 'At the sea.',
  ...more,
});
const seen = (spans: ClosureSpan[], now: string) => shopClosure(spans, at(now), ZONE);
const week = span('2026-12-24', '2026-12-28');

describe('a closure of the whole shop', () => {
  it('is told a week before, while it lasts, and no longer', () => {
    expect(seen([week], '2026-12-16 23:59')).toBeNull();
    expect(seen([week], '2026-12-17')).toMatchObject({ isNow: false, from: '2026-12-24', to: '2026-12-27' });
    expect(seen([week], '2026-12-24')).toMatchObject({ isNow: true, message: 'At the sea.' });
    expect(seen([week], '2026-12-27 23:59')).toMatchObject({ isNow: true });
    expect(seen([week], '2026-12-28')).toBeNull();
  });

  it('is not one of a single place or purpose, nor one without words', () => {
    const parts = [
      span('2026-12-24', '2026-12-28', { locationId: 'market' }),
      span('2026-12-24', '2026-12-28', { purpose: 'delivery' }),
      span('2026-12-24', '2026-12-28', { message: null }),
    ];
    expect(seen(parts, '2026-12-25')).toBeNull();
  });

  it('is the earliest of several', () => {
    expect(seen([span('2026-12-31', '2027-01-02'), week], '2026-12-25')?.from).toBe('2026-12-24');
  });
});
