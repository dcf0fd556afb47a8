import 'server-only';
import { and, eq, or, sql } from 'drizzle-orm';
import { secondFactors, users } from '#db/schema/auth';
import { customers } from '#db/schema/customers';
import type { Context } from '#lib/context';
import { DomainError } from '#lib/errors';
import { forgiveLimit, type Limit, takeLimit } from '#lib/kv/limits';
import { parsePhone } from '#lib/phone';
import { getSettings } from '#lib/settings/queries';
import type { User } from '../commands.ts';
import type { SignIn } from '../input.ts';
import { passSecondFactor } from '../second-factor.ts';
import { checkPassword, hashSecret, seal } from '../secrets.ts';
import { CodeNeeded, readStepToken } from '../step-token.ts';
import { tellUserEvent } from '../user-events.ts';

/** Ten failures in fifteen minutes, per account and per address. */
const SIGN_IN_LIMIT = { limit: 10, windowSeconds: 15 * 60 };

const columns = {
  id: users.id,
  name: users.name,
  role: users.role,
  sessionVersion: users.sessionVersion,
  passwordHash: users.passwordHash,
  isActive: users.isActive,
  confirmedAt: secondFactors.confirmedAt,
};

/** The address first: one that has used up its tries must not go on to lock other people's accounts. */
function limitsOf({ addressHash }: Context, account: string): Limit[] {
  const byAccount = { name: 'sign-in-account', subject: account, ...SIGN_IN_LIMIT };
  return addressHash ? [{ name: 'sign-in-address', subject: addressHash, ...SIGN_IN_LIMIT }, byAccount] : [byAccount];
}

/** Throws AUTH_007, RATE_001. Only staff have a second step. */
async function passCode(ctx: Context, userId: string, totp: string): Promise<void> {
  try {
    await passSecondFactor(ctx, userId, totp);
  } catch (error) {
    if (error instanceof DomainError && error.code === 'AUTH_007') {
      await tellUserEvent(ctx, 'user.sign_in_failed', { userId, door: 'staff' });
    }
    throw error;
  }
}

const forgive = async (ctx: Context, limits: readonly Limit[]) => {
  for (const limit of limits) await forgiveLimit(ctx, limit);
};

/**
 * The active user behind a name, a password and, where they have set one up, a code. Throws AUTH_001 with the same words
 * and at the same cost whether the name, the password or the account is wrong; with the right password AUTH_006 without
 * a code, AUTH_007 with a wrong one; RATE_001 past the limit. `desk` admits staff and admins only, `shop` customers only.
 */
export async function verifyPassword(
  ctx: Context,
  { login, password, totp = null, door }: SignIn & { door: 'desk' | 'shop' | 'any' },
): Promise<User> {
  // Open to everybody: this is where one says who one is.
  // However a phone is spelled it is one account, and it is spelled as in the shop's own country.
  const { shop } = await getSettings(ctx);
  const phone = parsePhone(login, shop.country);
  const account = seal('sign-in', phone ?? login.normalize('NFC').toLowerCase());
  const limits = limitsOf(ctx, account);
  // Each try is counted before its password is looked at, so that tries at the same moment cannot slip past.
  for (const limit of limits) await takeLimit(ctx, limit);

  const [user] = await ctx.db
    .select(columns)
    .from(users)
    .leftJoin(secondFactors, eq(secondFactors.userId, users.id))
    .leftJoin(customers, and(eq(customers.userId, users.id), sql`${customers.phoneVerifiedAt} is not null`))
    .where(
      or(eq(users.username, login), eq(users.email, login), phone === null ? undefined : eq(customers.phone, phone)),
    )
    .limit(1);
  const isRight = await checkPassword(password, user?.passwordHash ?? null);
  const isMeant = door === 'any' || (user?.role === 'customer') === (door === 'shop');
  if (!user || !isRight || !user.isActive || !isMeant) {
    await tellUserEvent(ctx, 'user.sign_in_failed', {
      userId: user?.id ?? null,
      door: door === 'desk' ? 'staff' : 'customer',
    });
    throw new DomainError('AUTH_001');
  }
  // Only from here on anything is said of a second step: whoever has not the password learns nothing of it.
  if (user.confirmedAt !== null) {
    if (totp === null) {
      await forgive(ctx, limits);
      const { id: userId, sessionVersion: version } = user;
      throw new CodeNeeded({ userId, version, password: hashSecret(user.passwordHash), account });
    }
    await passCode(ctx, user.id, totp);
  }
  await forgive(ctx, limits);
  return user;
}

/**
 * The second step of a browser: the same user by the token that the first one left and a code. Throws AUTH_002 when the
 * token is over or the password has changed since, AUTH_007, RATE_001.
 */
export async function verifyCode(ctx: Context, { step, totp }: { step: string; totp: string }): Promise<User> {
  // Open to everybody: the token is the proof of the password.
  const claims = await readStepToken(step, ctx.now);
  if (!claims) throw new DomainError('AUTH_002');
  const limits = limitsOf(ctx, claims.account);
  for (const limit of limits) await takeLimit(ctx, limit);
  const [user] = await ctx.db
    .select(columns)
    .from(users)
    .leftJoin(secondFactors, eq(secondFactors.userId, users.id))
    .where(and(eq(users.id, claims.userId), eq(users.isActive, true)));
  const isSame = user?.sessionVersion === claims.version && hashSecret(user.passwordHash) === claims.password;
  // Whoever has no second step any more says the password again: the door then knows what is asked.
  if (!user || !isSame || user.confirmedAt === null) throw new DomainError('AUTH_002');
  await passCode(ctx, user.id, totp);
  await forgive(ctx, limits);
  return user;
}
