import type { IncomingMessage } from 'node:http';

const METHODS = 'GET, POST, PUT, PATCH, DELETE';
const REQUEST_HEADERS =
  'Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, Barrow-Cart, Barrow-Chat, Barrow-Order-Key';
const EXPOSED =
  'X-Request-Id, ETag, Idempotent-Replayed, Retry-After, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset';

/** Flattened headers for a browser from one of the allowed origins; empty for everybody else. */
export function corsHeaders(request: IncomingMessage, origins: readonly string[]): readonly string[] {
  const { origin } = request.headers;
  if (origin === undefined || !origins.includes(origin)) return [];
  return [
    'Access-Control-Allow-Origin',
    origin,
    'Access-Control-Allow-Credentials',
    'true',
    'Access-Control-Expose-Headers',
    EXPOSED,
  ];
}

export function preflightHeaders(request: IncomingMessage, origins: readonly string[]): readonly string[] {
  const allowed = corsHeaders(request, origins);
  const own = ['Allow', `${METHODS}, HEAD, OPTIONS`, 'Content-Length', '0', 'Vary', 'Origin'];
  if (allowed.length === 0) return own;
  return [
    ...own,
    ...allowed,
    'Access-Control-Allow-Methods',
    METHODS,
    'Access-Control-Allow-Headers',
    REQUEST_HEADERS,
    'Access-Control-Max-Age',
    '600',
  ];
}
