'use client';

import { columnsOf, DataTable } from '#components/admin/data-table';
import { OrderStatus, PaymentStatus } from '#components/admin/orders/status';
import { Link } from '#components/ui/link';
import { Money } from '#components/ui/money';
import { Time } from '#components/ui/time';
import type { OrderRowDto } from '#lib/orders/output';
import type { Shop } from './customers-table.tsx';

const column = columnsOf<OrderRowDto>();

const columnsIn = ({ locale, timeZone }: Shop) =>
  column.columns([
    column.accessor('order_number', {
      header: 'Order',
      meta: { card: 1 },
      cell: ({ row: { original: order } }) => (
        <span className="lead-cell">
          <Link className="row-link" href={`/admin/orders/${order.id}`}>
            {order.order_number}
          </Link>
        </span>
      ),
    }),
    column.accessor('placed_at', {
      header: 'Placed',
      meta: { card: 3 },
      cell: ({ getValue }) => <Time at={getValue()} timeZone={timeZone} locale={locale} />,
    }),
    column.accessor('status', {
      header: 'Status',
      meta: { card: 5 },
      cell: ({ getValue }) => <OrderStatus status={getValue()} />,
    }),
    column.accessor('payment_status', {
      header: 'Payment',
      meta: { card: 4 },
      cell: ({ getValue }) => <PaymentStatus status={getValue()} />,
    }),
    column.accessor('total', {
      header: 'Total',
      meta: { num: true, card: 2 },
      cell: ({ row: { original: order } }) => <Money amount={order.total} currency={order.currency} locale={locale} />,
    }),
  ]);

/** The newest orders of one customer. */
export function CustomerOrders({ rows, shop }: { rows: OrderRowDto[]; shop: Shop }) {
  return <DataTable caption="Orders of this customer" rows={rows} columns={columnsIn(shop)} />;
}
