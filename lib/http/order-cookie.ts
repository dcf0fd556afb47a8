import 'server-only';
import { cookies } from 'next/headers';
import { cookieName } from '#lib/auth/rules';
import { env } from '#lib/env';
import { LANGUAGES } from '#lib/i18n/languages';

const ORDER_COOKIE = 'barrow-order';
/** As long as somebody may want to look at an order again; the signed link lasts. */
const SECONDS = 30 * 24 * 60 * 60;

/** Never for the whole host, so its prefix is the other one. */
const nameOf = (name: string) => cookieName(name, env().isSecure, '/order');
const pathOf = (orderNumber: string) => `/order/${encodeURIComponent(orderNumber)}`;

/** One for the page in the shop's own language and one for each other: a cookie is sent under one path. */
const PLACES = ['', ...LANGUAGES].map((language) => ({
  name: language === '' ? ORDER_COOKIE : `${ORDER_COOKIE}-${language}`,
  prefix: language === '' ? '' : `/${language}`,
}));

/** The key of the order or booking whose page this is, from the link that opened it, or null. The cookie is sent nowhere else. */
export async function readOrderKey(): Promise<string | null> {
  const jar = await cookies();
  for (const { name } of PLACES) {
    const key = jar.get(nameOf(name))?.value;
    if (key) return key;
  }
  return null;
}

async function write(place: string, key: string): Promise<void> {
  const jar = await cookies();
  for (const { name, prefix } of PLACES) {
    jar.set(nameOf(name), key, {
      httpOnly: true,
      sameSite: 'lax',
      secure: env().isSecure,
      path: `${prefix}${place}`,
      maxAge: SECONDS,
    });
  }
}

/** Only in actions and route handlers. */
export const writeOrderKey = (orderNumber: string, key: string): Promise<void> => write(pathOf(orderNumber), key);

/** The same of a booking; its page reads it by `readOrderKey`. */
export const writeBookingKey = (bookingNumber: string, key: string): Promise<void> =>
  write(`/booking/${encodeURIComponent(bookingNumber)}`, key);
