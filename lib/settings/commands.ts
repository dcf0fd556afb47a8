import 'server-only';
import { sql } from 'drizzle-orm';
import { settings } from '#db/schema/content';
import { recordAudit } from '#lib/audit/commands';
import { type Context, requireRole } from '#lib/context';
import { transaction } from '#lib/database';
import { parseInput } from '#lib/http/validation';
import { type ChangeSetting, SETTINGS } from './input.ts';
import { forgetSettings } from './queries.ts';

/**
 * Stores one setting as it came in (amounts in major units), once its schema has accepted it. Admins only. Throws
 * VALIDATION_ERROR with the fields of the setting.
 */
export async function changeSetting(ctx: Context, { key, value }: ChangeSetting): Promise<void> {
  requireRole(ctx, 'admin');
  parseInput(SETTINGS[key], value);
  const updatedBy = ctx.actor.kind === 'staff' ? ctx.actor.userId : null;
  await transaction(ctx, async (tx) => {
    await tx.db
      .insert(settings)
      .values({ key, value, updatedBy })
      .onConflictDoUpdate({ target: settings.key, set: { value, updatedBy, updatedAt: sql`now()` } });
    await recordAudit(tx, { action: 'setting.changed', entity: 'setting', entityId: key, before: {}, after: { key } });
  });
  forgetSettings();
  ctx.expire(['shop', 'catalog']);
}
