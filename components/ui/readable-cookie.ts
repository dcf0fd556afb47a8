import { cookieName } from '../../lib/auth/rules.ts';

/** Cookies that a page reads and writes itself. They hold nothing secret, and are named and kept as the server's are. */

const isSecure = (): boolean => window.location.protocol === 'https:';

/** Its value; null when there is none. */
export function readCookie(name: string, path = '/'): string | null {
  const start = `${cookieName(name, isSecure(), path)}=`;
  const pair = document.cookie.split('; ').find((one) => one.startsWith(start));
  return pair === undefined ? null : pair.slice(start.length);
}

/** `strict` is for the desk. */
export function writeCookie(
  name: string,
  value: string | number,
  { seconds, path = '/', sameSite = 'lax' }: { seconds: number; path?: string; sameSite?: 'lax' | 'strict' },
): void {
  const start = `${cookieName(name, isSecure(), path)}=${value}`;
  // biome-ignore lint/suspicious/noDocumentCookie: the cookie store is not in every browser yet
  document.cookie = `${start}; path=${path}; max-age=${seconds}; samesite=${sameSite}${isSecure() ? '; secure' : ''}`;
}
