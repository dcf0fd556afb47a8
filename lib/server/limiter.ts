export type Allowance = { allowed: boolean; limit: number; remaining: number; resetSeconds: number };

export type Limiter = (key: string) => Allowance;

const MOST_KEYS = 200_000;

/**
 * A fixed window per key, in memory: the general limit of the API may be generous across processes, it only has to be
 * cheap. When more keys than can be remembered come in one window, the new ones pass.
 */
export function createLimiter(limit: number, windowMs: number, now: () => number = Date.now): Limiter {
  const counts = new Map<string, number>();
  let windowEnd = 0;
  return (key) => {
    const at = now();
    if (at >= windowEnd) {
      counts.clear();
      windowEnd = at + windowMs;
    }
    const used = (counts.get(key) ?? 0) + 1;
    if (used === 1 && counts.size >= MOST_KEYS) return { allowed: true, limit, remaining: limit - 1, resetSeconds: 1 };
    counts.set(key, used);
    return {
      allowed: used <= limit,
      limit,
      remaining: Math.max(0, limit - used),
      resetSeconds: Math.max(1, Math.ceil((windowEnd - at) / 1000)),
    };
  };
}
