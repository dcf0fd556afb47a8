import type { Metadata } from 'next';
import { BookingTicket } from '#components/shop/book/booking-ticket';
import { ButtonLink } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import { getBookingByLink } from '#lib/events/queries/bookings';
import { readOrderKey } from '#lib/http/order-cookie';
import { pageContext } from '#lib/http/page';
import { formatPhone } from '#lib/phone';
import { getSettings } from '#lib/settings/queries';
import { missing } from '../../missing.tsx';
import { shopPage } from '../../shop-page.ts';

export const metadata: Metadata = { title: 'Your booking', robots: { index: false, follow: false } };

/** The booking whose signed link this browser has opened. Without its key there is nothing here, whatever the number. */
export default async function Page({ params, searchParams }: PageProps<'/[locale]/booking/[number]'>) {
  const { number } = (await shopPage(params)).params;
  const ctx = await pageContext();
  const [booking, { shop }] = await Promise.all([
    getBookingByLink(ctx, { booking_number: number, key: await readOrderKey() }),
    getSettings(ctx),
  ]);
  if (!booking) {
    return missing(
      <EmptyState
        art="empty-orders"
        heading="h1"
        title="This page opens with its link"
        action={<ButtonLink href="/book">Book an event</ButtonLink>}
      >
        Bookings are private: use the link in our mails, or sign in if you asked with your account.
      </EmptyState>,
    );
  }
  const { again } = await searchParams;
  return (
    <BookingTicket
      booking={booking}
      clock={{ timeZone: shop.time_zone, locale: shop.locale }}
      phone={formatPhone(shop.phone)}
      isRepeat={again === '1'}
      now={ctx.now.toISOString()}
    />
  );
}
