import { env } from '../../../lib/env.ts';
import type { Package } from '../../../lib/events/package-output.ts';
import type { Theme } from '../../../lib/events/theme-output.ts';

/** Packages and themes in the words of schema.org. */

const absolute = (path: string) => new URL(path, `${env().APP_URL}/`).href;
const CONTEXT = 'https://schema.org';

export function packageData(one: Package, provider: string, path: string) {
  const url = absolute(path);
  const amount = one.price?.toFixed(2);
  return {
    '@context': CONTEXT,
    '@type': 'Service',
    name: one.name,
    description: one.description || undefined,
    image: one.images.map((image) => absolute(image.url)),
    url,
    provider: { '@type': 'LocalBusiness', '@id': absolute('/#shop'), name: provider },
    // On request there is nothing to offer yet.
    offers:
      amount === undefined
        ? undefined
        : {
            '@type': 'Offer',
            url,
            ...(one.price_kind === 'fixed'
              ? { price: amount, priceCurrency: one.currency }
              : {
                  priceSpecification: {
                    '@type': 'PriceSpecification',
                    minPrice: amount,
                    priceCurrency: one.currency,
                  },
                }),
          },
  };
}

export function themeData(one: Theme, path: string) {
  return {
    '@context': CONTEXT,
    '@type': 'ImageGallery',
    name: one.name,
    description: one.description || undefined,
    url: absolute(path),
    image: one.gallery_images.map((image) => ({
      '@type': 'ImageObject',
      contentUrl: absolute(image.url),
      caption: image.alt || undefined,
    })),
  };
}
