import 'server-only';
import { type Context, requireRole } from '#lib/context';
import { requireOwnLogin, requirePassword, writeOwnPassword } from '../own-login.ts';
import type { ChangePassword } from '../staff-input.ts';

/**
 * A new password for the colleague who asks; all their other sessions end, this one goes on. Throws AUTH_002, AUTH_003, RATE_001,
 * VALIDATION_ERROR (`current_password`).
 */
export async function changePassword(
  ctx: Context,
  { current_password, new_password }: ChangePassword,
): Promise<{ changed: true }> {
  requireRole(ctx, 'staff');
  const login = requireOwnLogin(ctx);
  await requirePassword(ctx, { userId: login.userId, typed: current_password, field: 'current_password' });
  await writeOwnPassword(ctx, { userId: login.userId, sessionId: login.sessionId, password: new_password });
  return { changed: true };
}
