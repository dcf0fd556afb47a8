import 'server-only';
import { settings } from '#db/schema/content';
import type { Context } from '#lib/context';
import { env } from '#lib/env';
import { keepValue } from '#lib/keep-value';
import { log } from '#lib/log';
import { DEFAULT_SETTINGS, SETTINGS, type SettingKey, type Settings } from './input.ts';

async function readSettings(ctx: Pick<Context, 'db'>): Promise<Settings> {
  const rows = await ctx.db.select({ key: settings.key, value: settings.value }).from(settings);
  const stored = new Map(rows.map((row) => [row.key, row.value]));
  const read = <K extends SettingKey>(key: K): Settings[K] => {
    const schema = SETTINGS[key];
    const parsed = schema.safeParse(stored.get(key) ?? DEFAULT_SETTINGS[key]);
    if (parsed.success) return parsed.data as Settings[K];
    // A value of an older version that no longer fits must not take the shop down.
    log().error(
      { key, issues: parsed.error.issues.map((issue) => issue.path.join('.')) },
      'a stored setting is invalid',
    );
    return schema.parse(DEFAULT_SETTINGS[key]) as Settings[K];
  };
  return {
    shop: read('shop'),
    checkout: read('checkout'),
    payments: read('payments'),
    demo: read('demo'),
    messages: read('messages'),
    privacy: read('privacy'),
    security: read('security'),
    chat: read('chat'),
    backups: read('backups'),
  };
}

const kept = keepValue(['shop'], readSettings);

/** All settings of the shop; amounts in minor units. */
export const getSettings = kept.get;

/** For the one who changes them: the next read asks the database. */
export const forgetSettings = kept.forget;

/** True while the database carries the demo mark, unless DEMO says otherwise. */
export async function isDemo(ctx: Pick<Context, 'db'>): Promise<boolean> {
  return env().DEMO ?? (await getSettings(ctx)).demo.is_demo;
}
