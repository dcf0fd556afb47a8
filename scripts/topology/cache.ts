import { Redis } from '@upstash/redis';
import { redisCache } from '#lib/kv/cache';
import { until } from '#tests/support/wait';
import type { Check } from './across.ts';
import type { Topology } from './stage.ts';

/** The driver of the cache on a real Redis behind its REST front, which dies in between. */
export async function cacheDriver({ redis }: Topology): Promise<Check> {
  const client = new Redis({
    url: redis.url,
    token: redis.token,
    enableTelemetry: false,
    retry: false,
    signal: () => AbortSignal.timeout(500),
  });
  const cache = redisCache(client);
  const other = redisCache(client);
  const value = { name: 'Șapte pâini', price: 4.8, list: [1, null, true] };
  const seen: string[] = [];
  const note = (what: string, isFine: boolean) => void (isFine || seen.push(what));

  await cache.set('a', value, { seconds: 600, tags: ['one', 'both'] });
  await cache.set('b', 'text', { seconds: 600, tags: ['both'] });
  note('a value comes back as it was', JSON.stringify(await other.get('a')) === JSON.stringify(value));
  await other.expireTag('one');
  note('a tag ends what has it', (await cache.get('a')) === null && (await cache.get('b')) === 'text');
  await cache.del('b');
  note('what is deleted is gone', (await other.get('b')) === null);
  await cache.set('c', 1, { seconds: 600, tags: ['one'] });
  await cache.set('d', 1, { seconds: 1 });
  await until('a value ends with its time', 5000, async () => (await cache.get('d')) === null);

  await redis.kill();
  const began = performance.now();
  note('without Redis nothing is found', (await cache.get('c')) === null);
  await cache.set('e', 1, { seconds: 600 });
  await cache.expireTag('one');
  const waited = Math.round(performance.now() - began);
  await redis.start();
  // Put there past the cache: as if Redis had come back with what it knew.
  await client.set('cache:c', 1);
  await client.sadd('cache-tag:one', 'cache:c');
  await until('it is asked again', 10_000, async () => {
    await cache.set('f', 1, { seconds: 600 });
    return (await cache.get('f')) === 1;
  });
  note('what expired while it was away is not read again', (await cache.get('c')) === null);
  return {
    name: 'cache driver over REST: values, tags, time, Redis away and back',
    figure: seen.length === 0 ? `as promised, ${waited} ms in all while it was away` : `broken: ${seen.join(', ')}`,
    isFine: seen.length === 0,
  };
}
