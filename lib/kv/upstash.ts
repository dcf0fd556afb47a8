import 'server-only';
import { Redis } from '@upstash/redis';
import { env } from '#lib/env';

let client: Redis | null | undefined;

/** The Redis of this installation, or null when none is configured: then PostgreSQL and memory do its work. */
export function upstash(): Redis | null {
  if (client === undefined) {
    const { UPSTASH_REDIS_REST_URL: url, UPSTASH_REDIS_REST_TOKEN: token } = env();
    client = url && token ? new Redis({ url, token, enableTelemetry: false, retry: { retries: 1 } }) : null;
  }
  return client;
}
