import 'server-only';
import { eq } from 'drizzle-orm';
import { users } from '#db/schema/auth';
import type { Context } from '#lib/context';
import { DomainError, ValidationError } from '#lib/errors';
import { takeLimit } from '#lib/kv/limits';
import { checkPassword } from './secrets.ts';

const GUESSES = { limit: 10, windowSeconds: 15 * 60 };

/**
 * The login whose present password was typed, for what somebody who finds a device unlocked must not do. Throws AUTH_003
 * (no login), VALIDATION_ERROR (`current_password`), RATE_001.
 */
export async function requireOwnPassword(ctx: Context, userId: string | null, typed: string | null) {
  // Open to everybody: asks for a proof, for commands that know whose it has to be.
  if (userId === null) throw new DomainError('AUTH_003');
  if (typed === null) throw ValidationError.of('current_password', 'VAL_001', 'Enter your present password.');
  await takeLimit(ctx, { name: 'password-check', subject: userId, ...GUESSES });
  const [user] = await ctx.db
    .select({ id: users.id, hash: users.passwordHash, email: users.email })
    .from(users)
    .where(eq(users.id, userId));
  if (!user || !(await checkPassword(typed, user.hash))) {
    throw ValidationError.of('current_password', 'VAL_003', 'This is not your present password.');
  }
  return user;
}
