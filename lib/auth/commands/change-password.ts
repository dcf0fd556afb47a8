import 'server-only';
import { and, eq, isNull, ne } from 'drizzle-orm';
import { authSessions, users } from '#db/schema/auth';
import { recordAudit } from '#lib/audit/commands';
import { type Context, requireRole } from '#lib/context';
import { transaction } from '#lib/database';
import { requireOwnLogin, requirePassword } from '../own-login.ts';
import { hashPassword } from '../secrets.ts';
import type { ChangePassword } from '../staff-input.ts';

/**
 * A new password for the colleague who asks; all their other sessions end, this one goes on. Throws AUTH_002, AUTH_003, RATE_001,
 * VALIDATION_ERROR (`current_password`).
 */
export async function changePassword(
  ctx: Context,
  { current_password, new_password }: ChangePassword,
): Promise<{ changed: true }> {
  requireRole(ctx, 'staff');
  const { userId, sessionId } = requireOwnLogin(ctx);
  await requirePassword(ctx, { userId, typed: current_password, field: 'current_password' });
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
