'use client';

import { useState } from 'react';
import { columnsOf, DataTable } from '#components/admin/data-table';
import { Button } from '#components/ui/button';
import { Link } from '#components/ui/link';
import { Money } from '#components/ui/money';
import { Notice } from '#components/ui/notice';
import { Time } from '#components/ui/time';
import type { OrderRowDto } from '#lib/orders/output';
import { formatPhone } from '#lib/phone';
import type { DeskRole, Stayed } from './bulk-outcome.ts';
import { BulkSteps } from './bulk-steps.tsx';
import { OrderStatus, PaymentStatus } from './status.tsx';
import { CHANNEL, DELIVERY_TYPE, PAYMENT_METHOD } from './words.ts';

export type Shop = { locale: string; timeZone: string };

const column = columnsOf<OrderRowDto>();

const columnsIn = ({ locale, timeZone }: Shop) =>
  column.columns([
    column.accessor('order_number', {
      header: 'Order',
      meta: { card: 1 },
      cell: ({ row: { original: order } }) => (
        <span className="lead-cell whitespace-nowrap">
          <Link className="row-link" href={`/admin/orders/${order.id}`}>
            {order.order_number}
          </Link>
          <span className="sub">{CHANNEL[order.channel]}</span>
        </span>
      ),
    }),
    column.accessor('placed_at', {
      header: 'Placed',
      meta: { sort: 'placed_at', first: 'desc' },
      cell: ({ getValue }) => (
        <span className="whitespace-nowrap">
          <Time at={getValue()} timeZone={timeZone} locale={locale} format="short" />
        </span>
      ),
    }),
    column.accessor('customer_name', {
      header: 'Customer',
      meta: { sort: 'customer_name', card: 3 },
      cell: ({ row: { original: order } }) => (
        <span>
          {order.customer_name}
          <span className="sub">{formatPhone(order.customer_phone)}</span>
        </span>
      ),
    }),
    column.accessor('delivery_type', {
      header: 'Hand-over',
      meta: { card: 5 },
      cell: ({ row: { original: order } }) => (
        <span>
          {DELIVERY_TYPE[order.delivery_type]}
          <span className="sub min-w-44">
            {order.slot ? (
              <Time at={order.slot.starts_at} timeZone={timeZone} locale={locale} format="short" />
            ) : (
              order.preferred_time
            )}
          </span>
        </span>
      ),
    }),
    column.accessor('status', {
      header: 'Status',
      meta: { card: 4 },
      cell: ({ getValue }) => <OrderStatus status={getValue()} />,
    }),
    column.accessor('payment_status', {
      header: 'Payment',
      meta: { card: 6 },
      cell: ({ row: { original: order } }) => (
        <span>
          <PaymentStatus status={order.payment_status} />
          <span className="sub">{PAYMENT_METHOD[order.payment_method]}</span>
        </span>
      ),
    }),
    column.accessor('item_count', { header: 'Pieces', meta: { num: true } }),
    column.accessor('total', {
      header: 'Total',
      meta: { num: true, sort: 'total', first: 'desc', card: 2 },
      cell: ({ row: { original: order } }) => <Money amount={order.total} currency={order.currency} locale={locale} />,
    }),
  ]);

export function OrdersTable({
  rows,
  sort,
  shop,
  role,
}: {
  rows: OrderRowDto[];
  sort: string;
  shop: Shop;
  role: DeskRole;
}) {
  const [stayed, setStayed] = useState<Stayed[]>([]);
  return (
    <>
      {/* Stays when the choice is gone: it is to be read, and acted on one by one. */}
      {stayed.length > 0 ? (
        <div role="alert">
          <Notice tone="warn" title={stayed.length === 1 ? 'One order stayed' : `${stayed.length} orders stayed`}>
            <ul className="stayed">
              {stayed.map(({ order_number: number, why }) => (
                <li key={number}>
                  <strong>{number}</strong> {why}.
                </li>
              ))}
            </ul>
            <Button variant="link" onClick={() => setStayed([])}>
              Dismiss
            </Button>
          </Notice>
        </div>
      ) : null}
      <DataTable
        caption="Orders"
        rows={rows}
        columns={columnsIn(shop)}
        sort={sort}
        nameOf={(order) => order.order_number}
        bulk={(ids, clear) => (
          <BulkSteps
            orders={rows.filter((order) => ids.includes(order.id))}
            role={role}
            clear={clear}
            onStayed={setStayed}
          />
        )}
      />
    </>
  );
}
