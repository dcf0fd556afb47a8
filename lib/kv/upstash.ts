import { Redis } from '@upstash/redis';
import { env } from '#lib/env';

/** Milliseconds. What Redis keeps is there to be fast: whoever waits longer does without. */
const PATIENCE_MS = 500;

let client: Redis | null | undefined;

/**
 * The Redis of this installation, or null when none is configured: then memory does its work. It may be away at any
 * moment, so nothing that has to be right may depend on it (decision 035). Our server reads this file too, which runs
 * without the condition that `server-only` asks for.
 */
export function upstash(): Redis | null {
  if (client === undefined) {
    const { UPSTASH_REDIS_REST_URL: url, UPSTASH_REDIS_REST_TOKEN: token } = env();
    client =
      url && token
        ? new Redis({
            url,
            token,
            enableTelemetry: false,
            retry: false,
            signal: () => AbortSignal.timeout(PATIENCE_MS),
          })
        : null;
  }
  return client;
}
