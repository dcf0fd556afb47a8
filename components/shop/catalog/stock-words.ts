import type { Variant } from '#lib/catalog/output';

/** What is left of a variant, in words; nothing where there is plenty. */
export function stockWords({
  in_stock,
  few_left,
  stock_quantity,
}: Pick<Variant, 'in_stock' | 'few_left' | 'stock_quantity'>) {
  if (!in_stock) return 'Sold out';
  if (!few_left || stock_quantity === null) return null;
  return stock_quantity === 1 ? 'The last one' : `Only ${stock_quantity} left`;
}
