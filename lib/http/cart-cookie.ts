import 'server-only';
import { cookies } from 'next/headers';
import { CART_COOKIE, cookieName } from '#lib/auth/rules';
import { env } from '#lib/env';
import { CART_COUNT_COOKIE } from '#lib/look/shell';

const name = () => cookieName(CART_COOKIE, env().isSecure);
const options = (maxAge: number) =>
  ({ httpOnly: true, sameSite: 'lax', secure: env().isSecure, path: '/', maxAge }) as const;

/** The secret by which a browser knows its cart, or null. */
export async function readCartKey(): Promise<string | null> {
  return (await cookies()).get(name())?.value ?? null;
}

/** Only in actions: the cookie lives as long as the cart (seconds). */
export async function writeCartKey(key: string, maxAge: number): Promise<void> {
  (await cookies()).set(name(), key, options(maxAge));
}

/** The same for an endpoint, as a header line. */
export function cartCookieLine(key: string, maxAge: number): string {
  const secure = env().isSecure ? '; Secure' : '';
  return `${name()}=${key}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${secure}`;
}

/** Outlives the cart, so that "expired" can be told from "never filled". Says nothing but that. */
const seenName = () => cookieName('barrow-cart-seen', env().isSecure);
const SEEN_SECONDS = 30 * 24 * 60 * 60;

/**
 * Only in actions, after every change: the key for as long as the cart lives, and the number of pieces where the pages
 * that everybody shares can read it.
 */
export async function rememberCart(
  key: string | null,
  cart: { item_count: number; expires_at: string },
  now: Date,
): Promise<void> {
  const seconds = Math.max(0, Math.floor((Date.parse(cart.expires_at) - now.getTime()) / 1000));
  // Somebody signed in needs none.
  if (key !== null) await writeCartKey(key, seconds);
  await writeCount(cart.item_count, seconds);
  (await cookies()).set(seenName(), '1', options(cart.item_count > 0 ? SEEN_SECONDS : 0));
}

/** Where the cart would be delivered, told at the checkout; gone with the browser's session. */
const postalName = () => cookieName('barrow-postal', env().isSecure);

export async function readPostalCode(): Promise<string | null> {
  return (await cookies()).get(postalName())?.value.slice(0, 12) || null;
}

/** Only in actions. */
export async function rememberPostalCode(postalCode: string): Promise<void> {
  const { maxAge: _, ...forSession } = options(0);
  (await cookies()).set(postalName(), postalCode, forSession);
}

/** Only in actions: the cart became an order, or is gone. Its key stays good. */
export async function forgetCartCount(): Promise<void> {
  await writeCount(0, 0);
  (await cookies()).set(seenName(), '', options(0));
}

async function writeCount(count: number, seconds: number): Promise<void> {
  const more = { sameSite: 'lax', secure: env().isSecure, path: '/', maxAge: count > 0 ? seconds : 0 } as const;
  (await cookies()).set(cookieName(CART_COUNT_COOKIE, env().isSecure), String(count), more);
}

/** Only in actions: whoever signs out takes the cart of their account along. */
export async function forgetCart(): Promise<void> {
  await writeCartKey('', 0);
  await forgetCartCount();
}

/** True when this browser had something in a cart that it has no more. */
export async function hadCart(): Promise<boolean> {
  return (await cookies()).has(seenName());
}
