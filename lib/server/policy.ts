import { createHash } from 'node:crypto';
import type { Env } from '../env.ts';

const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/gi;

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

let extraImages = '';
let upgrade = '';

/** Once, at start: the policy depends on where pictures live and whether the address is encrypted. */
export function configurePolicy(env: Pick<Env, 'CLOUDINARY_URL' | 'isSecure'>): void {
  extraImages = env.CLOUDINARY_URL === undefined ? '' : ' https://res.cloudinary.com';
  upgrade = env.isSecure ? '; upgrade-insecure-requests' : '';
}

function policy(scripts: string): string {
  return [
    "default-src 'self'",
    `script-src 'self'${scripts}`,
    // Dialogs lock scrolling with a style element of changing content, which neither hash nor nonce can name. A style
    // runs nothing, and what it could load is confined by the lines below.
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' data: blob:${extraImages}`,
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'self'",
    `object-src 'none'${upgrade}`,
  ].join('; ');
}

/** For a document everybody gets alike: exactly the inline scripts it was stored with, nothing else. */
export function staticPolicy(html: string): string {
  const hashes = new Set<string>();
  for (const found of html.matchAll(INLINE_SCRIPT)) hashes.add(` ${hash(found[1] ?? '')}`);
  return policy([...hashes].join(''));
}

/** For a document made per request; the framework puts the nonce on its own scripts. */
export function noncePolicy(nonce: string): string {
  return policy(` 'nonce-${nonce}' 'strict-dynamic'`);
}

/** Flattened headers that every response carries. */
export function securityHeaders(env: Pick<Env, 'isSecure'>): string[] {
  return [
    'X-Content-Type-Options',
    'nosniff',
    'X-Frame-Options',
    'DENY',
    'Referrer-Policy',
    'strict-origin-when-cross-origin',
    'Permissions-Policy',
    'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
    'Cross-Origin-Opener-Policy',
    'same-origin',
    ...(env.isSecure ? ['Strict-Transport-Security', 'max-age=31536000; includeSubDomains'] : []),
  ];
}
