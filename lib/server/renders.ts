import type { Keeper } from './keeper.ts';

type Render = { startedAt: number; done: Promise<void> };

/**
 * The framework lets requests for one page share a render that is already under way. After an expiry that render is too
 * old for whoever asks now, so they wait for its end and start a new one.
 */
export function createRenders(keeper: Keeper) {
  const underWay = new Map<string, Set<Render>>();

  return {
    /** Runs `render`, never together with one of the same page that began before its tags expired. */
    async run(key: string, tags: readonly string[], render: () => Promise<void>): Promise<void> {
      for (;;) {
        const older = [...(underWay.get(key) ?? [])].find(({ startedAt }) => keeper.hasChanged(tags, startedAt));
        if (older === undefined) break;
        await older.done;
      }
      const { promise, resolve } = Promise.withResolvers<void>();
      const mine = { startedAt: keeper.sequence(), done: promise };
      const renders = underWay.get(key) ?? new Set();
      underWay.set(key, renders.add(mine));
      try {
        await render();
      } finally {
        renders.delete(mine);
        if (renders.size === 0) underWay.delete(key);
        resolve();
      }
    },
  };
}

export type Renders = ReturnType<typeof createRenders>;
