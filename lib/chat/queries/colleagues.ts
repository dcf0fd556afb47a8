import 'server-only';
import { and, asc, eq, ne } from 'drizzle-orm';
import { users } from '#db/schema/auth';
import { type Context, requireRole } from '#lib/context';

/** For staff: who may answer, by name. */
export async function getColleagues(ctx: Context): Promise<{ id: string; name: string }[]> {
  requireRole(ctx, 'staff');
  return ctx.db
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(and(ne(users.role, 'customer'), eq(users.isActive, true)))
    .orderBy(asc(users.name), asc(users.id))
    .limit(200);
}
