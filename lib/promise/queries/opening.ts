import 'server-only';
import type { Context } from '#lib/context';
import { getSettings } from '#lib/settings/queries';
import type { Opening } from '../rules/opening.ts';
import { ruleBookIn } from './book-in-language.ts';

/**
 * The hours of the counter customers come to: the first shop, or else the first place, with its closures ahead. For
 * `chat` those in which somebody answers; a shop that set none answers while its counter is open.
 */
export async function getOpening(ctx: Context, purpose: 'pickup' | 'chat' = 'pickup'): Promise<Opening | null> {
  // Open to everybody: what stands on the door.
  const [{ shop }, { places, rules, closures }] = await Promise.all([getSettings(ctx), ruleBookIn(ctx)]);
  const place = places[0];
  const windows = rules.filter((rule) => rule.locationId === place?.id && rule.purpose === purpose);
  if (windows.length === 0 && purpose === 'chat') return getOpening(ctx);
  if (windows.length === 0) return null;
  return {
    timeZone: shop.time_zone,
    windows: windows.sort((a, b) => a.weekday - b.weekday || (a.starts < b.starts ? -1 : 1)),
    closures: closures.filter(
      (closure) =>
        (closure.locationId === null || closure.locationId === place?.id) &&
        (closure.purpose === null || closure.purpose === purpose),
    ),
  };
}
