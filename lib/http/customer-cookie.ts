import 'server-only';
import { cookies } from 'next/headers';
import { customerCookieName } from '#lib/auth/customer-session';
import type { CustomerSessionDto } from '#lib/auth/phone-output';
import { cookieName } from '#lib/auth/rules';
import { env } from '#lib/env';
import { SIGNED_IN_COOKIE } from '#lib/look/shell';

/** Only in actions: somebody has signed in, or proven a phone. Lax, so that links in mail and SMS find them signed in. */
export async function writeCustomerCookie({ token, expires_in }: CustomerSessionDto): Promise<void> {
  (await cookies()).set(customerCookieName(), token, {
    httpOnly: true,
    sameSite: 'lax',
    secure: env().isSecure,
    path: '/',
    maxAge: expires_in,
  });
  (await cookies()).set(markerName(), '1', marker(expires_in));
}

const markerName = () => cookieName(SIGNED_IN_COOKIE, env().isSecure);
const marker = (maxAge: number) => ({ sameSite: 'lax', secure: env().isSecure, path: '/', maxAge }) as const;

/** Only in actions, after the session has ended. */
export async function forgetCustomerCookie(): Promise<void> {
  const jar = await cookies();
  jar.set(customerCookieName(), '', { ...marker(0), httpOnly: true });
  jar.set(markerName(), '', marker(0));
}

/** The same for an endpoint, as a header line. */
export function customerCookieLine({ token, expires_in }: CustomerSessionDto): string {
  const secure = env().isSecure ? '; Secure' : '';
  return `${customerCookieName()}=${token}; Path=/; Max-Age=${expires_in}; HttpOnly; SameSite=Lax${secure}`;
}
