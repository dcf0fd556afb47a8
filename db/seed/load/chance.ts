import { createRandom, hash, type Random } from '../art/random.ts';

export type Chance = Random & {
  /** A whole number from `low` to `high`, both inside. */
  whole(low: number, high: number): number;
  /** True in `share` of cases. */
  happens(share: number): boolean;
  /** One of the list, each as likely as its weight says. */
  weighted<T>(list: readonly T[], weight: (item: T) => number): T;
};

/** The same name always tells the same story. */
export function createChance(name: string): Chance {
  const random = createRandom(hash(name));
  return {
    ...random,
    whole: (low, high) => low + Math.floor(random.next() * (high - low + 1)),
    happens: (share) => random.next() < share,
    weighted(list, weight) {
      let left = random.next() * list.reduce((sum, item) => sum + weight(item), 0);
      for (const item of list) {
        left -= weight(item);
        if (left < 0) return item;
      }
      return random.pick(list);
    },
  };
}

/** The keys of `shares`, each as likely as its value. */
export function pickKey<K extends string>(
  chance: Chance,
  shares: Readonly<Partial<Record<K, number>>>,
  keys: readonly K[],
): K {
  return chance.weighted(keys, (key) => shares[key] ?? 0);
}
