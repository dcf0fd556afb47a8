import 'server-only';
import { decode } from 'next-auth/jwt';
import { z } from 'zod';
import type { Actor } from '#lib/context';
import { database } from '#lib/database';
import { authSecret, env } from '#lib/env';
import { DomainError } from '#lib/errors';
import { cookieName, STAFF_COOKIE } from './rules.ts';
import { type Claim, readSession } from './session.ts';
import { readAccessToken } from './tokens.ts';

const VISITOR: Actor = { kind: 'visitor' };
const staffToken = z.object({ sid: z.uuid(), sv: z.int() });

export const staffCookieName = (): string => cookieName(STAFF_COOKIE, env().isSecure);

/** The claim in the cookie that next-auth wrote, or null. */
export async function readStaffCookie(value: string | undefined): Promise<Claim | null> {
  if (!value) return null;
  try {
    const parsed = staffToken.safeParse(await decode({ token: value, secret: authSecret() }));
    return parsed.success ? parsed.data : null;
  } catch (error) {
    // jose names its refusals by code; a cookie that was tampered with is no cookie.
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
}

/** Who stands behind a staff cookie right now; a visitor when nobody does. */
export async function actorFromCookie(value: string | undefined, now = new Date()): Promise<Actor> {
  const claim = await readStaffCookie(value);
  return (claim && (await readSession(database().db, claim, now))) ?? VISITOR;
}

/** Who stands behind `Authorization: Bearer`. A token that is there and no longer good is AUTH_002, not a visitor. */
export async function actorFromBearer(authorization: string, now = new Date()): Promise<Actor> {
  const token = /^Bearer ([\x21-\x7e]{1,4096})$/i.exec(authorization)?.[1];
  const claim = token ? await readAccessToken(token) : null;
  const actor = claim ? await readSession(database().db, claim, now) : null;
  if (!actor) throw new DomainError('AUTH_002');
  return actor;
}
