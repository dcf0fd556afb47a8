import 'server-only';
import { cookies } from 'next/headers';
import { env } from '#lib/env';

const ORDER_COOKIE = 'barrow-order';
/** As long as somebody may want to look at an order again; the signed link lasts. */
const SECONDS = 30 * 24 * 60 * 60;

const pathOf = (orderNumber: string) => `/order/${encodeURIComponent(orderNumber)}`;

/** The key of the order whose page this is, from the link that opened it, or null. The cookie is sent nowhere else. */
export async function readOrderKey(): Promise<string | null> {
  return (await cookies()).get(ORDER_COOKIE)?.value ?? null;
}

/** Only in actions and route handlers. */
export async function writeOrderKey(orderNumber: string, key: string): Promise<void> {
  (await cookies()).set(ORDER_COOKIE, key, {
    httpOnly: true,
    sameSite: 'lax',
    secure: env().isSecure,
    path: pathOf(orderNumber),
    maxAge: SECONDS,
  });
}
