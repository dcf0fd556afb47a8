import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Badge } from '#components/ui/badge';
import { Breadcrumb } from '#components/ui/breadcrumb';
import { Goods } from '#components/ui/goods';
import { Icon } from '#components/ui/icons';
import { Price } from '#components/ui/money';
import { Section } from '#components/ui/section';
import type { Product, ProductCard } from '#lib/catalog/output';
import { renderMarkdown } from '#lib/content/markdown';
import { formatAmount } from '#lib/money';
import { ProductTile, type TileShop } from '../catalog/product-tile.tsx';
import { availabilityWords, isFromPrice, listWords, unitPriceWords } from '../catalog/words.ts';
import { WordsFor } from '../words.tsx';
import { BuyForm } from './buy-form.tsx';
import { Gallery } from './gallery.tsx';

/** One product: pictures left, the decision right, what one may want to know below. */
export function ProductView({
  product,
  related,
  shop,
}: {
  product: Product;
  related: readonly ProductCard[];
  shop: TileShop;
}) {
  const t = useTranslations('product');
  const catalog = useTranslations('catalog');
  const { category, currency, variants } = product;
  const { locale, today } = shop;
  const [only] = variants.length === 1 ? variants : [];
  // The promise says how long it takes; where there are no times, words do.
  const lead = shop.hasTimes ? 0 : product.lead_time_minutes;
  const availability = availabilityWords(
    { ...product, in_stock: true, lead_time_minutes: lead },
    today,
    locale,
    catalog,
  );
  return (
    <>
      <div className="wrap product">
        <div className="product-crumbs">
          <Breadcrumb
            crumbs={[
              { label: t('home'), href: '/' },
              { label: category.name, href: `/categories/${category.slug}` },
              { label: product.name },
            ]}
          />
        </div>
        <Gallery images={product.images} name={product.name} slug={product.slug} />
        <div className="product-decide">
          {product.featured ? <Badge tone="accent">{t('our_favorite')}</Badge> : null}
          <h1>{product.name}</h1>
          <p className="product-price">
            <Price
              amount={product.price}
              currency={currency}
              locale={locale}
              from={isFromPrice(product)}
              unit={only ? unitPriceWords(only.unit_price, currency, locale, catalog('piece')) : undefined}
            />
          </p>
          {product.description ? <p className="lead">{product.description}</p> : null}
          {availability ? (
            <p className="product-promise">
              <Icon name="clock" size={18} />
              {availability}
            </p>
          ) : null}
          <WordsFor areas={['buy']}>
            <BuyForm
              slug={product.slug}
              name={product.name}
              most={product.max_per_order}
              isInSeason={product.available_from === null || product.available_from <= today}
              shop={shop}
              variants={variants.map((variant) => ({
                id: variant.id,
                title: variant.title,
                price: formatAmount(variant.price, currency, locale),
                unit: unitPriceWords(variant.unit_price, currency, locale, catalog('piece')) ?? null,
                stock_quantity: variant.stock_quantity,
                in_stock: variant.in_stock,
                few_left: variant.few_left,
                next: variant.next,
                isMadePerDay: variant.stock_mode === 'per_date',
              }))}
            />
          </WordsFor>
          <Facts product={product} locale={locale} />
        </div>
      </div>
      {related.length > 0 ? (
        <Section
          title={t('more_from', { category: category.name })}
          more={{ href: `/categories/${category.slug}`, label: t('all_of', { category: category.name }) }}
        >
          <Goods>
            {related.map((one) => (
              <ProductTile key={one.id} product={one} shop={shop} lasting />
            ))}
          </Goods>
        </Section>
      ) : null}
    </>
  );
}

function Facts({ product, locale }: { product: Product; locale: string }) {
  const t = useTranslations('product');
  const allergenWords = useTranslations('allergens');
  const { allergens, ingredients, details, attributes } = product;
  const contains = listWords(
    allergens.map((one) => allergenWords(one)),
    locale,
  );
  const rows: { term: string; value: ReactNode }[] = [
    ...Object.entries(attributes).map(([term, value]) => ({ term, value })),
    ...(ingredients ? [{ term: t('ingredients'), value: ingredients }] : []),
    ...(allergens.length > 0 ? [{ term: t('contains'), value: <strong>{contains}</strong> }] : []),
  ];
  return (
    <div className="product-facts">
      {details ? <div className="prose" dangerouslySetInnerHTML={{ __html: renderMarkdown(details) }} /> : null}
      {rows.length > 0 ? (
        <dl className="facts">
          {rows.map(({ term, value }) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      ) : null}
    </div>
  );
}
