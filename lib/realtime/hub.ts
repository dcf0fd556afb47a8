import { setTimeout as after, setImmediate as nextTurn } from 'node:timers/promises';
import { log } from '../log.ts';
import { type Frame, framesOf, newestOf, toText } from './frames.ts';
import { createHistory } from './history.ts';
import {
  ANYWAY_MS,
  AWAY_MS,
  BATCH,
  BEAT_SECONDS,
  between,
  IDLE_MS,
  LIFE_MS,
  MOST_PATIENCE_MS,
  MOST_SECONDS_BACK,
  MOST_WAITING,
  RETRY_MS,
  SLICE_MS,
  SOON_MS,
  TURNS,
} from './pace.ts';
import type { Reader } from './reader.ts';
import { createStreams, type Grant, type Limits, type Refused, type Sink, type Stream } from './streams.ts';

const pause = (ms: number) => after(ms, undefined, { ref: false });

export type HubParts = {
  reader: Reader;
  limits: Limits;
  /** Begins to hear of new events and of sessions that ended; answers how to stop. */
  listen: (heard: Heard) => () => void;
};
export type Heard = {
  event: () => void;
  /** `session …` or `user …`, as in the owners of a grant. */
  ended: (owner: string) => void;
  /** Notices may have been lost. */
  missed: () => void;
};

/** Reads what happens while somebody listens, and tells every stream what it is about. One per process. */
export function createHub({ reader, limits, listen }: HubParts) {
  const streams = createStreams(limits);
  const history = createHistory();
  const counters = { opened: 0, refused: 0, cut: 0, told: 0 };
  /** Everybody has it: what the heartbeat says. Behind the history while something is being told. */
  let told = history.end();
  let begun: Promise<void> | null = null;
  let stopListening: (() => void) | null = null;
  let isEnding = false;
  let idleSince = Date.now();
  let wanted = false;
  let wake: (() => void) | null = null;
  let beat = 0;
  const replays = new Map<string, Promise<Frame[] | null>>();

  function poke(): void {
    wanted = true;
    wake?.();
  }

  function begin(): Promise<void> {
    begun ??= start().catch((error: unknown) => {
      begun = null;
      stopListening?.();
      stopListening = null;
      throw error;
    });
    return begun;
  }

  async function start(): Promise<void> {
    stopListening = listen({ event: poke, ended: endOwned, missed });
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

  /** Notices of sessions that ended may be among what was lost: whoever is signed in is asked again. */
  function missed(): void {
    poke();
    for (const stream of streams.owned()) close(stream);
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

  /** Each text is made once for all streams that hear the same; who hears is settled before the first pause. */
  async function tell(frames: readonly Frame[], before: string, end: string): Promise<void> {
    const hearers = new Map<Stream, string>();
    for (const [at, { audience }] of frames.entries()) {
      for (const stream of streams.hearing(audience)) hearers.set(stream, `${hearers.get(stream) ?? ''}${at},`);
    }
    const texts = new Map<string, Buffer>();
    let [written, began] = [0, performance.now()];
    for (const [stream, which] of hearers) {
      let text = texts.get(which);
      if (!text) {
        const mine = which.split(',').flatMap((at) => (at === '' ? [] : (frames[Number(at)] ?? [])));
        text = Buffer.from(toText(mine, before, end));
        texts.set(which, text);
      }
      send(stream, text);
      written += 1;
      if (performance.now() - began < SLICE_MS) continue;
      for (let turn = 0; turn < TURNS; turn += 1) await nextTurn();
      began = performance.now();
    }
    counters.told += written;
  }

  function send(stream: Stream, bytes: Buffer): void {
    if (stream.isOpen && stream.sink.write(bytes) > MOST_WAITING) cut(stream);
  }

  function cut(stream: Stream): void {
    counters.cut += 1;
    remove(stream);
    stream.sink.cut();
  }

  function remove(stream: Stream): void {
    if (!stream.isOpen) return;
    stream.isOpen = false;
    streams.remove(stream);
    idleSince = Date.now();
  }

  /** Ends it; the client comes back by itself, in its own time, and goes on where it was. */
  function close(stream: Stream): void {
    remove(stream);
    if (stream.sink.waiting() > 0) stream.sink.cut();
    else stream.sink.end(`retry: ${between(RETRY_MS)}\n\n`);
  }

  function endOwned(owner: string): void {
    for (const stream of streams.ownedBy(owner)) close(stream);
  }

  /** What `stream` has not been told, and from where on it hears the rest. Nothing awaits behind the last line. */
  async function settle(stream: Stream): Promise<void> {
    const { lastId, sinceSeconds, topics, audiences } = stream.grant;
    await begin();
    let missing: Frame[] | null;
    if (lastId === null) {
      missing = sinceSeconds === 0 ? [] : history.since(Date.now() - sinceSeconds * 1000);
    } else {
      missing = history.after(lastId);
      if (missing === null && /^\d{1,18}$/.test(lastId)) {
        const end = history.end();
        const older = await replay(lastId);
        const newer = history.after(end.seq);
        missing = older && newer && [...older, ...newer];
      }
    }
    if (!stream.isOpen) return;
    const isReset = missing === null;
    const id = history.end().seq;
    const mine = new Set(audiences);
    const frames = newestOf((missing ?? []).filter(({ audience }) => mine.has(audience)));
    const hello = { event: 'hello', data: JSON.stringify({ topics, resumed: lastId !== null && !isReset }) };
    const words = [hello, ...(isReset ? [{ event: 'reset', data: '{}' }] : []), ...frames];
    streams.listen(stream);
    send(stream, Buffer.from(`retry: ${between(RETRY_MS)}\n${toText(words, isReset ? id : (lastId ?? id), id)}`));
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

  /** One timer for all of them: each second a part of the streams hears that the line is alive, and where it stands. */
  const timer = setInterval(() => {
    beat = (beat + 1) % BEAT_SECONDS;
    const now = Date.now();
    const text = Buffer.from(`id: ${told.seq}\nevent: beat\ndata:\n\n`);
    for (const stream of streams.all) if (stream.beat === beat) beatOne(stream, text, now);
    if (streams.all.size === 0 && begun && now - idleSince > IDLE_MS) rest();
  }, 1000);
  timer.unref();

  function beatOne(stream: Stream, text: Buffer, now: number): void {
    const left = stream.sink.left();
    const reads = stream.sink.waiting() === 0 || left > stream.leftBefore;
    stream.leftBefore = left;
    if (!reads) cut(stream);
    else if (now > stream.until) close(stream);
    else send(stream, text);
  }

  function rest(): void {
    begun = null;
    stopListening?.();
    stopListening = null;
    wake?.();
  }

  return {
    counters,
    count: (): number => streams.all.size,
    /** So many may be open at once. */
    most: limits.all,
    /** Why there is no room for it, or null. Counted here. */
    refuses(address: string, grant: Grant): Refused | null {
      const refused = streams.refuses(address, grant);
      if (refused) counters.refused += 1;
      return refused;
    },
    isEnding: (): boolean => isEnding,
    /** Takes over a connection whose answer has begun. `gone` is to be called when it has closed. */
    open(sink: Sink, address: string, grant: Grant): { gone: () => void } {
      const until = Date.now() + between(LIFE_MS);
      const stream: Stream = {
        sink,
        grant,
        address,
        until,
        beat: counters.opened % BEAT_SECONDS,
        isOpen: true,
        leftBefore: 0,
      };
      streams.add(stream);
      counters.opened += 1;
      settle(stream).catch((err: unknown) => {
        log().warn({ err }, 'a stream cannot be told what it has missed; it comes back');
        if (stream.isOpen) close(stream);
      });
      return { gone: () => remove(stream) };
    },
    /** The process ends: everybody is sent away and comes back spread out. */
    end(): void {
      isEnding = true;
      clearInterval(timer);
      wake?.();
      stopListening?.();
      for (const stream of [...streams.all]) close(stream);
    },
  };
}

export type Hub = ReturnType<typeof createHub>;
