import postgres from 'postgres';
import { log } from '../log.ts';
import type { Keeper } from './keeper.ts';

/** Commands NOTIFY this channel with the tags they changed, comma separated. */
export const EXPIRY_CHANNEL = 'barrow_expire';

/**
 * Hears from every other process what has expired. Notifications are lost while the connection is away, so each time it
 * is back everything expires once.
 */
export function listenForExpiry(url: string, keeper: Keeper): { stop: () => Promise<void> } {
  const sql = postgres(url, {
    max: 1,
    prepare: false,
    fetch_types: false,
    connect_timeout: 5,
    keep_alive: 10,
    backoff: (retries) => Math.min(0.2 * retries, 2),
    connection: { application_name: 'barrow-expiry' },
    onnotice: () => undefined,
  });
  let isStopped = false;
  let retry: NodeJS.Timeout | undefined;

  function listen(): void {
    sql
      .listen(
        EXPIRY_CHANNEL,
        (payload) => keeper.expire(payload.split(',').filter((tag) => tag !== '')),
        () => keeper.expireAll(),
      )
      .catch((err: unknown) => {
        if (isStopped) return;
        log().warn({ err }, 'the connection that hears of expired responses is away; trying again');
        retry = setTimeout(listen, 1000);
      });
  }
  listen();
  return {
    async stop() {
      isStopped = true;
      clearTimeout(retry);
      await sql.end({ timeout: 1 });
    },
  };
}
