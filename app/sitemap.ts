import type { MetadataRoute } from 'next';
import { connection } from 'next/server';
import { listSlugs } from '#lib/catalog/queries';
import { listPages, listTestimonials } from '#lib/content/queries';
import { env } from '#lib/env';
import { listPackages, listThemes } from '#lib/events/queries';
import { publicContext } from '#lib/http/context';

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
  const under = (folder: string) => (one: { slug: string; updated_at: string }) => ({
    url: `${base}/${folder}/${one.slug}`,
    lastModified: one.updated_at,
  });
  return [
    { url: `${base}/` },
    { url: `${base}/products` },
    ...(voices.total > 0 ? [{ url: `${base}/testimonials` }] : []),
    ...(packages.total > 0 ? [{ url: `${base}/packages` }] : []),
    ...(themes.total > 0 ? [{ url: `${base}/themes` }] : []),
    ...packages.items.map(under('packages')),
    ...themes.items.map(under('themes')),
    ...categories.map(under('categories')),
    ...products.map(under('products')),
    ...pages.items.map(under('pages')),
  ];
}
