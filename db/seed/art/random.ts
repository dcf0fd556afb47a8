/** Repeatable chance: the same seed always cuts the same paper. */
export type Random = {
  next(): number;
  between(low: number, high: number): number;
  /** A number around zero, at most `reach` away. */
  off(reach: number): number;
  pick<T>(list: readonly [T, ...T[]] | readonly T[]): T;
};

export function hash(text: string): number {
  let value = 2166136261;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 16777619);
  return value >>> 0;
}

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return {
    next,
    between: (low, high) => low + (high - low) * next(),
    off: (reach) => (next() * 2 - 1) * reach,
    pick: (list) => {
      const chosen = list[Math.floor(next() * list.length)];
      if (chosen === undefined) throw new Error('pick from an empty list');
      return chosen;
    },
  };
}
