import { setTimeout as after } from 'node:timers/promises';
import { log } from '../log.ts';
import { type Frame, framesOf } from './frames.ts';
import { createHistory } from './history.ts';
import { ANYWAY_MS, AWAY_MS, BATCH, MOST_PATIENCE_MS, MOST_SECONDS_BACK, SOON_MS } from './pace.ts';
import type { Reader } from './reader.ts';

const pause = (ms: number) => after(ms, undefined, { ref: false });

export type FeedParts = {
  reader: Reader;
  /** Begins to hear of new events; answers how to stop. */
  listen: () => () => void;
  /** Passes on what has happened between two places; the next is read when this is done. */
  tell: (frames: readonly Frame[], before: string, end: string) => Promise<void>;
};

/** What happens, read in its order as long as somebody listens, and what of it was a short while ago. */
export function createFeed({ reader, listen, tell }: FeedParts) {
  const history = createHistory();
  /** Everybody has it: what the heartbeat says. Behind the history while something is being told. */
  let told = history.end();
  let begun: Promise<void> | null = null;
  let stopListening: (() => void) | null = null;
  let isEnding = false;
  let wanted = false;
  let wake: (() => void) | null = null;
  const replays = new Map<string, Promise<Frame[] | null>>();

  function poke(): void {
    wanted = true;
    wake?.();
  }

  function deafen(): void {
    stopListening?.();
    stopListening = null;
  }

  function begin(): Promise<void> {
    begun ??= start().catch((error: unknown) => {
      begun = null;
      deafen();
      throw error;
    });
    return begun;
  }

  async function start(): Promise<void> {
    stopListening = listen();
    history.begin(await reader.recent(MOST_SECONDS_BACK));
    told = history.end();
    // Everything up to now, before the first stream is told where it stands.
    while ((await read()) === 'more');
    follow().catch((err: unknown) => {
      // Not ours to mend: the process would tell nobody anything any more.
      log().fatal({ err }, 'live events ended unexpectedly');
      throw err;
    });
  }

  async function follow(): Promise<void> {
    const mine = begun;
    let patience = SOON_MS;
    while (begun === mine && !isEnding) {
      wanted = false;
      try {
        const found = await read();
        if (found === 'held back') {
          await pause(patience);
          patience = Math.min(patience * 2, MOST_PATIENCE_MS);
          continue;
        }
        patience = SOON_MS;
        if (found === 'some') await pause(SOON_MS);
        else if (found === 'none') await heard();
      } catch (err) {
        log().warn({ err }, 'events cannot be read; streams stay open and are told when the database is back');
        await pause(AWAY_MS);
      }
    }
  }

  /** Until there is something to read, or it is time to look anyway. */
  function heard(): Promise<void> {
    if (wanted) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(done, ANYWAY_MS);
      timer.unref();
      wake = done;
      function done() {
        clearTimeout(timer);
        wake = null;
        resolve();
      }
    });
  }

  async function read(): Promise<'more' | 'some' | 'none' | 'held back'> {
    const { rows, isHeldBack } = await reader.after(history.end(), BATCH);
    const last = rows.at(-1);
    if (last) {
      const frames = framesOf(rows, await reader.facts(rows));
      const before = history.end();
      history.add({ place: { xid: last.xid, seq: last.seq }, frames, at: last.at });
      replays.clear();
      await tell(frames, before.seq, last.seq);
      told = history.end();
    }
    if (isHeldBack) return 'held back';
    if (!last) return 'none';
    return rows.length === BATCH ? 'more' : 'some';
  }

  /** Many come back with the same id, as the heartbeat told it to all of them: read once. */
  function replay(seq: string): Promise<Frame[] | null> {
    const known = replays.get(seq);
    if (known) return known;
    const end = history.end();
    const reading = reader.since(seq, end).then(async (rows) => rows && framesOf(rows, await reader.facts(rows)));
    replays.set(seq, reading);
    reading.catch(() => replays.delete(seq));
    return reading;
  }

  return {
    begin,
    poke,
    replay,
    /** What came after an event; null where that is longer ago than is kept here: `replay` finds it. */
    after: (seq: string): Frame[] | null => history.after(seq),
    /** What happened in the last seconds. */
    since: (seconds: number): Frame[] => history.since(Date.now() - seconds * 1000),
    /** The last event that was read, and the last that everybody was told. */
    end: (): string => history.end().seq,
    told: (): string => told.seq,
    hasBegun: (): boolean => begun !== null,
    /** Nobody listens any more: what happens is not read until `begin`. */
    rest(): void {
      begun = null;
      deafen();
      wake?.();
    },
    stop(): void {
      isEnding = true;
      wake?.();
      stopListening?.();
    },
  };
}
