import 'server-only';
import { and, eq, isNull, ne } from 'drizzle-orm';
import { authSessions, users } from '#db/schema/auth';
import { recordAudit } from '#lib/audit/commands';
import type { Context } from '#lib/context';
import { transaction } from '#lib/database';
import { DomainError, ValidationError } from '#lib/errors';
import { forgiveLimit, takeLimit } from '#lib/kv/limits';
import { checkPassword, hashPassword } from '../secrets.ts';
import type { ChangePassword } from '../staff-input.ts';

/** A session that was left open must not become a place to guess the password. */
const TRIES = { name: 'change-password', limit: 10, windowSeconds: 15 * 60 };

/**
 * A new password for the colleague who asks; all their other sessions end, this one goes on. Throws AUTH_002, RATE_001,
 * VALIDATION_ERROR (`current_password`).
 */
export async function changePassword(
  ctx: Context,
  { current_password, new_password }: ChangePassword,
): Promise<{ changed: true }> {
  const { actor } = ctx;
  if (actor.kind !== 'staff') throw new DomainError('AUTH_002');
  const { userId, sessionId } = actor;
  const limit = { ...TRIES, subject: userId };
  await takeLimit(ctx, limit);
  const [user] = await ctx.db.select({ passwordHash: users.passwordHash }).from(users).where(eq(users.id, userId));
  if (!(await checkPassword(current_password, user?.passwordHash ?? null))) {
    throw ValidationError.of('current_password', 'VAL_002', 'That is not the password you have now.');
  }
  await forgiveLimit(ctx, limit);
  const passwordHash = await hashPassword(new_password);
  await transaction(ctx, async (tx) => {
    await tx.db.update(users).set({ passwordHash, passwordChangedAt: ctx.now }).where(eq(users.id, userId));
    await tx.db
      .update(authSessions)
      .set({ revokedAt: ctx.now })
      .where(and(eq(authSessions.userId, userId), ne(authSessions.id, sessionId), isNull(authSessions.revokedAt)));
    await recordAudit(tx, { action: 'user.password_changed', entity: 'user', entityId: userId });
  });
  return { changed: true };
}
