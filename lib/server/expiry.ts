import type { Keeper } from './keeper.ts';
import type { Listener } from './listener.ts';

/** Commands NOTIFY this channel with the tags they changed, comma separated. */
export const EXPIRY_CHANNEL = 'barrow_expire';

/**
 * Hears from every other process what has expired. Notifications are lost while the connection is away, so each time it
 * is back everything expires once.
 */
export function listenForExpiry(listener: Listener, keeper: Keeper): void {
  listener.hear(
    EXPIRY_CHANNEL,
    (payload) => keeper.expire(payload.split(',').filter((tag) => tag !== '')),
    () => keeper.expireAll(),
  );
}
