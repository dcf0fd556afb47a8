import 'server-only';
import { type Context, requireRole } from '#lib/context';
import { DomainError } from '#lib/errors';
import { changeSetting } from '#lib/settings/commands';
import { SETTINGS, type SettingKey } from '#lib/settings/input';
import { toWire } from '#lib/settings/output';
import { getSettings } from '#lib/settings/queries';

const isKey = (key: string): key is SettingKey => Object.hasOwn(SETTINGS, key);

function requireKey(key: string): SettingKey {
  if (!isKey(key)) throw new DomainError('DB_002', { key });
  return key;
}

/** One setting by the key in its address. Throws DB_002 for a key that we do not know. */
export async function getSettingByKey(ctx: Context, { key }: { key: string }) {
  requireRole(ctx, 'admin');
  return toWire(await getSettings(ctx), requireKey(key));
}

/** Replaces one setting. Throws DB_002, VALIDATION_ERROR by the schema of that key. */
export async function changeSettingByKey(ctx: Context, { key: named, ...value }: { key: string }) {
  requireRole(ctx, 'admin');
  const key = requireKey(named);
  await changeSetting(ctx, { key, value });
  return toWire(await getSettings(ctx), key);
}
