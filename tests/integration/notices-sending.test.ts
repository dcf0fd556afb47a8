import { randomUUID } from 'node:crypto';
import { asc, eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { notifications } from '#db/schema/notices';
import { database } from '#lib/database';
import { ensureCursor } from '#lib/jobs/dispatcher';
import { sendMail } from '#lib/mail/send';
import { messageId } from '#lib/mail/smtp';
import { deliverNotice, retryNotice, sweepNotices } from '#lib/notices/commands';
import { getOutboxEntry } from '#lib/notices/queries';
import { placeOrder } from '#lib/orders/commands';
import { writeEntry } from '#lib/outbox';
import { sendSms } from '#lib/sms/send';
import {
  makeProduct,
  orderOf,
  outcome,
  setSetting,
  staffMember,
  type TestContext,
  visitor,
} from '#tests/factories/shop';
import { doAllWork, system } from '#tests/support/jobs';
import { SMTP_PASSWORD, startSmtp } from '#tests/support/smtp';
import { startTwilio, TWILIO } from '#tests/support/twilio';

const [smtp, twilio] = [await startSmtp(), await startTwilio()];
// Before anything reads the settings: they are parsed at first use and then stay.
Object.assign(process.env, twilio.env, { SMTP_URL: smtp.url, MAIL_FROM: 'Mill & Moss <bread@mill.example>' });

const EMAIL = 'ana@example.com';
const PHONE = '+40722000009';

let admin: TestContext;
let variantId: string;

beforeAll(async () => {
  admin = await staffMember('admin');
  ({ variantId } = await makeProduct({ stockQuantity: 1000 }, { name: 'Pâine țărănească' }));
});

beforeEach(async () => {
  await database().db.execute(sql`truncate domain_events, event_cursors, notifications, settings`);
  await setSetting('shop', { name: 'Mill & Moss', email: 'hello@mill.example', locale: 'en-IE' });
  await ensureCursor(system());
  smtp.letters.length = 0;
  twilio.messages.length = 0;
  smtp.answer = () => null;
  twilio.answer = () => ({ status: 201, body: { sid: 'SM1', status: 'queued' } });
});

afterAll(async () => {
  expect(twilio.complaints).toEqual([]);
  await Promise.all([smtp.stop(), twilio.stop()]);
});

const said = () =>
  database().db.select().from(notifications).orderBy(asc(notifications.createdAt), asc(notifications.id));
const states = async () => (await said()).map(({ channel, status, attempts }) => [channel, status, attempts]);

/** A message that waits, or hangs where a dead process left it, since so many seconds. */
async function waiting(channel: 'email' | 'sms', status: 'queued' | 'sending' = 'queued', seconds = 60) {
  const ctx = { ...visitor(), now: new Date(Date.now() - seconds * 1000) };
  const row = await writeEntry(
    ctx,
    {
      event: 'order_ready',
      channel,
      audience: 'customer',
      recipient: channel === 'email' ? EMAIL : PHONE,
      subject: channel === 'email' ? 'Ready' : null,
      body: 'Come by.',
      locale: 'en-IE',
      orderId: null,
      dedupeKey: randomUUID(),
    },
    status,
  );
  await database().db.update(notifications).set({ updatedAt: ctx.now }).where(eq(notifications.id, row.id));
  return row.id;
}

const deliver = (id: string, isLast = false) => deliverNotice(system(), { notification_id: id }, { isLast });
const entry = async (id: string) => (await said()).find((row) => row.id === id);

describe('mail', () => {
  it('reaches customer and staff with everything a letter needs', async () => {
    const { order } = await placeOrder(
      visitor({ locale: 'ro' }),
      orderOf([variantId], { customer_email: EMAIL, customer_name: 'Ștefan Țăran' }),
    );
    await doAllWork();
    expect(await states()).toEqual([
      ['email', 'sent', 1],
      ['email', 'sent', 1],
    ]);
    const [mine, theirs] = smtp.letters.toSorted((a, b) => String(a.envelope.to).localeCompare(String(b.envelope.to)));
    const row = (await said()).find(({ audience }) => audience === 'customer');
    expect(mine?.envelope).toEqual({ from: 'bread@mill.example', to: [EMAIL] });
    expect(mine?.messageId).toBe(`<${row?.id}@mill.example>`);
    expect(mine?.headers.get('from')).toBe('"Mill & Moss" <bread@mill.example>');
    expect(mine?.headers.get('reply-to')).toBe('hello@mill.example');
    expect(mine?.headers.get('subject')).toBe(`Comanda dumneavoastră ${order.order_number} la Mill & Moss`);
    expect(mine?.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mine?.headers.get('content-language')).toBe('ro');
    expect(mine?.text).toBe(row?.body);
    expect(mine?.text).toContain('Bună ziua, Ștefan Țăran,');
    expect(mine?.html).toContain('Pâine țărănească');
    expect(mine?.html).toContain('Mill &amp; Moss');
    expect(mine?.html).toContain(`<a href="${order.access_url}"`);
    expect(mine?.html).not.toMatch(/<(script|img|link)/);
    expect(theirs?.envelope.to).toEqual(['hello@mill.example']);
    expect(theirs?.headers.has('reply-to')).toBe(false);
  });

  it('cannot be made to go elsewhere by what somebody types', async () => {
    await placeOrder(
      visitor(),
      orderOf([variantId], { customer_email: EMAIL, customer_name: 'Ana\r\nBcc: all@example.com <b>x</b>' }),
    ).catch(() => null);
    await setSetting('shop', { name: 'Mill "<b>" Moss', email: 'hello@mill.example' });
    await placeOrder(visitor(), orderOf([variantId], { customer_email: EMAIL, customer_name: '<b>Ana</b>' }));
    await doAllWork();
    for (const letter of smtp.letters) {
      expect(letter.headers.has('bcc')).toBe(false);
      expect(letter.envelope.to).toHaveLength(1);
      expect(letter.html).not.toContain('<b>');
    }
  });

  it('is tried again with the same Message-ID, and fails with the words of the server at the last try', async () => {
    const id = await waiting('email');
    smtp.answer = () => ({ code: 451, words: `4.3.0 try later, ${EMAIL}` });
    await expect(deliver(id)).rejects.toThrow('try later');
    expect(await entry(id)).toMatchObject({ status: 'queued', attempts: 1 });
    await expect(deliver(id)).rejects.toThrow('try later');
    await deliver(id, true);
    const failed = await entry(id);
    expect(failed).toMatchObject({ status: 'failed', attempts: 3, sentAt: null });
    expect(failed?.error).toContain('4.3.0 try later');
    expect(failed?.error).not.toContain(EMAIL);
    smtp.answer = () => null;
    await deliver(id);
    expect(smtp.letters).toEqual([]);

    await retryNotice(admin, { notification_id: id });
    await doAllWork();
    expect(await entry(id)).toMatchObject({ status: 'sent', attempts: 4, error: null });
    expect(smtp.letters.map((letter) => letter.messageId)).toEqual([messageId({ id, from: 'bread@mill.example' })]);
  });

  it('is given up at once when the server refuses it for good', async () => {
    const id = await waiting('email');
    smtp.answer = () => ({ code: 550, words: '5.1.1 no such user' });
    await deliver(id);
    expect(await entry(id)).toMatchObject({ status: 'failed', attempts: 1 });
    expect((await entry(id))?.error).toContain('5.1.1 no such user');
  });

  it('that a dead process left in the middle is sent again', async () => {
    const id = await waiting('email', 'sending');
    await deliver(id);
    await deliver(id);
    expect(await entry(id)).toMatchObject({ status: 'sent', attempts: 2 });
    expect(smtp.letters).toHaveLength(1);
    // While somebody is at it nobody else is.
    await expect(deliver(await waiting('email', 'sending', 2))).rejects.toThrow('somebody is sending this');
  });

  it('shows no secret in the outbox when the server does not know us', async () => {
    const id = await waiting('email');
    const known = process.env.SMTP_URL;
    expect(known).toContain(encodeURIComponent(SMTP_PASSWORD));
    smtp.answer = () => ({ code: 454, words: `nobody knows ${SMTP_PASSWORD} here` });
    await deliver(id, true);
    expect((await entry(id))?.error).not.toContain(SMTP_PASSWORD);
  });

  it('of a code keeps no code', async () => {
    const mail = { to: EMAIL, subject: 'Your code 482913', text: 'It is 482913.', event: 'phone_code', isSecret: true };
    expect(await sendMail(visitor(), { ...mail, dedupeKey: 'a' })).toBe('sent');
    expect(smtp.letters[0]).toMatchObject({ text: 'It is 482913.' });
    expect((await said())[0]).toMatchObject({ subject: 'Your code ••••••', body: 'It is ••••••.', status: 'sent' });
    smtp.answer = () => ({ code: 550, words: 'no' });
    expect(await outcome(sendMail(visitor(), { ...mail, dedupeKey: 'b' }))).toBe('SMS_001');
    const failed = (await said()).find(({ dedupeKey }) => dedupeKey === 'b');
    expect(await getOutboxEntry(admin, failed?.id ?? '')).toMatchObject({ status: 'failed', can_retry: false });
    expect(await outcome(retryNotice(admin, { notification_id: failed?.id ?? '' }))).toBe('CONF_002');
  });
});

describe('SMS', () => {
  const sms = { to: PHONE, body: 'Your code is 482913.', event: 'phone_code', isSecret: true };

  it('goes to the service as it wants it, and the outbox keeps no code', async () => {
    expect(await sendSms(visitor(), { ...sms, dedupeKey: 'one' })).toBe('sent');
    expect(await sendSms(visitor(), { ...sms, dedupeKey: 'one' })).toBe('sent');
    expect(twilio.messages).toEqual([{ to: PHONE, from: TWILIO.from, body: 'Your code is 482913.' }]);
    expect((await said())[0]).toMatchObject({ status: 'sent', body: 'Your code is ••••••.', recipient: PHONE });
  });

  it.each([
    {
      name: 'refuses',
      answer: { status: 400, body: { code: 21211, message: `Invalid 'To' Phone Number: ${PHONE}` } },
      words: 'error 21211',
    },
    { name: 'is down', answer: { status: 503, body: 'no JSON' }, words: '503' },
    { name: 'breaks off', answer: 'break off' as const, words: 'may have arrived' },
    { name: 'is slow', answer: 'hang' as const, words: 'did not answer in time' },
  ])('is SMS_001 when the service $name, with its words in the outbox', async ({ answer, words }) => {
    twilio.answer = () => answer;
    expect(await outcome(sendSms(visitor(), { ...sms, dedupeKey: 'two' }))).toBe('SMS_001');
    const [row] = await said();
    expect(row).toMatchObject({ status: 'failed', attempts: 1 });
    expect(row?.error).toContain(words);
    expect(row?.error).not.toContain(PHONE);
    expect(row?.error).not.toContain(TWILIO.token);
    // The same cause is not tried behind anybody's back.
    twilio.answer = () => ({ status: 201, body: {} });
    expect(await outcome(sendSms(visitor(), { ...sms, dedupeKey: 'two' }))).toBe('SMS_001');
    expect(twilio.messages).toEqual([]);
  });

  it('that was surely not taken is tried again; one in doubt is not', async () => {
    const busy = await waiting('sms');
    twilio.answer = () => ({ status: 429, body: { code: 20429, message: 'Too many' } });
    await expect(deliver(busy)).rejects.toThrow('20429');
    expect(await entry(busy)).toMatchObject({ status: 'queued' });
    const doubtful = await waiting('sms');
    twilio.answer = () => 'break off';
    await deliver(doubtful);
    expect(await entry(doubtful)).toMatchObject({ status: 'failed' });
    twilio.answer = () => ({ status: 201, body: {} });
    await deliver(doubtful);
    await deliver(busy);
    expect(twilio.messages).toHaveLength(1);
  });

  it('that a dead process left in the middle fails, says why, and goes again only when somebody asks', async () => {
    const id = await waiting('sms', 'sending');
    await deliver(id);
    expect(await entry(id)).toMatchObject({ status: 'failed' });
    expect((await entry(id))?.error).toContain('may have arrived');
    expect(twilio.messages).toEqual([]);
    await retryNotice(admin, { notification_id: id });
    expect(await outcome(retryNotice(admin, { notification_id: id }))).toBe('CONF_002');
    await doAllWork({ times: 2 });
    expect(await entry(id)).toMatchObject({ status: 'sent' });
    expect(twilio.messages).toEqual([{ to: PHONE, from: TWILIO.from, body: 'Come by.' }]);
  });

  it('that nobody takes up again is ended by the sweep', async () => {
    const [old, young] = [await waiting('sms', 'sending', 7 * 3600), await waiting('sms', 'sending', 60)];
    await sweepNotices(system());
    expect(await entry(old)).toMatchObject({ status: 'failed' });
    expect(await entry(young)).toMatchObject({ status: 'sending' });
  });
});
