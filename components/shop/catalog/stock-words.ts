import type { Variant } from '#lib/catalog/output';
import type { Words } from '#lib/i18n/words';

/** What is left of a variant, in words; nothing where there is plenty. */
export function stockWords(
  { in_stock, few_left, stock_quantity }: Pick<Variant, 'in_stock' | 'few_left' | 'stock_quantity'>,
  t: Words<'buy'>,
) {
  if (!in_stock) return t('sold_out');
  if (!few_left || stock_quantity === null) return null;
  return stock_quantity === 1 ? t('last_one') : t('only_left', { count: stock_quantity });
}
