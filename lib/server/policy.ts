import { createHash } from 'node:crypto';
import type { Env } from '../env.ts';
import { hashPolicy } from './content-policy.ts';

const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/gi;

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** For a document everybody gets alike: exactly the inline scripts it was stored with, nothing else. */
export function staticPolicy(html: string): string {
  const hashes = new Set<string>();
  for (const found of html.matchAll(INLINE_SCRIPT)) hashes.add(hash(found[1] ?? ''));
  return hashPolicy([...hashes]);
}

/** What the API answers is data: shown by itself it may load, run and be framed by nothing. Style is for drawings. */
export const DATA_POLICY = [
  'Content-Security-Policy',
  "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
];

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
