import 'server-only';
import { and, eq, isNotNull, sql } from 'drizzle-orm';
import { recoveryCodes, secondFactors } from '#db/schema/auth';
import type { Context } from '#lib/context';
import { getSettings } from '#lib/settings/queries';
import { requireOwnLogin } from './own-login.ts';
import type { SecondFactorDto } from './second-factor-output.ts';

/** One's own second step at sign-in. Throws AUTH_002. */
export async function getSecondFactor(ctx: Context): Promise<SecondFactorDto> {
  const { userId } = requireOwnLogin(ctx);
  const [[on], { security }] = await Promise.all([
    ctx.db
      .select({
        since: secondFactors.confirmedAt,
        left: sql<number>`count(${recoveryCodes.id}) filter (where ${recoveryCodes.usedAt} is null)::int`,
      })
      .from(secondFactors)
      .leftJoin(recoveryCodes, eq(recoveryCodes.userId, secondFactors.userId))
      .where(and(eq(secondFactors.userId, userId), isNotNull(secondFactors.confirmedAt)))
      .groupBy(secondFactors.userId),
    getSettings(ctx),
  ]);
  return {
    is_on: on !== undefined,
    since: on?.since?.toISOString() ?? null,
    recovery_codes_left: on?.left ?? 0,
    is_required: security.staff_second_factor,
  };
}
