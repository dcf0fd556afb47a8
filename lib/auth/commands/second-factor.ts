import 'server-only';
import { and, eq, isNotNull, isNull, ne } from 'drizzle-orm';
import { authSessions, secondFactors, users } from '#db/schema/auth';
import { recordAudit } from '#lib/audit/commands';
import type { Context } from '#lib/context';
import { transaction } from '#lib/database';
import { DomainError, ValidationError } from '#lib/errors';
import { forgiveLimit, takeLimit } from '#lib/kv/limits';
import { drawQr, type QrPicture } from '#lib/qr';
import { getSettings } from '#lib/settings/queries';
import { requireOwnLogin, requirePassword } from '../own-login.ts';
import { GUESSES, lockSecret, passSecondFactor, takeAppCode, writeRecoveryCodes } from '../second-factor.ts';
import type { ConfirmSecondFactor, StartSecondFactor, WithSecondFactor } from '../second-factor-input.ts';
import type { NewSecondFactorDto, RecoveryCodesDto } from '../second-factor-output.ts';
import { readCode } from '../second-factor-rules.ts';
import { newTotpSecret, totpUri } from '../totp.ts';

/** A code that is wrong, at the field it was typed into. */
async function requireCode(ctx: Context, userId: string, typed: string): Promise<void> {
  try {
    await passSecondFactor(ctx, userId, typed);
  } catch (error) {
    if (error instanceof DomainError && error.code === 'AUTH_007') throw wrongCode();
    throw error;
  }
}

const wrongCode = () =>
  ValidationError.of('totp', 'VAL_002', 'This code is not right, or it was used before. Wait for the next one.');

/**
 * A new secret for the authenticator app of the one who asks, answered this once. It counts from `confirmSecondFactor`
 * on; asking again replaces it. Throws AUTH_002, CONF_002 (one is on already), VALIDATION_ERROR (`password`), RATE_001.
 */
export async function startSecondFactor(
  ctx: Context,
  { password }: StartSecondFactor,
): Promise<NewSecondFactorDto & { qr: QrPicture }> {
  const { userId } = requireOwnLogin(ctx);
  await requirePassword(ctx, { userId, typed: password, field: 'password' });
  const secret = newTotpSecret();
  const locked = await lockSecret(userId, secret);
  const [begun] = await ctx.db
    .insert(secondFactors)
    .values({ userId, secret: locked })
    .onConflictDoUpdate({
      target: secondFactors.userId,
      set: { secret: locked, lastStep: 0, updatedAt: ctx.now },
      setWhere: isNull(secondFactors.confirmedAt),
    })
    .returning({ userId: secondFactors.userId });
  if (!begun) throw new DomainError('CONF_002', { reason: 'second_factor_on' });
  const [user] = await ctx.db
    .select({ username: users.username, email: users.email })
    .from(users)
    .where(eq(users.id, userId));
  const { shop } = await getSettings(ctx);
  const uri = totpUri(secret, { issuer: shop.name, label: user?.username ?? user?.email ?? '' });
  return { secret, uri, qr: drawQr(uri) };
}

/**
 * Switches the second step on by a first code of the app; all other sessions end, for a password alone opened them.
 * Answers ten recovery codes, this once. Throws AUTH_002, DB_002 (nothing was begun), VALIDATION_ERROR (`totp`), RATE_001.
 */
export async function confirmSecondFactor(ctx: Context, { totp }: ConfirmSecondFactor): Promise<RecoveryCodesDto> {
  const { userId, sessionId } = requireOwnLogin(ctx);
  const limit = { ...GUESSES, subject: userId };
  await takeLimit(ctx, limit);
  const [begun] = await ctx.db
    .select({ secret: secondFactors.secret })
    .from(secondFactors)
    .where(and(eq(secondFactors.userId, userId), isNull(secondFactors.confirmedAt)));
  if (!begun) throw new DomainError('DB_002');
  const code = readCode(totp)?.code ?? '';
  if (!(await takeAppCode(ctx, { userId, code, isConfirmed: false }))) throw wrongCode();
  await forgiveLimit(ctx, limit);
  return transaction(ctx, async (tx) => {
    const on = await tx.db
      .update(secondFactors)
      .set({ confirmedAt: ctx.now })
      // Of this very secret: the code says nothing about one that came after it.
      .where(
        and(
          eq(secondFactors.userId, userId),
          eq(secondFactors.secret, begun.secret),
          isNull(secondFactors.confirmedAt),
        ),
      )
      .returning({ userId: secondFactors.userId });
    if (on.length === 0) throw wrongCode();
    const recovery_codes = await writeRecoveryCodes(tx, userId);
    await tx.db
      .update(authSessions)
      .set({ revokedAt: ctx.now })
      .where(and(eq(authSessions.userId, userId), ne(authSessions.id, sessionId), isNull(authSessions.revokedAt)));
    await recordAudit(tx, { action: 'user.second_factor_on', entity: 'user', entityId: userId });
    return { recovery_codes };
  });
}

/** Ten new recovery codes; those there were are void. Throws AUTH_002, DB_002 (it is off), VALIDATION_ERROR, RATE_001. */
export async function renewRecoveryCodes(ctx: Context, input: WithSecondFactor): Promise<RecoveryCodesDto> {
  const { userId } = requireOwnLogin(ctx);
  await requireBoth(ctx, userId, input);
  return transaction(ctx, async (tx) => {
    const recovery_codes = await writeRecoveryCodes(tx, userId);
    await recordAudit(tx, { action: 'user.recovery_codes_renewed', entity: 'user', entityId: userId });
    return { recovery_codes };
  });
}

/** Switches one's own second step off. Throws AUTH_002, DB_002 (it is off), VALIDATION_ERROR, RATE_001. */
export async function endSecondFactor(ctx: Context, input: WithSecondFactor): Promise<void> {
  const { userId } = requireOwnLogin(ctx);
  await requireBoth(ctx, userId, input);
  await transaction(ctx, async (tx) => {
    await tx.db.delete(secondFactors).where(eq(secondFactors.userId, userId));
    await recordAudit(tx, { action: 'user.second_factor_off', entity: 'user', entityId: userId });
  });
}

/** Whoever finds a desk left open has neither; the password first, so that a guess at it uses up no code. */
async function requireBoth(ctx: Context, userId: string, { password, totp }: WithSecondFactor): Promise<void> {
  const [on] = await ctx.db
    .select({ userId: secondFactors.userId })
    .from(secondFactors)
    .where(and(eq(secondFactors.userId, userId), isNotNull(secondFactors.confirmedAt)));
  if (!on) throw new DomainError('DB_002');
  await requirePassword(ctx, { userId, typed: password, field: 'password' });
  await requireCode(ctx, userId, totp);
}
