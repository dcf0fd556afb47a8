import 'server-only';
import { upstash } from './upstash.ts';

/** A place for what is costly to make and may be lost at any time. Values must survive JSON. */
export type Cache = {
  get: (key: string) => Promise<unknown>;
  set: (key: string, value: unknown, options: { seconds: number; tags?: readonly string[] }) => Promise<void>;
  del: (key: string) => Promise<void>;
  expireTag: (tag: string) => Promise<void>;
};

const MOST_ENTRIES = 2000;

/** Bounded, in this process; the oldest entry makes room. */
export function memoryCache(now: () => number = Date.now): Cache {
  const entries = new Map<string, { json: string; until: number; tags: readonly string[] }>();
  return {
    async get(key) {
      const entry = entries.get(key);
      if (!entry) return null;
      if (entry.until <= now()) {
        entries.delete(key);
        return null;
      }
      return JSON.parse(entry.json);
    },
    async set(key, value, { seconds, tags = [] }) {
      entries.delete(key);
      entries.set(key, { json: JSON.stringify(value), until: now() + seconds * 1000, tags });
      const oldest = entries.keys().next();
      if (entries.size > MOST_ENTRIES && !oldest.done) entries.delete(oldest.value);
    },
    async del(key) {
      entries.delete(key);
    },
    async expireTag(tag) {
      for (const [key, entry] of entries) if (entry.tags.includes(tag)) entries.delete(key);
    },
  };
}

/** Shared by every process through Redis; a set per tag remembers the keys. */
export function redisCache(redis: NonNullable<ReturnType<typeof upstash>>): Cache {
  const name = (key: string) => `cache:${key}`;
  const tagName = (tag: string) => `cache-tag:${tag}`;
  return {
    get: (key) => redis.get(name(key)),
    async set(key, value, { seconds, tags = [] }) {
      const batch = redis.multi().set(name(key), value, { ex: seconds });
      for (const tag of tags) batch.sadd(tagName(tag), name(key)).expire(tagName(tag), 86_400);
      await batch.exec();
    },
    async del(key) {
      await redis.del(name(key));
    },
    async expireTag(tag) {
      const keys = await redis.smembers(tagName(tag));
      await redis.del(tagName(tag), ...keys);
    },
  };
}

let chosen: Cache | undefined;

export function cache(): Cache {
  const redis = upstash();
  chosen ??= redis ? redisCache(redis) : memoryCache();
  return chosen;
}
