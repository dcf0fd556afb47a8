import 'server-only';
import { decode } from 'next-auth/jwt';
import { z } from 'zod';
import type { Actor } from '#lib/context';
import { database } from '#lib/database';
import { authSecret, env } from '#lib/env';
import { DomainError } from '#lib/errors';
import { readApiKey } from './api-key.ts';
import { customerCookieName, readCustomerSession } from './customer-session.ts';
import { cookieName, STAFF_COOKIE } from './rules.ts';
import { API_KEY_MARK } from './scopes.ts';
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

/**
 * Who stands behind the cookies of a browser: staff, else the customer of this browser, else a visitor. Whoever is both
 * is staff; a customer's cookie never makes anybody staff.
 */
export async function actorFromCookies(read: (name: string) => string | undefined, now = new Date()): Promise<Actor> {
  const staff = await actorFromCookie(read(staffCookieName()), now);
  if (staff.kind !== 'visitor' || staff.unfinished) return staff;
  const token = read(customerCookieName());
  return (token && (await readCustomerSession(database().db, token, now))) || VISITOR;
}

/** Who stands behind `Authorization: Bearer`. A token that is there and no longer good is AUTH_002, not a visitor. */
export async function actorFromBearer(authorization: string, now = new Date()): Promise<Actor> {
  const token = /^Bearer ([\x21-\x7e]{1,4096})$/i.exec(authorization)?.[1];
  const actor = token ? await actorFromToken(token, now) : null;
  if (!actor) throw new DomainError('AUTH_002');
  return actor;
}

async function actorFromToken(token: string, now: Date): Promise<Actor | null> {
  const { db } = database();
  if (token.startsWith(API_KEY_MARK)) return readApiKey(db, token, now);
  const claim = await readAccessToken(token);
  return claim ? readSession(db, claim, now) : readCustomerSession(db, token, now);
}
