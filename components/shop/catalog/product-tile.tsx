import { useTranslations } from 'next-intl';
import { ViewTransition } from 'react';
import { Badge } from '#components/ui/badge';
import { GoodCard } from '#components/ui/goods';
import { Price } from '#components/ui/money';
import type { ProductCard } from '#lib/catalog/output';
import { momentWords } from '../slots/words.ts';
import { CARD_SIZES, Photo } from './photo.tsx';
import { TileAdd, TileStock } from './tile-stock.tsx';
import { availabilityWords, isFromPrice, unitPriceWords } from './words.ts';

/** What every card must know about the shop. `today` is its business day; without `hasTimes` hours are agreed by word. */
export type TileShop = { locale: string; timeZone: string; today: string; hasTimes: boolean; daysAhead: number };

const NEW_FOR_MS = 21 * 86_400_000;

const isNew = ({ created_at }: ProductCard, today: string) =>
  Date.parse(today) - Date.parse(created_at) < NEW_FOR_MS && Date.parse(created_at) <= Date.parse(today) + 86_400_000;

const stockOf = ({ id, in_stock, few_left }: ProductCard['variants'][number]) => ({ id, in_stock, few_left });

/** `lasting` leaves out what goes stale with each sale, for pages that are not made anew then; promises end in time. */
export function ProductTile({
  product,
  shop,
  heading,
  eager,
  first,
  lasting = false,
}: {
  product: ProductCard;
  shop: TileShop;
  heading?: 'h2' | 'h3';
  eager?: boolean;
  first?: boolean;
  lasting?: boolean;
}) {
  const t = useTranslations('catalog');
  const { locale, today } = shop;
  const { variants, currency, images, earliest } = product;
  const [image] = images;
  const [only] = variants.length === 1 ? variants : [];
  const soonest = earliest.pickup ?? earliest.delivery;
  const isInSeason = product.available_from === null || product.available_from <= today;
  const canAdd = !lasting && only?.in_stock && (shop.hasTimes ? soonest !== null : isInSeason);
  const words = availabilityWords(lasting ? { ...product, in_stock: true } : product, today, locale, t);
  return (
    <GoodCard
      href={`/products/${product.slug}`}
      name={product.name}
      heading={heading}
      picture={
        image ? (
          // On the product's page the same picture is the first of the gallery: it grows into its place.
          <ViewTransition name={`picture-${product.slug}`} share="picture" default="none">
            <Photo image={image} alt="" sizes={CARD_SIZES} eager={eager} first={first} />
          </ViewTransition>
        ) : null
      }
      price={
        <Price
          amount={product.price}
          currency={currency}
          locale={locale}
          from={isFromPrice(product)}
          unit={only ? unitPriceWords(only.unit_price, currency, locale, t('piece')) : undefined}
        />
      }
      promise={
        soonest
          ? t.rich('earliest', { when: momentWords(soonest.starts_at, shop, today, true), b: (when) => <b>{when}</b> })
          : words
      }
      promiseNone={shop.hasTimes && product.in_stock ? t('not_in_days', { days: shop.daysAhead }) : undefined}
      badges={
        <>
          {lasting ? null : (
            <TileStock variants={variants.map(stockOf)} words={{ soldOut: t('sold_out'), fewLeft: t('few_left') }} />
          )}
          {isNew(product, today) ? <Badge tone="accent">{t('new')}</Badge> : null}
        </>
      }
      add={canAdd ? <TileAdd variant={stockOf(only)} name={product.name} /> : null}
    />
  );
}
