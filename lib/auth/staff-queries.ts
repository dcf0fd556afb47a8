import 'server-only';
import { and, asc, desc, eq, isNull, ne, type SQL, sql } from 'drizzle-orm';
import { secondFactors, users } from '#db/schema/auth';
import { type Context, requireRole } from '#lib/context';
import { numberedPage, type Page } from '#lib/paging';
import type { ListStaff } from './staff-input.ts';
import type { StaffDto } from './staff-output.ts';

const columns = {
  id: users.id,
  name: users.name,
  username: users.username,
  email: users.email,
  role: users.role,
  isActive: users.isActive,
  lastLoginAt: users.lastLoginAt,
  passwordChangedAt: users.passwordChangedAt,
  createdAt: users.createdAt,
  secondFactorAt: secondFactors.confirmedAt,
};
type Row = Pick<typeof users.$inferSelect, Exclude<keyof typeof columns, 'secondFactorAt'>> & {
  secondFactorAt: Date | null;
};

const isStaffRow = ne(users.role, 'customer');

const toDto = (row: Row): StaffDto => ({
  id: row.id,
  name: row.name,
  username: row.username,
  email: row.email,
  role: row.role === 'admin' ? 'admin' : 'staff',
  is_active: row.isActive,
  has_second_factor: row.secondFactorAt !== null,
  last_login_at: row.lastLoginAt?.toISOString() ?? null,
  password_changed_at: row.passwordChangedAt?.toISOString() ?? null,
  created_at: row.createdAt.toISOString(),
});

/** For admins: everybody who has or had a login of the desk, the active first, by name. */
export async function listStaff(ctx: Context, { page, limit, is_active }: ListStaff): Promise<Page<StaffDto>> {
  requireRole(ctx, 'admin');
  const where = and(isStaffRow, is_active === undefined ? undefined : eq(users.isActive, is_active));
  const [rows, [counted]] = await Promise.all([
    ctx.db
      .select(columns)
      .from(users)
      .leftJoin(secondFactors, eq(secondFactors.userId, users.id))
      .where(where)
      .orderBy(desc(users.isActive), asc(users.name), asc(users.id))
      .limit(limit)
      .offset((page - 1) * limit),
    ctx.db.select({ total: sql<number>`count(*)::int` }).from(users).where(where),
  ]);
  return numberedPage(rows.map(toDto), { page, limit, total: counted?.total ?? 0 });
}

async function readOne(ctx: Context, where: SQL): Promise<StaffDto | null> {
  const [row] = await ctx.db
    .select(columns)
    .from(users)
    .leftJoin(secondFactors, eq(secondFactors.userId, users.id))
    .where(and(where, isStaffRow));
  return row ? toDto(row) : null;
}

/** For admins: one login of the desk; null when there is none by that id. */
export async function getStaff(ctx: Context, { user_id }: { user_id: string }): Promise<StaffDto | null> {
  requireRole(ctx, 'admin');
  return readOne(ctx, eq(users.id, user_id));
}

/** The same by the name they sign in with. */
export async function findStaff(ctx: Context, { username }: { username: string }): Promise<StaffDto | null> {
  requireRole(ctx, 'admin');
  return readOne(ctx, eq(users.username, username));
}

/** For admins: how many of those who can sign in have no second step. */
export async function countWithoutSecondFactor(ctx: Context): Promise<number> {
  requireRole(ctx, 'admin');
  const [counted] = await ctx.db
    .select({ total: sql<number>`count(*)::int` })
    .from(users)
    .leftJoin(secondFactors, eq(secondFactors.userId, users.id))
    .where(and(isStaffRow, eq(users.isActive, true), isNull(secondFactors.confirmedAt)));
  return counted?.total ?? 0;
}
