'use client';

import { columnsOf, DataTable } from '#components/admin/data-table';
import { Status } from '#components/ui/badge';
import { Time } from '#components/ui/time';
import type { DeliveryDto } from '#lib/webhooks/output';
import { useFollow } from '../../use-follow.ts';
import { DeliveryDialog } from './delivery-dialog.tsx';
import { DELIVERY_STATE } from './words.ts';

type Shop = { locale: string; timeZone: string };
const column = columnsOf<DeliveryDto>();

const columnsIn = (shop: Shop) =>
  column.columns([
    column.accessor('event', {
      header: 'Event',
      meta: { card: 1 },
      cell: ({ row: { original: delivery } }) => (
        <span className="lead-cell">
          <DeliveryDialog delivery={delivery} shop={shop} />
        </span>
      ),
    }),
    column.accessor('created_at', {
      header: 'When',
      meta: { card: 4 },
      cell: ({ getValue }) => (
        <span className="whitespace-nowrap">
          <Time at={getValue()} {...shop} format="short" />
        </span>
      ),
    }),
    column.accessor('status', {
      header: 'State',
      meta: { card: 2 },
      cell: ({ getValue }) => {
        const { label, tone } = DELIVERY_STATE[getValue()];
        return <Status tone={tone}>{label}</Status>;
      },
    }),
    column.accessor('error', {
      header: 'Answer',
      meta: { card: 3 },
      cell: ({ row: { original: delivery } }) => (
        <span className="sub-first">{delivery.error ?? delivery.response_code ?? '–'}</span>
      ),
    }),
    column.accessor('attempts', { header: 'Tries', meta: { num: true } }),
  ]);

export function DeliveriesTable({ rows, shop }: { rows: DeliveryDto[]; shop: Shop }) {
  useFollow(rows.some(({ status, attempts }) => status === 'sending' || (status === 'queued' && attempts === 0)));
  return <DataTable caption="Deliveries" rows={rows} columns={columnsIn(shop)} />;
}
