import { describe, expect, it } from 'vitest';
import { isDead, nextAttempt, RETRY_MS, urlComplaint, webhookState } from './rules.ts';

const start = new Date('2026-06-01T08:00:00Z');
const later = (ms: number) => new Date(start.getTime() + ms);
const until = later(RETRY_MS);

describe('a delivery', () => {
  it('is tried later and later for a day, the last time at its end', () => {
    const pauses: number[] = [];
    let now = start;
    for (let attempts = 1; ; attempts += 1) {
      const next = nextAttempt(attempts, until, now);
      if (next === null) break;
      pauses.push((next.getTime() - now.getTime()) / 60_000);
      now = next;
    }
    expect(pauses.slice(0, 9)).toEqual([1, 2, 4, 8, 16, 32, 64, 120, 120]);
    expect(now).toEqual(until);
    expect(pauses.length).toBeLessThan(25);
    expect(isDead(later(1000), now)).toBe(true);
  });

  it('is given up once its day is over', () => {
    expect(nextAttempt(1, until, later(RETRY_MS + 1))).toBeNull();
    expect(nextAttempt(10_000, until, start)).toEqual(later(120 * 60_000));
  });
});

it('counts as dead after a day without success', () => {
  expect(isDead(start, later(23 * 3_600_000))).toBe(false);
  expect(isDead(start, later(24 * 3_600_000))).toBe(true);
});

it.each([
  [{ isActive: true, disabledReason: null, failingSince: null }, 'active'],
  [{ isActive: true, disabledReason: null, failingSince: start }, 'failing'],
  [{ isActive: false, disabledReason: 'paused' as const, failingSince: start }, 'paused'],
  [{ isActive: false, disabledReason: 'failing' as const, failingSince: start }, 'switched_off'],
])('%o is %s', (row, state) => {
  expect(webhookState(row)).toBe(state);
});

it.each([
  ['https://example.com/hooks', false, true],
  ['http://example.com/hooks', false, false],
  ['http://localhost:8080/hooks', true, true],
  ['https://ana:secret@example.com/', true, false],
  ['ftp://example.com/', true, false],
  ['example.com', true, false],
  ['https://', true, false],
])('takes %s with private addresses allowed %s: %s', (url, isPrivateAllowed, isTaken) => {
  expect(urlComplaint(url, isPrivateAllowed) === null).toBe(isTaken);
});
