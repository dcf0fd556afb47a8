export type Allowance = { allowed: boolean; limit: number; remaining: number; resetSeconds: number };

export type Limiter = (key: string) => Allowance;

/** Adds hits of this process to those of the others and answers all of them; without what could not be asked. */
export type ShareHits = (hits: ReadonlyMap<string, number>, windowEnd: number) => Promise<ReadonlyMap<string, number>>;

export type LimiterOptions = { now?: () => number; share?: ShareHits | undefined };

const MOST_KEYS = 200_000;
/** Milliseconds. No request waits for the others' counts: they come in after it. */
const SHARE_EVERY = 200;

/**
 * A fixed window per key, in memory: the general limit of the API may be generous, it only has to be cheap. With
 * `share`, processes add up what they counted several times a second; when that fails, each counts for itself. When
 * more keys than can be remembered come in one window, the new ones pass.
 */
export function createLimiter(limit: number, windowMs: number, options: LimiterOptions = {}): Limiter {
  const { now = Date.now, share } = options;
  const counts = new Map<string, number>();
  let untold = new Map<string, number>();
  let isTelling = false;
  let windowEnd = 0;

  function tellSoon(): void {
    if (isTelling || share === undefined) return;
    isTelling = true;
    setTimeout(() => {
      tell(share).finally(() => {
        isTelling = false;
        if (untold.size > 0) tellSoon();
      });
    }, SHARE_EVERY).unref();
  }

  async function tell(toOthers: ShareHits): Promise<void> {
    const [told, end] = [untold, windowEnd];
    untold = new Map();
    const totals = await toOthers(told, end);
    if (end !== windowEnd) return;
    for (const [key, total] of totals) counts.set(key, total + (untold.get(key) ?? 0));
  }

  return (key) => {
    const at = now();
    if (at >= windowEnd) {
      counts.clear();
      untold.clear();
      // The same for every process.
      windowEnd = (Math.floor(at / windowMs) + 1) * windowMs;
    }
    const used = (counts.get(key) ?? 0) + 1;
    if (used === 1 && counts.size >= MOST_KEYS) return { allowed: true, limit, remaining: limit - 1, resetSeconds: 1 };
    counts.set(key, used);
    if (share !== undefined) {
      untold.set(key, (untold.get(key) ?? 0) + 1);
      tellSoon();
    }
    return {
      allowed: used <= limit,
      limit,
      remaining: Math.max(0, limit - used),
      resetSeconds: Math.max(1, Math.ceil((windowEnd - at) / 1000)),
    };
  };
}
