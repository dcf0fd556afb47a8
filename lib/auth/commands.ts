import 'server-only';
import { and, eq, gt, isNull, or, sql } from 'drizzle-orm';
import { newId } from '#db/columns';
import type { SESSION_KINDS } from '#db/enums';
import { authSessions, users } from '#db/schema/auth';
import { recordAudit } from '#lib/audit/commands';
import type { Context, PhoneProof } from '#lib/context';
import { transaction } from '#lib/database';
import { env } from '#lib/env';
import { DomainError } from '#lib/errors';
import { verifyPassword } from './commands/verify-password.ts';
import type { SignIn } from './input.ts';
import type { Tokens } from './output.ts';
import type { CustomerSessionDto } from './phone-output.ts';
import { ACCOUNT_COOKIE_SECONDS, ACCOUNT_SESSION_SECONDS, STAFF_SESSION_SECONDS } from './rules.ts';
import { hashSecret, newRefreshToken, newSecret, sessionOfRefreshToken } from './secrets.ts';
import { signAccessToken } from './tokens.ts';
import { tellUserEvent } from './user-events.ts';

export { changePassword } from './commands/change-password.ts';
export { confirmPhone } from './commands/confirm-phone.ts';
export { createApiKey } from './commands/create-api-key.ts';
export { forgotPassword, resetPassword } from './commands/reset-password.ts';
export { resetSecondFactor } from './commands/reset-second-factor.ts';
export { revokeApiKey } from './commands/revoke-api-key.ts';
export {
  confirmSecondFactor,
  endSecondFactor,
  renewRecoveryCodes,
  startSecondFactor,
} from './commands/second-factor.ts';
export { sendPhoneCode } from './commands/send-phone-code.ts';
export { createStaff, setStaffPassword, updateStaff } from './commands/staff.ts';
export { sweepSessions } from './commands/sweep-sessions.ts';
export { verifyCode, verifyPassword } from './commands/verify-password.ts';

export type User = { id: string; name: string; role: (typeof users.$inferSelect)['role']; sessionVersion: number };
type SessionKind = (typeof SESSION_KINDS)[number];

/** Opens a session row of `kind` for a user whose password was checked. */
export async function openSession(
  ctx: Context,
  user: User,
  { kind, userAgent }: { kind: SessionKind; userAgent: string | null },
): Promise<{ sid: string; refreshToken: string }> {
  // Open to everybody: called with a user whose password was just checked.
  const sid = newId();
  const refreshToken = newRefreshToken(sid);
  const seconds = kind === 'staff' ? STAFF_SESSION_SECONDS : env().REFRESH_TOKEN_TTL;
  await transaction(ctx, async (tx) => {
    await tx.db.insert(authSessions).values({
      id: sid,
      userId: user.id,
      kind,
      familyId: newId(),
      refreshHash: kind === 'api' ? hashSecret(refreshToken) : null,
      userAgent: userAgent?.slice(0, 300) ?? null,
      ipHash: ctx.addressHash,
      createdAt: ctx.now,
      expiresAt: new Date(ctx.now.getTime() + seconds * 1000),
    });
    await tx.db.update(users).set({ lastLoginAt: ctx.now }).where(eq(users.id, user.id));
    await recordAudit(tx, { action: 'user.signed_in', entity: 'user', entityId: user.id, before: {}, after: { kind } });
    await tellUserEvent(tx, 'user.signed_in', { userId: user.id, door: kind });
  });
  return { sid, refreshToken };
}

/**
 * Opens the session of an account on a browser: 30 days after its last use it is over, the cookie lasts as long as
 * browsers allow.
 */
export async function openAccountSession(
  ctx: Context,
  user: Pick<User, 'id'>,
  { userAgent }: { userAgent: string | null },
): Promise<CustomerSessionDto> {
  // Open to everybody: called with a user who has just proven who they are.
  const token = newSecret();
  await transaction(ctx, async (tx) => {
    await tx.db.insert(authSessions).values({
      userId: user.id,
      kind: 'customer',
      refreshHash: hashSecret(token),
      userAgent: userAgent?.slice(0, 300) ?? null,
      ipHash: ctx.addressHash,
      createdAt: ctx.now,
      expiresAt: new Date(ctx.now.getTime() + ACCOUNT_SESSION_SECONDS * 1000),
    });
    await tx.db.update(users).set({ lastLoginAt: ctx.now }).where(eq(users.id, user.id));
    const after = { kind: 'customer' };
    await recordAudit(tx, { action: 'user.signed_in', entity: 'user', entityId: user.id, before: {}, after });
    await tellUserEvent(tx, 'user.signed_in', { userId: user.id, door: 'customer' });
  });
  return { token, expires_in: ACCOUNT_COOKIE_SECONDS };
}

/** Signs in for the API: an access token and a refresh token. Throws AUTH_001, AUTH_006, AUTH_007, RATE_001. */
export async function signIn(
  ctx: Context,
  input: SignIn & { door: 'desk' | 'any'; userAgent: string | null },
): Promise<Tokens> {
  // Open to everybody: the password is the proof.
  const user = await verifyPassword(ctx, input);
  return openTokens(ctx, user, input);
}

/** Tokens for a user who has just proven who they are. */
export async function openTokens(
  ctx: Context,
  user: User,
  { userAgent }: { userAgent: string | null },
): Promise<Tokens> {
  // Open to everybody: see above.
  const { sid, refreshToken } = await openSession(ctx, user, { kind: 'api', userAgent });
  return tokensFor(ctx, user, sid, refreshToken);
}

async function tokensFor(ctx: Context, user: User, sid: string, refreshToken: string): Promise<Tokens> {
  const claim = { sid, sv: user.sessionVersion, userId: user.id, role: user.role };
  return {
    token: await signAccessToken(claim, ctx.now),
    token_type: 'Bearer',
    expires_in: env().ACCESS_TOKEN_TTL,
    refresh_token: refreshToken,
    user: { id: user.id, name: user.name, role: user.role },
  };
}

/**
 * Exchanges a refresh token for new tokens; each is good once. A token that was already exchanged means that somebody
 * else holds it: the whole family of sessions ends. Throws AUTH_002.
 */
export async function refreshTokens(ctx: Context, input: { refresh_token: string }): Promise<Tokens> {
  // Open to everybody: the refresh token is the proof.
  const sid = sessionOfRefreshToken(input.refresh_token);
  if (sid === null) throw new DomainError('AUTH_002');
  const presented = hashSecret(input.refresh_token);
  const next = newRefreshToken(sid);
  // One conditional update decides who rotates: a twin finds the token already used.
  const [session] = await ctx.db
    .update(authSessions)
    .set({ refreshHash: hashSecret(next), updatedAt: ctx.now })
    .where(
      and(eq(authSessions.refreshHash, presented), isNull(authSessions.revokedAt), gt(authSessions.expiresAt, ctx.now)),
    )
    .returning({ id: authSessions.id, userId: authSessions.userId });
  if (!session?.userId) {
    // Any earlier token, not only the last: a thief who exchanges twice would otherwise hide the first exchange.
    await endSession(ctx, sid);
    throw new DomainError('AUTH_002');
  }
  const [user] = await ctx.db
    .select({ id: users.id, name: users.name, role: users.role, sessionVersion: users.sessionVersion })
    .from(users)
    .where(and(eq(users.id, session.userId), eq(users.isActive, true)));
  if (!user) throw new DomainError('AUTH_002');
  return tokensFor(ctx, user, session.id, next);
}

/** Ends the caller's session at once, everywhere. Nothing happens for somebody who is not signed in. */
export async function signOut(ctx: Context): Promise<void> {
  // Open to everybody: it ends only one's own session.
  const { actor } = ctx;
  if (actor.kind === 'staff' || actor.kind === 'customer') await endSession(ctx, actor.sessionId);
  else if (actor.kind === 'visitor') {
    const sid = actor.unfinished?.sessionId ?? actor.proof?.sessionId;
    if (sid) await endSession(ctx, sid);
  }
}

/** Ends one session by its id; for the door that knows the id from a cookie that proved itself. */
export async function endSession(ctx: Pick<Context, 'db' | 'now'>, sid: string): Promise<void> {
  // Open to everybody: the id comes from a token or cookie that was verified.
  await ctx.db
    .update(authSessions)
    .set({ revokedAt: ctx.now })
    .where(and(eq(authSessions.id, sid), isNull(authSessions.revokedAt)));
}

/** Ends every session of the caller by raising the version that all their tokens carry. Throws AUTH_002. */
export async function signOutEverywhere(ctx: Context): Promise<void> {
  const { actor } = ctx;
  if ('proof' in actor && actor.proof) return endPhoneSessions(ctx, actor.proof);
  if ((actor.kind !== 'staff' && actor.kind !== 'customer') || !actor.userId) throw new DomainError('AUTH_002');
  const userId = actor.userId;
  await transaction(ctx, async (tx) => {
    await tx.db
      .update(users)
      .set({ sessionVersion: sql`${users.sessionVersion} + 1` })
      .where(eq(users.id, userId));
    await tx.db
      .update(authSessions)
      .set({ revokedAt: ctx.now })
      .where(and(eq(authSessions.userId, userId), isNull(authSessions.revokedAt)));
    await recordAudit(tx, {
      action: 'user.signed_out_everywhere',
      entity: 'user',
      entityId: userId,
      before: {},
      after: {},
    });
  });
}

/** A phone has no login whose version could be raised: its sessions end by themselves. */
async function endPhoneSessions(ctx: Context, { phone, sessionId }: PhoneProof): Promise<void> {
  await ctx.db
    .update(authSessions)
    .set({ revokedAt: ctx.now })
    .where(and(or(eq(authSessions.phone, phone), eq(authSessions.id, sessionId)), isNull(authSessions.revokedAt)));
}
