import type { Metadata } from 'next';
import { permanentRedirect } from 'next/navigation';
import { cache } from 'react';
import { ThemeView } from '#components/shop/events/theme-view';
import { JsonLd } from '#components/shop/shell/json-ld';
import { getTheme, listPackages, listThemes } from '#lib/events/queries';
import { themeData } from '../../../../../components/shop/events/linked-data.ts';
import { breadcrumbs } from '../../../../../components/shop/shell/linked-data.ts';
import { missing, missingHead } from '../../missing.tsx';
import { type ShopPageProps, shopContext, shopPage } from '../../shop-page.ts';

export const revalidate = 300;
export const generateStaticParams = () => [];

/** A row of each. */
const BESIDE = 3;

const find = cache(async (slug: string) => getTheme(await shopContext(), slug));

export async function generateMetadata({ params }: ShopPageProps<{ slug: string }>): Promise<Metadata> {
  const one = await find((await params).slug);
  if (!one) return missingHead;
  const { name: title, slug } = one;
  const description = one.description || undefined;
  const [image] = one.gallery_images;
  const images = image
    ? [{ url: `/share/themes/${slug}.jpg`, width: 1200, height: 630, alt: image.alt || title }]
    : undefined;
  return {
    title,
    description,
    alternates: { canonical: `/themes/${slug}` },
    openGraph: { type: 'website', title, description, url: `/themes/${slug}`, images },
  };
}

export default async function ThemePage({ params }: ShopPageProps<{ slug: string }>) {
  const { ctx, params: values } = await shopPage(params);
  const one = await find(values.slug);
  if (!one) return missing();
  // Addresses by id stand in letters; people and search engines see one address only.
  if (one.slug !== values.slug) permanentRedirect(`/themes/${one.slug}`);
  const [packages, themes] = await Promise.all([listPackages(ctx), listThemes(ctx)]);
  return (
    <>
      <JsonLd data={themeData(one)} />
      <JsonLd
        data={breadcrumbs([
          { name: 'Themes', path: '/themes' },
          { name: one.name, path: `/themes/${one.slug}` },
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
