import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { newId } from '#db/columns';
import { productVariants } from '#db/schema/catalog';
import { acceptCartPrices, addToCart, changeCartItem, clearCart } from '#lib/cart/commands';
import { getCart } from '#lib/cart/queries';
import { database } from '#lib/database';
import { placeOrder } from '#lib/orders/commands';
import { makeProduct, orderOf, outcome, visitor } from '#tests/factories/shop';

describe('the cart', () => {
  const add = (cart_key: string | null, variant_id: string, quantity = 1, note = '') =>
    addToCart(visitor(), { cart_key, variant_id, quantity, on_date: null, note });

  it('begins anew so many times an hour from one address; a cart that is there goes on', async () => {
    const { variantId } = await makeProduct({ stockQuantity: 500 });
    const from = visitor({ addressHash: newId() });
    const begin = (cart_key: string | null) =>
      addToCart(from, { cart_key, variant_id: variantId, quantity: 1, on_date: null, note: '' });
    const { cart_key } = await begin(null);
    for (let at = 1; at < 120; at += 1) await begin(null);
    expect(await outcome(begin(null))).toBe('RATE_001');
    expect((await begin(cart_key)).cart.item_count).toBe(2);
  });

  it('adds up, joins lines, and names what is wrong', async () => {
    const { variantId } = await makeProduct({ stockQuantity: 5 });
    const { cart_key } = await add(null, variantId, 2);
    expect((await add(cart_key, variantId, 1)).cart).toMatchObject({ item_count: 3, subtotal: 37.5 });
    const noted = await add(cart_key, variantId, 2, 'sliced');
    expect(noted.cart.items.map((item) => item.quantity)).toEqual([3, 2]);
    await expect(add(cart_key, variantId, 1)).rejects.toMatchObject({
      code: 'STK_001',
      details: { items: [{ left: 5 }] },
    });
    const joined = await changeCartItem(visitor(), { cart_key, item_id: noted.cart.items[1]?.id ?? '', note: '' });
    expect(joined.items.map((item) => item.quantity)).toEqual([5]);

    await database()
      .db.update(productVariants)
      .set({ stockQuantity: 4, priceMinor: 1300 })
      .where(sql`id = ${variantId}`);
    const cart = await getCart(visitor(), { cart_key });
    expect(cart?.items[0]?.problems).toEqual([
      { code: 'STK_001', left: 4, price_seen: null },
      { code: 'CART_002', left: null, price_seen: 12.5 },
    ]);
    const send = () => outcome(placeOrder(visitor(), { ...orderOf([variantId]), items: undefined }, { cart_key }));
    expect(await send()).toBe('CART_002');
    await acceptCartPrices(visitor(), { cart_key });
    expect(await send()).toBe('STK_001');
    await changeCartItem(visitor(), { cart_key, item_id: cart?.items[0]?.id ?? '', quantity: 4 });
    expect(await send()).toBe('ok');
    expect((await getCart(visitor(), { cart_key }))?.items).toEqual([]);
  });

  it('is over a day after its last change, and of one key only', async () => {
    const { variantId } = await makeProduct();
    const { cart_key } = await add(null, variantId);
    const later = (hours: number) => visitor({ now: new Date(Date.now() + hours * 3_600_000) });
    expect((await getCart(later(23), { cart_key }))?.item_count).toBe(1);
    expect(await getCart(later(25), { cart_key })).toBeNull();
    expect(await outcome(clearCart(later(25), { cart_key }))).toBe('CART_001');
    expect(await getCart(visitor(), { cart_key: 'x'.repeat(43) })).toBeNull();
    const fresh = await addToCart(later(25), { cart_key, variant_id: variantId, quantity: 1, on_date: null, note: '' });
    expect(fresh.cart_key).not.toBe(cart_key);
  });
});
