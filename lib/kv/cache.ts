import 'server-only';
import type { Redis } from '@upstash/redis';
import { log } from '#lib/log';
import { upstash } from './upstash.ts';

/**
 * A place for what is costly to make and may be lost at any time. Values must survive JSON. Never throws because of
 * Redis: while that is away everything is made anew. What expired meanwhile is deleted before anything is read again,
 * but by this process only: choose `seconds` so that a value as old as that does no harm, and decide nothing by it.
 */
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

/** Milliseconds in which Redis is not asked again after it failed. */
const PAUSE_MS = 2000;

// Each in one script: a process that dies between two commands must not leave a value that no tag finds.
const SET = `redis.call('SET', KEYS[1], ARGV[1], 'EX', ARGV[2])
for i = 2, #KEYS do
  redis.call('SADD', KEYS[i], KEYS[1])
  redis.call('EXPIRE', KEYS[i], 86400)
end
return 1`;

const EXPIRE_TAG = `for _, key in ipairs(redis.call('SMEMBERS', KEYS[1])) do redis.call('DEL', key) end
return redis.call('DEL', KEYS[1])`;

/** Shared by every process through Redis; a set per tag remembers the keys. */
export function redisCache(redis: Pick<Redis, 'get' | 'del' | 'eval'>, now: () => number = Date.now): Cache {
  const name = (key: string) => `cache:${key}`;
  const tagName = (tag: string) => `cache-tag:${tag}`;
  /** What could not be deleted, by its name in Redis: nothing is read before it is. */
  const owed = new Map<string, () => Promise<unknown>>();
  let awayUntil = 0;

  /** Null when Redis is away or does not answer in time. */
  async function ask<T>(question: () => Promise<T>): Promise<T | null> {
    if (now() < awayUntil) return null;
    try {
      for (const [what, deletion] of owed) {
        await deletion();
        owed.delete(what);
      }
      return await question();
    } catch (err) {
      awayUntil = now() + PAUSE_MS;
      log().warn({ err }, 'Redis is away; nothing is cached until it is back');
      return null;
    }
  }
  async function remove(what: string, deletion: () => Promise<unknown>): Promise<void> {
    owed.set(what, deletion);
    await ask(async () => null);
  }

  return {
    get: (key) => ask(() => redis.get(name(key))),
    async set(key, value, { seconds, tags = [] }) {
      const keys = [name(key), ...tags.map(tagName)];
      await ask(() => redis.eval<[string, number], number>(SET, keys, [JSON.stringify(value), seconds]));
    },
    del: (key) => remove(name(key), () => redis.del(name(key))),
    expireTag: (tag) => remove(tagName(tag), () => redis.eval<[], number>(EXPIRE_TAG, [tagName(tag)], [])),
  };
}

let chosen: Cache | undefined;

export function cache(): Cache {
  const redis = upstash();
  chosen ??= redis ? redisCache(redis) : memoryCache();
  return chosen;
}
