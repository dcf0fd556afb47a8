import { beforeEach, expect, it, vi } from 'vitest';
import { isStreamToken, STREAM_TOKEN_SECONDS, signStreamToken } from './stream-token.ts';

vi.mock('#lib/env', () => ({ authSecret: () => 'a secret for tests, longer than thirty-two bytes' }));

const NOW = new Date('2026-03-02T10:00:00Z');
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
const TOPIC = 'order:B-20260302-001';
let token = '';
beforeEach(() => {
  token = signStreamToken(TOPIC, NOW);
});

it('opens its topic for a minute', () => {
  expect(isStreamToken(token, TOPIC, NOW)).toBe(true);
  expect(isStreamToken(token, TOPIC, later(STREAM_TOKEN_SECONDS - 1))).toBe(true);
  expect(isStreamToken(token, TOPIC, later(STREAM_TOKEN_SECONDS))).toBe(false);
});

it('opens no other topic', () => {
  expect(isStreamToken(token, 'order:B-20260302-002', NOW)).toBe(false);
  expect(isStreamToken(token, 'desk', NOW)).toBe(false);
});

it.each([
  ['nothing', () => ''],
  ['half of it', () => token.slice(0, 20)],
  ['a longer life', () => `zzzzzzz${token.slice(token.indexOf('.'))}`],
  ['another seal', () => `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`],
  ['more behind it', () => `${token}.x`],
  ['a key of something else', () => 'x'.repeat(43)],
])('is not fooled by %s', (_, made) => {
  expect(isStreamToken(made(), TOPIC, NOW)).toBe(false);
});
