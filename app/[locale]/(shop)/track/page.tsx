import type { Metadata } from 'next';
import { TrackPage } from '#components/shop/order/track-page';
import { wordsIn } from '#lib/i18n/words';
import { formatPhone } from '#lib/phone';
import { getSettings } from '#lib/settings/queries';
import { alternates, shopPage } from '../shop-page.ts';

export async function generateMetadata({ params }: PageProps<'/[locale]/track'>): Promise<Metadata> {
  const { ctx } = await shopPage(params);
  const t = wordsIn(ctx.locale, 'titles');
  return { title: t('track'), description: t('track_text'), alternates: await alternates('/track') };
}

export default async function Page({ params, searchParams }: PageProps<'/[locale]/track'>) {
  const { ctx } = await shopPage(params);
  const [{ shop }, { number }] = [await getSettings(ctx), await searchParams];
  const orderNumber = typeof number === 'string' ? number.slice(0, 40) : '';
  return (
    <TrackPage
      orderNumber={orderNumber}
      phone={formatPhone(shop.phone)}
      clock={{ timeZone: shop.time_zone, locale: ctx.locale }}
    />
  );
}
