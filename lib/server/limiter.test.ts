import { expect, it } from 'vitest';
import { createLimiter } from './limiter.ts';

it('allows so many per key and window', () => {
  let now = 0;
  const limit = createLimiter(2, 60_000, () => now);
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
