import { expect, it } from 'vitest';
import { apiKeyState } from './scopes.ts';

const now = new Date('2026-06-01T08:00:00Z');
const later = new Date('2026-06-01T08:00:01Z');
const good = { revokedAt: null, expiresAt: null, isMakerAdmin: true };

it.each([
  [good, 'active'],
  [{ ...good, expiresAt: later }, 'active'],
  [{ ...good, expiresAt: now }, 'expired'],
  [{ ...good, isMakerAdmin: false }, 'orphaned'],
  [{ ...good, expiresAt: now, isMakerAdmin: false }, 'expired'],
  [{ revokedAt: now, expiresAt: now, isMakerAdmin: false }, 'revoked'],
])('%o is %s', (key, state) => {
  expect(apiKeyState(key, now)).toBe(state);
});
