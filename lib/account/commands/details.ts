import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { users } from '#db/schema/auth';
import { customers } from '#db/schema/customers';
import { recordAudit } from '#lib/audit/commands';
import { confirmPhone, endSession } from '#lib/auth/commands';
import { takeLetter } from '#lib/auth/commands/reset-password';
import { sendLetter } from '#lib/auth/commands/send-letter';
import { readCustomerSession } from '#lib/auth/customer-session';
import { readLetterToken, writeLetterToken } from '#lib/auth/letter-token';
import { refuseKnownWords } from '#lib/auth/new-password';
import { requireOwnPassword, writeOwnPassword } from '#lib/auth/own-login';
import { LETTER_SECONDS } from '#lib/auth/rules';
import { type Context, requireCustomer } from '#lib/context';
import { transaction } from '#lib/database';
import { DomainError } from '#lib/errors';
import { parsePhone } from '#lib/phone';
import { getSettings } from '#lib/settings/queries';
import type { UpdateAccount } from '../input.ts';
import type { AccountDto } from '../output.ts';
import { getAccount } from '../queries.ts';
import { takeEmail, takePhone } from './logins.ts';

/** Tells the owner; that it could not be told is no reason to undo it. */
async function tellOwner(ctx: Context, email: string | null, name: string): Promise<void> {
  if (email === null) return;
  try {
    await sendLetter(ctx, 'changed', { to: email, name });
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'SMS_001') throw error;
  }
}

/**
 * Changes what is given. A new password ends all other sessions; a new address is used once the link sent to it was
 * opened. Throws AUTH_002, AUTH_003 (no login yet), VALIDATION_ERROR (`current_password`), RATE_001, SMS_001.
 */
export async function updateAccount(ctx: Context, input: UpdateAccount): Promise<AccountDto> {
  const actor = requireCustomer(ctx);
  const { name, marketing, email, new_password } = input;
  const before = await getAccount(ctx);
  const isNewEmail = email !== undefined && email.toLowerCase() !== before.email?.toLowerCase();
  if (isNewEmail || new_password !== undefined) {
    // Whoever finds a phone unlocked must not take the account over: what opens it is changed with the password alone.
    const user = await requireOwnPassword(ctx, actor.userId, input.current_password);
    if (new_password !== undefined) {
      await refuseKnownWords(ctx, new_password, { field: 'new_password', about: [before.name, before.email] });
    }
    if (isNewEmail) {
      await takeLetter(ctx, email);
      const token = await writeLetterToken(
        'email',
        { userId: user.id, email },
        { now: ctx.now, seconds: LETTER_SECONDS },
      );
      await sendLetter(ctx, 'email', { to: email, name: before.name, path: `/account/email?token=${token}` });
    }
    if (new_password !== undefined) {
      // The phone as it is on file: sessions by it are theirs too.
      await writeOwnPassword(ctx, {
        userId: user.id,
        sessionId: actor.sessionId,
        phone: before.phone,
        password: new_password,
      });
      await tellOwner(ctx, user.email, before.name);
    }
  }
  const own = {
    ...(name === undefined ? {} : { name }),
    ...(marketing === undefined || marketing === before.marketing
      ? {}
      : { marketingOptInAt: marketing ? ctx.now : null }),
  };
  if (Object.keys(own).length > 0) {
    await transaction(ctx, async (tx) => {
      await tx.db
        .update(customers)
        .set({ ...own, updatedAt: ctx.now })
        .where(and(eq(customers.id, actor.customerId), isNull(customers.anonymisedAt)));
      if (name !== undefined && actor.userId !== null) {
        await tx.db.update(users).set({ name }).where(eq(users.id, actor.userId));
      }
      const after = { fields: Object.keys(own) };
      await recordAudit(tx, { action: 'customer.updated', entity: 'customer', entityId: actor.customerId, after });
    });
  }
  return getAccount(ctx);
}

const emailClaims = z.object({ userId: z.uuid(), email: z.string() });

/** The link that was sent to a new address was opened. Throws AUTH_002, CONF_001 (`email`: another login has it). */
export async function confirmEmail(ctx: Context, { token }: { token: string }): Promise<{ email: string }> {
  // Open to everybody: the link is the proof.
  const claim = await readLetterToken('email', token, { schema: emailClaims, now: ctx.now });
  if (!claim) throw new DomainError('AUTH_002');
  const [user] = await ctx.db
    .select({ email: users.email, name: users.name })
    .from(users)
    .where(and(eq(users.id, claim.userId), eq(users.isActive, true), eq(users.role, 'customer')));
  if (!user) throw new DomainError('AUTH_002');
  await takeEmail(ctx, claim);
  if (user.email !== claim.email) await tellOwner(ctx, user.email, user.name);
  return { email: claim.email };
}

/**
 * Proves a phone by the code that was sent to it, for the account that asks: guest orders with it come along. Throws
 * AUTH_002, AUTH_003 (no login yet), SMS_002, SMS_003, SMS_004, CONF_001 (`phone`: another account has proven it).
 */
export async function confirmOwnPhone(
  ctx: Context,
  { phone: typed, code }: { phone: string; code: string },
  door: { userAgent: string | null },
): Promise<AccountDto> {
  const { customerId, userId } = requireCustomer(ctx);
  if (userId === null) throw new DomainError('AUTH_003');
  const { shop } = await getSettings(ctx);
  const session = await confirmPhone(ctx, { phone: typed, purpose: 'sign_in', code, name: null }, door);
  const actor = await readCustomerSession(ctx.db, session.token, ctx.now);
  if (actor && 'proof' in actor && actor.proof) await endSession(ctx, actor.proof.sessionId);
  const phone = parsePhone(typed, shop.country);
  if (phone !== null) await takePhone(ctx, { customerId, phone });
  return getAccount(ctx);
}
