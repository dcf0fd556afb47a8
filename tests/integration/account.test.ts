import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#db/columns';
import { authSessions, users } from '#db/schema/auth';
import { productVariants } from '#db/schema/catalog';
import { customers } from '#db/schema/customers';
import { orders } from '#db/schema/orders';
import { askForCode } from '#lib/account/ask-code';
import { confirmEmail, confirmOwnPhone, reorder, signInCustomer, updateAccount } from '#lib/account/commands';
import { updateAccountInput } from '#lib/account/input';
import { getAccount, getPrefill, listOwnOrders } from '#lib/account/queries';
import { openAccountSession } from '#lib/auth/commands';
import { readCustomerSession } from '#lib/auth/customer-session';
import { hashPassword } from '#lib/auth/secrets';
import { addOwnAddress, removeOwnAddress, updateOwnAddress } from '#lib/customers/commands';
import { addressInput } from '#lib/customers/input';
import { database } from '#lib/database';
import { placeOrder } from '#lib/orders/commands';
import { getCheckoutOffer } from '#lib/orders/queries/checkout';
import {
  contextOf,
  makeProduct,
  newPhone,
  orderOf,
  outcome,
  setSetting,
  type TestContext,
  visitor,
} from '#tests/factories/shop';
import { capturedCode } from '#tests/support/codes';
import { letterTo } from '#tests/support/letters';

beforeEach(async () => {
  await setSetting('shop', { name: 'Mill & Moss', country: 'RO', locale: 'en-IE' });
  await setSetting('checkout', {});
});

const PASSWORD = 'three loaves of rye';
const door = { userAgent: null };
const hash = await hashPassword(PASSWORD);
const { db } = database();

/** Somebody with an account, signed in on a browser. */
async function somebody(more: Partial<typeof customers.$inferInsert> = {}) {
  const [userId, customerId] = [newId(), newId()];
  const email = `${userId}@example.com`;
  await db.insert(users).values({ id: userId, email, name: 'Ana Pop', role: 'customer', passwordHash: hash });
  await db.insert(customers).values({ id: customerId, userId, email, name: 'Ana Pop', ...more });
  const { token } = await openAccountSession(visitor(), { id: userId }, door);
  const actor = await readCustomerSession(db, token, new Date());
  if (actor?.kind !== 'customer') throw new Error('not signed in');
  return { userId, customerId, email, token, actor, ctx: contextOf(actor) };
}

const place = (ctx: TestContext, variantIds: string[], more: Record<string, unknown> = {}) =>
  placeOrder(ctx, orderOf(variantIds, more));
const change = (ctx: TestContext, input: Record<string, unknown>) =>
  updateAccount(ctx, updateAccountInput.parse(input));
const address = ({ customer_id: _, ...fields }: Record<string, unknown>) => {
  const { customer_id, ...rest } = addressInput.parse({ customer_id: newId(), ...fields });
  return rest;
};

describe('orders', () => {
  it('placed while signed in are one’s own, and nobody else’s', async () => {
    const [ana, dan] = [await somebody(), await somebody()];
    const { variantId } = await makeProduct();
    const { order } = await place(ana.ctx, [variantId]);
    const own = await listOwnOrders(ana.ctx, { page: 1, limit: 10 });
    expect(own).toMatchObject({ total: 1, items: [{ id: order.id, items: [{ variant_id: variantId, quantity: 1 }] }] });
    expect((await listOwnOrders(dan.ctx, { page: 1, limit: 10 })).items).toEqual([]);
    const again = { order_number: order.order_number, cart_key: null };
    expect(await outcome(reorder(dan.ctx, again))).toBe('DB_002');
    expect(await outcome(reorder(visitor(), again))).toBe('AUTH_002');
  });

  it('go into the cart again as far as there is stock, and what became of each is told', async () => {
    const { ctx } = await somebody();
    const [many, few, none, gone] = [
      await makeProduct(),
      await makeProduct(),
      await makeProduct(),
      await makeProduct(),
    ];
    const of = ({ variantId }: { variantId: string }) => ({ variant_id: variantId, quantity: 3 });
    const { order } = await place(ctx, [], { items: [many, few, none, gone].map(of) });
    const leave = (variantId: string, stockQuantity: number, archivedAt: Date | null = null) =>
      db.update(productVariants).set({ stockQuantity, archivedAt }).where(eq(productVariants.id, variantId));
    await leave(few.variantId, 2);
    await leave(none.variantId, 0);
    await leave(gone.variantId, 9, new Date());
    const first = await reorder(ctx, { order_number: order.order_number, cart_key: null });
    expect(first.told.map(({ added, problem }) => [added, problem])).toEqual([
      [3, null],
      [2, 'fewer'],
      [0, 'sold_out'],
      [0, 'gone'],
    ]);
    expect(first.cart?.items.map(({ quantity }) => quantity)).toEqual([3, 2]);
    // What is in the cart counts: nothing is asked for twice.
    const second = await reorder(ctx, { order_number: order.order_number, cart_key: first.cart_key });
    expect(second.told.map(({ added }) => added)).toEqual([3, 0, 0, 0]);
    expect(second.cart?.has_problems).toBe(false);
  });
});

describe('addresses', () => {
  it('are one’s own: the first is the default, another default takes its place', async () => {
    const [ana, dan] = [await somebody(), await somebody()];
    const home = await addOwnAddress(ana.ctx, address({ street: 'Ring 1', city: 'Cluj' }));
    const work = await addOwnAddress(ana.ctx, address({ street: 'Ring 2', city: 'Cluj', is_default: true }));
    expect((await getAccount(ana.ctx)).addresses.map(({ id, is_default }) => [id, is_default])).toEqual([
      [work.id, true],
      [home.id, false],
    ]);
    const theirs = { ...address({ street: 'Ring 3', city: 'Cluj' }), address_id: home.id };
    expect(await outcome(updateOwnAddress(dan.ctx, theirs))).toBe('DB_002');
    expect(await outcome(removeOwnAddress(dan.ctx, { address_id: home.id }))).toBe('DB_002');
    await updateOwnAddress(ana.ctx, theirs);
    await removeOwnAddress(ana.ctx, { address_id: work.id });
    expect((await getAccount(ana.ctx)).addresses).toMatchObject([{ street: 'Ring 3' }]);
    expect(await outcome(addOwnAddress(visitor(), address({ street: 'x', city: 'y' })))).toBe('AUTH_002');
  });

  it('are twenty at most', async () => {
    const { ctx } = await somebody();
    for (let count = 0; count < 20; count += 1)
      await addOwnAddress(ctx, address({ street: `Ring ${count}`, city: 'Cluj' }));
    expect(await outcome(addOwnAddress(ctx, address({ street: 'Ring', city: 'Cluj' })))).toBe('VALIDATION_ERROR');
  });

  it('fill in the checkout, with name, mail and phone', async () => {
    const phone = newPhone();
    const { ctx, email } = await somebody({ phone });
    await addOwnAddress(ctx, address({ street: 'Ring 1', city: 'Cluj', postal_code: '400001' }));
    expect(await getPrefill(ctx)).toMatchObject({
      name: 'Ana Pop',
      email,
      phone: expect.stringContaining('+40 '),
      address: { street: 'Ring 1', postal_code: '400001' },
    });
    expect(await getPrefill(visitor())).toBeNull();
  });
});

describe('details', () => {
  it('change name and news at once', async () => {
    const { ctx, userId } = await somebody();
    expect(await change(ctx, { name: 'Ana Popescu', marketing: true })).toMatchObject({
      name: 'Ana Popescu',
      marketing: true,
    });
    expect(await change(ctx, { marketing: false })).toMatchObject({ marketing: false });
    expect(await db.select({ name: users.name }).from(users).where(eq(users.id, userId))).toEqual([
      { name: 'Ana Popescu' },
    ]);
  });

  it('end every other session with a new password, and keep this one', async () => {
    const { ctx, userId, email, token } = await somebody();
    const other = await openAccountSession(visitor(), { id: userId }, door);
    const wrong = { current_password: 'wrong', new_password: 'four loaves of rye' };
    expect(await outcome(change(ctx, wrong))).toBe('VALIDATION_ERROR');
    await change(ctx, { current_password: PASSWORD, new_password: 'four loaves of rye' });
    expect(await readCustomerSession(db, other.token, new Date())).toBeNull();
    expect(await readCustomerSession(db, token, new Date())).not.toBeNull();
    expect(await outcome(signInCustomer(visitor(), { login: email, password: PASSWORD }, door))).toBe('AUTH_001');
    expect(await outcome(signInCustomer(visitor(), { login: email, password: 'four loaves of rye' }, door))).toBe('ok');
    expect((await letterTo(email, 'account_changed')).body).toContain('/reset');
  });

  it('stop guesses at the present password', async () => {
    const { ctx } = await somebody();
    const guess = () => outcome(change(ctx, { current_password: 'wrong', new_password: 'four loaves of rye' }));
    const answers = [];
    for (let count = 0; count < 11; count += 1) answers.push(await guess());
    expect([answers[9], answers[10]]).toEqual(['VALIDATION_ERROR', 'RATE_001']);
  });

  it('use a new address once its link was opened', async () => {
    const { ctx, email } = await somebody();
    const next = `${newId()}@example.com`;
    expect(await outcome(change(ctx, { email: next }))).toBe('VALIDATION_ERROR');
    await change(ctx, { email: next, current_password: PASSWORD });
    expect((await getAccount(ctx)).email).toBe(email);
    const { token } = await letterTo(next, 'account_email');
    expect(await outcome(confirmEmail(visitor(), { token: 'none' }))).toBe('AUTH_002');
    expect(await confirmEmail(visitor(), { token })).toEqual({ email: next });
    expect((await getAccount(ctx)).email).toBe(next);
    expect((await letterTo(email, 'account_changed')).subject).toBeDefined();
  });

  it('do not take an address that has an account', async () => {
    const [ana, dan] = [await somebody(), await somebody()];
    await change(ana.ctx, { email: dan.email, current_password: PASSWORD });
    const { token } = await letterTo(dan.email, 'account_email');
    expect(await outcome(confirmEmail(visitor(), { token }))).toBe('CONF_001');
  });
});

describe('a phone', () => {
  const prove = async (ctx: TestContext, phone: string) => {
    await askForCode(visitor({ now: ctx.now }), { phone });
    return confirmOwnPhone(ctx, { phone, code: await capturedCode(phone) }, door);
  };

  it('is proven by its code, and brings what a guest ordered with it', async () => {
    const { ctx, customerId } = await somebody();
    const { variantId } = await makeProduct();
    const phone = newPhone();
    const { order } = await place(visitor(), [variantId], { customer_phone: phone });
    await db
      .update(customers)
      .set({ flags: ['prepay_only'], tags: ['regular'] })
      .where(eq(customers.phone, phone));
    expect(await prove(ctx, phone)).toMatchObject({ phone, phone_verified_at: expect.any(String) });
    const [row] = await db.select().from(orders).where(eq(orders.id, order.id));
    expect(row?.customerId).toBe(customerId);
    const [self] = await db.select().from(customers).where(eq(customers.id, customerId));
    // What the shop has noted of the guest holds for the account.
    expect(self).toMatchObject({ flags: ['prepay_only'], tags: ['regular'] });
    const open = await db.select().from(authSessions).where(eq(authSessions.phone, phone));
    expect(open.every(({ revokedAt }) => revokedAt !== null)).toBe(true);
  });

  it('that another account has proven stays there', async () => {
    const [ana, dan] = [await somebody(), await somebody()];
    const phone = newPhone();
    await prove(ana.ctx, phone);
    const later = contextOf(dan.actor, { now: new Date(Date.now() + 120_000) });
    expect(await outcome(prove(later, phone))).toBe('CONF_001');
    expect((await getAccount(ana.ctx)).phone).toBe(phone);
  });
});

describe('where orders go with an account', () => {
  beforeEach(() => setSetting('checkout', { identity: 'account_required' }));

  it('takes none from visitors and from phones, for web and API alike', async () => {
    const { variantId } = await makeProduct();
    const phone = newPhone();
    const [known] = await db.insert(customers).values({ name: 'Dan', phone, phoneVerifiedAt: new Date() }).returning();
    const byPhone = contextOf({
      kind: 'customer',
      customerId: known?.id ?? '',
      userId: null,
      sessionId: newId(),
      name: 'Dan',
      proof: { sessionId: newId(), phone, by: 'sms', at: new Date() },
    });
    for (const ctx of [visitor(), byPhone]) {
      for (const channel of ['web', 'api'] as const) {
        expect(await outcome(placeOrder(ctx, orderOf([variantId]), { channel }))).toBe('AUTH_002');
      }
    }
    const { ctx } = await somebody();
    expect((await place(ctx, [variantId])).order.channel).toBe('web');
  });

  it('answers the first order again to whoever has signed out since', async () => {
    const { variantId } = await makeProduct();
    const { ctx } = await somebody();
    const order = orderOf([variantId]);
    const idempotency = { scope: `test:${newId()}`, key: 'k', hash: 'h' };
    const first = await placeOrder(ctx, order, { idempotency });
    expect(await placeOrder(visitor(), order, { idempotency })).toMatchObject({
      replayed: true,
      order: { id: first.order.id },
    });
  });
});

describe('flags of an account', () => {
  it('hold whatever phone is typed', async () => {
    const { variantId } = await makeProduct();
    const blocked = await somebody({ flags: ['blocked'] });
    expect(await outcome(place(blocked.ctx, [variantId]))).toBe('AUTH_003');
    const ways = ['cash', 'bank_transfer'] as const;
    await setSetting('payments', {
      options: ways.map((method) => ({ method, title: method, delivery_types: ['pickup'] })),
    });
    const ahead = await somebody({ flags: ['prepay_only'] });
    expect(await outcome(place(ahead.ctx, [variantId], { payment_method: 'cash' }))).toBe('PAY_001');
    expect((await getCheckoutOffer(ahead.ctx)).payments.map(({ method }) => method)).toEqual(['bank_transfer']);
    expect((await getCheckoutOffer(visitor())).payments).toHaveLength(2);
    expect((await place(ahead.ctx, [variantId])).order.payment_method).toBe('bank_transfer');
  });
});
