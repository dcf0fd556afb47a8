import { desc, eq, sql } from 'drizzle-orm';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#db/columns';
import { phoneVerifications } from '#db/schema/auth';
import { notifications } from '#db/schema/notices';
import { confirmPhone, sendPhoneCode } from '#lib/auth/commands';
import type { SendPhoneCode } from '#lib/auth/phone-input';
import type { Context } from '#lib/context';
import { database } from '#lib/database';
import { newPhone, outcome, setSetting, visitor } from '#tests/factories/shop';
import { codeFor, notThe } from '#tests/support/codes';
import { startSmtp } from '#tests/support/smtp';
import { startTwilio } from '#tests/support/twilio';

const [smtp, twilio] = [await startSmtp(), await startTwilio()];
// Before anything reads the settings: they are parsed at first use and then stay.
Object.assign(process.env, twilio.env, { SMTP_URL: smtp.url });

const START = new Date('2026-11-21T10:00:00Z');
const after = (seconds: number, more: Partial<Context> = {}) =>
  visitor({ now: new Date(START.getTime() + seconds * 1000), ...more });
const HOUR = 3600;

const send = (phone: string, seconds = 0, more: Partial<SendPhoneCode> = {}, from: Partial<Context> = {}) =>
  sendPhoneCode(after(seconds, from), codeFor(phone, more));
const confirm = (phone: string, code: string, seconds = 0, purpose: 'order' | 'sign_in' = 'order') =>
  confirmPhone(after(seconds), { phone, code, purpose, name: null }, { userAgent: null });

const bodyTo = (phone: string) => twilio.messages.findLast(({ to }) => to === phone)?.body ?? '';
const codeTo = (phone: string) => /\d{4,8}/.exec(bodyTo(phone))?.[0] ?? '';
const newestOf = async (phone: string) => {
  const [row] = await database()
    .db.select()
    .from(phoneVerifications)
    .where(eq(phoneVerifications.phone, phone))
    .orderBy(desc(phoneVerifications.createdAt))
    .limit(1);
  return row;
};
/** What was refused, with what the details say. */
const refusal = async (work: Promise<unknown>) => {
  const error: unknown = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return Object(error) as { code?: string; details?: Record<string, unknown>; codes?: Record<string, string[]> };
};

beforeEach(async () => {
  await database().db.execute(sql`truncate phone_verifications, notifications, rate_limits`);
  await setSetting('shop', { name: 'Mill & Moss', country: 'RO', locale: 'en-IE' });
  await setSetting('checkout', {});
  twilio.messages.length = 0;
  twilio.answer = () => ({ status: 201, body: { sid: 'SM1', status: 'queued' } });
  smtp.answer = () => null;
});

afterAll(async () => {
  expect(twilio.complaints).toEqual([]);
  await Promise.all([smtp.stop(), twilio.stop()]);
});

describe('a code', () => {
  it('goes to the phone in the words of the shop, and is nowhere in clear', async () => {
    const phone = newPhone();
    expect(await send(phone.replace('+40', '0'))).toEqual({
      channel: 'sms',
      expires_in: 600,
      resend_in: 60,
      channels: ['sms'],
    });
    expect(bodyTo(phone)).toBe(
      `${codeTo(phone)} is your code for Mill & Moss. It is good for 10 minutes. Tell it to nobody.`,
    );
    expect(codeTo(phone)).toMatch(/^\d{6}$/);
    const stored = JSON.stringify([await newestOf(phone), await database().db.select().from(notifications)]);
    expect(stored).not.toContain(codeTo(phone));
  });

  it.each([4, 8])('has the %i digits that the shop chose', async (code_length) => {
    await setSetting('checkout', { phone_check: { code_length } });
    const phone = newPhone();
    await send(phone);
    expect(codeTo(phone)).toHaveLength(code_length);
    expect((await confirm(phone, codeTo(phone))).expires_in).toBe(86_400);
  });

  it('is good for ten minutes', async () => {
    const phone = newPhone();
    await send(phone);
    expect(await outcome(confirm(phone, codeTo(phone), 600))).toBe('SMS_003');
    expect(await outcome(confirm(phone, codeTo(phone), 599))).toBe('ok');
  });

  it('is good once', async () => {
    const phone = newPhone();
    await send(phone);
    expect(await outcome(confirm(phone, codeTo(phone)))).toBe('ok');
    expect(await outcome(confirm(phone, codeTo(phone)))).toBe('SMS_003');
  });

  it('is good for its phone and its purpose alone', async () => {
    const [phone, other] = [newPhone(), newPhone()];
    await send(phone);
    await send(other);
    const isSame = codeTo(phone) === codeTo(other);
    if (!isSame) expect(await outcome(confirm(other, codeTo(phone)))).toBe('SMS_002');
    expect(await outcome(confirm(phone, codeTo(phone), 0, 'sign_in'))).toBe('SMS_003');
    expect(await outcome(confirm(newPhone(), codeTo(phone)))).toBe('SMS_003');
    expect(await outcome(confirm(phone, codeTo(phone)))).toBe('ok');
  });

  it('ends with a newer one', async () => {
    const phone = newPhone();
    await send(phone);
    const first = codeTo(phone);
    await send(phone, 60);
    if (first !== codeTo(phone)) expect(await outcome(confirm(phone, first, 61))).toBe('SMS_002');
    expect(await outcome(confirm(phone, codeTo(phone), 62))).toBe('ok');
  });

  it('has five guesses, and says how many are left', async () => {
    const phone = newPhone();
    await send(phone);
    for (const tries_left of [4, 3, 2, 1, 0]) {
      expect(await refusal(confirm(phone, notThe(codeTo(phone))))).toMatchObject({
        code: 'SMS_002',
        details: { tries_left },
      });
    }
    expect(await outcome(confirm(phone, codeTo(phone)))).toBe('SMS_003');
  });

  it('is right with the fifth guess', async () => {
    const phone = newPhone();
    await send(phone);
    for (let at = 0; at < 4; at += 1) await outcome(confirm(phone, notThe(codeTo(phone))));
    expect(await outcome(confirm(phone, codeTo(phone)))).toBe('ok');
  });
});

describe('limits', () => {
  it('send another code after a minute', async () => {
    const phone = newPhone();
    await send(phone);
    expect(await refusal(send(phone, 20))).toMatchObject({
      code: 'SMS_004',
      details: { reason: 'resend', retry_after: 40, channels: ['sms'] },
    });
    expect(await outcome(send(phone, 60))).toBe('ok');
  });

  it('send ten to a phone in an hour and in a day, wherever they are asked from', async () => {
    const phone = newPhone();
    for (let at = 0; at < 10; at += 1) await send(phone, at * 60, {}, { addressHash: newId() });
    expect(twilio.messages).toHaveLength(10);
    const limited = { code: 'SMS_004', details: { reason: 'limit' } };
    expect(await refusal(send(phone, HOUR - 1))).toMatchObject(limited);
    expect(await refusal(send(phone, HOUR + 1))).toMatchObject(limited);
    expect((await refusal(send(phone, 24 * HOUR - 1))).details?.retry_after).toBe(1);
    expect(await outcome(send(phone, 24 * HOUR))).toBe('ok');
    expect(await outcome(send(newPhone(), HOUR))).toBe('ok');
  });

  it('send twenty in an hour to whoever asks from one address', async () => {
    const from = { addressHash: newId() };
    for (let at = 0; at < 20; at += 1) await send(newPhone(), at, {}, from);
    expect(await refusal(send(newPhone(), 60, {}, from))).toMatchObject({
      code: 'SMS_004',
      details: { reason: 'limit', retry_after: HOUR - 60 },
    });
    expect(await outcome(send(newPhone(), 60, {}, { addressHash: newId() }))).toBe('ok');
    expect(await outcome(send(newPhone(), HOUR, {}, from))).toBe('ok');
  });

  it('send nothing beyond the cap of the day, and name the other ways', async () => {
    await setSetting('checkout', { phone_check: { daily_cap: 3 } });
    for (let at = 0; at < 3; at += 1) await send(newPhone(), at);
    const phone = newPhone();
    expect(await refusal(send(phone, 10))).toMatchObject({
      code: 'SMS_001',
      details: { reason: 'cap', channels: ['call_back'] },
    });
    expect(await refusal(send(phone, 70, { email: 'ana@example.com' }))).toMatchObject({
      details: { channels: ['email', 'call_back'] },
    });
    expect(await outcome(confirm(phone, '000000', 71))).toBe('SMS_003');
    expect(twilio.messages).toHaveLength(3);
    expect(await outcome(send(phone, 24 * HOUR))).toBe('ok');
  });

  it('count what could not be sent: an outage may use up the day, nothing spends more than it', async () => {
    await setSetting('checkout', { phone_check: { daily_cap: 1 } });
    twilio.answer = () => ({ status: 500, body: {} });
    expect((await refusal(send(newPhone()))).details?.reason).toBe('service');
    twilio.answer = () => ({ status: 201, body: {} });
    expect((await refusal(send(newPhone(), 1))).details?.reason).toBe('cap');
  });

  it('send to the countries that the shop allows, its own without a word', async () => {
    const german = '+4915123460001';
    expect((await refusal(send(german))).codes).toEqual({ phone: ['VAL_003'] });
    await setSetting('checkout', { phone_check: { countries: ['DE'] } });
    expect(await outcome(send(german))).toBe('ok');
    expect((await refusal(send(newPhone()))).codes).toEqual({ phone: ['VAL_003'] });
  });

  it('send a fifth of the cap to another country than the own', async () => {
    await setSetting('checkout', { phone_check: { countries: ['RO', 'DE'], daily_cap: 60 } });
    for (let at = 0; at < 12; at += 1) await send(`+4915123460${String(100 + at)}`, at);
    expect((await refusal(send('+4915123460200', 20))).details?.reason).toBe('cap');
    expect(await outcome(send(newPhone(), 20))).toBe('ok');
  });

  it.each([
    ['+40900123456', 'VAL_003'],
    ['+40 72', 'VAL_002'],
  ])('never send to %s', async (phone, code) => {
    expect((await refusal(send(phone))).codes).toEqual({ phone: [code] });
    expect(twilio.messages).toEqual([]);
  });

  it('let one address guess forty times in a quarter of an hour, over all phones', async () => {
    const from = visitor({ addressHash: newId() });
    const guess = (ctx = from) =>
      refusal(
        confirmPhone(ctx, { phone: newPhone(), code: '123456', purpose: 'order', name: null }, { userAgent: null }),
      );
    for (let at = 0; at < 40; at += 1) expect((await guess()).code).toBe('SMS_003');
    expect(await guess()).toMatchObject({ code: 'SMS_004', details: { reason: 'guesses' } });
    expect((await guess(visitor({ addressHash: newId() }))).code).toBe('SMS_003');
  });
});

describe('when no SMS can be sent', () => {
  it.each([
    ['refuses', { status: 500, body: { code: 20500, message: 'Internal' } }],
    ['breaks off', 'break off'],
    ['hangs', 'hang'],
  ] as const)('because the service %s, the other ways are named', async (_, answer) => {
    twilio.answer = () => answer;
    const phone = newPhone();
    expect(await refusal(send(phone, 0, { email: 'ana@example.com' }))).toMatchObject({
      code: 'SMS_001',
      details: { reason: 'service', channels: ['email', 'call_back'] },
    });
    // Asked again at once the same is said in other words.
    expect((await refusal(send(phone, 5))).details).toMatchObject({
      reason: 'resend',
      channels: ['sms', 'email', 'call_back'],
    });
  });

  it('a letter goes instead, only then, and its code is redeemed alike', async () => {
    const phone = newPhone();
    const email = `ana-${phone.slice(-4)}@example.com`;
    const byMail = { channel: 'email', email } as const;
    expect((await refusal(send(phone, 0, byMail))).codes).toEqual({ channel: ['VAL_003'] });
    twilio.answer = () => ({ status: 503, body: {} });
    await outcome(send(phone));
    expect((await refusal(send(phone, 1, { channel: 'email' }))).codes).toEqual({ email: ['VAL_001'] });
    expect(await send(phone, 2, byMail)).toMatchObject({ channel: 'email', channels: ['sms', 'email', 'call_back'] });
    const letter = smtp.letters.find(({ envelope }) => envelope.to.includes(email));
    expect(letter?.headers.get('subject')).toBe('Your code for Mill & Moss');
    const code = /\d{6}/.exec(letter?.text ?? '')?.[0] ?? '';
    expect(await outcome(confirm(phone, notThe(code), 3))).toBe('SMS_002');
    expect(await outcome(confirm(phone, code, 4))).toBe('ok');
    // Half an hour later, or once an SMS has left again, there is no way around the phone.
    expect((await refusal(send(phone, 1800, byMail))).codes).toEqual({ channel: ['VAL_003'] });
    twilio.answer = () => ({ status: 201, body: {} });
    await outcome(send(phone, 1801));
    expect((await refusal(send(phone, 1900, byMail))).codes).toEqual({ channel: ['VAL_003'] });
  });

  it('and no letter either, the shop calls', async () => {
    twilio.answer = () => ({ status: 503, body: {} });
    smtp.answer = () => ({ code: 451, words: 'later' });
    const phone = newPhone();
    await outcome(send(phone));
    expect(await refusal(send(phone, 1, { channel: 'email', email: 'ana@example.com' }))).toMatchObject({
      code: 'SMS_001',
      details: { channels: ['call_back'] },
    });
  });

  it('a code that arrives late after all is good', async () => {
    const phone = newPhone();
    let late = '';
    twilio.answer = ({ body }) => {
      late = /\d{6}/.exec(body)?.[0] ?? '';
      return 'break off';
    };
    expect(await outcome(send(phone))).toBe('SMS_001');
    expect(await outcome(confirm(phone, late, 30))).toBe('ok');
  });
});
