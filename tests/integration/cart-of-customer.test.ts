import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#db/columns';
import { users } from '#db/schema/auth';
import { carts } from '#db/schema/cart';
import { productVariants } from '#db/schema/catalog';
import { customers } from '#db/schema/customers';
import { addToCart, adoptCart } from '#lib/cart/commands';
import { addToCartInput } from '#lib/cart/input';
import { getCart } from '#lib/cart/queries';
import { database } from '#lib/database';
import { placeOrder } from '#lib/orders/commands';
import { placeOrderInput } from '#lib/orders/input';
import {
  contextOf,
  makeProduct,
  newPhone,
  outcome,
  setSetting,
  type TestContext,
  visitor,
} from '#tests/factories/shop';

const { db } = database();
beforeEach(() => setSetting('checkout', {}));

async function somebody(now = new Date()) {
  const [userId, customerId] = [newId(), newId()];
  const login = {
    id: userId,
    email: `${userId}@example.com`,
    name: 'Ana',
    role: 'customer' as const,
    passwordHash: 'x',
  };
  await db.insert(users).values(login);
  await db.insert(customers).values({ id: customerId, userId, name: 'Ana' });
  return contextOf({ kind: 'customer', customerId, userId, sessionId: newId(), name: 'Ana' }, { now });
}
const put = (ctx: TestContext, variant_id: string, quantity: number, cart_key: string | null = null) =>
  addToCart(ctx, addToCartInput.parse({ variant_id, quantity, cart_key }));
const held = async (ctx: TestContext, cart_key: string | null = null) =>
  (await getCart(ctx, { cart_key }))?.items.map(({ variant_id, quantity }) => [variant_id, quantity]) ?? null;

describe('the cart of an account', () => {
  it('is there on every device, and for nobody else', async () => {
    const [ana, dan] = [await somebody(), await somebody()];
    const { variantId } = await makeProduct();
    await put(ana, variantId, 2);
    await put(ana, variantId, 1);
    expect(await held(ana)).toEqual([[variantId, 3]]);
    expect(await held(dan)).toBeNull();
    expect(await held(visitor())).toBeNull();
  });

  it('begins with what the browser had before signing in', async () => {
    const ana = await somebody();
    const { variantId } = await makeProduct();
    const { cart_key } = await put(visitor(), variantId, 2);
    await adoptCart(ana, { cart_key });
    expect(await held(ana)).toEqual([[variantId, 2]]);
  });

  it('takes in what another device held, as far as there is stock', async () => {
    const ana = await somebody();
    const [rye, wheat] = [await makeProduct(), await makeProduct()];
    await put(ana, rye.variantId, 3);
    const { cart_key } = await put(visitor(), rye.variantId, 4);
    await put(visitor(), wheat.variantId, 1, cart_key);
    await db.update(productVariants).set({ stockQuantity: 5 }).where(eq(productVariants.id, rye.variantId));
    const cart = await adoptCart(ana, { cart_key });
    expect(cart?.has_problems).toBe(false);
    expect(await held(ana)).toEqual([
      [rye.variantId, 5],
      [wheat.variantId, 1],
    ]);
    expect(await held(visitor(), cart_key)).toBeNull();
    // Once more changes nothing.
    await adoptCart(ana, { cart_key });
    expect(await held(ana)).toHaveLength(2);
  });

  it('does not take the cart of somebody who did not sign out', async () => {
    const [ana, dan] = [await somebody(), await somebody()];
    const { variantId } = await makeProduct();
    const { cart_key } = await put(ana, variantId, 2);
    await adoptCart(dan, { cart_key });
    expect(await held(ana)).toEqual([[variantId, 2]]);
    const rows = await db
      .select()
      .from(carts)
      .where(eq(carts.customerId, dan.actor.kind === 'customer' ? dan.actor.customerId : ''));
    expect(rows).toEqual([]);
  });

  it('is one, also when two devices begin it at the same moment, and begins anew when it is over', async () => {
    const ana = await somebody();
    const { variantId } = await makeProduct();
    await Promise.all([put(ana, variantId, 1), put(ana, variantId, 1)]);
    expect(await held(ana)).toEqual([[variantId, 2]]);
    const later = contextOf(ana.actor, { now: new Date(Date.now() + 40 * 86_400_000) });
    expect(await held(later)).toBeNull();
    await put(later, variantId, 1);
    expect(await held(later)).toEqual([[variantId, 1]]);
  });

  it('is ordered from any device', async () => {
    const ana = await somebody();
    const { variantId } = await makeProduct();
    await put(ana, variantId, 2);
    const input = placeOrderInput.parse({ customer_name: 'Ana', customer_phone: newPhone(), delivery_type: 'pickup' });
    const { order } = await placeOrder(ana, input, { cart_key: null });
    expect(order.items).toMatchObject([{ quantity: 2 }]);
    expect(await held(ana)).toEqual([]);
    expect(await outcome(placeOrder(visitor(), input, { cart_key: null }))).toBe('VALIDATION_ERROR');
  });
});
