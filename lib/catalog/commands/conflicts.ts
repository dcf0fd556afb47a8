import 'server-only';
import { duplicatesOf } from '#lib/duplicates';

export const refuseDuplicates = duplicatesOf({
  products_slug_key: 'slug',
  product_variants_sku_key: 'sku',
  categories_slug_key: 'slug',
  categories_name_key: 'name',
});
