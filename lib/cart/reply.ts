import 'server-only';
import type { Context } from '#lib/context';
import { DomainError } from '#lib/errors';
import { cartCookieLine } from '#lib/http/cart-cookie';
import { reply } from '#lib/http/respond';
import { getSettings } from '#lib/settings/queries';
import type { CartDto } from './output.ts';
import { cartOwner, getCart } from './queries.ts';

/** The cart behind a key. Without a key it is empty; with one that opens nothing it has expired. Throws CART_001. */
export async function readCart(ctx: Context, key: string | null) {
  if (key === null && cartOwner(ctx) === null) return emptyCart((await getSettings(ctx)).shop.currency);
  const cart = await getCart(ctx, { cart_key: key });
  if (!cart && key === null) return emptyCart((await getSettings(ctx)).shop.currency);
  if (!cart) throw new DomainError('CART_001');
  return { ...cart, session: null };
}

const emptyCart = (currency: string) => ({
  id: null,
  items: [],
  item_count: 0,
  subtotal: 0,
  currency,
  has_problems: false,
  earliest: { pickup: null, delivery: null },
  held_back: null,
  version: 0,
  expires_at: null,
  session: null,
});

/** A cart after a change; its cookie lives as long as the cart. The key is told once, when it is new. */
export function cartReply(ctx: Context, cart: CartDto, { key, isNew }: { key: string | null; isNew: boolean }) {
  return reply({ data: { ...cart, session: isNew ? key : null }, ...cartHeads(ctx, cart, { key, isNew }) });
}

/** What an answer that has changed a cart carries beside its data. */
export function cartHeads(ctx: Context, cart: CartDto, { key, isNew }: { key: string | null; isNew: boolean }) {
  const seconds = Math.max(0, Math.floor((Date.parse(cart.expires_at) - ctx.now.getTime()) / 1000));
  const headers: Record<string, string> = isNew && key !== null ? { 'barrow-cart': key } : {};
  return {
    headers,
    cookies: key === null ? [] : [cartCookieLine(key, seconds)],
  };
}
