import type { MetadataRoute } from 'next';
import { connection } from 'next/server';
import { listSlugs } from '#lib/catalog/queries';
import { listPages, listTestimonials } from '#lib/content/queries';
import { env } from '#lib/env';
import { listPackages, listThemes } from '#lib/events/queries';
import { publicContext } from '#lib/http/context';
import { addressIn } from '#lib/i18n/address';
import { type Language, offeredLanguages, prefixOf } from '#lib/i18n/languages';
import { getSettings } from '#lib/settings/queries';

/** Every address a search engine may know, with its last change. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  await connection();
  const ctx = await publicContext();
  const [{ products, categories }, pages, voices, packages, themes] = await Promise.all([
    listSlugs(ctx),
    listPages(ctx),
    listTestimonials(ctx, { limit: 1 }),
    listPackages(ctx),
    listThemes(ctx),
  ]);
  const base = env().APP_URL;
  const { shop } = await getSettings(ctx);
  const offered = offeredLanguages(shop);
  /** One entry per language, each naming all of them. */
  const inAll = (path: string, more: { lastModified?: string } = {}): MetadataRoute.Sitemap => {
    const at = (language: Language) => `${base}${addressIn(prefixOf(language, shop), path)}`;
    if (offered.length < 2) return [{ url: `${base}${path}`, ...more }];
    const languages = Object.fromEntries(offered.map((language) => [language, at(language)]));
    return offered.map((language) => ({ url: at(language), ...more, alternates: { languages } }));
  };
  const under = (folder: string) => (one: { slug: string; updated_at: string }) =>
    inAll(`/${folder}/${one.slug}`, { lastModified: one.updated_at });
  return [
    ...inAll('/'),
    ...inAll('/products'),
    ...(voices.total > 0 ? inAll('/testimonials') : []),
    ...(packages.total > 0 ? inAll('/packages') : []),
    ...(themes.total > 0 ? inAll('/themes') : []),
    ...packages.items.flatMap(under('packages')),
    ...themes.items.flatMap(under('themes')),
    ...categories.flatMap(under('categories')),
    ...products.flatMap(under('products')),
    ...pages.items.flatMap(under('pages')),
  ];
}
