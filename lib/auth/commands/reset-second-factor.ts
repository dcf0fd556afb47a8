import 'server-only';
import { and, eq, isNull, ne, sql } from 'drizzle-orm';
import { authSessions, secondFactors, users } from '#db/schema/auth';
import { recordAudit } from '#lib/audit/commands';
import { type Context, requireRole } from '#lib/context';
import { transaction } from '#lib/database';
import { DomainError } from '#lib/errors';
import type { StaffDto } from '../staff-output.ts';
import { getStaff } from '../staff-queries.ts';
import { sendLetter } from './send-letter.ts';

/**
 * Takes away the second step of a colleague who has lost it, signs them out everywhere and writes to them. Admins only.
 * Throws DB_002 for somebody who is not there or has none, AUTH_003 for one's own: that takes the password and a code.
 */
export async function resetSecondFactor(ctx: Context, { user_id }: { user_id: string }): Promise<StaffDto> {
  requireRole(ctx, 'admin');
  if (ctx.actor.kind === 'staff' && ctx.actor.userId === user_id) throw new DomainError('AUTH_003');
  const user = await transaction(ctx, async (tx) => {
    const [person] = await tx.db
      .update(users)
      .set({ sessionVersion: sql`${users.sessionVersion} + 1` })
      .where(and(eq(users.id, user_id), ne(users.role, 'customer')))
      .returning({ name: users.name, email: users.email });
    const gone = await tx.db
      .delete(secondFactors)
      .where(eq(secondFactors.userId, user_id))
      .returning({ userId: secondFactors.userId });
    if (!person || gone.length === 0) throw new DomainError('DB_002');
    await tx.db
      .update(authSessions)
      .set({ revokedAt: ctx.now })
      .where(and(eq(authSessions.userId, user_id), isNull(authSessions.revokedAt)));
    await recordAudit(tx, { action: 'user.second_factor_reset', entity: 'user', entityId: user_id });
    return person;
  });
  if (user.email !== null) await tell(ctx, user.email, user.name);
  const person = await getStaff(ctx, { user_id });
  if (!person) throw new DomainError('DB_002');
  return person;
}

/** That they could not be told is no reason to undo it: the outbox shows it. */
async function tell(ctx: Context, email: string, name: string): Promise<void> {
  try {
    await sendLetter(ctx, 'second_step', { to: email, name, path: '/admin' });
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'SMS_001') throw error;
  }
}
