import 'server-only';
import { and, eq, isNull, ne, sql } from 'drizzle-orm';
import { newId } from '#db/columns';
import { authSessions, users } from '#db/schema/auth';
import { recordAudit } from '#lib/audit/commands';
import { type Context, requireRole } from '#lib/context';
import { breaks, transaction } from '#lib/database';
import { DomainError } from '#lib/errors';
import { hashNewPassword } from '../new-password.ts';
import type { CreateStaff, SetStaffPassword, UpdateStaff } from '../staff-input.ts';
import type { StaffDto } from '../staff-output.ts';
import { getStaff } from '../staff-queries.ts';

/** The indexes and the trigger decide; this names the field. */
async function asConflict<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    for (const field of ['username', 'email'] as const) {
      if (breaks(error, `users_${field}_key`)) throw new DomainError('CONF_001', { field }, { cause: error });
    }
    if (breaks(error, 'users_keep_an_admin')) {
      throw new DomainError('CONF_002', { reason: 'last_admin' }, { cause: error });
    }
    throw error;
  }
}

async function requireStaff(ctx: Context, userId: string): Promise<StaffDto> {
  const person = await getStaff(ctx, { user_id: userId });
  if (!person) throw new DomainError('DB_002');
  return person;
}

/** Ends what the user has open; their row is read with each request, so it acts at once. */
const endSessionsOf = (ctx: Context, userId: string) =>
  ctx.db
    .update(authSessions)
    .set({ revokedAt: ctx.now })
    .where(and(eq(authSessions.userId, userId), isNull(authSessions.revokedAt)));

/** Gives somebody a login of the desk. Admins only. Throws CONF_001 (`field`: username or email). */
export async function createStaff(ctx: Context, { password, ...person }: CreateStaff): Promise<StaffDto> {
  requireRole(ctx, 'admin');
  const id = newId();
  const passwordHash = await hashNewPassword(ctx, password, { about: [person.username, person.name, person.email] });
  await asConflict(() =>
    transaction(ctx, async (tx) => {
      await tx.db.insert(users).values({ id, ...person, passwordHash, passwordChangedAt: ctx.now });
      await recordAudit(tx, { action: 'user.created', entity: 'user', entityId: id, after: { role: person.role } });
    }),
  );
  return requireStaff(ctx, id);
}

/**
 * Changes what is given; who is no longer active is signed out at once, everywhere. Admins only. Throws DB_002,
 * CONF_001 (`field`: username or email), CONF_002 (`reason` last_admin: one active admin must remain).
 */
export async function updateStaff(ctx: Context, { user_id, is_active, ...change }: UpdateStaff): Promise<StaffDto> {
  requireRole(ctx, 'admin');
  await asConflict(() =>
    transaction(ctx, async (tx) => {
      const [before] = await tx.db
        .select({ role: users.role, isActive: users.isActive })
        .from(users)
        .where(and(eq(users.id, user_id), ne(users.role, 'customer')))
        .for('no key update');
      if (!before) throw new DomainError('DB_002');
      await tx.db
        .update(users)
        .set({ ...change, isActive: is_active, updatedAt: ctx.now })
        .where(eq(users.id, user_id));
      if (is_active === false) await endSessionsOf(tx, user_id);
      const after = { role: change.role ?? before.role, is_active: is_active ?? before.isActive };
      const fields = Object.keys(change).filter((field) => field !== 'role');
      await recordAudit(tx, {
        action: 'user.updated',
        entity: 'user',
        entityId: user_id,
        before: { role: before.role, is_active: before.isActive },
        // Names of the other fields only: their values are personal.
        after: { ...after, ...(fields.length > 0 && { fields }) },
      });
    }),
  );
  return requireStaff(ctx, user_id);
}

/** Gives somebody a new password and signs them out everywhere. Admins only. Throws DB_002. */
export async function setStaffPassword(ctx: Context, { user_id, password }: SetStaffPassword): Promise<StaffDto> {
  requireRole(ctx, 'admin');
  const passwordHash = await hashNewPassword(ctx, password);
  await transaction(ctx, async (tx) => {
    const changed = await tx.db
      .update(users)
      .set({ passwordHash, passwordChangedAt: ctx.now, sessionVersion: sql`${users.sessionVersion} + 1` })
      .where(and(eq(users.id, user_id), ne(users.role, 'customer')))
      .returning({ id: users.id });
    if (changed.length === 0) throw new DomainError('DB_002');
    await endSessionsOf(tx, user_id);
    await recordAudit(tx, { action: 'user.password_set', entity: 'user', entityId: user_id });
  });
  return requireStaff(ctx, user_id);
}
