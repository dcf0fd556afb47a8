'use client';

import { columnsOf, DataTable } from '#components/admin/data-table';
import { Status } from '#components/ui/badge';
import { Link } from '#components/ui/link';
import { Time } from '#components/ui/time';
import type { Movement } from '#lib/stock/output';
import { STOCK_REASON, shortDay, signed } from './words.ts';

type Shop = { locale: string; timeZone: string };
const column = columnsOf<Movement>();

const columnsIn = ({ locale, timeZone }: Shop) =>
  column.columns([
    column.accessor('product_name', {
      header: 'Product',
      meta: { card: 1 },
      cell: ({ row: { original: movement } }) => (
        <span className="lead-cell">
          <Link href={`/admin/products/${movement.product_id}`}>{movement.product_name}</Link>
          <span className="sub">{[movement.variant_title, movement.sku].filter(Boolean).join(', ')}</span>
        </span>
      ),
    }),
    column.accessor('created_at', {
      header: 'When',
      meta: { card: 3 },
      cell: ({ row: { original: movement } }) => (
        <span>
          <Time at={movement.created_at} timeZone={timeZone} locale={locale} format="short" />
          {movement.user ? <span className="sub">{movement.user}</span> : null}
        </span>
      ),
    }),
    column.accessor('reason', {
      header: 'Why',
      meta: { card: 5 },
      cell: ({ row: { original: movement } }) => (
        <span>
          <Status tone={movement.delta > 0 ? 'good' : movement.reason === 'waste' ? 'bad' : 'plain'}>
            {STOCK_REASON[movement.reason]}
          </Status>
          {movement.order_number ? (
            <span className="sub">
              <Link className="underline" href={`/admin/orders?q=${encodeURIComponent(movement.order_number)}`}>
                {movement.order_number}
              </Link>
            </span>
          ) : null}
          {movement.on_date ? <span className="sub">for {shortDay(movement.on_date, locale)}</span> : null}
          {movement.note ? <span className="sub">{movement.note}</span> : null}
        </span>
      ),
    }),
    column.accessor('delta', {
      header: 'Change',
      meta: { num: true, card: 2 },
      cell: ({ getValue }) => signed(getValue()),
    }),
    column.accessor('balance_after', {
      header: 'Left',
      meta: { num: true, card: 4 },
      cell: ({ getValue }) => (
        <>
          {getValue()} <span className="phone-only text-ink-soft">left</span>
        </>
      ),
    }),
  ]);

export function MovementsTable({ rows, shop }: { rows: Movement[]; shop: Shop }) {
  return <DataTable caption="Stock movements" rows={rows} columns={columnsIn(shop)} />;
}
