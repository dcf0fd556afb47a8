import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { SHARED_CACHE_CONTROL } from './kept-routes.ts';

export type Encoding = 'identity' | 'br' | 'gzip';

/** Bytes as they go to the socket, with every header that is the same for all who ask. */
export type Variant = { readonly body: Buffer; readonly head: readonly string[] };

export type Kept = {
  readonly key: string;
  readonly etag: string;
  readonly tags: readonly string[];
  readonly keptAt: number;
  /** Epoch milliseconds from which it is no longer fresh. */
  readonly freshUntil: number;
  readonly variants: Map<Encoding, Variant>;
  /** What the framework stored with a page (payloads for navigation); opaque here. */
  readonly page: unknown;
  readonly isCompressible: boolean;
  /** Headers of a 304: the entity is unchanged, so no type and no length. */
  readonly unchanged: readonly string[];
  readonly describe: (encoding: Encoding, length: number) => string[];
  bytes: number;
  isStale: boolean;
  compression: Promise<void> | null;
};

export type Hit = { kept: Kept; variant: Variant };

export type KeptInput = {
  key: string;
  body: string | Buffer;
  contentType: string;
  tags: readonly string[];
  /** `sequence()` as it was before the response began to be made. */
  startedAt: number;
  /** Pairs, flattened: the shape `writeHead` takes without copying. */
  headers?: readonly string[];
  page?: unknown;
  /** What `page` weighs, so that the bound holds. */
  pageBytes?: number;
  cacheControl?: string;
  /** Where it stops being true before the keeper would give it up: a promise by its order-by time. */
  until?: Date | null;
  /** Weak; in place of one over the whole body, where that carries a moment that is no change. */
  etag?: string;
  /** False for what is packed already: pictures, fonts. */
  isCompressible?: boolean;
};

export type Keeper = {
  /** Fresh entries only, with the best encoding that is ready. Starts compression in the background. */
  get(key: string, acceptEncoding: string | undefined): Hit | null;
  /** The same hit once its compression is done; null when `get` gave the smallest there can be. */
  whenCompressed(hit: Hit, acceptEncoding: string | undefined): Promise<Hit> | null;
  /** Fresh or not: for the day the database is away. */
  getStale(key: string): Hit | null;
  /** Null when it may not be stored: too large, or a tag expired while it was being made. */
  put(input: KeptInput): Kept | null;
  /** Forgets one entry, for whoever bounds how many of a kind are kept. */
  drop(key: string): void;
  expire(tags: readonly string[]): void;
  expireAll(): void;
  /** Counts expiries. Take it before reading what a response is made of. */
  sequence(): number;
  /** True when anything a response with these tags shows may have changed after `startedAt`. */
  hasChanged(tags: readonly string[], startedAt: number): boolean;
  readonly counters: { hits: number; misses: number; stored: number; refused: number; expired: number; stale: number };
  size(): { entries: number; bytes: number };
};

export type KeeperOptions = {
  maxBytes?: number;
  maxAgeSeconds?: number;
  now?: () => number;
  compress?: (body: Buffer, encoding: Exclude<Encoding, 'identity'>) => Promise<Buffer>;
};

const ENTRY_OVERHEAD = 1024;
const LARGEST_SHARE = 8;
const WORTH_COMPRESSING = 860;
const MOST_TAGS_REMEMBERED = 20_000;

const brotliAsync = promisify(brotliCompress);
const gzipAsync = promisify(gzip);

async function compressBytes(body: Buffer, encoding: 'br' | 'gzip'): Promise<Buffer> {
  if (encoding === 'gzip') return gzipAsync(body, { level: 6 });
  return brotliAsync(body, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 6, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
  });
}

/** Weak, because the same content goes out in several encodings. */
export function etagOf(body: string | Buffer): string {
  return `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
}

export function createKeeper(options: KeeperOptions = {}): Keeper {
  const { maxBytes = 48 * 1024 * 1024, maxAgeSeconds = 300, now = Date.now, compress = compressBytes } = options;
  const maxAge = maxAgeSeconds * 1000;
  const entries = new Map<string, Kept>();
  const keysByTag = new Map<string, Set<string>>();
  const expiredAt = new Map<string, number>();
  const counters = { hits: 0, misses: 0, stored: 0, refused: 0, expired: 0, stale: 0 };
  let bytes = 0;
  let sequence = 0;
  // Everything begun before this point counts as expired: set when all expires, or when tags are forgotten.
  let floor = 0;

  function remove(kept: Kept): void {
    entries.delete(kept.key);
    bytes -= kept.bytes;
    for (const tag of kept.tags) {
      const keys = keysByTag.get(tag);
      keys?.delete(kept.key);
      if (keys?.size === 0) keysByTag.delete(tag);
    }
  }

  function shrink(): void {
    for (const kept of entries.values()) {
      if (bytes <= maxBytes) return;
      remove(kept);
    }
  }

  function hasChanged(tags: readonly string[], startedAt: number): boolean {
    return startedAt < floor || tags.some((tag) => (expiredAt.get(tag) ?? 0) > startedAt);
  }

  function addVariant(kept: Kept, encoding: Encoding, body: Buffer): void {
    kept.variants.set(encoding, { body, head: kept.describe(encoding, body.length) });
    if (encoding === 'identity' || entries.get(kept.key) !== kept) return;
    kept.bytes += body.length;
    bytes += body.length;
    shrink();
  }

  async function compressBoth(kept: Kept, body: Buffer): Promise<void> {
    const add = async (encoding: 'br' | 'gzip') => addVariant(kept, encoding, await compress(body, encoding));
    await Promise.all([add('br'), add('gzip')]);
  }

  function pick(kept: Kept, acceptEncoding: string | undefined): Hit | null {
    const identity = kept.variants.get('identity');
    if (identity === undefined) return null;
    if (acceptEncoding === undefined || !kept.isCompressible) return { kept, variant: identity };
    // Compressed at its first repeat, not at birth: what is asked once is not worth the work.
    kept.compression ??= compressBoth(kept, identity.body);
    const best = acceptEncoding.includes('br')
      ? kept.variants.get('br')
      : acceptEncoding.includes('gzip')
        ? kept.variants.get('gzip')
        : undefined;
    return { kept, variant: best ?? identity };
  }

  return {
    counters,
    sequence: () => sequence,
    size: () => ({ entries: entries.size, bytes }),
    hasChanged,

    get(key, acceptEncoding) {
      const kept = entries.get(key);
      if (kept === undefined || kept.isStale || now() > kept.freshUntil) {
        counters.misses += 1;
        return null;
      }
      counters.hits += 1;
      entries.delete(key);
      entries.set(key, kept);
      return pick(kept, acceptEncoding);
    },

    whenCompressed(hit, acceptEncoding) {
      const { kept, variant } = hit;
      if (kept.compression === null || variant !== kept.variants.get('identity')) return null;
      if (!/br|gzip/.test(acceptEncoding ?? '')) return null;
      return kept.compression.then(() => pick(kept, acceptEncoding) ?? hit);
    },

    getStale(key) {
      const kept = entries.get(key);
      if (kept === undefined) return null;
      return pick(kept, undefined);
    },

    put(input) {
      const { key, body, contentType, tags, startedAt, headers = [], page = null, pageBytes = 0 } = input;
      const { cacheControl = SHARED_CACHE_CONTROL, isCompressible = true, until = null } = input;
      const keptAt = now();
      const identity = typeof body === 'string' ? Buffer.from(body) : body;
      const weight = identity.length + pageBytes + ENTRY_OVERHEAD;
      const previous = entries.get(key);
      const isOutdated = hasChanged(tags, startedAt);
      if (isOutdated || weight > maxBytes / LARGEST_SHARE) counters.refused += 1;
      // What is outdated at birth is still newer than any stale copy, for the day the database is away.
      if (weight > maxBytes / LARGEST_SHARE || (isOutdated && previous?.isStale === false)) return null;
      const { etag = etagOf(identity) } = input;
      const shared = ['ETag', etag, 'Cache-Control', cacheControl, ...headers];
      const kept: Kept = {
        key,
        etag,
        tags,
        keptAt,
        freshUntil: Math.min(keptAt + maxAge, until?.getTime() ?? Number.POSITIVE_INFINITY),
        variants: new Map(),
        page,
        isCompressible: isCompressible && identity.length >= WORTH_COMPRESSING,
        unchanged: shared,
        describe: (encoding, length) => [
          'Content-Type',
          contentType,
          'Content-Length',
          String(length),
          ...(encoding === 'identity' ? [] : ['Content-Encoding', encoding]),
          ...shared,
        ],
        bytes: weight,
        isStale: isOutdated,
        compression: null,
      };
      if (previous !== undefined) remove(previous);
      addVariant(kept, 'identity', identity);
      entries.set(key, kept);
      bytes += weight;
      for (const tag of tags) {
        const keys = keysByTag.get(tag) ?? new Set();
        keysByTag.set(tag, keys.add(key));
      }
      if (!isOutdated) counters.stored += 1;
      shrink();
      return isOutdated ? null : kept;
    },

    drop(key) {
      const kept = entries.get(key);
      if (kept !== undefined) remove(kept);
    },

    expire(tags) {
      sequence += 1;
      if (expiredAt.size + tags.length > MOST_TAGS_REMEMBERED) {
        expiredAt.clear();
        floor = sequence;
      }
      for (const tag of tags) {
        expiredAt.set(tag, sequence);
        for (const key of keysByTag.get(tag) ?? []) {
          const kept = entries.get(key);
          if (kept === undefined || kept.isStale) continue;
          kept.isStale = true;
          counters.expired += 1;
        }
      }
    },

    expireAll() {
      sequence += 1;
      floor = sequence;
      expiredAt.clear();
      for (const kept of entries.values()) kept.isStale = true;
    },
  };
}
