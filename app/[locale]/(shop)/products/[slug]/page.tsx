import type { Metadata } from 'next';
import { permanentRedirect } from 'next/navigation';
import { cache } from 'react';
import { ProductView } from '#components/shop/product/product-view';
import { JsonLd } from '#components/shop/shell/json-ld';
import { listRelatedProducts } from '#lib/catalog/queries';
import { markHoldsUntil } from '#lib/http/holds-until';
import { wordsIn } from '#lib/i18n/words';
import { getPromisedProduct, withEarliest } from '#lib/promise/queries/products';
import { holdsUntil } from '#lib/promise/rules';
import { getSettings } from '#lib/settings/queries';
import { getTileShop } from '../../../../../components/shop/catalog/tile-shop.ts';
import { breadcrumbs, productData } from '../../../../../components/shop/shell/linked-data.ts';
import { missing, missingHead } from '../../missing.tsx';
import { addressHere, alternates, type ShopPageProps, shopContext, shopPage } from '../../shop-page.ts';

export const revalidate = 300;
export const generateStaticParams = () => [];

const findProduct = cache(async (slug: string) => getPromisedProduct(await shopContext(), slug));

export async function generateMetadata({ params }: ShopPageProps<{ slug: string }>): Promise<Metadata> {
  const { ctx, params: place } = await shopPage(params);
  const product = await findProduct(place.slug);
  if (!product) return missingHead(ctx);
  const { name: title, slug } = product;
  const description = product.description ?? undefined;
  const images = product.images[0]
    ? [{ url: `/share/${slug}.jpg`, width: 1200, height: 630, alt: product.images[0].alt }]
    : undefined;
  return {
    title,
    description,
    alternates: await alternates(`/products/${slug}`),
    openGraph: { type: 'website', title, description, url: await addressHere(`/products/${slug}`), images },
  };
}

export default async function ProductPage({ params }: ShopPageProps<{ slug: string }>) {
  const {
    ctx,
    params: { slug },
  } = await shopPage(params);
  const product = await findProduct(slug);
  if (!product) return missing();
  // Addresses by id stand in mails and exports; people and search engines see one address only.
  if (product.slug !== slug) permanentRedirect(await addressHere(`/products/${product.slug}`));
  const [{ shop }, tiles, others] = await Promise.all([
    getSettings(ctx),
    getTileShop(ctx),
    listRelatedProducts(ctx, product),
  ]);
  const related = await withEarliest(ctx, others);
  markHoldsUntil(holdsUntil([product, ...related]));
  const { category } = product;
  const here = await addressHere(`/products/${slug}`);
  return (
    <>
      <JsonLd data={productData(product, shop.name, here)} />
      <JsonLd
        data={breadcrumbs([
          { name: wordsIn(ctx.locale, 'titles')('home'), path: await addressHere('/') },
          { name: category.name, path: await addressHere(`/categories/${category.slug}`) },
          { name: product.name, path: here },
        ])}
      />
      <ProductView product={product} related={related} shop={tiles} />
    </>
  );
}
