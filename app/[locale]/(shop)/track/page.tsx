import type { Metadata } from 'next';
import { TrackPage } from '#components/shop/order/track-page';
import { pageContext } from '#lib/http/page';
import { formatPhone } from '#lib/phone';
import { getSettings } from '#lib/settings/queries';
import { shopPage } from '../shop-page.ts';

export const metadata: Metadata = {
  title: 'Track an order',
  description: 'Where an order stands, by its number and the phone it was ordered with.',
};

export default async function Page({ params, searchParams }: PageProps<'/[locale]/track'>) {
  await shopPage(params);
  const [{ shop }, { number }] = [await getSettings(await pageContext()), await searchParams];
  const orderNumber = typeof number === 'string' ? number.slice(0, 40) : '';
  return (
    <TrackPage
      orderNumber={orderNumber}
      phone={formatPhone(shop.phone)}
      clock={{ timeZone: shop.time_zone, locale: shop.locale }}
    />
  );
}
