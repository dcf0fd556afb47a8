'use client';

import { columnsOf, DataTable } from '#components/admin/data-table';
import { Link } from '#components/ui/link';
import { Money } from '#components/ui/money';
import { Time } from '#components/ui/time';
import type { BookingRowDto } from '#lib/events/booking-output';
import { formatPhone } from '#lib/phone';
import { CHANNEL } from '../orders/words.ts';
import { BookingStatus } from './status.tsx';
import { eventDay } from './words.ts';

type Shop = { locale: string; timeZone: string };

const column = columnsOf<BookingRowDto>();

const columnsIn = ({ locale, timeZone }: Shop) =>
  column.columns([
    column.accessor('booking_number', {
      header: 'Booking',
      meta: { card: 1 },
      cell: ({ row: { original: booking } }) => (
        <span className="lead-cell whitespace-nowrap">
          <Link className="row-link" href={`/admin/bookings/${booking.id}`}>
            {booking.booking_number}
          </Link>
          <span className="sub">{CHANNEL[booking.channel]}</span>
        </span>
      ),
    }),
    column.accessor('date', {
      header: 'Event',
      meta: { sort: 'date', card: 5 },
      cell: ({ row: { original: booking } }) => (
        <span className="whitespace-nowrap">
          {eventDay(booking.date, locale)}
          <span className="sub">
            {booking.event_type}
            {booking.starts_at ? (
              <>
                , <Time at={booking.starts_at} timeZone={timeZone} locale={locale} format="clock" />
              </>
            ) : null}
          </span>
        </span>
      ),
    }),
    column.accessor('client_name', {
      header: 'Client',
      meta: { card: 3 },
      cell: ({ row: { original: booking } }) => (
        <span>
          {booking.client_name}
          <span className="sub">{formatPhone(booking.client_phone)}</span>
        </span>
      ),
    }),
    column.accessor('package', {
      header: 'Package',
      meta: { card: 6 },
      cell: ({ row: { original: booking } }) => (
        <span>
          {booking.package?.name ?? 'None chosen'}
          <span className="sub">{booking.theme?.name}</span>
        </span>
      ),
    }),
    column.accessor('status', {
      header: 'Status',
      meta: { card: 4 },
      cell: ({ getValue }) => <BookingStatus status={getValue()} />,
    }),
    column.accessor('quoted', {
      header: 'Quote',
      meta: { num: true, card: 2 },
      cell: ({ row: { original: booking } }) =>
        booking.quoted === null ? '–' : <Money amount={booking.quoted} currency={booking.currency} locale={locale} />,
    }),
    column.accessor('created_at', {
      header: 'Asked',
      meta: { sort: 'created_at', first: 'desc' },
      cell: ({ getValue }) => <Time at={getValue()} timeZone={timeZone} locale={locale} format="short" />,
    }),
  ]);

export const BookingsTable = ({ rows, sort, shop }: { rows: BookingRowDto[]; sort: string; shop: Shop }) => (
  <DataTable caption="Bookings" rows={rows} columns={columnsIn(shop)} sort={sort} />
);
