import 'server-only';
import { eq } from 'drizzle-orm';
import { users } from '#db/schema/auth';
import type { Context, Unfinished } from '#lib/context';
import { DomainError, ValidationError } from '#lib/errors';
import { forgiveLimit, takeLimit } from '#lib/kv/limits';
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

/** Throws VALIDATION_ERROR at `field` when it is not their present password, RATE_001 after ten of those in 15 minutes. */
export async function requirePassword(
  ctx: Context,
  { userId, typed, field }: { userId: string; typed: string; field: string },
): Promise<void> {
  const limit = { ...TRIES, subject: userId };
  await takeLimit(ctx, limit);
  const [user] = await ctx.db.select({ hash: users.passwordHash }).from(users).where(eq(users.id, userId));
  if (!(await checkPassword(typed, user?.hash ?? null))) {
    throw ValidationError.of(field, 'VAL_002', 'That is not the password you have now.');
  }
  await forgiveLimit(ctx, limit);
}
