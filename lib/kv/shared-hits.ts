import { createHmac } from 'node:crypto';
import type { Redis } from '@upstash/redis';
import { log } from '../log.ts';
import type { ShareHits } from '../server/limiter.ts';

/** In one script, so that nobody who dies between two commands leaves a counter without an end. */
const ADD = `local totals = {}
for i, key in ipairs(KEYS) do
  local hits = tonumber(ARGV[i + 1])
  local total = redis.call('INCRBY', key, hits)
  if total == hits then redis.call('PEXPIRE', key, ARGV[1]) end
  totals[i] = total
end
return totals`;

/** Keys of one script. */
const MOST_KEYS = 500;
/** Milliseconds without another try after a failure: until then every process counts for itself. */
const PAUSE_MS = 5000;

/** Counts of one limiter that several processes add up in Redis. Whom they count is not readable there. */
export function shareHits(redis: Pick<Redis, 'eval'>, name: string, secret: string): ShareHits {
  let pauseUntil = 0;
  const sealed = (key: string) => createHmac('sha256', secret).update(key).digest('base64url').slice(0, 22);

  return async (hits, windowEnd) => {
    const totals = new Map<string, number>();
    if (Date.now() < pauseUntil) return totals;
    const all = [...hits];
    try {
      for (let at = 0; at < all.length; at += MOST_KEYS) {
        const some = all.slice(at, at + MOST_KEYS);
        const keys = some.map(([key]) => `hits:${name}:${windowEnd}:${sealed(key)}`);
        // A little longer than the window: clocks differ.
        const life = Math.max(1, windowEnd - Date.now()) + 10_000;
        const counted = await redis.eval<number[], number[]>(ADD, keys, [life, ...some.map(([, count]) => count)]);
        for (const [index, [key]] of some.entries()) {
          const total = counted[index];
          if (typeof total === 'number') totals.set(key, total);
        }
      }
    } catch (err) {
      pauseUntil = Date.now() + PAUSE_MS;
      log().warn({ err, limit: name }, 'Redis is away; until it is back every process counts for itself');
    }
    return totals;
  };
}
