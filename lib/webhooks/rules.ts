/** What other programs are told, and how long they are tried. Pure. */

export const WEBHOOK_EVENTS = [
  'order.placed',
  'order.status_changed',
  'payment.changed',
  'stock.low',
  'booking.requested',
  'booking.status_changed',
] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

/** What a test is called; nobody has to choose it. */
export const TEST_EVENT = 'test';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const LONGEST_PAUSE = 2 * HOUR;

/** How long one delivery is tried. */
export const RETRY_MS = 24 * HOUR;
/** The old secret goes on signing for so long: receivers take either. */
export const ROTATION_MS = 24 * HOUR;
/** Within it a request has ended: whoever claimed a delivery before that is dead. */
export const IN_FLIGHT_MS = 30_000;
/** A day of failure; a little less, because the last try of a delivery may come early by the seconds it waited. */
const FAILING_MS = RETRY_MS - 5 * MINUTE;

/**
 * When it is tried again after so many tries: 1, 2, 4 minutes and so on up to two hours, and once at the very end. Null
 * when that is over.
 */
export function nextAttempt(attempts: number, retryUntil: Date, now: Date): Date | null {
  if (now >= retryUntil) return null;
  const pause = Math.min(MINUTE * 2 ** Math.min(attempts - 1, 20), LONGEST_PAUSE);
  return new Date(Math.min(now.getTime() + pause, retryUntil.getTime()));
}

/** Nothing has arrived for a day: it is switched off. */
export const isDead = (failingSince: Date, now: Date): boolean => now.getTime() - failingSince.getTime() >= FAILING_MS;

export const WEBHOOK_STATES = ['active', 'failing', 'paused', 'switched_off'] as const;
export type WebhookState = (typeof WEBHOOK_STATES)[number];

/** `switched_off`: by the shop, after a day of failure; `paused`: by somebody. */
export function webhookState(row: {
  isActive: boolean;
  disabledReason: 'failing' | 'paused' | null;
  failingSince: Date | null;
}): WebhookState {
  if (!row.isActive) return row.disabledReason === 'failing' ? 'switched_off' : 'paused';
  return row.failingSince === null ? 'active' : 'failing';
}

/** Https, and no names or passwords that would stand in logs; plain http where private addresses are allowed. */
export function urlComplaint(url: string, isPrivateAllowed: boolean): string | null {
  const parsed = URL.parse(url);
  if (!parsed || parsed.hostname === '') return 'Enter an address such as https://example.com/hooks.';
  if (parsed.username || parsed.password) return 'Leave name and password out of the address.';
  if (parsed.protocol === 'https:' || (isPrivateAllowed && parsed.protocol === 'http:')) return null;
  return 'The address has to begin with https://.';
}
