import 'server-only';
import type { Tag } from './context.ts';
import { runtime } from './runtime.ts';

/** Changed by another process without its notice reaching us, a value is at most this old (milliseconds). */
const MAX_AGE = 30_000;

/**
 * What every request needs and few writes change: read once per process and kept until one of `tags` expires. Whoever
 * asks while it is being read waits for the same read; a failed read is not kept. What differs by reader is kept once per
 * `keyOf`, of which there must be few: languages, say.
 */
export function keepValue<C, T>(
  tags: readonly Tag[],
  read: (ctx: C) => Promise<T>,
  keyOf: (ctx: C) => string = () => '',
) {
  type Kept = { value: Promise<T>; until: number; startedAt: number };
  const kept = new Map<string, Kept>();
  return {
    get(ctx: C): Promise<T> {
      const { keeper } = runtime();
      const key = keyOf(ctx);
      const known = kept.get(key);
      if (known && known.until > Date.now() && !keeper?.hasChanged(tags, known.startedAt)) return known.value;
      const reading = { value: read(ctx), until: Date.now() + MAX_AGE, startedAt: keeper?.sequence() ?? 0 };
      kept.set(key, reading);
      reading.value.catch(() => {
        if (kept.get(key) === reading) kept.delete(key);
      });
      return reading.value;
    },
    /** For the one who changes it, and for tests: the next read asks the database. */
    forget(): void {
      kept.clear();
    },
  };
}
