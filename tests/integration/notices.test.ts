import { asc, eq, sql } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { notifications } from '#db/schema/notices';
import { database } from '#lib/database';
import { ensureCursor } from '#lib/jobs/dispatcher';
import { sendMail } from '#lib/mail/send';
import { changeNoticeText, changeNoticeWays } from '#lib/notices/commands';
import { changeNoticeTextInput } from '#lib/notices/input';
import { listOutbox } from '#lib/notices/queries';
import { changeOrderInput, changeOwnOrderInput } from '#lib/orders/change-input';
import {
  cancelOwnOrder,
  changeOrder,
  changeOwnOrder,
  moveOrder,
  placeOrder,
  recordPayment,
  refundPayment,
} from '#lib/orders/commands';
import type { OrderDto } from '#lib/orders/output';
import { changeSetting } from '#lib/settings/commands';
import { getSettings } from '#lib/settings/queries';
import { sendSms } from '#lib/sms/send';
import { adjustStock } from '#lib/stock/commands';
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

const EMAIL = 'ana@example.com';
const SHOP = {
  name: 'Mill & Moss',
  email: 'hello@mill.example',
  street: 'Mill Lane 3',
  postal_code: '10115',
  city: 'Berlin',
  locale: 'en-IE',
};

let staff: TestContext;
let admin: TestContext;
let variantId: string;

beforeAll(async () => {
  [staff, admin] = [await staffMember('staff'), await staffMember('admin')];
  ({ variantId } = await makeProduct({ stockQuantity: 1000, title: '800 g' }, { name: 'Rye loaf' }));
});

beforeEach(async () => {
  await database().db.execute(sql`truncate domain_events, event_cursors, notifications, settings`);
  await setSetting('shop', SHOP);
  await ensureCursor(system());
});

const place = async (more: Record<string, unknown> = {}, locale = 'en-IE'): Promise<OrderDto> =>
  (await placeOrder(visitor({ locale }), orderOf([variantId], { customer_email: EMAIL, ...more }))).order;

const move = (
  ctx: TestContext,
  order: OrderDto,
  to: 'confirmed' | 'processing' | 'ready' | 'completed' | 'cancelled',
) => moveOrder(ctx, { order_id: order.id, to, note: null, cancel_reason: 'Oven broken', stock: 'back', version: null });

/** What stands in the outbox, in the order in which it came about. */
const said = () =>
  database().db.select().from(notifications).orderBy(asc(notifications.createdAt), asc(notifications.id));

/** Event, audience and way of each message. */
const heads = async () =>
  (await said()).map(({ event, audience, channel }) => `${event} ${audience} ${channel}`).toSorted();

/** What is said from here on. */
async function saidAfter(work: () => Promise<unknown>): Promise<string[]> {
  await doAllWork();
  await database().db.delete(notifications);
  await work();
  await doAllWork();
  return heads();
}

describe('an order', () => {
  it('is told to its customer and to the staff, and captured without a service', async () => {
    const order = await place({ special_instructions: 'Ring twice' });
    await doAllWork();
    const [mine, theirs] = (await said()).toSorted((a, b) => a.audience.localeCompare(b.audience));
    expect(mine).toMatchObject({
      event: 'order_placed',
      channel: 'email',
      recipient: EMAIL,
      subject: `Your order ${order.order_number} at Mill & Moss`,
      status: 'captured',
      orderId: order.id,
      locale: 'en-IE',
    });
    expect(mine?.body).toContain('Hello Ana Pop,');
    expect(mine?.body).toContain('1 × Rye loaf, 800 g');
    expect(mine?.body).toContain('Total: €12.50');
    expect(mine?.body).toContain('Where: Mill & Moss, Mill Lane 3, 10115 Berlin');
    expect(mine?.body).toContain('To pay: €12.50\nCash at hand-over');
    expect(mine?.body).toContain(order.access_url);
    // There is no slot and no deadline: their lines are left out, not left empty.
    expect(mine?.body).not.toContain('When:');
    expect(mine?.body).not.toContain('Please pay by');
    expect(mine?.body).not.toMatch(/[{}]/);
    expect(theirs).toMatchObject({ audience: 'staff', recipient: 'hello@mill.example' });
    expect(theirs?.body).toContain('Note: Ring twice');
    expect(theirs?.body).toContain(`/admin/orders/${order.id}`);
    expect(theirs?.body).not.toContain('key=');
  });

  it('is told once, however often its work is done', async () => {
    await place();
    await doAllWork({ times: 3 });
    expect(await heads()).toEqual(['order_placed customer email', 'order_placed staff email']);
  });

  it('is told where there is somebody to tell', async () => {
    await setSetting('shop', { ...SHOP, email: '' });
    await place({ customer_email: null });
    await doAllWork();
    expect(await said()).toEqual([]);
  });

  it('says each step to its customer, and of a jump the last one', async () => {
    const order = await place();
    expect(await saidAfter(() => move(staff, order, 'confirmed'))).toEqual(['order_confirmed customer email']);
    expect(await saidAfter(() => move(staff, order, 'processing'))).toEqual([]);
    expect(await saidAfter(() => move(staff, order, 'ready'))).toEqual(['order_ready customer email']);
    expect(await saidAfter(() => move(staff, order, 'completed'))).toEqual([]);
    // A mistake of the desk, mended.
    expect(await saidAfter(() => move(admin, order, 'ready'))).toEqual([]);
    const other = await place();
    expect(await saidAfter(() => move(staff, other, 'ready'))).toEqual(['order_ready customer email']);
  });

  it('is told as canceled to those who did not do it', async () => {
    const [byStaff, own, unpaid] = [await place(), await place(), await place()];
    expect(await saidAfter(() => move(staff, byStaff, 'cancelled'))).toEqual(['order_cancelled customer email']);
    expect((await said())[0]?.body).toContain('Reason: Oven broken');
    const key = new URL(own.access_url).searchParams.get('key');
    expect(
      await saidAfter(() =>
        cancelOwnOrder(visitor(), { order_number: own.order_number, cancel_reason: null }, { key }),
      ),
    ).toEqual(['order_cancelled customer email', 'order_cancelled staff email']);
    await saidAfter(() => move(system(), unpaid, 'cancelled'));
    expect((await said()).find(({ audience }) => audience === 'customer')?.body).toContain('it was not paid in time');
  });

  it('is told as changed to its customer, and to the staff when they did not do it themselves', async () => {
    const order = await place({}, 'de');
    const quantity = (count: number) => ({ items: [{ item_id: order.items[0]?.id ?? '', quantity: count }] });
    const own = () =>
      changeOwnOrder(
        visitor(),
        { order_number: order.order_number, ...changeOwnOrderInput.parse(quantity(2)) },
        { key: new URL(order.access_url).searchParams.get('key') },
      );
    expect(await saidAfter(own)).toEqual(['order_changed customer email', 'order_changed staff email']);
    const [mine, theirs] = (await said()).toSorted((a, b) => a.audience.localeCompare(b.audience));
    expect(mine).toMatchObject({ recipient: EMAIL, subject: `Geändert: Ihre Bestellung ${order.order_number}` });
    expect(mine?.body).toContain('2 × Rye loaf, 800 g\nSumme: 25,00');
    expect(mine?.body).toContain(order.access_url);
    expect(theirs).toMatchObject({
      recipient: 'hello@mill.example',
      subject: `Changed: order ${order.order_number} of Ana Pop`,
    });
    expect(theirs?.body).toContain('Rye loaf, 800 g: 1 → 2; total €12.50 → €25.00');
    expect(theirs?.body).not.toContain('key=');

    const atDesk = (count: number, reason: string) => () =>
      changeOrder(staff, changeOrderInput.parse({ order_id: order.id, ...quantity(count), reason }));
    expect(await saidAfter(atDesk(3, 'Cannot count'))).toEqual(['order_changed customer email']);
    // What the desk writes to itself is not theirs to read.
    expect((await said())[0]?.body).not.toContain('Cannot count');
    // The same again is no change.
    expect(await saidAfter(atDesk(3, 'Cannot count'))).toEqual([]);
  });

  it('changed twice is told twice, each time with its own words and once however often the work is done', async () => {
    const order = await place();
    const key = new URL(order.access_url).searchParams.get('key');
    const wish = (preferred_time: string) =>
      changeOwnOrder(
        visitor(),
        { order_number: order.order_number, ...changeOwnOrderInput.parse({ preferred_time }) },
        { key },
      );
    await doAllWork();
    await database().db.delete(notifications);
    await wish('after five');
    await changeOrder(
      staff,
      changeOrderInput.parse({ order_id: order.id, preferred_time: 'after six', reason: 'They called' }),
    );
    await doAllWork({ times: 3 });
    expect(await heads()).toEqual([
      'order_changed customer email',
      'order_changed customer email',
      'order_changed staff email',
    ]);
    const staffMail = (await said()).find(({ audience }) => audience === 'staff');
    expect(staffMail?.body).toContain('another wish for the time');
    expect(staffMail?.body).not.toContain('They called');
  });

  it('that confirms itself is one message', async () => {
    await setSetting('checkout', { auto_confirm: true });
    const order = await place();
    expect(order.status).toBe('confirmed');
    await doAllWork();
    expect(await heads()).toEqual(['order_placed customer email', 'order_placed staff email']);
  });
});

describe('money', () => {
  const pay = (order: OrderDto, amount: number | null) =>
    recordPayment(staff, {
      order_id: order.id,
      method: 'cash',
      amount,
      reference: null,
      note: null,
      version: null,
    });

  it('that came in is told with its amount, and nothing else about payments', async () => {
    const order = await place();
    expect(await saidAfter(() => pay(order, 500))).toEqual(['payment_received customer email']);
    expect((await said())[0]?.body).toContain('we have received €5.00');
    expect((await said())[0]?.body).toContain('Still to pay: €7.50');
    expect(await saidAfter(() => pay(order, null))).toEqual(['payment_received customer email']);
    expect((await said())[0]?.body).toContain('we have received €7.50');
    expect((await said())[0]?.body).not.toContain('Still to pay');
    const refund = () =>
      refundPayment(staff, {
        order_id: order.id,
        method: 'cash',
        amount: null,
        reference: null,
        note: null,
        version: null,
      });
    expect(await saidAfter(refund)).toEqual([]);
  });

  it('that is due is asked for', async () => {
    const order = await place();
    await database().db.execute(sql`UPDATE orders SET payment_due_at = '2026-12-01T17:00:00Z' WHERE id = ${order.id}`);
    const remind = () =>
      database().db.execute(sql`SELECT append_event('payment.due', 'order', ${order.id}, '{}'::jsonb)`);
    expect(await saidAfter(remind)).toEqual(['payment_due customer email']);
    const [letter] = await said();
    expect(letter?.subject).toBe(`A reminder: €12.50 for your order ${order.order_number}`);
    expect(letter?.body).toContain('Please pay by Tuesday, 1 December, 18:00');
  });
});

describe('stock', () => {
  it('that falls to its threshold is told once per fall', async () => {
    const rye = await makeProduct({ stockQuantity: 4, lowStockThreshold: 2 }, { name: 'Spelt' });
    const buy = () => placeOrder(visitor(), orderOf([rye.variantId]));
    expect(await saidAfter(buy)).toEqual(['order_placed staff email']);
    expect(await saidAfter(buy)).toEqual(['low_stock staff email', 'order_placed staff email']);
    const low = (await said()).find(({ event }) => event === 'low_stock');
    expect(low).toMatchObject({ subject: 'Running low: Spelt, 2 left', recipient: 'hello@mill.example' });
    expect(await saidAfter(buy)).toEqual(['order_placed staff email']);
    const set = (quantity: number) => () =>
      adjustStock(staff, { variant_id: rye.variantId, stock_quantity: quantity, reason: 'count' });
    expect(await saidAfter(set(10))).toEqual([]);
    expect(await saidAfter(set(1))).toEqual(['low_stock staff email']);
    expect(await saidAfter(set(0))).toEqual([]);
  });
});

describe('words', () => {
  it.each([
    { locale: 'de-DE', hello: 'Guten Tag Ana Pop,', total: 'Summe: 12,50' },
    { locale: 'ro', hello: 'Bună ziua, Ana Pop,', total: 'Total: 12,50' },
    { locale: 'fr', hello: 'Hello Ana Pop,', total: 'Total: ' },
  ])('are those of the customer ($locale)', async ({ locale, hello, total }) => {
    await place({}, locale);
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
    await changeNoticeText(admin, change);
    const { messages } = await getSettings(admin);
    expect(messages.texts).toEqual({
      en: { customer_order_placed: { subject: change.subject, body: change.body } },
    });
    const order = await place();
    await place({}, 'de');
    await doAllWork();
    const letters = (await said()).filter(({ audience }) => audience === 'customer');
    expect(letters.map(({ subject }) => subject)).toEqual([
      `We have it: ${order.order_number}`,
      expect.stringMatching(/^Ihre Bestellung/),
    ]);
    expect(letters[0]?.body).toBe('Dear Ana Pop,\n\nMill & Moss');
    await changeNoticeText(admin, { ...change, subject: '', body: '' });
    expect((await getSettings(admin)).messages.texts).toEqual({ en: {} });
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
    const whole = changeSetting(admin, {
      key: 'messages',
      value: { texts: { ro: { customer_order_ready: { sms: 'Gata: {slott}' } } } },
    });
    await expect(whole).rejects.toMatchObject({
      code: 'VALIDATION_ERROR',
      fields: { 'texts.ro.customer_order_ready.sms': [expect.stringContaining('{slott} cannot be filled in')] },
    });
  });

  it('go by the ways that are switched on', async () => {
    await changeNoticeWays(admin, {
      staff_email: 'oven@mill.example',
      reply_to: '',
      channels: {
        customer_order_placed: { email: false, sms: true },
        customer_order_ready: { email: true, sms: false },
      },
    });
    expect((await getSettings(admin)).messages).toMatchObject({
      channels: { customer_order_placed: { email: false, sms: true } },
    });
    const order = await place();
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
    const order = await place();
    await doAllWork();
    await sendSms(visitor(), { to: '+40722000002', body: 'Hello', event: 'greeting', dedupeKey: 'one' });
    const list = async (filter: object) =>
      (await listOutbox(admin, { page: 1, limit: 20, ...filter })).items.map(({ event, channel }) => [event, channel]);
    expect(await list({})).toHaveLength(3);
    expect(await list({ channel: 'sms' })).toEqual([['greeting', 'sms']]);
    expect(await list({ status: 'sent' })).toEqual([]);
    expect(await list({ q: order.order_number.toLowerCase() })).toHaveLength(2);
    expect(await list({ q: '0722000002' })).toEqual([['greeting', 'sms']]);
    expect(await list({ q: '+40 722 000 002' })).toEqual([['greeting', 'sms']]);
    expect(await list({ q: '%' })).toEqual([]);
    const first = await listOutbox(admin, { page: 1, limit: 2 });
    expect(first).toMatchObject({ total: 3, pages: 2, total_exact: true });
    const rest = await listOutbox(admin, { page: 1, limit: 2, cursor: first.next_cursor ?? '' });
    expect(new Set([...first.items, ...rest.items].map(({ id }) => id)).size).toBe(3);
    expect(await outcome(listOutbox(staff, { page: 1, limit: 20 }))).toBe('AUTH_003');
  });

  it('keeps one row per cause whoever is first', async () => {
    const sms = { to: '+40722000003', body: 'Hello', event: 'greeting', dedupeKey: 'same' };
    await Promise.all(Array.from({ length: 5 }, () => sendSms(visitor(), sms)));
    expect(await said()).toHaveLength(1);
    expect(await database().db.select().from(notifications).where(eq(notifications.dedupeKey, 'same'))).toHaveLength(1);
  });
});
