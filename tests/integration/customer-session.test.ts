import { eq, sql } from 'drizzle-orm';
import { encode } from 'next-auth/jwt';
import { beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#db/columns';
import { authSessions, phoneVerifications, users } from '#db/schema/auth';
import { customers } from '#db/schema/customers';
import { actorFromCookies } from '#lib/auth/actor';
import { sweepSessions } from '#lib/auth/commands';
import { readCustomerSession } from '#lib/auth/customer-session';
import { hashSecret } from '#lib/auth/secrets';
import { database } from '#lib/database';
import { contextOf, makeProduct, newPhone, setSetting } from '#tests/factories/shop';
import { call, tokenOf } from '#tests/support/api';
import { capturedCode } from '#tests/support/codes';

beforeEach(() => setSetting('shop', { name: 'Mill & Moss', country: 'RO' }));

/** Through the endpoints, as a program or another front end does it. */
async function prove(phone = newPhone(), more: Record<string, unknown> = {}) {
  const asked = await call('POST', '/sms/verify', { body: { phone } });
  expect(asked.status).toBe(202);
  const body = { phone_number: phone, code: await capturedCode(phone), ...more };
  const answer = await call('POST', '/sms/confirm', { body });
  const token = String(answer.body.data.token);
  return { phone, token, answer, cookie: answer.headers.getSetCookie()[0] ?? '' };
}

const rowOf = async (token: string) => {
  const [row] = await database()
    .db.select()
    .from(authSessions)
    .where(eq(authSessions.refreshHash, hashSecret(token)));
  return row;
};
const actorOf = (token: string, now = new Date()) => readCustomerSession(database().db, token, now);
const sign = { origin: 'http://localhost:3000' };

describe('a customer session', () => {
  it('is a token and a cookie, and phone, name and end are kept on the server alone', async () => {
    const { phone, token, answer, cookie } = await prove(undefined, { name: 'Ana Pop' });
    expect(answer.body.data).toEqual({ token, expires_in: 86_400 });
    expect(cookie).toBe(`barrow-customer=${token}; Path=/; Max-Age=86400; HttpOnly; SameSite=Lax`);
    expect(token).toMatch(/^[\w-]{43}$/);
    const row = await rowOf(token);
    expect(row).toMatchObject({ kind: 'customer', phone, name: 'Ana Pop', userId: null });
    expect(JSON.stringify(row)).not.toContain(token);
    expect((row?.expiresAt.getTime() ?? 0) - (row?.createdAt.getTime() ?? 0)).toBe(86_400_000);
  });

  it('proves a phone, and is its customer as soon as there is one', async () => {
    const { phone, token } = await prove();
    expect(await actorOf(token)).toMatchObject({ kind: 'visitor', proof: { phone, by: 'sms' } });
    const [customer] = await database()
      .db.insert(customers)
      .values({ name: 'Ana', phone, phoneVerifiedAt: new Date() })
      .returning();
    const actor = { kind: 'customer', customerId: customer?.id, userId: null, name: 'Ana', proof: { phone } };
    expect(await actorOf(token)).toMatchObject(actor);
    expect((await call('GET', '/auth/me', { token })).body.data).toEqual({
      id: customer?.id,
      name: 'Ana',
      role: 'customer',
    });
    // The desk gave that person another number: the session says nothing of it.
    await database().db.update(customers).set({ phone: newPhone() }).where(eq(customers.phone, phone));
    expect(await actorOf(token)).toMatchObject({ kind: 'visitor', proof: { phone } });
  });

  it('is over after 24 hours, however it is used', async () => {
    const { token } = await prove();
    const end = (await rowOf(token))?.expiresAt.getTime() ?? 0;
    expect(await actorOf(token, new Date(end - 1))).not.toBeNull();
    expect(await actorOf(token, new Date(end))).toBeNull();
  });

  it.each(['', 'x', 'x'.repeat(43), `${'x'.repeat(42)}.`])('is nobody for "%s"', async (token) => {
    expect(await actorOf(token)).toBeNull();
  });

  it('ends with signing out, by token and by cookie', async () => {
    const byToken = await prove();
    const out = await call('POST', '/auth/logout', { token: byToken.token });
    expect(out.status).toBe(200);
    expect((await rowOf(byToken.token))?.revokedAt).not.toBeNull();
    expect((await call('GET', '/auth/me', { token: byToken.token })).status).toBe(401);

    const byCookie = await prove();
    const cookie = byCookie.cookie.split(';')[0] ?? '';
    const answer = await call('POST', '/auth/logout', { headers: { cookie, ...sign } });
    expect(answer.headers.getSetCookie()).toEqual(['barrow-customer=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax']);
    expect(await actorOf(byCookie.token)).toBeNull();
  });

  it('ends on every device at once', async () => {
    const first = await prove();
    await database().db.execute(sql`update phone_verifications set created_at = now() - interval '2 minutes'`);
    const second = await prove(first.phone);
    const other = await prove();
    expect((await call('POST', '/auth/logout-all', { token: second.token })).status).toBe(200);
    expect([await actorOf(first.token), await actorOf(second.token)]).toEqual([null, null]);
    expect(await actorOf(other.token)).not.toBeNull();
  });

  it('is cleaned away a day after its end, and the codes that led to it', async () => {
    const { db } = database();
    const { phone, token } = await prove();
    const system = (hours: number) =>
      contextOf({ kind: 'system', name: 'sweep' }, { now: new Date(Date.now() + hours * 3_600_000) });
    await sweepSessions(system(47));
    expect(await rowOf(token)).toBeDefined();
    await sweepSessions(system(49));
    expect(await rowOf(token)).toBeUndefined();
    expect(await db.select().from(phoneVerifications).where(eq(phoneVerifications.phone, phone))).toEqual([]);
  });
});

describe('the desk', () => {
  it('is closed to it, as token and as cookie', async () => {
    const { token, cookie } = await prove();
    const asCookie = { headers: { cookie: cookie.split(';')[0] ?? '', ...sign } };
    const asStaff = { headers: { cookie: `barrow-staff=${token}`, ...sign } };
    for (const how of [{ token }, asCookie, asStaff]) {
      for (const address of ['/admin/orders', '/admin/customers', '/admin/settings/shop']) {
        expect([401, 403]).toContain((await call('GET', address, how)).status);
      }
    }
  });

  it('is closed to the customer it belongs to as well', async () => {
    const { phone, token } = await prove();
    await database().db.insert(customers).values({ name: 'Ana', phone, phoneVerifiedAt: new Date() });
    const answer = await call('GET', '/admin/orders', { token });
    expect([answer.status, answer.body.error?.code]).toEqual([403, 'AUTH_003']);
  });

  it('knows whoever has both cookies as staff, and as the customer once the other has ended', async () => {
    const { token } = await prove();
    const { userId, sessionId } = await tokenOf('staff');
    await database().db.update(authSessions).set({ kind: 'staff' }).where(eq(authSessions.id, sessionId));
    const staff = await encode({
      token: { sub: userId, sid: sessionId, sv: 1, role: 'staff' },
      secret: process.env.AUTH_SECRET ?? '',
    });
    const jar: Record<string, string> = { 'barrow-staff': staff, 'barrow-customer': token };
    const read = (name: string) => jar[name];
    expect((await actorFromCookies(read)).kind).toBe('staff');
    await database().db.update(users).set({ isActive: false }).where(eq(users.id, userId));
    expect(await actorFromCookies(read)).toMatchObject({ kind: 'visitor', proof: {} });
  });
});

it('is believed from a cookie on a write only when the browser names a trusted origin', async () => {
  const { variantId } = await makeProduct();
  await setSetting('checkout', { identity: 'phone_verified' });
  const { phone, cookie, token } = await prove();
  const body = {
    customer_name: 'Ana',
    customer_phone: phone,
    delivery_type: 'pickup',
    items: [{ variant_id: variantId, quantity: 1 }],
  };
  const place = (how: { token?: string; headers?: Record<string, string> }) =>
    call('POST', '/orders', { body, ...how });
  const sent = { cookie: cookie.split(';')[0] ?? '' };
  expect((await place({ headers: sent })).body.error?.code).toBe('AUTH_004');
  expect((await place({ headers: { ...sent, origin: 'https://evil.example' } })).body.error?.code).toBe('AUTH_004');
  expect((await place({ headers: { ...sent, ...sign } })).status).toBe(201);
  expect((await place({ token })).status).toBe(201);
  expect((await place({ token: newId() })).status).toBe(401);
  await setSetting('checkout', {});
});
