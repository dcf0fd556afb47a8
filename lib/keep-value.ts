import 'server-only';
import type { Tag } from './context.ts';
import { runtime } from './runtime.ts';

/** Changed by another process without its notice reaching us, a value is at most this old (milliseconds). */
const MAX_AGE = 30_000;

/**
 * What every request needs and few writes change: read once per process and kept until one of `tags` expires. Whoever
 * asks while it is being read waits for the same read; a failed read is not kept.
 */
export function keepValue<C, T>(tags: readonly Tag[], read: (ctx: C) => Promise<T>) {
  let kept: { value: Promise<T>; until: number; startedAt: number } | null = null;
  return {
    get(ctx: C): Promise<T> {
      const { keeper } = runtime();
      if (kept && kept.until > Date.now() && !keeper?.hasChanged(tags, kept.startedAt)) return kept.value;
      const reading = { value: read(ctx), until: Date.now() + MAX_AGE, startedAt: keeper?.sequence() ?? 0 };
      kept = reading;
      reading.value.catch(() => {
        if (kept === reading) kept = null;
      });
      return reading.value;
    },
    /** For the one who changes it, and for tests: the next read asks the database. */
    forget(): void {
      kept = null;
    },
  };
}
