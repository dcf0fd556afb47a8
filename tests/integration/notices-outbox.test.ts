import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { notifications } from '#db/schema/notices';
import { database } from '#lib/database';
import { sendMail } from '#lib/mail/send';
import { changeNoticeText, changeNoticeWays } from '#lib/notices/commands';
import { changeNoticeTextInput } from '#lib/notices/input';
import { listOutbox } from '#lib/notices/queries';
import { changeSetting } from '#lib/settings/commands';
import { getSettings } from '#lib/settings/queries';
import { sendSms } from '#lib/sms/send';
import { EMAIL, heads, noticeShop, said } from '#tests/factories/notices';
import { outcome, visitor } from '#tests/factories/shop';
import { doAllWork } from '#tests/support/jobs';

const shop = noticeShop();

describe('words', () => {
  it.each([
    { locale: 'de-DE', hello: 'Guten Tag Ana Pop,', total: 'Summe: 12,50' },
    { locale: 'ro', hello: 'Bună ziua, Ana Pop,', total: 'Total: 12,50' },
    { locale: 'fr', hello: 'Hello Ana Pop,', total: 'Total: ' },
  ])('are those of the customer ($locale)', async ({ locale, hello, total }) => {
    await shop.place({}, locale);
    await doAllWork();
    const letter = (await said()).find(({ audience }) => audience === 'customer');
    expect(letter?.body).toContain(hello);
    expect(letter?.body).toContain(total);
    expect((await said()).find(({ audience }) => audience === 'staff')?.subject).toMatch(/^New order/);
  });

  it('can be changed per language, and only what differs is kept', async () => {
    const change = {
      kind: 'customer_order_placed',
      language: 'en',
      subject: 'We have it: {order_number}',
      body: 'Dear {customer},\n\nsee you on {slot}.\n\n{shop}',
      sms: '',
    } as const;
    await changeNoticeText(shop.admin(), change);
    const { messages } = await getSettings(shop.admin());
    expect(messages.texts).toEqual({
      en: { customer_order_placed: { subject: change.subject, body: change.body } },
    });
    const order = await shop.place();
    await shop.place({}, 'de');
    await doAllWork();
    const letters = (await said()).filter(({ audience }) => audience === 'customer');
    expect(letters.map(({ subject }) => subject)).toEqual([
      `We have it: ${order.order_number}`,
      expect.stringMatching(/^Ihre Bestellung/),
    ]);
    expect(letters[0]?.body).toBe('Dear Ana Pop,\n\nMill & Moss');
    await changeNoticeText(shop.admin(), { ...change, subject: '', body: '' });
    expect((await getSettings(shop.admin())).messages.texts).toEqual({ en: {} });
  });

  it('with something nothing fills are refused beside their field', async () => {
    const parsed = changeNoticeTextInput.safeParse({
      kind: 'staff_low_stock',
      language: 'en',
      subject: 'Low: {product}',
      body: 'Only {left} left for {customer} {}.',
    });
    expect(parsed.error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([
      ['body', '{customer}, {} cannot be filled in here. Use {shop}, {product}, {left}, {link}.'],
    ]);
    const whole = changeSetting(shop.admin(), {
      key: 'messages',
      value: { texts: { ro: { customer_order_ready: { sms: 'Gata: {slott}' } } } },
    });
    await expect(whole).rejects.toMatchObject({
      code: 'VALIDATION_ERROR',
      fields: { 'texts.ro.customer_order_ready.sms': [expect.stringContaining('{slott} cannot be filled in')] },
    });
  });

  it('go by the ways that are switched on', async () => {
    await changeNoticeWays(shop.admin(), {
      staff_email: 'oven@mill.example',
      reply_to: '',
      channels: {
        customer_order_placed: { email: false, sms: true },
        customer_order_ready: { email: true, sms: false },
      },
    });
    expect((await getSettings(shop.admin())).messages).toMatchObject({
      channels: { customer_order_placed: { email: false, sms: true } },
    });
    const order = await shop.place();
    await doAllWork();
    const [sms] = (await said()).filter(({ channel }) => channel === 'sms');
    expect(sms).toMatchObject({ recipient: order.customer_phone, subject: null, status: 'captured' });
    expect(sms?.body).toBe(
      `Mill & Moss: thank you, your order ${order.order_number} has reached us. ${order.access_url}`,
    );
    expect((await said()).map(({ recipient }) => recipient)).toContain('oven@mill.example');
    expect(await heads()).toEqual(['order_placed customer sms', 'order_placed staff email']);
  });
});

describe('the ports without a service', () => {
  it('capture what they are given, code and all', async () => {
    const ctx = visitor();
    const sms = {
      to: '+40722000001',
      body: 'Your code is 482913.',
      event: 'phone_code',
      dedupeKey: 'code:1',
      isSecret: true,
    };
    expect(await sendSms(ctx, sms)).toBe('captured');
    expect(await sendSms(ctx, sms)).toBe('captured');
    expect(
      await sendMail(ctx, {
        to: EMAIL,
        subject: 'Code',
        text: '482913',
        event: 'phone_code',
        dedupeKey: 'code:2',
        isSecret: true,
      }),
    ).toBe('captured');
    expect((await said()).map(({ body, status }) => [body, status])).toEqual([
      ['Your code is 482913.', 'captured'],
      ['482913', 'captured'],
    ]);
  });
});

describe('the outbox', () => {
  it('is listed for admins, newest first, by way, state and words', async () => {
    const order = await shop.place();
    await doAllWork();
    await sendSms(visitor(), { to: '+40722000002', body: 'Hello', event: 'greeting', dedupeKey: 'one' });
    const list = async (filter: object) =>
      (await listOutbox(shop.admin(), { page: 1, limit: 20, ...filter })).items.map(({ event, channel }) => [
        event,
        channel,
      ]);
    expect(await list({})).toHaveLength(3);
    expect(await list({ channel: 'sms' })).toEqual([['greeting', 'sms']]);
    expect(await list({ status: 'sent' })).toEqual([]);
    expect(await list({ q: order.order_number.toLowerCase() })).toHaveLength(2);
    expect(await list({ q: '0722000002' })).toEqual([['greeting', 'sms']]);
    expect(await list({ q: '+40 722 000 002' })).toEqual([['greeting', 'sms']]);
    expect(await list({ q: '%' })).toEqual([]);
    const first = await listOutbox(shop.admin(), { page: 1, limit: 2 });
    expect(first).toMatchObject({ total: 3, pages: 2, total_exact: true });
    const rest = await listOutbox(shop.admin(), { page: 1, limit: 2, cursor: first.next_cursor ?? '' });
    expect(new Set([...first.items, ...rest.items].map(({ id }) => id)).size).toBe(3);
    expect(await outcome(listOutbox(shop.staff(), { page: 1, limit: 20 }))).toBe('AUTH_003');
  });

  it('keeps one row per cause whoever is first', async () => {
    const sms = { to: '+40722000003', body: 'Hello', event: 'greeting', dedupeKey: 'same' };
    await Promise.all(Array.from({ length: 5 }, () => sendSms(visitor(), sms)));
    expect(await said()).toHaveLength(1);
    expect(await database().db.select().from(notifications).where(eq(notifications.dedupeKey, 'same'))).toHaveLength(1);
  });
});
