import { type Leader, lead, type Message, type Wanted } from './leader.ts';

/** What a piece of a page wants to hear. */
export type Listener = {
  topic: string;
  /** Opens the topic for whoever cannot be known by a cookie; good for a minute, so a new one comes with each render. */
  token?: string | undefined;
  heard: (data: unknown) => void;
  /** Something may have been missed, or there is no stream at the moment. */
  lookAgain: () => void;
  /** How often to look while there is none. */
  everyMs: number;
};

const NAME = 'barrow-live';
const TICK_MS = 5000;
/** Two heartbeats and more: the tab that held the stream is asleep, or gone without a word. */
const SILENT_MS = 65_000;

/**
 * The stream of this browser as one tab sees it. One of the tabs, whoever holds the lock, keeps it open and tells the
 * others; where a browser has no locks (a shop opened by plain http) each tab keeps its own.
 */
export function openLine() {
  const listeners = new Map<Listener, number>();
  const hasLocks = 'locks' in navigator && 'BroadcastChannel' in window;
  let channel: BroadcastChannel | null = null;
  let leader: Leader | null = null;
  let turn: AbortController | undefined;
  let isUp = true;
  let heardAt = Date.now();
  let lastId = '';
  const known = new Set<string>();

  const all = () => [...listeners.keys()];
  const wanted = (): Wanted[] => all().map(({ topic, token }) => [topic, token ?? null]);

  /** To the other tabs; the leader tells its own as well. */
  function tell(message: Message): void {
    channel?.postMessage(message);
    hear(message);
  }

  function hear(message: Message): void {
    heardAt = Date.now();
    switch (message.kind) {
      case 'beat':
        lastId = message.id;
        break;
      case 'heard':
        lastId = message.id;
        for (const one of all()) if (one.topic === message.topic) one.heard(message.data);
        break;
      case 'state':
        if (message.isUp && !isUp) lookAgain();
        isUp = message.isUp;
        break;
      case 'look':
        lookAgain(message.topics);
        break;
      case 'who':
        want();
        break;
      case 'want':
        leader?.want(message.wanted, message.ageMs);
        break;
      case 'renew':
        leader?.renew();
        break;
    }
  }

  function lookAgain(topics?: readonly string[]): void {
    for (const one of all()) {
      if (topics && !topics.includes(one.topic)) continue;
      listeners.set(one, Date.now());
      one.lookAgain();
    }
  }

  function say(message: Message): void {
    if (leader) hear(message);
    else channel?.postMessage(message);
  }

  /** `ageMs`: what was told since this page was made is told again. */
  function want(ageMs = 0): void {
    if (listeners.size > 0) say({ kind: 'want', wanted: wanted(), ageMs });
  }

  function takeLead(): void {
    leader = lead(tell, lastId);
    tell({ kind: 'who' });
  }

  function dropLead(): void {
    leader?.stop();
    leader = null;
  }

  /** Waits for its turn to lead; `steal` when whoever leads has not been heard for long. */
  function queue(steal = false): void {
    if (!hasLocks) {
      takeLead();
      return;
    }
    turn?.abort();
    const mine = new AbortController();
    turn = mine;
    navigator.locks
      .request(NAME, steal ? { steal } : { signal: mine.signal }, () => {
        const { promise, resolve } = Promise.withResolvers<void>();
        if (mine.signal.aborted) return;
        mine.signal.addEventListener('abort', () => resolve());
        takeLead();
        return promise;
      })
      .catch(() => {
        // Given up by ourselves, or taken from us because we slept for too long.
        if (turn !== mine) return;
        dropLead();
        queue();
      });
  }

  function begin(): void {
    if (hasLocks) {
      channel = new BroadcastChannel(NAME);
      channel.onmessage = ({ data }: MessageEvent<Message>) => hear(data);
    }
    heardAt = Date.now();
    queue();
  }

  function end(): void {
    dropLead();
    turn?.abort();
    turn = undefined;
    channel?.close();
    channel = null;
  }

  function look(): void {
    if (document.visibilityState !== 'visible') return;
    if (hasLocks && !leader && Date.now() - heardAt > SILENT_MS) {
      heardAt = Date.now();
      queue(true);
    }
    if (isUp) return;
    for (const [one, lookedAt] of listeners) {
      if (Date.now() - lookedAt < one.everyMs) continue;
      listeners.set(one, Date.now());
      one.lookAgain();
    }
  }

  begin();
  setInterval(look, TICK_MS);
  document.addEventListener('visibilitychange', look);
  // A page that goes to sleep must not keep the stream, and one that is woken has missed things.
  window.addEventListener('pagehide', end);
  window.addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return;
    begin();
    lookAgain();
  });

  return {
    add(listener: Listener): () => void {
      listeners.set(listener, Date.now());
      want(known.has(listener.topic) ? 0 : performance.now());
      known.add(listener.topic);
      return () => listeners.delete(listener);
    },
    /** Who this browser is has changed, such as by its first cart: the stream is opened anew. */
    renew: (): void => say({ kind: 'renew' }),
  };
}

export type Line = ReturnType<typeof openLine>;
