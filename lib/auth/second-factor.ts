import 'server-only';
import { randomBytes } from 'node:crypto';
import { and, eq, isNotNull, isNull, lt, sql } from 'drizzle-orm';
import { CompactEncrypt, compactDecrypt } from 'jose';
import { recoveryCodes, secondFactors } from '#db/schema/auth';
import { recordAudit } from '#lib/audit/commands';
import type { Context } from '#lib/context';
import { transaction } from '#lib/database';
import { DomainError } from '#lib/errors';
import { forgiveLimit, takeLimit } from '#lib/kv/limits';
import { RECOVERY_CODES, readCode, recoveryCodeOf } from './second-factor-rules.ts';
import { seal } from './secrets.ts';
import { stepOf } from './totp.ts';

/** A million codes, of which three are good: guessing is counted per person too, by whatever name they sign in. */
export const GUESSES = { name: 'second-factor', limit: 10, windowSeconds: 15 * 60 };

/** A key for each person, so that a secret copied into another's row opens nothing. */
const keyOf = (userId: string) => new Uint8Array(Buffer.from(seal('second-factor-key', userId), 'base64url'));

export const lockSecret = (userId: string, secret: string): Promise<string> =>
  new CompactEncrypt(new TextEncoder().encode(secret))
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .encrypt(keyOf(userId));

/** Null when it was locked by a server with another secret: then no code of the app is right any more. */
export async function unlockSecret(userId: string, locked: string): Promise<string | null> {
  try {
    const { plaintext } = await compactDecrypt(locked, keyOf(userId), {
      keyManagementAlgorithms: ['dir'],
      contentEncryptionAlgorithms: ['A256GCM'],
    });
    return new TextDecoder().decode(plaintext);
  } catch (error) {
    // jose names its refusals by code.
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
}

/** Keyed: ten letters could be found again from a plain hash. */
const hashCode = (userId: string, code: string): string => seal('recovery-code', `${userId}\n${code}`);

/** Ten new codes in place of all there were; answered this once. Inside a transaction. */
export async function writeRecoveryCodes(tx: Context, userId: string): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, () => recoveryCodeOf(randomBytes(16)));
  await tx.db.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
  await tx.db
    .insert(recoveryCodes)
    .values(codes.map((code) => ({ userId, codeHash: hashCode(userId, readCode(code)?.code ?? code) })));
  return codes;
}

/** One conditional update decides which of two at the same moment has used the code. */
async function takeRecoveryCode(ctx: Context, userId: string, code: string): Promise<boolean> {
  return transaction(ctx, async (tx) => {
    const used = await tx.db
      .update(recoveryCodes)
      .set({ usedAt: ctx.now })
      .where(
        and(
          eq(recoveryCodes.userId, userId),
          eq(recoveryCodes.codeHash, hashCode(userId, code)),
          isNull(recoveryCodes.usedAt),
        ),
      )
      .returning({ id: recoveryCodes.id });
    if (used.length === 0) return false;
    const [{ left } = { left: 0 }] = await tx.db
      .select({ left: sql<number>`count(*)::int` })
      .from(recoveryCodes)
      .where(and(eq(recoveryCodes.userId, userId), isNull(recoveryCodes.usedAt)));
    await recordAudit(tx, { action: 'user.recovery_code_used', entity: 'user', entityId: userId, after: { left } });
    return true;
  });
}

/** The same for a code of the app: its time step must be later than any that was taken. */
export async function takeAppCode(
  ctx: Context,
  { userId, code, isConfirmed }: { userId: string; code: string; isConfirmed: boolean },
): Promise<boolean> {
  const isMeant = isConfirmed ? isNotNull(secondFactors.confirmedAt) : isNull(secondFactors.confirmedAt);
  const [row] = await ctx.db
    .select({ secret: secondFactors.secret })
    .from(secondFactors)
    .where(and(eq(secondFactors.userId, userId), isMeant));
  const secret = row ? await unlockSecret(userId, row.secret) : null;
  const step = secret === null ? null : stepOf(secret, code, ctx.now);
  if (!row || step === null) return false;
  const taken = await ctx.db
    .update(secondFactors)
    .set({ lastStep: step })
    .where(
      // The secret too: another may have been set up since it was read.
      and(
        eq(secondFactors.userId, userId),
        eq(secondFactors.secret, row.secret),
        isMeant,
        lt(secondFactors.lastStep, step),
      ),
    )
    .returning({ userId: secondFactors.userId });
  return taken.length > 0;
}

/**
 * Uses up what somebody typed as their second step: a code of the app, or a recovery code. Throws AUTH_007 when it is
 * wrong or was used before, RATE_001 after ten of those in 15 minutes.
 */
export async function passSecondFactor(ctx: Context, userId: string, typed: string): Promise<void> {
  // Each try is counted before it is looked at, so that tries at the same moment cannot slip past.
  const limit = { ...GUESSES, subject: userId };
  await takeLimit(ctx, limit);
  const read = readCode(typed);
  const isRight =
    read?.kind === 'app'
      ? await takeAppCode(ctx, { userId, code: read.code, isConfirmed: true })
      : read?.kind === 'recovery' && (await takeRecoveryCode(ctx, userId, read.code));
  if (!isRight) throw new DomainError('AUTH_007');
  await forgiveLimit(ctx, limit);
}
