import 'server-only';
import { cookies } from 'next/headers';
import { CART_COOKIE, cookieName } from '#lib/auth/rules';
import { env } from '#lib/env';

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
