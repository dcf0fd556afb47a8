import 'server-only';
import { and, eq, gt, isNotNull, isNull } from 'drizzle-orm';
import type { Db } from '#db/client';
import { authSessions, phoneVerifications } from '#db/schema/auth';
import { customers } from '#db/schema/customers';
import type { Actor, PhoneProof } from '#lib/context';
import { env } from '#lib/env';
import { CUSTOMER_COOKIE, cookieName } from './rules.ts';
import { hashSecret } from './secrets.ts';

export const customerCookieName = (): string => cookieName(CUSTOMER_COOKIE, env().isSecure);

/** As `newSecret` makes them: no dots, so it is never taken for a token of the API. */
const TOKEN = /^[\w-]{43}$/;

/**
 * Who stands behind the token of a customer session: the customer with that phone, once there is one, else a visitor
 * who has proven a phone. Null when the session ended or never was. Never anybody of the desk.
 */
export async function readCustomerSession(db: Db, token: string, now: Date): Promise<Actor | null> {
  if (!TOKEN.test(token)) return null;
  const [row] = await db
    .select({
      id: authSessions.id,
      phone: authSessions.phone,
      at: authSessions.createdAt,
      claimed: phoneVerifications.phone,
      customerId: customers.id,
      name: customers.name,
    })
    .from(authSessions)
    // The session has the id of the code that opened it.
    .leftJoin(phoneVerifications, eq(phoneVerifications.id, authSessions.id))
    .leftJoin(
      customers,
      and(eq(customers.phone, authSessions.phone), isNotNull(customers.phoneVerifiedAt), isNull(customers.archivedAt)),
    )
    .where(
      and(
        eq(authSessions.refreshHash, hashSecret(token)),
        eq(authSessions.kind, 'customer'),
        isNull(authSessions.userId),
        isNull(authSessions.revokedAt),
        gt(authSessions.expiresAt, now),
      ),
    );
  const phone = row?.phone ?? row?.claimed;
  if (!row || !phone) return null;
  const proof: PhoneProof = { sessionId: row.id, phone, by: row.phone === null ? 'email' : 'sms', at: row.at };
  if (row.customerId === null || row.name === null) return { kind: 'visitor', proof };
  return { kind: 'customer', customerId: row.customerId, userId: null, sessionId: row.id, name: row.name, proof };
}
