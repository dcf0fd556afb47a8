import 'server-only';
import { and, eq, isNull, ne, or } from 'drizzle-orm';
import { authSessions, users } from '#db/schema/auth';
import { recordAudit } from '#lib/audit/commands';
import type { Context, Unfinished } from '#lib/context';
import { transaction } from '#lib/database';
import { DomainError, ValidationError } from '#lib/errors';
import { forgiveLimit, takeLimit } from '#lib/kv/limits';
import { hashNewPassword } from './new-password.ts';
import { checkPassword } from './secrets.ts';

/** A session that was left open must not become a place to guess the password. */
const TRIES = { name: 'change-password', limit: 10, windowSeconds: 15 * 60 };

/**
 * The colleague who asks about their own login; also one who has to set up their second step first. Throws AUTH_002, and
 * AUTH_003 for a customer and for a program with a key.
 */
export function requireOwnLogin({ actor }: Pick<Context, 'actor'>): Unfinished {
  if (actor.kind === 'visitor' && actor.unfinished) return actor.unfinished;
  if (actor.kind !== 'staff') throw new DomainError(actor.kind === 'customer' ? 'AUTH_003' : 'AUTH_002');
  if (actor.key) throw new DomainError('AUTH_003');
  return actor;
}

type Known = { id: string; email: string | null };

/**
 * The login whose present password was typed. Throws VALIDATION_ERROR at `field` when it is another, RATE_001 after ten
 * of those in 15 minutes.
 */
export async function requirePassword(
  ctx: Context,
  { userId, typed, field }: { userId: string; typed: string; field: string },
): Promise<Known> {
  const limit = { ...TRIES, subject: userId };
  await takeLimit(ctx, limit);
  const [user] = await ctx.db
    .select({ id: users.id, email: users.email, hash: users.passwordHash })
    .from(users)
    .where(eq(users.id, userId));
  if (!(await checkPassword(typed, user?.hash ?? null)) || !user) {
    throw ValidationError.of(field, 'VAL_003', 'This is not your present password.');
  }
  await forgiveLimit(ctx, limit);
  return { id: user.id, email: user.email };
}

/**
 * The same for a customer, who may have no login, in what somebody who finds a device unlocked must not do. Throws
 * AUTH_003 (no login), VALIDATION_ERROR (`current_password`), RATE_001.
 */
export async function requireOwnPassword(ctx: Context, userId: string | null, typed: string | null): Promise<Known> {
  // Open to everybody: asks for a proof, for commands that know whose it has to be.
  if (userId === null) throw new DomainError('AUTH_003');
  if (typed === null) throw ValidationError.of('current_password', 'VAL_001', 'Enter your present password.');
  return requirePassword(ctx, { userId, typed, field: 'current_password' });
}

/**
 * Writes a new password for whoever has proven the present one: every session of theirs ends but the one that asks, those
 * by `phone` included.
 */
export async function writeOwnPassword(
  ctx: Context,
  {
    userId,
    sessionId,
    phone = null,
    password,
  }: Pick<Unfinished, 'userId' | 'sessionId'> & { phone?: string | null; password: string },
): Promise<void> {
  const passwordHash = await hashNewPassword(ctx, password, { field: 'new_password' });
  const own = or(eq(authSessions.userId, userId), phone === null ? undefined : eq(authSessions.phone, phone));
  await transaction(ctx, async (tx) => {
    await tx.db.update(users).set({ passwordHash, passwordChangedAt: ctx.now }).where(eq(users.id, userId));
    await tx.db
      .update(authSessions)
      .set({ revokedAt: ctx.now })
      .where(and(own, ne(authSessions.id, sessionId), isNull(authSessions.revokedAt)));
    await recordAudit(tx, { action: 'user.password_changed', entity: 'user', entityId: userId });
  });
}
