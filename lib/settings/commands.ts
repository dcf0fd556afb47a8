import 'server-only';
import { isDeepStrictEqual } from 'node:util';
import { eq, sql } from 'drizzle-orm';
import { settings } from '#db/schema/content';
import { recordAudit } from '#lib/audit/commands';
import { type Context, requireRole } from '#lib/context';
import { transaction } from '#lib/database';
import { DomainError } from '#lib/errors';
import { parseInput } from '#lib/http/validation';
import { type ChangeSetting, SETTING_INPUTS } from './input.ts';
import { forgetSettings } from './queries.ts';

/**
 * Stores one setting as it came in (amounts in major units), once its schema has accepted it. Admins only. Throws
 * VALIDATION_ERROR with the fields of the setting, AUTH_003 for a program that would change `security`.
 */
export async function changeSetting(ctx: Context, { key, value }: ChangeSetting): Promise<void> {
  requireRole(ctx, 'admin');
  // How people sign in is a matter of people.
  if (key === 'security' && ctx.actor.kind === 'staff' && ctx.actor.key) throw new DomainError('AUTH_003');
  parseInput(SETTING_INPUTS[key], value);
  const updatedBy = ctx.actor.kind === 'staff' ? ctx.actor.userId : null;
  await transaction(ctx, async (tx) => {
    const [before] = await tx.db.select({ value: settings.value }).from(settings).where(eq(settings.key, key));
    const old: Record<string, unknown> = Object(before?.value);
    await tx.db
      .insert(settings)
      .values({ key, value, updatedBy })
      .onConflictDoUpdate({ target: settings.key, set: { value, updatedBy, updatedAt: sql`now()` } });
    // Which fields, an account number above all; the values may be personal.
    const fields = [...new Set([...Object.keys(old), ...Object.keys(value)])].filter(
      (name) => !isDeepStrictEqual(old[name], value[name]),
    );
    await recordAudit(tx, { action: 'setting.changed', entity: 'setting', entityId: key, after: { fields } });
  });
  forgetSettings();
  ctx.expire(['shop', 'catalog']);
}
