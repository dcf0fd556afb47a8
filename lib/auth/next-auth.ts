import 'server-only';
import type { NextAuthOptions } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import { database } from '#lib/database';
import { authSecret, env } from '#lib/env';
import { DomainError } from '#lib/errors';
import { contextFor } from '#lib/http/context';
import { parseInput } from '#lib/http/validation';
import { staffCookieName } from './actor.ts';
import { endSession, openSession, verifyPassword } from './commands.ts';
import { signInInput } from './input.ts';
import { STAFF_SESSION_SECONDS } from './rules.ts';
import { readSession } from './session.ts';

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

/** Staff sign in through next-auth; its cookie carries only the id of our session row, the role and their version. */
export function authOptions(): NextAuthOptions {
  const secure = env().isSecure;
  return {
    secret: authSecret(),
    session: { strategy: 'jwt', maxAge: STAFF_SESSION_SECONDS },
    pages: { signIn: '/admin', signOut: '/admin', error: '/admin' },
    cookies: {
      sessionToken: {
        name: staffCookieName(),
        options: { httpOnly: true, sameSite: 'strict', path: '/', secure },
      },
    },
    // Wrong passwords are no errors of ours, and its other messages repeat what our log already says.
    logger: { error: () => undefined, warn: () => undefined, debug: () => undefined },
    providers: [
      CredentialsProvider({
        credentials: { username: {}, password: {} },
        async authorize(credentials, request) {
          const headers = new Headers(
            Object.entries(request.headers ?? {}).flatMap(([name, value]) =>
              typeof value === 'string' ? [[name, value] as [string, string]] : [],
            ),
          );
          const ctx = await contextFor(headers);
          try {
            const input = parseInput(signInInput, {
              username: credentials?.username,
              password: credentials?.password,
            });
            const user = await verifyPassword(ctx, { ...input, desk: true });
            if (user.role === 'customer') return null;
            const { sid } = await openSession(ctx, user, { kind: 'staff', userAgent: headers.get('user-agent') });
            return { id: user.id, name: user.name, sid, sv: user.sessionVersion, role: user.role };
          } catch (error) {
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
