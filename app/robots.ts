import type { MetadataRoute } from 'next';
import { connection } from 'next/server';
import { env } from '#lib/env';

/** Made per request: the address of the shop is not known when the app is built. */
export default async function robots(): Promise<MetadataRoute.Robots> {
  await connection();
  return {
    rules: {
      userAgent: '*',
      allow: '/',
      disallow: ['/admin', '/api/', '/cart', '/checkout', '/order/', '/track', '/account', '/booking/'],
    },
    sitemap: `${env().APP_URL}/sitemap.xml`,
  };
}
