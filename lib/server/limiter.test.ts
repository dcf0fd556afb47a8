import { expect, it, vi } from 'vitest';
import { createLimiter } from './limiter.ts';

it('allows so many per key and window', () => {
  let now = 0;
  const limit = createLimiter(2, 60_000, { now: () => now });
  expect([limit('a').allowed, limit('a').allowed, limit('a').allowed, limit('b').allowed]).toEqual([
    true,
    true,
    false,
    true,
  ]);
  now = 59_000;
  expect(limit('a')).toMatchObject({ allowed: false, remaining: 0, resetSeconds: 1 });
  now = 60_000;
  expect(limit('a')).toMatchObject({ allowed: true, remaining: 1, resetSeconds: 60 });
});

it('ends its windows with the clock, so that processes mean the same one', () => {
  const limit = createLimiter(2, 60_000, { now: () => 90_000 });
  expect(limit('a').resetSeconds).toBe(30);
});

it('counts what the others have counted', async () => {
  vi.useFakeTimers();
  const told: [string, number][] = [];
  const others = 3;
  const limit = createLimiter(5, 60_000, {
    now: () => 0,
    share: async (hits, windowEnd) => {
      expect(windowEnd).toBe(60_000);
      told.push(...hits);
      return new Map([...hits].map(([key, count]) => [key, count + others]));
    },
  });
  expect(limit('a').remaining).toBe(4);
  expect(limit('a').remaining).toBe(3);
  await vi.advanceTimersByTimeAsync(1000);
  expect(told).toEqual([['a', 2]]);
  expect(limit('a')).toMatchObject({ allowed: false, remaining: 0 });
  vi.useRealTimers();
});

it('counts for itself when the others cannot be asked', async () => {
  vi.useFakeTimers();
  const limit = createLimiter(2, 60_000, { now: () => 0, share: async () => new Map() });
  expect(limit('a').allowed).toBe(true);
  await vi.advanceTimersByTimeAsync(1000);
  expect([limit('a').allowed, limit('a').allowed]).toEqual([true, false]);
  vi.useRealTimers();
});
