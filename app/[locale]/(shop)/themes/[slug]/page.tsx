import type { Metadata } from 'next';
import { permanentRedirect } from 'next/navigation';
import { cache } from 'react';
import { ThemeView } from '#components/shop/events/theme-view';
import { JsonLd } from '#components/shop/shell/json-ld';
import { getTheme, listPackages, listThemes } from '#lib/events/queries';
import { wordsIn } from '#lib/i18n/words';
import { themeData } from '../../../../../components/shop/events/linked-data.ts';
import { breadcrumbs } from '../../../../../components/shop/shell/linked-data.ts';
import { missing, missingHead } from '../../missing.tsx';
import { addressHere, alternates, type ShopPageProps, shopContext, shopPage } from '../../shop-page.ts';

export const revalidate = 300;
export const generateStaticParams = () => [];

/** A row of each. */
const BESIDE = 3;

const find = cache(async (slug: string) => getTheme(await shopContext(), slug));

export async function generateMetadata({ params }: ShopPageProps<{ slug: string }>): Promise<Metadata> {
  const { ctx, params: place } = await shopPage(params);
  const one = await find(place.slug);
  if (!one) return missingHead(ctx);
  const { name: title, slug } = one;
  const description = one.description || undefined;
  const [image] = one.gallery_images;
  const images = image
    ? [{ url: `/share/themes/${slug}.jpg`, width: 1200, height: 630, alt: image.alt || title }]
    : undefined;
  return {
    title,
    description,
    alternates: await alternates(`/themes/${slug}`),
    openGraph: { type: 'website', title, description, url: await addressHere(`/themes/${slug}`), images },
  };
}

export default async function ThemePage({ params }: ShopPageProps<{ slug: string }>) {
  const { ctx, params: values } = await shopPage(params);
  const one = await find(values.slug);
  if (!one) return missing();
  // Addresses by id stand in letters; people and search engines see one address only.
  if (one.slug !== values.slug) permanentRedirect(await addressHere(`/themes/${one.slug}`));
  const [packages, themes] = await Promise.all([listPackages(ctx), listThemes(ctx)]);
  const here = await addressHere(`/themes/${one.slug}`);
  return (
    <>
      <JsonLd data={themeData(one, here)} />
      <JsonLd
        data={breadcrumbs([
          { name: wordsIn(ctx.locale, 'titles')('home'), path: await addressHere('/') },
          { name: wordsIn(ctx.locale, 'events')('themes'), path: await addressHere('/themes') },
          { name: one.name, path: here },
        ])}
      />
      <ThemeView
        one={one}
        others={themes.items.filter(({ id }) => id !== one.id).slice(0, BESIDE)}
        packages={packages.items.slice(0, BESIDE)}
        locale={ctx.locale}
      />
    </>
  );
}
