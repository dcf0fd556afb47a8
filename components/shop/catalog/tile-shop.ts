import 'server-only';
import type { Context } from '#lib/context';
import { hasTimes } from '#lib/promise/queries/at-checkout';
import { getSettings } from '#lib/settings/queries';
import { dayOf } from '#lib/time';
import type { TileShop } from './product-tile.tsx';

/** What cards of products have to know of the shop. */
export async function getTileShop(ctx: Context): Promise<TileShop> {
  const [{ shop, checkout }, has] = await Promise.all([getSettings(ctx), hasTimes(ctx)]);
  return {
    locale: ctx.locale,
    timeZone: shop.time_zone,
    today: dayOf(ctx.now, shop.time_zone),
    hasTimes: has,
    daysAhead: checkout.days_ahead,
  };
}
