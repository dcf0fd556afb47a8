'use client';

import { Status } from '#components/ui/badge';
import { Link } from '#components/ui/link';
import type { DeskProductCard } from '#lib/catalog/output';
import { StockDialog } from './stock-dialog.tsx';

type Stocked = Pick<DeskProductCard, 'id' | 'name' | 'variants' | 'archived_at'>;

/** How much is there, and one press away from changing it. */
export function StockCell({ product }: { product: Stocked }) {
  const sold = product.variants.filter(({ archived_at }) => archived_at === null);
  const counted = sold.filter(({ stock_mode }) => stock_mode === 'tracked');
  const baked = sold.flatMap(({ today }) => (today ? [today] : []));
  const perDay = baked.length > 0 ? <Today days={baked} name={product.name} /> : null;
  if (counted.length === 0) return <span className="text-ink-soft">{perDay ?? 'Always'}</span>;
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
  const dialog = (
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
  if (perDay === null) return dialog;
  return (
    <span className="inline-grid justify-items-end gap-1">
      {dialog}
      {perDay}
    </span>
  );
}

type DayState = { planned: number; sold: number; left: number; closed: boolean };

/** Of what is made per day: how today stands, one press away from the plan. */
function Today({ days, name }: { days: readonly DayState[]; name: string }) {
  const open = days.filter(({ closed }) => !closed);
  const planned = days.reduce((sum, day) => sum + day.planned, 0);
  const left = open.reduce((sum, day) => sum + day.left, 0);
  return (
    <Link className="today-stock" href="/admin/plan">
      {planned === 0 ? (
        'not made today'
      ) : open.length === 0 ? (
        'closed today'
      ) : (
        <>
          today: {left} of {planned} left
        </>
      )}
      <span className="visually-hidden">, bake plan of {name}</span>
    </Link>
  );
}
