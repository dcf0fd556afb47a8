import { setImmediate as nextTurn } from 'node:timers/promises';
import { log } from '../log.ts';
import { createFeed } from './feed.ts';
import { type Frame, newestOf, toText } from './frames.ts';
import { BEAT_SECONDS, between, IDLE_MS, LIFE_MS, MOST_WAITING, RETRY_MS, SLICE_MS, TURNS } from './pace.ts';
import type { Reader } from './reader.ts';
import { createStreams, type Grant, type Limits, type Refused, type Sink, type Stream } from './streams.ts';

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
  const counters = { opened: 0, refused: 0, cut: 0, told: 0 };
  let isEnding = false;
  let idleSince = Date.now();
  let beat = 0;
  const feed = createFeed({
    reader,
    tell,
    listen: () => listen({ event: () => feed.poke(), ended: endOwned, missed }),
  });

  /** Notices of sessions that ended may be among what was lost: whoever is signed in is asked again. */
  function missed(): void {
    feed.poke();
    for (const stream of streams.owned()) close(stream);
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
    await feed.begin();
    let missing: Frame[] | null;
    if (lastId === null) {
      missing = sinceSeconds === 0 ? [] : feed.since(sinceSeconds);
    } else {
      missing = feed.after(lastId);
      if (missing === null && /^\d{1,18}$/.test(lastId)) {
        const end = feed.end();
        const older = await feed.replay(lastId);
        const newer = feed.after(end);
        missing = older && newer && [...older, ...newer];
      }
    }
    if (!stream.isOpen) return;
    const isReset = missing === null;
    const id = feed.end();
    const mine = new Set(audiences);
    const frames = newestOf((missing ?? []).filter(({ audience }) => mine.has(audience)));
    const hello = { event: 'hello', data: JSON.stringify({ topics, resumed: lastId !== null && !isReset }) };
    const words = [hello, ...(isReset ? [{ event: 'reset', data: '{}' }] : []), ...frames];
    streams.listen(stream);
    send(stream, Buffer.from(`retry: ${between(RETRY_MS)}\n${toText(words, isReset ? id : (lastId ?? id), id)}`));
  }

  /** One timer for all of them: each second a part of the streams hears that the line is alive, and where it stands. */
  const timer = setInterval(() => {
    beat = (beat + 1) % BEAT_SECONDS;
    const now = Date.now();
    const text = Buffer.from(`id: ${feed.told()}\nevent: beat\ndata:\n\n`);
    for (const stream of streams.all) if (stream.beat === beat) beatOne(stream, text, now);
    if (streams.all.size === 0 && feed.hasBegun() && now - idleSince > IDLE_MS) feed.rest();
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
      feed.stop();
      for (const stream of [...streams.all]) close(stream);
    },
  };
}

export type Hub = ReturnType<typeof createHub>;
