import { describe, expect, it } from 'vitest';
import { newTotpSecret, stepOf, totpUri } from './totp.ts';

/** `12345678901234567890`, the secret of the examples in RFC 6238; the last six of their eight digits. */
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const at = (seconds: number) => new Date(seconds * 1000);

describe('a code of an authenticator app', () => {
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('at %i seconds is that of RFC 6238', (seconds, code) => {
    expect(stepOf(SECRET, code, at(seconds))).toBe(Math.floor(seconds / 30));
  });

  it('is good in its own step and its two neighbors, to the second', () => {
    const code = '005924';
    const step = Math.floor(1_234_567_890 / 30);
    const [from, until] = [(step - 1) * 30, (step + 2) * 30];
    expect(stepOf(SECRET, code, at(from - 1))).toBeNull();
    expect(stepOf(SECRET, code, at(from))).toBe(step);
    expect(stepOf(SECRET, code, at(until - 1))).toBe(step);
    expect(stepOf(SECRET, code, at(until))).toBeNull();
  });

  it.each(['', '12345', '1234567', 'abcdef', '28708２', '00592 4'])('is not %j', (code) => {
    expect(stepOf(SECRET, code, at(59))).toBeNull();
  });
});

it('has a secret of 160 bits, and says what apps know by themselves', () => {
  const [one, other] = [newTotpSecret(), newTotpSecret()];
  expect(one).toMatch(/^[A-Z2-7]{32}$/);
  expect(one).not.toBe(other);
  const uri = new URL(totpUri(SECRET, { issuer: 'Crumb & Ember', label: 'maria@example.com' }));
  expect([uri.protocol, uri.host, decodeURIComponent(uri.pathname)]).toEqual([
    'otpauth:',
    'totp',
    '/Crumb & Ember:maria@example.com',
  ]);
  expect([uri.searchParams.get('secret'), uri.searchParams.get('issuer')]).toEqual([SECRET, 'Crumb & Ember']);
  for (const [name, usual] of [
    ['algorithm', 'SHA1'],
    ['digits', '6'],
    ['period', '30'],
  ] as const) {
    expect(uri.searchParams.get(name) ?? usual, name).toBe(usual);
  }
});
