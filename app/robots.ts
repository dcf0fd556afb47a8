import type { MetadataRoute } from 'next';
import { connection } from 'next/server';
import { env } from '#lib/env';
import { LANGUAGES } from '#lib/i18n/languages';

/** Pages of one visitor, in every language. */
const privately = (prefix: string) =>
  ['cart', 'checkout', 'order/', 'track', 'account', 'booking/'].map((path) => `${prefix}/${path}`);

/** Made per request: the address of the shop is not known when the app is built. */
export default async function robots(): Promise<MetadataRoute.Robots> {
  await connection();
  return {
    rules: {
      userAgent: '*',
      allow: '/',
      disallow: ['/admin', '/api/', ...['', ...LANGUAGES.map((one) => `/${one}`)].flatMap(privately)],
    },
    sitemap: `${env().APP_URL}/sitemap.xml`,
  };
}
