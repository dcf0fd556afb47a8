import type { Metadata } from 'next';
import { permanentRedirect } from 'next/navigation';
import { cache } from 'react';
import { PackageView } from '#components/shop/events/package-view';
import { JsonLd } from '#components/shop/shell/json-ld';
import { getPackage, listPackages, listThemes } from '#lib/events/queries';
import { wordsIn } from '#lib/i18n/words';
import { getSettings } from '#lib/settings/queries';
import { packageData } from '../../../../../components/shop/events/linked-data.ts';
import { breadcrumbs } from '../../../../../components/shop/shell/linked-data.ts';
import { missing, missingHead } from '../../missing.tsx';
import { addressHere, alternates, type ShopPageProps, shopContext, shopPage } from '../../shop-page.ts';

export const revalidate = 300;
export const generateStaticParams = () => [];

/** A row of each. */
const BESIDE = 3;

const find = cache(async (slug: string) => getPackage(await shopContext(), slug));

export async function generateMetadata({ params }: ShopPageProps<{ slug: string }>): Promise<Metadata> {
  const { ctx, params: place } = await shopPage(params);
  const one = await find(place.slug);
  if (!one) return missingHead(ctx);
  const { name: title, slug } = one;
  const description = one.description || undefined;
  const images = one.images[0]
    ? [{ url: `/share/packages/${slug}.jpg`, width: 1200, height: 630, alt: one.images[0].alt || title }]
    : undefined;
  return {
    title,
    description,
    alternates: await alternates(`/packages/${slug}`),
    openGraph: { type: 'website', title, description, url: await addressHere(`/packages/${slug}`), images },
  };
}

export default async function PackagePage({ params }: ShopPageProps<{ slug: string }>) {
  const { ctx, params: values } = await shopPage(params);
  const one = await find(values.slug);
  if (!one) return missing();
  // Addresses by id stand in letters; people and search engines see one address only.
  if (one.slug !== values.slug) permanentRedirect(await addressHere(`/packages/${one.slug}`));
  const [{ shop }, packages, themes] = await Promise.all([getSettings(ctx), listPackages(ctx), listThemes(ctx)]);
  const here = await addressHere(`/packages/${one.slug}`);
  return (
    <>
      <JsonLd data={packageData(one, shop.name, here)} />
      <JsonLd
        data={breadcrumbs([
          { name: wordsIn(ctx.locale, 'titles')('home'), path: await addressHere('/') },
          { name: wordsIn(ctx.locale, 'events')('packages'), path: await addressHere('/packages') },
          { name: one.name, path: here },
        ])}
      />
      <PackageView
        one={one}
        others={packages.items.filter(({ id }) => id !== one.id).slice(0, BESIDE)}
        themes={themes.items.slice(0, BESIDE)}
        locale={ctx.locale}
      />
    </>
  );
}
