import 'server-only';
import type { NextAuthOptions } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import type { Context } from '#lib/context';
import { database } from '#lib/database';
import { authSecret, env } from '#lib/env';
import { DomainError } from '#lib/errors';
import { contextFor } from '#lib/http/context';
import { parseInput } from '#lib/http/validation';
import { staffCookieName } from './actor.ts';
import { endSession, openSession, verifyCode, verifyPassword } from './commands.ts';
import { codeStepInput, signInInput } from './input.ts';
import { CSRF_COOKIE, cookieName, STAFF_SESSION_SECONDS } from './rules.ts';
import { readSession } from './session.ts';
import { CodeNeeded } from './step-token.ts';

declare module 'next-auth' {
  interface User {
    sid: string;
    sv: number;
    role: 'staff' | 'admin';
  }
}
declare module 'next-auth/jwt' {
  interface JWT {
    sid?: string;
    sv?: number;
    role?: 'staff' | 'admin';
  }
}

/** What a browser carries between the password and the code; the door keeps it in a cookie. */
export type Step = {
  /** What it has brought along. */
  token: string | undefined;
  /** Told what it takes along from here: a token where a code is asked for, null once that is over. */
  keep: (token: string | null) => void;
};

/**
 * Staff sign in through next-auth; its cookie carries only the id of our session row, the role and their version. They
 * send name and password, and where a code is asked for, that alone in a second request (or all at once).
 */
export function authOptions(step: Step): NextAuthOptions {
  const secure = env().isSecure;
  return {
    secret: authSecret(),
    session: { strategy: 'jwt', maxAge: STAFF_SESSION_SECONDS },
    pages: { signIn: '/admin', signOut: '/admin', error: '/admin' },
    cookies: {
      // Named by us: the gate hands it out with the sign-in page, which then needs no script.
      csrfToken: {
        name: cookieName(CSRF_COOKIE, secure),
        options: { httpOnly: true, sameSite: 'lax', path: '/', secure },
      },
      sessionToken: {
        name: staffCookieName(),
        options: { httpOnly: true, sameSite: 'strict', path: '/', secure },
      },
    },
    // Wrong passwords are no errors of ours, and its other messages repeat what our log already says.
    logger: { error: () => undefined, warn: () => undefined, debug: () => undefined },
    providers: [
      CredentialsProvider({
        credentials: { username: {}, password: {}, totp: {} },
        async authorize(credentials, request) {
          const headers = new Headers(
            Object.entries(request.headers ?? {}).flatMap(([name, value]) =>
              typeof value === 'string' ? [[name, value] as [string, string]] : [],
            ),
          );
          const ctx = await contextFor(headers);
          try {
            const user = await provenBy(ctx, credentials ?? {}, step);
            if (user.role === 'customer') return null;
            const { sid } = await openSession(ctx, user, { kind: 'staff', userAgent: headers.get('user-agent') });
            step.keep(null);
            return { id: user.id, name: user.name, sid, sv: user.sessionVersion, role: user.role };
          } catch (error) {
            if (error instanceof CodeNeeded) step.keep(await error.token(ctx.now));
            else if (error instanceof DomainError && error.code === 'AUTH_002') step.keep(null);
            // next-auth hands the message to the sign-in form, which knows our codes.
            if (error instanceof DomainError) throw new Error(error.code);
            throw error;
          }
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user ? { sub: user.id, sid: user.sid, sv: user.sv, role: user.role } : token),
      // Asked of the row, as everywhere: a session that was ended is nobody's.
      session: async ({ session, token }) => {
        const { sid, sv } = token;
        const claim = sid === undefined || sv === undefined ? null : { sid, sv };
        const actor = claim && (await readSession(database().db, claim, new Date()));
        if (actor?.kind !== 'staff') return { expires: new Date(0).toISOString() };
        return { ...session, user: { name: actor.name, role: actor.role } };
      },
    },
    events: {
      async signOut({ token }) {
        if (token?.sid) await endSession(await contextFor({ get: () => null }), token.sid);
      },
    },
  };
}

/** Name and password; the code alone where the step before has left its token. */
async function provenBy(ctx: Context, { username, password, totp }: Partial<Record<string, string>>, { token }: Step) {
  if (username !== undefined || totp === undefined) {
    return verifyPassword(ctx, { ...parseInput(signInInput, { username, password, totp }), door: 'desk' });
  }
  return verifyCode(ctx, { ...parseInput(codeStepInput, { totp }), step: token ?? '' });
}
