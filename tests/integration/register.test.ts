import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { authSessions, users } from '#db/schema/auth';
import { customers } from '#db/schema/customers';
import { orders } from '#db/schema/orders';
import { askForCode } from '#lib/account/ask-code';
import { completeAccount, confirmRegistration, register, signInByCode, signInCustomer } from '#lib/account/commands';
import { type Register, registerInput } from '#lib/account/input';
import { openAccountSession } from '#lib/auth/commands';
import { readCustomerSession } from '#lib/auth/customer-session';
import { hashSecret } from '#lib/auth/secrets';
import type { Context } from '#lib/context';
import { database } from '#lib/database';
import { placeOrder } from '#lib/orders/commands';
import { makeProduct, newPhone, orderOf, outcome, setSetting, visitor } from '#tests/factories/shop';
import { call } from '#tests/support/api';
import { capturedCode, notThe } from '#tests/support/codes';
import { letterTo } from '#tests/support/letters';

beforeEach(async () => {
  await setSetting('shop', { name: 'Mill & Moss', country: 'RO', locale: 'en-IE' });
  await setSetting('checkout', {});
});

let people = 0;
const newMail = () => {
  people += 1;
  return `ana.${people}.${Date.now()}@example.com`;
};
const PASSWORD = 'three loaves of rye';
const door = { userAgent: 'test' };
const by = (more: Partial<Register>): Register =>
  registerInput.parse({ name: 'Ana Pop', password: PASSWORD, email: null, phone: null, marketing: false, ...more });

const confirm = (registration: string, more: { password?: string; code?: string } = {}, ctx: Context = visitor()) =>
  confirmRegistration(ctx, { registration, password: null, code: null, ...more }, door);

async function registerByMail(email = newMail(), more: Partial<Register> = {}) {
  await register(visitor(), by({ email, ...more }));
  const { token } = await letterTo(email, 'account_confirm');
  return { email, token, user: await confirm(token, { password: PASSWORD }) };
}
const customerOf = async (userId: string) => {
  const [row] = await database().db.select().from(customers).where(eq(customers.userId, userId));
  return row;
};
const userBy = (email: string) => database().db.select().from(users).where(eq(users.email, email));

describe('an account by e-mail', () => {
  it('is nothing until the link was opened and the password typed again', async () => {
    const email = newMail();
    const answer = await register(visitor(), by({ email, marketing: true }));
    expect(answer).toEqual({ sent: 'email', registration: null, expires_in: 86_400 });
    expect(await userBy(email)).toEqual([]);
    const { token, body } = await letterTo(email, 'account_confirm');
    expect(body).toContain('/register/confirm?token=');
    expect(await outcome(confirm(token, { password: 'three loaves of ryx' }))).toBe('AUTH_001');
    expect(await outcome(confirm(token))).toBe('VALIDATION_ERROR');
    const user = await confirm(token, { password: PASSWORD });
    expect(user).toMatchObject({ name: 'Ana Pop', role: 'customer' });
    expect(await customerOf(user.id)).toMatchObject({ email, name: 'Ana Pop', marketingOptInAt: expect.any(Date) });
    // The answer may have been lost: the same link and password lead in again.
    expect(await confirm(token, { password: PASSWORD })).toMatchObject({ id: user.id });
  });

  it('looks the same for an address that has one, whose owner is told by letter', async () => {
    const { email, user } = await registerByMail();
    const first = await register(visitor(), by({ email: email.toUpperCase(), password: 'another password' }));
    expect(first).toEqual(await register(visitor(), by({ email: newMail() })));
    const { body, token } = await letterTo(email.toUpperCase(), 'account_known');
    expect([token, body]).toEqual(['', expect.stringContaining('You already have one')]);
    expect(await outcome(signInCustomer(visitor(), { login: email, password: 'another password' }, door))).toBe(
      'AUTH_001',
    );
    expect((await userBy(email)).map(({ id }) => id)).toEqual([user.id]);
  });

  it('does not come from a link that is old, broken, or of somebody who was faster', async () => {
    const email = newMail();
    await register(visitor(), by({ email }));
    const { token } = await letterTo(email, 'account_confirm');
    const tomorrow = visitor({ now: new Date(Date.now() + 86_401_000) });
    expect(await outcome(confirm(token, { password: PASSWORD }, tomorrow))).toBe('AUTH_002');
    expect(await outcome(confirm(`${token}x`, { password: PASSWORD }))).toBe('AUTH_002');
    expect(await outcome(confirm('no.token', { password: PASSWORD }))).toBe('AUTH_002');
    await register(visitor(), by({ email, password: 'a second password' }));
    const second = await letterTo(email, 'account_confirm');
    await confirm(second.token, { password: 'a second password' });
    expect(await outcome(confirm(token, { password: PASSWORD }))).toBe('AUTH_002');
  });

  it('brings earlier orders with that address along, but none of a phone that somebody has proven', async () => {
    const { variantId } = await makeProduct();
    const email = newMail();
    const [first, other, proven] = [newPhone(), newPhone(), newPhone()];
    for (const customer_phone of [first, other, proven]) {
      await placeOrder(visitor(), orderOf([variantId], { customer_phone, customer_email: email }));
    }
    await database().db.update(customers).set({ phoneVerifiedAt: new Date() }).where(eq(customers.phone, proven));
    const { user } = await registerByMail(email);
    const own = await customerOf(user.id);
    const theirs = await database()
      .db.select()
      .from(orders)
      .where(eq(orders.customerId, own?.id ?? ''));
    expect(theirs.map(({ customerPhone }) => customerPhone).sort()).toEqual([first, other].sort());
  });

  it('does not become the account of whoever has proven a phone and typed that address', async () => {
    const { variantId } = await makeProduct();
    const [email, phone] = [newMail(), newPhone()];
    await placeOrder(visitor(), orderOf([variantId], { customer_phone: phone, customer_email: email }));
    await askForCode(visitor(), { phone });
    const theirs = await signInByCode(visitor(), { phone, code: await capturedCode(phone) }, door);
    const { user } = await registerByMail(email);
    const actor = await readCustomerSession(database().db, theirs.session.token, new Date());
    expect(actor).toMatchObject({ kind: 'customer' });
    expect((await customerOf(user.id))?.id).not.toBe(actor?.kind === 'customer' && actor.customerId);
  });

  it('is asked for five times an hour at most', async () => {
    const email = newMail();
    for (let count = 0; count < 5; count += 1) await register(visitor(), by({ email }));
    expect(await outcome(register(visitor(), by({ email })))).toBe('RATE_001');
  });
});

describe('an account by phone', () => {
  const begin = async (phone = newPhone()) => {
    const { registration } = await register(visitor(), by({ phone }));
    return { phone, registration: registration ?? '' };
  };

  it('is made by the code, and is signed in to by phone and password however the phone is spelled', async () => {
    const { phone, registration } = await begin();
    const code = await capturedCode(phone);
    expect(await outcome(confirm(registration, { code: notThe(code) }))).toBe('SMS_002');
    const user = await confirm(registration, { code });
    expect(await customerOf(user.id)).toMatchObject({ phone, phoneVerifiedAt: expect.any(Date) });
    for (const login of [phone, phone.replace('+40', '0'), phone.replace('+40', '0040 ')]) {
      const { token } = await signInCustomer(visitor(), { login, password: PASSWORD }, door);
      expect(await readCustomerSession(database().db, token, new Date())).toMatchObject({ userId: user.id });
    }
  });

  it('is that of the guest who ordered with this phone', async () => {
    const { variantId } = await makeProduct();
    const phone = newPhone();
    const { order } = await placeOrder(visitor(), orderOf([variantId], { customer_phone: phone }));
    const { registration } = await begin(phone);
    const user = await confirm(registration, { code: await capturedCode(phone) });
    expect((await customerOf(user.id))?.id).toBe(order.customer?.id);
  });

  it('is signed in to, and keeps its password, when there is one already', async () => {
    const { phone, registration } = await begin();
    const user = await confirm(registration, { code: await capturedCode(phone) });
    const later = visitor({ now: new Date(Date.now() + 120_000) });
    const again = await register(later, by({ phone, password: 'another password' }));
    expect(again.sent).toBe('sms');
    const code = await capturedCode(phone);
    expect(await confirm(again.registration ?? '', { code }, later)).toMatchObject({ id: user.id });
    expect(await outcome(signInCustomer(visitor(), { login: phone, password: 'another password' }, door))).toBe(
      'AUTH_001',
    );
  });

  it('can be completed by whoever has signed in with a code', async () => {
    const phone = newPhone();
    await askForCode(visitor(), { phone });
    const { session, is } = await signInByCode(visitor(), { phone, code: await capturedCode(phone) }, door);
    expect(is).toBe('new');
    const actor = await readCustomerSession(database().db, session.token, new Date());
    const input = { name: 'Ana', password: PASSWORD, marketing: false };
    expect(await outcome(completeAccount(visitor(), input))).toBe('AUTH_002');
    const user = await completeAccount(visitor({ actor: actor ?? { kind: 'visitor' } }), input);
    expect(await customerOf(user.id)).toMatchObject({ phone, name: 'Ana' });
    expect(await readCustomerSession(database().db, session.token, new Date())).toBeNull();
    const later = visitor({ now: new Date(Date.now() + 120_000) });
    await askForCode(later, { phone });
    expect(await signInByCode(later, { phone, code: await capturedCode(phone) }, door)).toMatchObject({
      is: 'account',
    });
  });
});

describe('the session of an account', () => {
  const actorOf = (token: string, now = new Date()) => readCustomerSession(database().db, token, now);

  it('lasts 30 days after its last use, and no longer', async () => {
    const { user } = await registerByMail();
    const { token } = await openAccountSession(visitor(), user, door);
    const days = (count: number) => new Date(Date.now() + count * 86_400_000);
    expect(await actorOf(token, days(29))).toMatchObject({ kind: 'customer', userId: user.id });
    expect(await actorOf(token, days(58))).toMatchObject({ kind: 'customer', userId: user.id });
    expect(await actorOf(token, days(89))).toBeNull();
  });

  it('ends after a year, however much it is used', async () => {
    const { user } = await registerByMail();
    const { token } = await openAccountSession(visitor(), user, door);
    const began = Date.now();
    let days = 0;
    while (days < 1000 && (await actorOf(token, new Date(began + (days + 7) * 86_400_000)))) days += 7;
    expect(days).toBe(52 * 7);
  });

  it('ends with signing out everywhere, and when the login is closed', async () => {
    const { user } = await registerByMail();
    const open = async () => (await openAccountSession(visitor(), user, door)).token;
    const [here, there] = [await open(), await open()];
    const cookie = { cookie: `barrow-customer=${here}`, origin: 'http://localhost:3000' };
    expect((await call('GET', '/auth/me', { headers: cookie })).body.data.role).toBe('customer');
    expect((await call('POST', '/auth/logout-all', { headers: cookie })).status).toBe(200);
    expect([await actorOf(here), await actorOf(there)]).toEqual([null, null]);
    const again = await open();
    await database().db.update(users).set({ isActive: false }).where(eq(users.id, user.id));
    expect(await actorOf(again)).toBeNull();
    const rows = await database()
      .db.select()
      .from(authSessions)
      .where(eq(authSessions.refreshHash, hashSecret(again)));
    expect(JSON.stringify(rows)).not.toContain(again);
  });

  it('is not opened for staff, who have a door of their own', async () => {
    const { email, user } = await registerByMail();
    await database().db.update(users).set({ role: 'staff' }).where(eq(users.id, user.id));
    expect(await outcome(signInCustomer(visitor(), { login: email, password: PASSWORD }, door))).toBe('AUTH_001');
  });
});

it('is not offered where everybody orders as a guest', async () => {
  await setSetting('checkout', { identity: 'guest' });
  const answer = await call('POST', '/auth/register', { body: { name: 'Ana', email: newMail(), password: PASSWORD } });
  expect([answer.status, answer.body.error?.code]).toEqual([403, 'AUTH_003']);
});

it.each(['short', 'password1', 'ă'.repeat(40)])('refuses the password %s', (password) => {
  expect(registerInput.safeParse({ name: 'Ana', email: 'a@example.com', password }).success).toBe(false);
});
