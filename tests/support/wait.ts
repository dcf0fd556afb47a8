import { setTimeout as sleep } from 'node:timers/promises';

const PAUSE_MS = 20;

/** Asks until the answer is neither null nor false, and gives it back; fails by name when the time is over. */
export async function until<T>(
  what: string,
  ms: number,
  ask: () => Promise<T | null | false> | T | null | false,
): Promise<T> {
  const end = Date.now() + ms;
  for (;;) {
    const answer = await ask();
    if (answer !== null && answer !== false) return answer;
    if (Date.now() > end) throw new Error(`Not within ${ms} ms: ${what}`);
    await sleep(PAUSE_MS);
  }
}

/** The answer, or null when it failed: for asking something that may be away. */
export const orNull = <T>(work: Promise<T>): Promise<T | null> => work.catch(() => null);
