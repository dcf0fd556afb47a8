import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { authSessions, phoneVerifications } from '#db/schema/auth';
import { customers } from '#db/schema/customers';
import { confirmPhone, sendPhoneCode } from '#lib/auth/commands';
import { database } from '#lib/database';
import { placeOrder } from '#lib/orders/commands';
import { makeProduct, newPhone, orderOf, outcome, setSetting, visitor } from '#tests/factories/shop';
import { capturedCode, codeFor, notThe } from '#tests/support/codes';
import { rounds } from '#tests/support/rounds';

process.env.DATABASE_POOL_MAX = '20';

const counted = (words: readonly string[]) => {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
};

async function newCode(): Promise<{ phone: string; code: string }> {
  const phone = newPhone();
  await setSetting('shop', { name: 'Barrow', country: 'RO' });
  await sendPhoneCode(visitor(), codeFor(phone));
  return { phone, code: await capturedCode(phone) };
}

const guess = (phone: string, code: string) =>
  outcome(confirmPhone(visitor(), { phone, code, purpose: 'order', name: null }, { userAgent: null }));

const stateOf = async (phone: string) => {
  const { db } = database();
  const [code] = await db
    .select({ attempts: phoneVerifications.attempts, confirmedAt: phoneVerifications.confirmedAt })
    .from(phoneVerifications)
    .where(eq(phoneVerifications.phone, phone));
  const sessions = await db.select({ id: authSessions.id }).from(authSessions).where(eq(authSessions.phone, phone));
  return { attempts: code?.attempts, isConfirmed: code?.confirmedAt !== null, sessions: sessions.length };
};

it('judges five of 300 wrong guesses at one moment, and none after them', async () => {
  const { phone, code } = await newCode();
  const results = await Promise.all(Array.from({ length: 300 }, () => guess(phone, notThe(code))));
  expect(counted(results)).toEqual({ SMS_002: 5, SMS_003: 295 });
  expect(await guess(phone, code)).toBe('SMS_003');
  expect(await stateOf(phone)).toEqual({ attempts: 5, isConfirmed: false, sessions: 0 });
});

it('judges at most five of 300 guesses with the right one among them, which opens one session at most', async () => {
  for (let round = 0; round < rounds(5); round += 1) {
    const { phone, code } = await newCode();
    const at = round * 60;
    const guesses = Array.from({ length: 300 }, (_, index) => guess(phone, index === at ? code : notThe(code)));
    const { ok = 0, SMS_002: wrong = 0, SMS_003: gone = 0, ...others } = counted(await Promise.all(guesses));
    expect(others).toEqual({});
    expect(ok).toBeLessThanOrEqual(1);
    expect(wrong).toBeLessThanOrEqual(ok === 1 ? 4 : 5);
    expect(ok + wrong + gone).toBe(300);
    expect(await stateOf(phone)).toEqual({ attempts: wrong, isConfirmed: ok === 1, sessions: ok });
  }
});

it('redeems the right code once, however many confirm at once', async () => {
  const { phone, code } = await newCode();
  const results = await Promise.all(Array.from({ length: 12 }, () => guess(phone, code)));
  expect(counted(results)).toEqual({ ok: 1, SMS_003: 11 });
  expect(await stateOf(phone)).toEqual({ attempts: 0, isConfirmed: true, sessions: 1 });
});

it('sends one code to a phone that is asked for twelve times at once', async () => {
  const phone = newPhone();
  const results = await Promise.all(
    Array.from({ length: 12 }, () => outcome(sendPhoneCode(visitor(), codeFor(phone)))),
  );
  expect(counted(results)).toEqual({ ok: 1, SMS_004: 11 });
});

it('never goes over the cap of the day', async () => {
  const { db } = database();
  await db.delete(phoneVerifications);
  await setSetting('checkout', { phone_check: { daily_cap: 5 } });
  const results = await Promise.all(
    Array.from({ length: 40 }, () => outcome(sendPhoneCode(visitor(), codeFor(newPhone())))),
  );
  await setSetting('checkout', {});
  expect(counted(results)).toEqual({ ok: 5, SMS_001: 35 });
});

it('verifies one customer of a phone, whether it is proven or ordered with first', async () => {
  const { db } = database();
  const { variantId } = await makeProduct({ stockQuantity: 1000 });
  for (let round = 0; round < rounds(8); round += 1) {
    const { phone, code } = await newCode();
    const results = await Promise.all([
      guess(phone, code),
      ...Array.from({ length: 4 }, () =>
        outcome(placeOrder(visitor(), orderOf([variantId], { customer_phone: phone }))),
      ),
    ]);
    expect(counted(results)).toEqual({ ok: 5 });
    const rows = await db.select({ id: customers.id }).from(customers).where(eq(customers.phone, phone));
    expect(rows).toHaveLength(1);
  }
});
