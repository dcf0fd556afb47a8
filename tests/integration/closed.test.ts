import { eq } from 'drizzle-orm';
import { SignJWT } from 'jose';
import { beforeAll, expect, it } from 'vitest';
import { newId } from '#db/columns';
import { authSessions, users } from '#db/schema/auth';
import { database } from '#lib/database';
import { authSecret } from '#lib/env';
import { CONTRACTS } from '#lib/http/openapi/registry';
import { call, tokenOf } from '#tests/support/api';

/** Credentials that were good, or nearly are: each of an admin who could do everything a moment ago. */
const tokens: Record<string, string> = {};

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

beforeAll(async () => {
  const { db } = database();
  const good = await tokenOf('admin');
  const [head = '', payload = '', signature = ''] = good.token.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
  const sign = (secret: string, more: object) =>
    new SignJWT({ ...claims, ...more })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .sign(new TextEncoder().encode(secret));

  tokens['not signed at all'] = `${part({ alg: 'none' })}.${payload}.`;
  tokens['not signed, in capitals'] = `${part({ alg: 'NONE', typ: 'JWT' })}.${payload}.`;
  tokens['without its signature'] = `${head}.${payload}.`;
  tokens['with the signature of something else'] =
    `${head}.${part({ ...claims, role: 'admin', exp: 99_999_999_999 })}.${signature}`;
  tokens['signed with another secret'] = await sign('another secret that is long enough to sign with', {});
  tokens['signed by another issuer'] = await sign(authSecret(), { iss: 'somebody' });
  tokens['that has expired'] = await sign(authSecret(), { exp: Math.floor(Date.now() / 1000) - 60 });
  tokens['of a session that never was'] = await sign(authSecret(), { sid: newId() });
  tokens['of an older version of its login'] = await sign(authSecret(), { sv: 0 });
  tokens['with a key in its head'] =
    `${part({ alg: 'HS256', jwk: { kty: 'oct', k: '' }, kid: '../../dev/null' })}.${payload}.${signature}`;
  tokens['with more behind it'] = `${good.token}.x`;
  tokens['of no program'] = 'bk_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';

  const revoked = await tokenOf('admin');
  await db.update(authSessions).set({ revokedAt: new Date() }).where(eq(authSessions.id, revoked.sessionId));
  tokens['of a session that was signed out'] = revoked.token;
  const dismissed = await tokenOf('admin');
  await db.update(users).set({ isActive: false }).where(eq(users.id, dismissed.userId));
  tokens['of somebody who was dismissed'] = dismissed.token;
  const renewed = await tokenOf('admin');
  await db.update(users).set({ sessionVersion: 2 }).where(eq(users.id, renewed.userId));
  tokens['from before a new password'] = renewed.token;
});

const gated = CONTRACTS.filter(({ access }) => ['account', 'login', 'staff', 'admin'].includes(access));

const addressOf = (path: string): string =>
  path
    .replace('{key}', 'shop')
    .replace('{kind}', 'products')
    .replace(/\{\w+\}/g, () => newId());

it('there are doors to try', () => {
  expect(gated.length).toBeGreaterThan(100);
});

it.each([
  'not signed at all',
  'not signed, in capitals',
  'without its signature',
  'with the signature of something else',
  'signed with another secret',
  'signed by another issuer',
  'that has expired',
  'of a session that never was',
  'of an older version of its login',
  'with a key in its head',
  'with more behind it',
  'of no program',
  'of a session that was signed out',
  'of somebody who was dismissed',
  'from before a new password',
])('a token %s opens no door of the desk and of an account', async (name) => {
  const open: string[] = [];
  for (const { id, method, path, body, accepts } of gated) {
    const sent = body && accepts !== 'multipart' ? { body: {} } : {};
    const answer = await call(method, addressOf(path), { ...sent, token: tokens[name] });
    if (answer.status !== 401 || answer.body.error?.code !== 'AUTH_002') open.push(`${id}: ${answer.status}`);
  }
  expect(open).toEqual([]);
});
