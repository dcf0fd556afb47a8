import 'server-only';
import { settings } from '#db/schema/content';
import type { Context } from '#lib/context';
import { env } from '#lib/env';
import { log } from '#lib/log';
import { runtime } from '#lib/runtime';
import { DEFAULT_SETTINGS, SETTINGS, type SettingKey, type Settings } from './input.ts';

/** Changed by another process without its notice reaching us, a setting is at most this old (milliseconds). */
const MAX_AGE = 30_000;

let kept: { value: Promise<Settings>; until: number; startedAt: number } | null = null;

/** All settings of the shop. Read once and kept in process until tag `shop` expires; amounts in minor units. */
export async function getSettings(ctx: Pick<Context, 'db'>): Promise<Settings> {
  const { keeper } = runtime();
  if (kept && kept.until > Date.now() && !keeper?.hasChanged(['shop'], kept.startedAt)) return kept.value;
  const reading = { value: readSettings(ctx), until: Date.now() + MAX_AGE, startedAt: keeper?.sequence() ?? 0 };
  kept = reading;
  // A failed read must not be kept.
  reading.value.catch(() => {
    if (kept === reading) kept = null;
  });
  return reading.value;
}

/** For the one who changes them: the next read asks the database. */
export function forgetSettings(): void {
  kept = null;
}

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
  return { shop: read('shop'), checkout: read('checkout'), payments: read('payments'), demo: read('demo') };
}

/** True while the database carries the demo mark, unless DEMO says otherwise. */
export async function isDemo(ctx: Pick<Context, 'db'>): Promise<boolean> {
  return env().DEMO ?? (await getSettings(ctx)).demo.is_demo;
}
