import 'server-only';
import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import type { Db } from '#db/client';
import { authSessions, secondFactors, users } from '#db/schema/auth';
import { customers } from '#db/schema/customers';
import type { Actor } from '#lib/context';
import { getSettings } from '#lib/settings/queries';
import { STAFF_SESSION_AT_MOST_SECONDS, STAFF_SESSION_SECONDS } from './rules.ts';

/** What a token or cookie claims: its row, and the version of the user it was made for. */
export type Claim = { sid: string; sv: number };

/**
 * The actor behind a claim, or null when the session ended, the user was dismissed, or a password or role changed
 * since; a visitor where the shop's second step is missing. One read by key on every signed-in request, so that all of this acts at once and everywhere.
 */
export async function readSession(db: Db, claim: Claim, now: Date): Promise<Actor | null> {
  const [row] = await db
    .select({
      kind: authSessions.kind,
      userId: users.id,
      role: users.role,
      name: users.name,
      isActive: users.isActive,
      sessionVersion: users.sessionVersion,
      customerId: customers.id,
      createdAt: authSessions.createdAt,
      expiresAt: authSessions.expiresAt,
      secondFactorAt: secondFactors.confirmedAt,
    })
    .from(authSessions)
    .innerJoin(users, eq(users.id, authSessions.userId))
    .leftJoin(customers, eq(customers.userId, users.id))
    .leftJoin(secondFactors, eq(secondFactors.userId, users.id))
    .where(and(eq(authSessions.id, claim.sid), isNull(authSessions.revokedAt), gt(authSessions.expiresAt, now)));
  if (!row?.isActive || row.sessionVersion !== claim.sv) return null;
  if (row.kind === 'staff') await prolong(db, claim.sid, row, now);
  if (row.role === 'customer') {
    if (!row.customerId) return null;
    return { kind: 'customer', customerId: row.customerId, userId: row.userId, sessionId: claim.sid, name: row.name };
  }
  const self = { userId: row.userId, role: row.role, name: row.name, sessionId: claim.sid };
  // Asked with each request: the setting acts at once, also on those who are signed in.
  const isUnfinished = row.secondFactorAt === null && (await getSettings({ db })).security.staff_second_factor;
  return isUnfinished ? { kind: 'visitor', unfinished: self } : { kind: 'staff', ...self };
}

type Span = { createdAt: Date; expiresAt: Date };

/** A desk session slides with use, for a month; written at most every five minutes. */
async function prolong(db: Db, sid: string, { createdAt, expiresAt }: Span, now: Date): Promise<void> {
  const atMost = createdAt.getTime() + STAFF_SESSION_AT_MOST_SECONDS * 1000;
  const until = Math.min(now.getTime() + STAFF_SESSION_SECONDS * 1000, atMost);
  if (expiresAt.getTime() > until - 5 * 60_000) return;
  await db
    .update(authSessions)
    .set({ expiresAt: new Date(until), updatedAt: sql`now()` })
    .where(eq(authSessions.id, sid));
}
