import 'server-only';
import { cookies } from 'next/headers';
import { env } from '#lib/env';

const ORDER_COOKIE = 'barrow-order';
/** As long as somebody may want to look at an order again; the signed link lasts. */
const SECONDS = 30 * 24 * 60 * 60;

const pathOf = (orderNumber: string) => `/order/${encodeURIComponent(orderNumber)}`;

/** The key of the order or booking whose page this is, from the link that opened it, or null. The cookie is sent nowhere else. */
export async function readOrderKey(): Promise<string | null> {
  return (await cookies()).get(ORDER_COOKIE)?.value ?? null;
}

async function write(path: string, key: string): Promise<void> {
  (await cookies()).set(ORDER_COOKIE, key, {
    httpOnly: true,
    sameSite: 'lax',
    secure: env().isSecure,
    path,
    maxAge: SECONDS,
  });
}

/** Only in actions and route handlers. */
export const writeOrderKey = (orderNumber: string, key: string): Promise<void> => write(pathOf(orderNumber), key);

/** The same of a booking; its page reads it by `readOrderKey`. */
export const writeBookingKey = (bookingNumber: string, key: string): Promise<void> =>
  write(`/booking/${encodeURIComponent(bookingNumber)}`, key);
