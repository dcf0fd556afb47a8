import 'server-only';
import { lt } from 'drizzle-orm';
import { authSessions, phoneVerifications } from '#db/schema/auth';
import { type Context, requireRole } from '#lib/context';
import { DAY_SECONDS } from '../phone-rules.ts';

/** Longer than the limits look back and than a session lives that was opened by a code. */
const CODE_DAYS = 2;

/** Forgets sessions that have ended by themselves, and codes that count for nothing any more. */
export async function sweepSessions(ctx: Context): Promise<void> {
  requireRole(ctx, 'admin');
  const daysAgo = (days: number) => new Date(ctx.now.getTime() - days * DAY_SECONDS * 1000);
  await ctx.db.delete(authSessions).where(lt(authSessions.expiresAt, daysAgo(1)));
  await ctx.db.delete(phoneVerifications).where(lt(phoneVerifications.createdAt, daysAgo(CODE_DAYS)));
}
