import 'server-only';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { authSessions, users } from '#db/schema/auth';
import { recordAudit } from '#lib/audit/commands';
import { type Context, requireRole } from '#lib/context';
import { transaction } from '#lib/database';
import { DomainError } from '#lib/errors';
import { hashPassword } from './secrets.ts';

/**
 * Gives a login a new password, activates it and ends all its sessions; makes the login when there is none by that
 * username. Admins and the system only. `role` is that of a new login.
 */
export async function setPassword(
  ctx: Context,
  { username, password, role }: { username: string; password: string; role: 'admin' | 'staff' },
): Promise<{ isNew: boolean }> {
  requireRole(ctx, 'admin');
  const passwordHash = await hashPassword(password);
  return transaction(ctx, async (tx) => {
    const [known] = await tx.db
      .select({ id: users.id, role: users.role })
      .from(users)
      .where(eq(users.username, username));
    if (known?.role === 'customer') throw new DomainError('CONF_001', { field: 'username' });
    const [made] = known
      ? await tx.db
          .update(users)
          .set({
            passwordHash,
            isActive: true,
            passwordChangedAt: ctx.now,
            sessionVersion: sql`${users.sessionVersion} + 1`,
          })
          .where(eq(users.id, known.id))
          .returning({ id: users.id })
      : await tx.db.insert(users).values({ username, name: username, role, passwordHash }).returning({ id: users.id });
    if (!made) throw new DomainError('DB_002');
    await tx.db
      .update(authSessions)
      .set({ revokedAt: ctx.now })
      .where(and(eq(authSessions.userId, made.id), isNull(authSessions.revokedAt)));
    await recordAudit(tx, { action: known ? 'user.password_set' : 'user.created', entity: 'user', entityId: made.id });
    return { isNew: !known };
  });
}
