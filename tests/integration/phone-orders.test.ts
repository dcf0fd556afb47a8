import { desc, eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#db/columns';
import type { CustomerFlag, PaymentMethod } from '#db/enums';
import { users } from '#db/schema/auth';
import { customers } from '#db/schema/customers';
import { orderEvents, orders } from '#db/schema/orders';
import { confirmPhone, sendPhoneCode } from '#lib/auth/commands';
import { readCustomerSession } from '#lib/auth/customer-session';
import type { Actor } from '#lib/context';
import { database } from '#lib/database';
import { DomainError } from '#lib/errors';
import { placeDeskOrder, placeOrder } from '#lib/orders/commands';
import { placeDeskOrderInput } from '#lib/orders/input';
import {
  contextOf,
  makeProduct,
  newPhone,
  orderOf,
  outcome,
  setSetting,
  staffMember,
  visitor,
} from '#tests/factories/shop';
import { codeFor } from '#tests/support/codes';
import { startTwilio } from '#tests/support/twilio';

const twilio = await startTwilio();
// Before anything reads the settings: they are parsed at first use and then stay.
Object.assign(process.env, twilio.env);

const waysToPay = (...methods: readonly PaymentMethod[]) => ({
  options: methods.map((method) => ({ method, title: method, delivery_types: ['pickup'] })),
});

let variantId: string;
beforeAll(async () => {
  ({ variantId } = await makeProduct({ stockQuantity: 10_000 }));
});
beforeEach(async () => {
  await database().db.execute(sql`truncate phone_verifications, rate_limits`);
  await setSetting('shop', { name: 'Mill & Moss', country: 'RO', phone: '+40268990140' });
  await setSetting('checkout', { identity: 'phone_verified' });
  await setSetting('payments', waysToPay('cash'));
  twilio.answer = () => ({ status: 201, body: {} });
});
afterAll(() => twilio.stop());

/** Somebody who has proven this phone, in a browser of their own. */
async function prove(phone: string): Promise<Actor> {
  await sendPhoneCode(visitor(), codeFor(phone));
  const body = twilio.messages.findLast(({ to }) => to === phone)?.body ?? '';
  const guess = { phone, code: /\d{6}/.exec(body)?.[0] ?? '', purpose: 'order', name: null } as const;
  const { token } = await confirmPhone(visitor(), guess, { userAgent: null });
  return actorFor(token);
}

async function actorFor(token: string): Promise<Actor> {
  const actor = await readCustomerSession(database().db, token, new Date());
  if (!actor) throw new Error('no session');
  return actor;
}

type More = Record<string, unknown>;
const place = (actor: Actor, customer_phone: string, more: More = {}) =>
  placeOrder(contextOf(actor), orderOf([variantId], { customer_phone, ...more }));
const VISITOR: Actor = { kind: 'visitor' };

async function refusal(work: Promise<unknown>): Promise<{ code: string; details: Record<string, unknown> } | null> {
  try {
    await work;
    return null;
  } catch (error) {
    if (error instanceof DomainError) return { code: error.code, details: error.details };
    throw error;
  }
}

async function stored(orderId: string) {
  const { db } = database();
  const [order] = await db
    .select({
      verifiedAt: orders.verifiedAt,
      customerId: orders.customerId,
      flags: customers.flags,
      phoneVerifiedAt: customers.phoneVerifiedAt,
    })
    .from(orders)
    .innerJoin(customers, eq(customers.id, orders.customerId))
    .where(eq(orders.id, orderId));
  const notes = await db
    .select({ note: orderEvents.note })
    .from(orderEvents)
    .where(sql`${orderEvents.orderId} = ${orderId} and ${orderEvents.axis} = 'note'`)
    .orderBy(desc(orderEvents.at));
  return { ...order, notes: notes.map(({ note }) => note) };
}

async function onFile(values: Partial<typeof customers.$inferInsert> & { phone: string }): Promise<string> {
  const id = newId();
  await database()
    .db.insert(customers)
    .values({ id, name: 'On File', ...values });
  return id;
}

describe('an order', () => {
  it('waits for the proof of its very phone, from the web and from the API', async () => {
    const phone = newPhone();
    const needed = { code: 'AUTH_004', details: { why: 'always', channels: ['sms'] } };
    expect(await refusal(place(VISITOR, phone))).toEqual(needed);
    const api = placeOrder(visitor(), orderOf([variantId], { customer_phone: phone }), { channel: 'api' });
    expect(await refusal(api)).toEqual(needed);
    expect(await refusal(place(await prove(newPhone()), phone))).toEqual(needed);
    const actor = await prove(phone);
    const { order } = await place(actor, phone.replace('+40', '0'));
    const proof = 'proof' in actor ? actor.proof : undefined;
    expect((await stored(order.id)).verifiedAt).toEqual(proof?.at);
  });

  it('needs none from the desk, nor from staff who try their own shop', async () => {
    const staff = await staffMember('staff');
    const items = [{ variant_id: variantId, quantity: 1 }];
    const input = { customer_name: 'Ana', customer_phone: newPhone(), delivery_type: 'pickup', items };
    const { order } = await placeDeskOrder(staff, placeDeskOrderInput.parse(input));
    expect((await stored(order.id)).verifiedAt).toBeNull();
    expect(await outcome(placeOrder(staff, orderOf([variantId])))).toBe('ok');
  });

  it('is its first answer again under its key, also when the proof has ended', async () => {
    const phone = newPhone();
    const input = orderOf([variantId], { customer_phone: phone });
    const idempotency = { scope: 'phone', key: newId(), hash: 'same' };
    const { order } = await placeOrder(contextOf(await prove(phone)), input, { idempotency });
    const again = await placeOrder(visitor(), input, { idempotency });
    expect([again.replayed, again.order.id]).toEqual([true, order.id]);
  });

  it.each([
    ['never', {}, null],
    ['cash', { payment_method: 'cash' }, 'cash'],
    ['cash', { payment_method: 'bank_transfer' }, null],
    ['above', {}, 'above'],
    ['first_order', {}, 'first_order'],
  ])('is asked "%s" with %j for the reason %s', async (when, more, why) => {
    await setSetting('checkout', { phone_check: { when, above: 12.49 } });
    await setSetting('payments', waysToPay('cash', 'bank_transfer'));
    const answer = await refusal(place(VISITOR, newPhone(), more));
    expect(answer?.details.why ?? null).toBe(why);
  });

  it('is a first order until one was collected, or its phone proven', async () => {
    const [phone, other] = [newPhone(), newPhone()];
    const { order } = await placeOrder(await staffMember('staff'), orderOf([variantId], { customer_phone: phone }));
    await place(await prove(other), other);
    await setSetting('checkout', { phone_check: { when: 'first_order' } });
    expect(await outcome(place(VISITOR, phone))).toBe('AUTH_004');
    await database().db.update(orders).set({ status: 'completed' }).where(eq(orders.id, order.id));
    expect(await outcome(place(VISITOR, phone))).toBe('ok');
    expect(await outcome(place(VISITOR, other))).toBe('ok');
  });
});

describe('a proven phone', () => {
  it('verifies the customer that its first order makes, and orders go to that one from then on', async () => {
    const phone = newPhone();
    const actor = await prove(phone);
    expect(actor.kind).toBe('visitor');
    const first = await stored((await place(actor, phone)).order.id);
    expect(first.phoneVerifiedAt).toEqual(first.verifiedAt);
    const second = await stored((await place(actor, phone)).order.id);
    expect(second.customerId).toBe(first.customerId);
  });

  it('verifies who is on file under it, and becomes that customer', async () => {
    const phone = newPhone();
    const id = await onFile({ phone });
    expect(await prove(phone)).toMatchObject({ kind: 'customer', customerId: id, userId: null, name: 'On File' });
  });

  it('verifies one of several on file, the eldest, and no other later', async () => {
    const phone = newPhone();
    const id = await onFile({ phone, createdAt: new Date('2026-01-01') });
    await onFile({ phone, createdAt: new Date('2026-02-01') });
    const actor = await prove(phone);
    expect(actor).toMatchObject({ customerId: id });
    await place(actor, phone);
    const rows = await database().db.select().from(customers).where(eq(customers.phone, phone));
    expect(rows.filter(({ phoneVerifiedAt }) => phoneVerifiedAt !== null).map((row) => row.id)).toEqual([id]);
  });

  it('never verifies a login that merely claims it, nor shows its orders', async () => {
    const phone = newPhone();
    const userId = newId();
    await database()
      .db.insert(users)
      .values({ id: userId, username: userId, name: 'Eve', passwordHash: 'x', role: 'customer' });
    const claimed = await onFile({ phone, userId });
    const actor = await prove(phone);
    expect(actor.kind).toBe('visitor');
    const { customerId } = await stored((await place(actor, phone)).order.id);
    expect(customerId).not.toBe(claimed);
  });
});

describe('when no code could be sent', () => {
  const fail = async (phone: string) => {
    twilio.answer = () => ({ status: 503, body: {} });
    expect(await outcome(sendPhoneCode(visitor(), codeFor(phone)))).toBe('SMS_001');
  };

  it('the shop calls: the order is taken, its customer flagged, the desk told', async () => {
    const phone = newPhone();
    await fail(phone);
    expect((await refusal(place(VISITOR, phone)))?.details.channels).toEqual(['sms', 'email', 'call_back']);
    const { order } = await place(VISITOR, phone, { call_back: true });
    expect(await stored(order.id)).toMatchObject({
      verifiedAt: null,
      phoneVerifiedAt: null,
      flags: ['call_back'],
      notes: ['Phone not checked: no code could be sent. Call before you begin with this order.'],
    });
    // The flag stands once, however often; and whoever has the link reads nothing of it.
    const again = await place(VISITOR, phone, { call_back: true });
    expect((await stored(again.order.id)).flags).toEqual(['call_back']);
    expect(JSON.stringify(order)).not.toContain('not checked');
  });

  it('nobody else gets around the check that way', async () => {
    expect(await outcome(place(VISITOR, newPhone(), { call_back: true }))).toBe('AUTH_004');
    const phone = newPhone();
    await fail(phone);
    twilio.answer = () => ({ status: 201, body: {} });
    await database().db.execute(sql`update phone_verifications set created_at = created_at - interval '2 minutes'`);
    await sendPhoneCode(visitor(), codeFor(phone));
    expect(await outcome(place(VISITOR, phone, { call_back: true }))).toBe('AUTH_004');
  });

  it('a code by mail lets the order through without calling the phone proven', async () => {
    const phone = newPhone();
    const id = await onFile({ phone });
    await fail(phone);
    const email = `ana-${newId()}@example.com`;
    await sendPhoneCode(visitor(), codeFor(phone, { channel: 'email', email }));
    const [row] = await database().db.execute<{ body: string }>(
      sql`select body from notifications where recipient = ${email}`,
    );
    const guess = { phone, code: /\d{6}/.exec(row?.body ?? '')?.[0] ?? '', purpose: 'order', name: null } as const;
    const actor = await actorFor((await confirmPhone(visitor(), guess, { userAgent: null })).token);
    expect(actor).toMatchObject({ kind: 'visitor', proof: { phone, by: 'email' } });
    const { order } = await place(actor, phone);
    expect(await stored(order.id)).toMatchObject({
      customerId: id,
      verifiedAt: null,
      phoneVerifiedAt: null,
      flags: [],
      notes: ['Phone not checked: no SMS could be sent, a code by e-mail was confirmed.'],
    });
    expect(await outcome(place(actor, newPhone()))).toBe('AUTH_004');
  });
});

describe('flags of a customer', () => {
  const flagged = async (flag: CustomerFlag) => {
    const phone = newPhone();
    await onFile({ phone, flags: [flag] });
    return phone;
  };

  it('blocked: the order is refused without a reason, and only to the owner of the phone', async () => {
    const phone = await flagged('blocked');
    expect((await refusal(place(VISITOR, phone)))?.code).toBe('AUTH_004');
    const actor = await prove(phone);
    expect(await refusal(place(actor, phone))).toEqual({ code: 'AUTH_003', details: { phone: '+40268990140' } });
    // Signed in, another number is no way out.
    const other = newPhone();
    await setSetting('checkout', {});
    expect(await outcome(place(actor, other))).toBe('AUTH_003');
    expect(await outcome(place(VISITOR, phone))).toBe('AUTH_003');
    expect(await outcome(place(VISITOR, other))).toBe('ok');
    expect(await outcome(placeOrder(await staffMember('staff'), orderOf([variantId], { customer_phone: phone })))).toBe(
      'ok',
    );
  });

  it('prepay_only: what is paid at the counter is not offered', async () => {
    await setSetting('checkout', {});
    await setSetting('payments', waysToPay('cash', 'card_terminal', 'bank_transfer'));
    const phone = await flagged('prepay_only');
    for (const payment_method of ['cash', 'card_terminal']) {
      expect(await refusal(place(VISITOR, phone, { payment_method }))).toEqual({
        code: 'PAY_001',
        details: { offered: ['bank_transfer'] },
      });
    }
    expect((await place(VISITOR, phone)).order.payment_method).toBe('bank_transfer');
    expect((await place(VISITOR, newPhone())).order.payment_method).toBe('cash');
  });
});
