import 'server-only';
import type { Category } from '#lib/catalog/output';
import { listCategories } from '#lib/catalog/queries';
import { listAllergens } from '#lib/catalog/queries/allergens';
import type { Context } from '#lib/context';
import { getSettings } from '#lib/settings/queries';
import type { FilterChoices } from './filter-form.tsx';
import type { TileShop } from './product-tile.tsx';
import { getTileShop } from './tile-shop.ts';

export type ListChoices = FilterChoices & { categories: Category[]; tiles: TileShop };

/** What the filters of every product list offer, and what its cards have to know. */
export async function getChoices(ctx: Context): Promise<ListChoices> {
  const [{ shop }, tiles, categories, allergens] = await Promise.all([
    getSettings(ctx),
    getTileShop(ctx),
    listCategories(ctx),
    listAllergens(ctx),
  ]);
  return {
    categories: categories.items.filter((category) => category.product_count > 0),
    allergens,
    currency: shop.currency,
    locale: ctx.locale,
    today: tiles.today,
    tiles,
  };
}
