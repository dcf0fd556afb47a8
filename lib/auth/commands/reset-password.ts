import 'server-only';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Role } from '#db/enums';
import { authSessions, users } from '#db/schema/auth';
import { recordAudit } from '#lib/audit/commands';
import type { Context } from '#lib/context';
import { transaction } from '#lib/database';
import { DomainError } from '#lib/errors';
import { takeLimit } from '#lib/kv/limits';
import { readLetterToken, writeLetterToken } from '../letter-token.ts';
import { hashNewPassword } from '../new-password.ts';
import { RESET_SECONDS } from '../rules.ts';
import { hashSecret, seal } from '../secrets.ts';
import { sendLetter } from './send-letter.ts';

const HOUR = 60 * 60;
const LETTERS_PER_ADDRESS = { limit: 20, windowSeconds: HOUR };
const LETTERS_PER_MAILBOX = { limit: 5, windowSeconds: HOUR };

/** Counts a letter that anybody may ask for. Throws RATE_001. */
export async function takeLetter(ctx: Context, email: string): Promise<void> {
  // Open to everybody: it only counts.
  if (ctx.addressHash) {
    await takeLimit(ctx, { name: 'letters-address', subject: ctx.addressHash, ...LETTERS_PER_ADDRESS });
  }
  await takeLimit(ctx, {
    name: 'letters-mailbox',
    subject: seal('letter-to', email.toLowerCase()),
    ...LETTERS_PER_MAILBOX,
  });
}

/** A link is bound to the password it replaces: once that is another one, by this link or otherwise, it is over. */
const resetClaims = z.object({ userId: z.uuid(), version: z.int(), password: z.string() });

/**
 * Sends a link by which a password can be chosen anew, to the address of an active login of staff or customers;
 * to any other a letter that there is none. Throws RATE_001, SMS_001.
 */
export async function forgotPassword(ctx: Context, { email }: { email: string }): Promise<void> {
  // Open to everybody: the letter goes to the owner alone.
  await takeLetter(ctx, email);
  const [user] = await ctx.db
    .select({ id: users.id, name: users.name, hash: users.passwordHash, version: users.sessionVersion })
    .from(users)
    .where(and(eq(users.email, email), eq(users.isActive, true)));
  // Whoever has no account is told so where nobody else reads it: the answer and its time are the same.
  if (!user) return sendLetter(ctx, 'unknown', { to: email, name: '', path: '/register' });
  const claim = { userId: user.id, version: user.version, password: hashSecret(user.hash) };
  const token = await writeLetterToken('reset', claim, { now: ctx.now, seconds: RESET_SECONDS });
  return sendLetter(ctx, 'reset', { to: email, name: user.name, path: `/reset?token=${token}` });
}

/**
 * Gives a login the new password and ends all its sessions. Throws AUTH_002 when the link was used, is older than half
 * an hour, or none of ours.
 */
export async function resetPassword(
  ctx: Context,
  { token, password }: { token: string; password: string },
): Promise<{ role: Role }> {
  // Open to everybody: the link is the proof.
  const claim = await readLetterToken('reset', token, { schema: resetClaims, now: ctx.now });
  if (!claim) throw new DomainError('AUTH_002');
  const passwordHash = await hashNewPassword(ctx, password);
  return transaction(ctx, async (tx) => {
    const [user] = await tx.db
      .select({ hash: users.passwordHash, version: users.sessionVersion, role: users.role })
      .from(users)
      .where(and(eq(users.id, claim.userId), eq(users.isActive, true)))
      .for('no key update');
    if (!user || user.version !== claim.version || hashSecret(user.hash) !== claim.password) {
      throw new DomainError('AUTH_002');
    }
    await tx.db
      .update(users)
      .set({ passwordHash, passwordChangedAt: ctx.now, sessionVersion: sql`${users.sessionVersion} + 1` })
      .where(eq(users.id, claim.userId));
    await tx.db
      .update(authSessions)
      .set({ revokedAt: ctx.now })
      .where(and(eq(authSessions.userId, claim.userId), isNull(authSessions.revokedAt)));
    await recordAudit(tx, { action: 'user.password_reset', entity: 'user', entityId: claim.userId });
    return { role: user.role };
  });
}
