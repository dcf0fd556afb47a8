import 'server-only';
import { cookies } from 'next/headers';
import { CHAT_COOKIE, cookieName } from '#lib/auth/rules';
import { env } from '#lib/env';

const name = () => cookieName(CHAT_COOKIE, env().isSecure);
/** A talk can be gone on with for half a year on the browser it began in. */
const SECONDS = 180 * 24 * 60 * 60;

/** The secret by which a browser knows its talk, or null. */
export async function readChatKey(): Promise<string | null> {
  return (await cookies()).get(name())?.value ?? null;
}

/** Only in actions. */
export async function writeChatKey(key: string): Promise<void> {
  const options = { httpOnly: true, sameSite: 'lax', secure: env().isSecure, path: '/', maxAge: SECONDS } as const;
  (await cookies()).set(name(), key, options);
}

/** The same for an endpoint or a route, as a header line. */
export function chatCookieLine(key: string): string {
  const secure = env().isSecure ? '; Secure' : '';
  return `${name()}=${key}; Path=/; Max-Age=${SECONDS}; HttpOnly; SameSite=Lax${secure}`;
}
