import 'server-only';
import { and, eq, gt, isNotNull, isNull, or } from 'drizzle-orm';
import type { Db } from '#db/client';
import { authSessions, phoneVerifications, users } from '#db/schema/auth';
import { customers } from '#db/schema/customers';
import type { Actor, PhoneProof } from '#lib/context';
import { env } from '#lib/env';
import { ACCOUNT_SESSION_AT_MOST_SECONDS, ACCOUNT_SESSION_SECONDS, CUSTOMER_COOKIE, cookieName } from './rules.ts';
import { hashSecret } from './secrets.ts';

export const customerCookieName = (): string => cookieName(CUSTOMER_COOKIE, env().isSecure);

/** As `newSecret` makes them: no dots, so it is never taken for a token of the API. */
const TOKEN = /^[\w-]{43}$/;

/**
 * Who stands behind the token of a customer session. Of an account: its customer, while the login is active. Of a phone
 * that was proven: the customer with that phone, once there is one, else a visitor who has proven a phone. Null when the
 * session ended or never was. Never anybody of the desk.
 */
export async function readCustomerSession(db: Db, token: string, now: Date): Promise<Actor | null> {
  if (!TOKEN.test(token)) return null;
  const [row] = await db
    .select({
      id: authSessions.id,
      userId: authSessions.userId,
      phone: authSessions.phone,
      at: authSessions.createdAt,
      expiresAt: authSessions.expiresAt,
      claimed: phoneVerifications.phone,
      isActive: users.isActive,
      role: users.role,
      customerId: customers.id,
      name: customers.name,
    })
    .from(authSessions)
    // The session has the id of the code that opened it.
    .leftJoin(phoneVerifications, eq(phoneVerifications.id, authSessions.id))
    .leftJoin(users, eq(users.id, authSessions.userId))
    .leftJoin(
      customers,
      and(
        isNull(customers.archivedAt),
        or(
          eq(customers.userId, authSessions.userId),
          and(
            isNull(authSessions.userId),
            eq(customers.phone, authSessions.phone),
            isNotNull(customers.phoneVerifiedAt),
          ),
        ),
      ),
    )
    .where(
      and(
        eq(authSessions.refreshHash, hashSecret(token)),
        eq(authSessions.kind, 'customer'),
        isNull(authSessions.revokedAt),
        gt(authSessions.expiresAt, now),
      ),
    );
  if (!row) return null;
  const { id: sessionId, userId, customerId, name } = row;
  if (userId !== null) {
    if (!row.isActive || row.role !== 'customer' || customerId === null || name === null) return null;
    await prolong(db, sessionId, row, now);
    return { kind: 'customer', customerId, userId, sessionId, name };
  }
  const phone = row.phone ?? row.claimed;
  if (!phone) return null;
  const proof: PhoneProof = { sessionId, phone, by: row.phone === null ? 'email' : 'sms', at: row.at };
  if (customerId === null || name === null) return { kind: 'visitor', proof };
  return { kind: 'customer', customerId, userId: null, sessionId, name, proof };
}

/** An account stays signed in with use, for a year; written once a day at most. */
async function prolong(db: Db, sessionId: string, span: { at: Date; expiresAt: Date }, now: Date): Promise<void> {
  const { at, expiresAt } = span;
  const atMost = at.getTime() + ACCOUNT_SESSION_AT_MOST_SECONDS * 1000;
  const until = Math.min(now.getTime() + ACCOUNT_SESSION_SECONDS * 1000, atMost);
  if (expiresAt.getTime() > until - 24 * 60 * 60 * 1000) return;
  await db
    .update(authSessions)
    .set({ expiresAt: new Date(until), updatedAt: now })
    .where(eq(authSessions.id, sessionId));
}
