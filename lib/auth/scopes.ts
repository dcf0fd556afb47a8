/** What a key may be allowed to do. Pure: forms and the API document show it too. */

/** Each scope with what it allows. `admin` scopes open what otherwise only admins may do. */
export const SCOPE_TEXT = {
  'orders:read': 'See orders, payments and the day sheet',
  'orders:write': 'Take, change and move orders, record payments',
  'bookings:read': 'See bookings of events',
  'bookings:write': 'Take, quote, confirm and move bookings, block days, record deposits',
  'products:read': 'See products and categories at the desk',
  'products:write': 'Change products, pictures and categories',
  'stock:read': 'See movements and plans',
  'stock:write': 'Change quantities and plans',
  'customers:read': 'See customers',
  'customers:write': 'Add and change customers',
  'customers:admin': 'Export what is kept about a customer, and forget them',
  'places:read': 'See places, hours, zones and times',
  'places:admin': 'Change places, hours, zones and times',
  'packages:read': 'See packages and themes at the desk',
  'packages:write': 'Change packages and themes, with their pictures',
  'testimonials:read': 'See testimonials at the desk',
  'testimonials:write': 'Add, change and publish testimonials',
  'translations:read': 'See what is translated at the desk',
  'translations:write': 'Translate what the shop wrote',
  'chat:read': 'See talks with visitors',
  'chat:write': 'Answer, move and assign talks',
  'analytics:read': 'See figures',
  'settings:admin': 'See and change how the shop works',
  'webhooks:admin': 'See and change webhooks and what was sent to them',
  'metrics:admin': 'See figures of the running shop, for Prometheus',
  'operation:admin': 'See the outbox with all messages, the audit and background work; retry what failed',
  'imports:admin': 'Import and export products and customers',
} as const;

export type Scope = keyof typeof SCOPE_TEXT;

const isScope = (word: string): word is Scope => Object.hasOwn(SCOPE_TEXT, word);

export const SCOPES = Object.keys(SCOPE_TEXT).filter(isScope);

/** Kept as `bk_` and 256 random bits; so many of its signs are shown again, to tell one from another. */
export const API_KEY_MARK = 'bk_';
export const SHOWN_SIGNS = 11;

export const API_KEY_STATES = ['active', 'expired', 'revoked', 'orphaned'] as const;
export type ApiKeyState = (typeof API_KEY_STATES)[number];

/** Why a key is refused; `orphaned`: whoever made it is no admin any more. */
export function apiKeyState(
  key: { revokedAt: Date | null; expiresAt: Date | null; isMakerAdmin: boolean },
  now: Date,
): ApiKeyState {
  if (key.revokedAt !== null) return 'revoked';
  if (key.expiresAt !== null && key.expiresAt.getTime() <= now.getTime()) return 'expired';
  return key.isMakerAdmin ? 'active' : 'orphaned';
}
