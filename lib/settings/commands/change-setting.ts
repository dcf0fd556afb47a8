import 'server-only';
import { isDeepStrictEqual } from 'node:util';
import { eq, sql } from 'drizzle-orm';
import { settings } from '#db/schema/content';
import { recordAudit } from '#lib/audit/commands';
import { type Context, requireRole } from '#lib/context';
import { transaction } from '#lib/database';
import { DomainError } from '#lib/errors';
import { parseInput } from '#lib/http/validation';
import { asRead, keepIds } from '../entry-ids.ts';
import { type ChangeSetting, DEFAULT_SETTINGS, SETTING_INPUTS, type SettingKey } from '../input.ts';
import { forgetSettings } from '../queries.ts';

type Value = Record<string, unknown>;

/** Settings whose values are nobody's: the history tells them as they were and are. */
const SPOKEN: ReadonlySet<string> = new Set(['checkout', 'demo', 'privacy', 'security', 'chat', 'backups']);

/**
 * Writes what `next` makes of the stored value, under lock: two admins at two parts of it do not undo each other. Admins
 * only. Throws VALIDATION_ERROR with the fields of the setting, AUTH_003 for a program that would change `security`.
 */
export async function rewriteSetting(
  ctx: Context,
  key: SettingKey,
  next: (stored: Value, tx: Context) => Value | Promise<Value>,
): Promise<void> {
  requireRole(ctx, 'admin');
  // How people sign in is a matter of people.
  if (key === 'security' && ctx.actor.kind === 'staff' && ctx.actor.key) throw new DomainError('AUTH_003');
  const updatedBy = ctx.actor.kind === 'staff' ? ctx.actor.userId : null;
  await transaction(ctx, async (tx) => {
    const [before] = await tx.db
      .select({ value: settings.value })
      .from(settings)
      .where(eq(settings.key, key))
      .for('update');
    const old = asRead(key, Object(before?.value ?? DEFAULT_SETTINGS[key]));
    const wanted = await next(old, tx);
    parseInput(SETTING_INPUTS[key], wanted);
    const value = keepIds(key, wanted, old);
    await tx.db
      .insert(settings)
      .values({ key, value, updatedBy })
      .onConflictDoUpdate({ target: settings.key, set: { value, updatedBy, updatedAt: sql`now()` } });
    // Of the others only which fields: an account number above all, and addresses of people, are nobody's history.
    const fields = [...new Set([...Object.keys(old), ...Object.keys(value)])].filter(
      (name) => !isDeepStrictEqual(old[name], value[name]),
    );
    const pick = (from: Value) => Object.fromEntries(fields.map((name) => [name, from[name] ?? null]));
    const told = SPOKEN.has(key) ? { before: pick(old), after: pick(value) } : { after: { fields } };
    await recordAudit(tx, { action: 'setting.changed', entity: 'setting', entityId: key, ...told });
  });
  forgetSettings();
  ctx.expire(['shop', 'catalog']);
}

/** Stores one setting as it came in (amounts in major units), once its schema has accepted it. As `rewriteSetting`. */
export async function changeSetting(ctx: Context, { key, value }: ChangeSetting): Promise<void> {
  requireRole(ctx, 'admin');
  await rewriteSetting(ctx, key, () => value);
}

/** Changes the fields that are named and leaves the others as they are stored. As `rewriteSetting`. */
export async function amendSetting(ctx: Context, { key, value }: ChangeSetting): Promise<void> {
  requireRole(ctx, 'admin');
  await rewriteSetting(ctx, key, (stored) => ({ ...stored, ...value }));
}
