import 'server-only';
import { sql } from 'drizzle-orm';
import type { z } from 'zod';
import { settings } from '#db/schema/content';
import { recordAudit } from '#lib/audit/commands';
import { type Context, requireRole } from '#lib/context';
import { transaction } from '#lib/database';
import { SETTINGS, type SettingKey } from './input.ts';
import { forgetSettings } from './queries.ts';

/** Stores one setting as it came in (amounts in major units), after its schema has accepted it. Admins only. */
export async function changeSetting<K extends SettingKey>(
  ctx: Context,
  { key, value }: { key: K; value: z.input<(typeof SETTINGS)[K]> },
): Promise<void> {
  requireRole(ctx, 'admin');
  SETTINGS[key].parse(value);
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
