import 'server-only';
import type { Category } from '#lib/catalog/output';
import { listCategories } from '#lib/catalog/queries';
import { listAllergens } from '#lib/catalog/queries/allergens';
import type { Context } from '#lib/context';
import { getSettings } from '#lib/settings/queries';
import { dayOf } from '#lib/time';
import type { FilterChoices } from './filter-form.tsx';

/** What the filters of every product list offer. */
export async function getChoices(ctx: Context): Promise<FilterChoices & { categories: Category[] }> {
  const [{ shop }, categories, allergens] = await Promise.all([
    getSettings(ctx),
    listCategories(ctx),
    listAllergens(ctx),
  ]);
  return {
    categories: categories.items.filter((category) => category.product_count > 0),
    allergens,
    currency: shop.currency,
    locale: shop.locale,
    today: dayOf(ctx.now, shop.time_zone),
  };
}
