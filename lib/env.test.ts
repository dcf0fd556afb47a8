import { describe, expect, it } from 'vitest';
import { EnvError, parseEnv } from './env.ts';

function complaint(source: Record<string, string>): string {
  try {
    parseEnv(source);
  } catch (error) {
    if (error instanceof EnvError) return error.message;
    throw error;
  }
  return '';
}

describe('parseEnv', () => {
  it('needs nothing', () => {
    expect(parseEnv({})).toMatchObject({
      PORT: 3000,
      APP_URL: 'http://localhost:3000',
      isLocal: true,
      RATE_LIMITS: true,
    });
  });

  it('takes an empty value for an unset one', () => {
    expect(parseEnv({ PORT: '', AUTH_SECRET: '', SHOP_PRESET: '' })).toMatchObject({
      PORT: 3000,
      SHOP_PRESET: 'bakery',
    });
  });

  it.each(['off', 'false', '0', 'OFF'])('reads %s as off', (value) => {
    expect(parseEnv({ RATE_LIMITS: value }).RATE_LIMITS).toBe(false);
  });

  it('reads lengths of time as seconds', () => {
    expect(parseEnv({ ACCESS_TOKEN_TTL: '15m', REFRESH_TOKEN_TTL: '7d' })).toMatchObject({
      ACCESS_TOKEN_TTL: 900,
      REFRESH_TOKEN_TTL: 604_800,
    });
  });

  it.each([
    [{ PORT: '70000' }, 'PORT'],
    [{ DATABASE_URL: 'mysql://a/b' }, 'DATABASE_URL'],
    [{ AUTH_SECRET: 'short' }, 'AUTH_SECRET'],
    [{ AUTH_SECRET: 'a'.repeat(40) }, 'AUTH_SECRET'],
    [{ AUTH_SECRET: 'please-change-me-please-change-me-please' }, 'AUTH_SECRET'],
    [{ RATE_LIMITS: 'off', APP_URL: 'https://shop.example.com' }, 'RATE_LIMITS'],
    [{ RATE_LIMITS: 'perhaps' }, 'RATE_LIMITS'],
    [{ ACCESS_TOKEN_TTL: '2 hours' }, 'ACCESS_TOKEN_TTL'],
    [{ SHOP_PRESET: 'butcher' }, 'SHOP_PRESET'],
    [{ TWILIO_FROM: '+40700000000' }, 'TWILIO_ACCOUNT_SID'],
    [{ CORS_ORIGINS: 'shop.example.com' }, 'CORS_ORIGINS'],
  ])('refuses %o in one sentence', (source, name) => {
    const sentence = complaint(source);
    expect(sentence).toContain(name);
    expect(sentence.split('\n')).toHaveLength(1);
  });

  it('never repeats a secret', () => {
    expect(complaint({ AUTH_SECRET: 'hunter2', DATABASE_URL: 'mysql://me:hunter2@x/y' })).not.toContain('hunter2');
  });
});
