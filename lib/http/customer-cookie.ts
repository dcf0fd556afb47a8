import 'server-only';
import { cookies } from 'next/headers';
import { customerCookieName } from '#lib/auth/customer-session';
import type { CustomerSessionDto } from '#lib/auth/phone-output';
import { env } from '#lib/env';

/** Only in actions: the browser has proven a phone. Lax, so that links in mail and SMS find it signed in. */
export async function writeCustomerCookie({ token, expires_in }: CustomerSessionDto): Promise<void> {
  (await cookies()).set(customerCookieName(), token, {
    httpOnly: true,
    sameSite: 'lax',
    secure: env().isSecure,
    path: '/',
    maxAge: expires_in,
  });
}

/** The same for an endpoint, as a header line. */
export function customerCookieLine({ token, expires_in }: CustomerSessionDto): string {
  const secure = env().isSecure ? '; Secure' : '';
  return `${customerCookieName()}=${token}; Path=/; Max-Age=${expires_in}; HttpOnly; SameSite=Lax${secure}`;
}
