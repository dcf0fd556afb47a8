import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#db/columns';
import type { Role } from '#db/enums';
import { users } from '#db/schema/auth';
import { customers } from '#db/schema/customers';
import { forgotPassword, openAccountSession, resetPassword, signIn, verifyPassword } from '#lib/auth/commands';
import { readCustomerSession } from '#lib/auth/customer-session';
import { hashPassword } from '#lib/auth/secrets';
import { database } from '#lib/database';
import { outcome, setSetting, visitor } from '#tests/factories/shop';
import { call } from '#tests/support/api';
import { letterTo } from '#tests/support/letters';

const { db } = database();
const hash = await hashPassword('three loaves of rye');
const NEXT = 'four loaves of rye';

beforeEach(() => setSetting('shop', { name: 'Mill & Moss', locale: 'en-IE' }));

async function somebody(role: Role = 'customer') {
  const id = newId();
  const email = `${id}@example.com`;
  await db.insert(users).values({ id, email, name: 'Ana', role, passwordHash: hash });
  if (role === 'customer') await db.insert(customers).values({ userId: id, email, name: 'Ana' });
  return { id, email };
}
const linkFor = async (email: string, now = new Date()) => {
  await forgotPassword(visitor({ now }), { email });
  return (await letterTo(email, 'account_reset')).token;
};
const reset = (token: string, password = NEXT, now = new Date()) =>
  resetPassword(visitor({ now }), { token, password });

describe('a forgotten password', () => {
  it.each(['customer', 'staff', 'admin'] as const)('of a %s is chosen anew by the link, once', async (role) => {
    const { id, email } = await somebody(role);
    const { token: session } = await openAccountSession(visitor(), { id }, { userAgent: null });
    const api = await signIn(visitor(), {
      login: email,
      password: 'three loaves of rye',
      door: 'any',
      userAgent: null,
    });
    const token = await linkFor(email);
    // One that is made of the name of the shop is none, and the link stays good.
    expect(await outcome(reset(token, 'MillMoss2026'))).toBe('VALIDATION_ERROR');
    expect(await reset(token)).toEqual({ role });
    expect(await outcome(reset(token, 'five loaves of rye'))).toBe('AUTH_002');
    expect(await readCustomerSession(db, session, new Date())).toBeNull();
    expect((await call('GET', '/auth/me', { token: api.token })).status).toBe(401);
    const check = (password: string) =>
      outcome(verifyPassword(visitor(), { login: email, password, door: role === 'customer' ? 'shop' : 'desk' }));
    expect([await check('three loaves of rye'), await check(NEXT)]).toEqual(['AUTH_001', 'ok']);
  });

  it('is no longer asked for by a link that is half an hour old, or older than another change', async () => {
    const { id, email } = await somebody();
    const token = await linkFor(email);
    expect(await outcome(reset(token, NEXT, new Date(Date.now() + 1_801_000)))).toBe('AUTH_002');
    await db.update(users).set({ sessionVersion: 2 }).where(eq(users.id, id));
    expect(await outcome(reset(token))).toBe('AUTH_002');
    const second = await linkFor(email);
    await db.update(users).set({ isActive: false }).where(eq(users.id, id));
    expect(await outcome(reset(second))).toBe('AUTH_002');
    expect(await outcome(reset('none'))).toBe('AUTH_002');
  });

  it('has two links at once, of which the first that is used ends the other', async () => {
    const { email } = await somebody();
    const [first, second] = [await linkFor(email), await linkFor(email, new Date(Date.now() + 1000))];
    const both = await Promise.all([outcome(reset(first)), outcome(reset(second, 'five loaves of rye'))]);
    expect(both.sort()).toEqual(['AUTH_002', 'ok']);
  });

  it('is answered the same for an address nobody has, and told there', async () => {
    const { email } = await somebody();
    const nobody = `${newId()}@example.com`;
    const ask = async (address: string) => {
      const { status, body } = await call('POST', '/auth/password/forgot', { body: { email: address } });
      return { status, data: body.data };
    };
    expect(await ask(email)).toEqual({ status: 202, data: { sent: true } });
    expect(await ask(nobody)).toEqual({ status: 202, data: { sent: true } });
    expect((await letterTo(nobody, 'account_unknown')).body).toContain('There is no account');
    for (let count = 0; count < 4; count += 1) await forgotPassword(visitor(), { email: nobody });
    expect(await outcome(forgotPassword(visitor(), { email: nobody.toUpperCase() }))).toBe('RATE_001');
  });
});
