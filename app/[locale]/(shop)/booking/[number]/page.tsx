import { BookingTicket } from '#components/shop/book/booking-ticket';
import { WordsFor } from '#components/shop/words';
import { ButtonLink } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import { getBookingByLink } from '#lib/events/queries/bookings';
import { readClaimRefusal } from '#lib/http/claim-refusal';
import { readOrderKey } from '#lib/http/order-cookie';
import { pageContext } from '#lib/http/page';
import { wordsIn } from '#lib/i18n/words';
import { formatPhone } from '#lib/phone';
import { getSettings } from '#lib/settings/queries';
import { missing } from '../../missing.tsx';
import { privateHead, shopPage } from '../../shop-page.ts';

export const generateMetadata = privateHead('your_booking', { robots: { index: false, follow: false } });

/** The booking whose signed link this browser has opened. Without its key there is nothing here, whatever the number. */
export default async function Page({ params, searchParams }: PageProps<'/[locale]/booking/[number]'>) {
  const {
    ctx: page,
    params: { number },
  } = await shopPage(params);
  const ctx = { ...(await pageContext()), locale: page.locale };
  const [booking, { shop }] = await Promise.all([
    getBookingByLink(ctx, { booking_number: number, key: await readOrderKey() }),
    getSettings(ctx),
  ]);
  if (!booking) {
    const t = wordsIn(ctx.locale, 'booking');
    return missing(
      <EmptyState
        art="empty-orders"
        heading="h1"
        title={t('link_title')}
        action={<ButtonLink href="/book">{t('book_event')}</ButtonLink>}
      >
        {t('link_text')}
      </EmptyState>,
    );
  }
  const { again, refused } = await searchParams;
  return (
    <WordsFor areas={['booking', 'paying']}>
      <BookingTicket
        booking={booking}
        clock={{ timeZone: shop.time_zone, locale: ctx.locale }}
        phone={formatPhone(shop.phone)}
        isRepeat={again === '1'}
        refusal={await readClaimRefusal(refused, ctx.locale)}
        now={ctx.now.toISOString()}
      />
    </WordsFor>
  );
}
