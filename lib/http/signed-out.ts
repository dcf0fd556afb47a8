import 'server-only';
import { staffCookieName } from '#lib/auth/actor';
import { customerCookieName } from '#lib/auth/customer-session';
import type { Actor } from '#lib/context';
import { env } from '#lib/env';
import { reply } from './respond.ts';

/** The answer to a sign-out; the cookie goes only with the session that it proved. */
export function signedOut(actor: Actor) {
  const secure = env().isSecure ? '; Secure' : '';
  const cleared = (name: string, sameSite: 'Strict' | 'Lax') =>
    `${name}=; Path=/; Max-Age=0; HttpOnly; SameSite=${sameSite}${secure}`;
  return reply({
    data: { signed_out: true },
    cookies: [
      ...(actor.kind === 'staff' || ('unfinished' in actor && actor.unfinished)
        ? [cleared(staffCookieName(), 'Strict')]
        : []),
      ...(actor.kind === 'customer' || ('proof' in actor && actor.proof) ? [cleared(customerCookieName(), 'Lax')] : []),
    ],
  });
}
