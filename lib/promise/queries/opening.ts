import 'server-only';
import type { Context } from '#lib/context';
import { getSettings } from '#lib/settings/queries';
import type { Opening } from '../rules/opening.ts';
import { getRuleBook } from './rule-book.ts';

/** The hours of the counter customers come to: the first shop, or else the first place, with its closures ahead. */
export async function getOpening(ctx: Context): Promise<Opening | null> {
  // Open to everybody: what stands on the door.
  const [{ shop }, { places, rules, closures }] = await Promise.all([getSettings(ctx), getRuleBook(ctx)]);
  const place = places[0];
  const windows = rules.filter(({ locationId, purpose }) => locationId === place?.id && purpose === 'pickup');
  if (windows.length === 0) return null;
  return {
    timeZone: shop.time_zone,
    windows: windows.sort((a, b) => a.weekday - b.weekday || (a.starts < b.starts ? -1 : 1)),
    closures: closures.filter(
      ({ locationId, purpose }) =>
        (locationId === null || locationId === place?.id) && (purpose === null || purpose === 'pickup'),
    ),
  };
}
