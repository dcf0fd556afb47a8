import type { Product } from '#lib/catalog/output';
import { env } from '#lib/env';
import type { Opening } from '#lib/promise/rules/opening';
import type { Settings } from '#lib/settings/input';

/** Facts of the shop in the words of schema.org. */

const absolute = (path: string) => new URL(path, `${env().APP_URL}/`).href;
const CONTEXT = 'https://schema.org';

const KINDS: Record<Settings['shop']['look'], string> = {
  florist: 'Florist',
  bakery: 'Bakery',
  beauty: 'HealthAndBeautyBusiness',
  farm: 'GroceryStore',
  events: 'LocalBusiness',
};
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

export function localBusiness({ shop }: Settings, opening: Opening | null, picture: string | null) {
  return {
    '@context': CONTEXT,
    '@type': KINDS[shop.look],
    '@id': absolute('/#shop'),
    name: shop.name,
    description: shop.tagline || undefined,
    url: absolute('/'),
    image: picture ? absolute(picture) : undefined,
    telephone: shop.phone || undefined,
    email: shop.email || undefined,
    address: shop.street
      ? {
          '@type': 'PostalAddress',
          streetAddress: shop.street,
          postalCode: shop.postal_code || undefined,
          addressLocality: shop.city || undefined,
          addressCountry: shop.country,
        }
      : undefined,
    openingHoursSpecification: opening?.windows.map(({ weekday, starts, ends }) => ({
      '@type': 'OpeningHoursSpecification',
      dayOfWeek: `${CONTEXT}/${DAYS[weekday - 1]}`,
      opens: starts.slice(0, 5),
      closes: ends.slice(0, 5),
    })),
  };
}

/** From the home page on, which is the first of them. */
export function breadcrumbs(crumbs: readonly { name: string; path: string }[]) {
  return {
    '@context': CONTEXT,
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map(({ name, path }, place) => ({
      '@type': 'ListItem',
      position: place + 1,
      name,
      item: absolute(path),
    })),
  };
}

/** `path` is the page's address, in its language. */
export function productData(product: Product, seller: string, path: string) {
  const url = absolute(path);
  return {
    '@context': CONTEXT,
    '@type': 'Product',
    name: product.name,
    description: product.description ?? undefined,
    image: product.images.map((image) => absolute(image.url)),
    category: product.category.name,
    sku: product.variants[0]?.sku ?? undefined,
    url,
    offers: product.variants.map((variant) => ({
      '@type': 'Offer',
      name: variant.title || undefined,
      sku: variant.sku ?? undefined,
      price: variant.price.toFixed(2),
      priceCurrency: product.currency,
      availability: `${CONTEXT}/${variant.in_stock ? 'InStock' : 'OutOfStock'}`,
      url,
      seller: { '@type': 'Organization', name: seller },
    })),
  };
}
