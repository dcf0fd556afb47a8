'use client';

import { columnsOf, DataTable } from '#components/admin/data-table';
import { Link } from '#components/ui/link';
import { Money } from '#components/ui/money';
import { Time } from '#components/ui/time';
import type { CustomerRowDto } from '#lib/customers/output';
import { formatPhone } from '#lib/phone';
import { CustomerFlags } from './customer-flags.tsx';

export type Shop = { locale: string; timeZone: string; currency: string };
const column = columnsOf<CustomerRowDto>();

const columnsIn = ({ locale, timeZone, currency }: Shop) =>
  column.columns([
    column.accessor('name', {
      header: 'Customer',
      meta: { card: 1 },
      cell: ({ row: { original: customer } }) => (
        <span className="lead-cell">
          <Link className="row-link" href={`/admin/customers/${customer.id}`}>
            {customer.name}
          </Link>
          {customer.email ? <span className="sub">{customer.email}</span> : null}
        </span>
      ),
    }),
    column.accessor('phone', {
      header: 'Phone',
      meta: { card: 3 },
      cell: ({ getValue }) => {
        const phone = getValue();
        return <span>{phone ? <a href={`tel:${phone}`}>{formatPhone(phone)}</a> : null}</span>;
      },
    }),
    column.accessor('flags', {
      header: 'Flags and tags',
      meta: { card: 5 },
      cell: ({ row: { original: customer } }) =>
        customer.flags.length + customer.tags.length > 0 ? (
          <CustomerFlags flags={customer.flags} tags={customer.tags} />
        ) : null,
    }),
    column.accessor('order_count', {
      header: 'Orders',
      meta: { num: true, card: 4 },
      cell: ({ getValue }) => (
        <>
          {getValue()}
          <span className="phone-only"> {getValue() === 1 ? 'order' : 'orders'}</span>
        </>
      ),
    }),
    column.accessor('last_order_at', {
      header: 'Last order',
      cell: ({ getValue }) => {
        const at = getValue();
        return at ? <Time at={at} timeZone={timeZone} locale={locale} format="date" /> : null;
      },
    }),
    column.accessor('total_spent', {
      header: 'Spent',
      meta: { num: true, card: 2 },
      cell: ({ getValue }) => <Money amount={getValue()} currency={currency} locale={locale} />,
    }),
  ]);

export function CustomersTable({ rows, shop }: { rows: CustomerRowDto[]; shop: Shop }) {
  return <DataTable caption="Customers" rows={rows} columns={columnsIn(shop)} />;
}
