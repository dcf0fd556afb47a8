import 'server-only';
import { and, eq } from 'drizzle-orm';
import { users } from '#db/schema/auth';
import { customers } from '#db/schema/customers';
import { confirmPhone, endSession, openAccountSession, verifyPassword } from '#lib/auth/commands';
import { readCustomerSession } from '#lib/auth/customer-session';
import type { CustomerSessionDto } from '#lib/auth/phone-output';
import type { Context } from '#lib/context';

type Door = { userAgent: string | null };

/** Signs a customer in on a browser. Throws AUTH_001 for anything that is wrong, staff included, and RATE_001. */
export async function signInCustomer(
  ctx: Context,
  { login, password }: { login: string; password: string },
  door: Door,
): Promise<CustomerSessionDto> {
  // Open to everybody: the password is the proof.
  // The desk has a door of its own, with a cookie that is stricter.
  const user = await verifyPassword(ctx, { login, password, door: 'shop' });
  return openAccountSession(ctx, user, door);
}

/**
 * Signs in by a code that was sent to the phone. Whoever has a login gets its session; somebody who has only ordered a
 * session of 24 hours; and somebody new one in which an account can be completed. Throws SMS_002, SMS_003, SMS_004.
 */
export async function signInByCode(
  ctx: Context,
  { phone, code }: { phone: string; code: string },
  door: Door,
): Promise<{ session: CustomerSessionDto; is: 'account' | 'customer' | 'new' }> {
  // Open to everybody: the code is the proof.
  const session = await confirmPhone(ctx, { phone, purpose: 'sign_in', code, name: null }, door);
  const actor = await readCustomerSession(ctx.db, session.token, ctx.now);
  if (actor?.kind !== 'customer') return { session, is: 'new' };
  const [user] = await ctx.db
    .select({ id: users.id })
    .from(users)
    .innerJoin(customers, eq(customers.userId, users.id))
    .where(and(eq(customers.id, actor.customerId), eq(users.isActive, true), eq(users.role, 'customer')));
  if (!user) return { session, is: 'customer' };
  await endSession(ctx, actor.sessionId);
  return { session: await openAccountSession(ctx, user, door), is: 'account' };
}
