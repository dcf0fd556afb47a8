import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { z } from 'zod';
import { ClientFacts, DayLoad, EventFacts } from '#components/admin/bookings/booking-facts';
import { BookingMoney } from '#components/admin/bookings/booking-money';
import { BookingNote } from '#components/admin/bookings/booking-note';
import { BookingSteps } from '#components/admin/bookings/booking-steps';
import { BookingTimeline } from '#components/admin/bookings/booking-timeline';
import { BookingStatus } from '#components/admin/bookings/status';
import { PageHeader } from '#components/admin/shell/page-header';
import { Panel } from '#components/admin/shell/stat-tile';
import { Notice } from '#components/ui/notice';
import { listPackages, listThemes } from '#lib/events/queries';
import { getBooking, listBookingDays } from '#lib/events/queries/bookings';
import { staffPage } from '#lib/http/page';
import { getSettings } from '#lib/settings/queries';
import { dayOf } from '#lib/time';

type Props = { params: Promise<{ id: string }> };

const readBooking = cache(async (id: string) =>
  z.uuid().safeParse(id).success ? getBooking(await staffPage(), { id }) : null,
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const booking = await readBooking((await params).id);
  return { title: booking?.booking_number ?? 'Booking' };
}

export default async function BookingPage({ params }: Props) {
  const ctx = await staffPage();
  const [{ shop }, booking, { items: packages }, { items: themes }] = await Promise.all([
    getSettings(ctx),
    readBooking((await params).id),
    listPackages(ctx),
    listThemes(ctx),
  ]);
  if (!booking) notFound();
  const day = (await listBookingDays(ctx, { from: booking.date, to: booking.date })).get(booking.date) ?? {
    date: booking.date,
    bookings: [],
    packages: [],
  };
  const words = { locale: shop.locale, timeZone: shop.time_zone };
  const isOver = booking.status === 'declined' || booking.status === 'cancelled';

  return (
    <>
      <PageHeader
        title={booking.booking_number}
        crumbs={[{ label: 'Bookings', href: '/admin/bookings' }, { label: booking.booking_number }]}
        status={<BookingStatus status={booking.status} />}
      />
      <BookingSteps
        booking={booking}
        day={day}
        today={dayOf(ctx.now, shop.time_zone)}
        packages={packages.map(({ id, name, price, deposit_percent }) => ({ id, name, price, deposit_percent }))}
        themes={themes.map(({ id, name }) => ({ id, name }))}
        shop={words}
      />
      {booking.status === 'accepted' && booking.deposit_due === 0 ? (
        <Notice tone="warn" title="Accepted, and not confirmed yet">
          <p>Nothing is left to be paid before the day is kept. Confirm it, or move it if the day is gone.</p>
        </Notice>
      ) : null}
      {isOver && booking.reason ? (
        <Notice tone="warn" title={booking.status === 'declined' ? 'Declined' : 'Cancelled'}>
          <p>{booking.reason}</p>
        </Notice>
      ) : null}
      <div className="detail">
        <div>
          <EventFacts booking={booking} shop={words} />
          <Panel title="What happened">
            <BookingTimeline events={booking.events} {...words} />
          </Panel>
        </div>
        <div>
          <BookingMoney booking={booking} shop={words} />
          <DayLoad day={day} booking={booking} />
          <ClientFacts booking={booking} />
          <Panel title="Internal">
            <BookingNote bookingId={booking.id} note={booking.internal_note ?? ''} />
          </Panel>
        </div>
      </div>
    </>
  );
}
