'use client';

import { Status } from '#components/ui/badge';
import type { DeskProductCard } from '#lib/catalog/output';
import { StockDialog } from './stock-dialog.tsx';

type Stocked = Pick<DeskProductCard, 'id' | 'name' | 'variants' | 'archived_at'>;

/** How much is there, and one press away from changing it. */
export function StockCell({ product }: { product: Stocked }) {
  const sold = product.variants.filter(({ archived_at }) => archived_at === null);
  const counted = sold.filter(({ stock_mode }) => stock_mode === 'tracked');
  if (counted.length === 0) {
    const isPerDay = sold.some(({ stock_mode }) => stock_mode === 'per_date');
    return <span className="text-ink-soft">{isPerDay ? 'Per day' : 'Always'}</span>;
  }
  const left = counted.reduce((sum, { stock_quantity }) => sum + (stock_quantity ?? 0), 0);
  const isOut = counted.some(({ stock_quantity }) => stock_quantity === 0);
  const isLow = counted.some(({ is_low }) => is_low);
  const number = isOut ? (
    <Status tone="bad">{left === 0 ? 'Sold out' : `${left}, some out`}</Status>
  ) : isLow ? (
    <Status tone="warn">{left} low</Status>
  ) : (
    left
  );
  if (product.archived_at !== null) return number;
  return (
    <StockDialog
      name={product.name}
      variants={counted}
      trigger={
        <button type="button" className="stock-button" title="Change stock">
          {number}
          <span className="visually-hidden">, change stock of {product.name}</span>
        </button>
      }
    />
  );
}
