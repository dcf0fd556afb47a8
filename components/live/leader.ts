/** A topic, and the token that opens it. */
export type Wanted = [topic: string, token: string | null];

/** What tabs say to each other. */
export type Message =
  | { kind: 'heard'; topic: string; data: unknown; id: string }
  | { kind: 'state'; isUp: boolean }
  | { kind: 'look'; topics?: string[] }
  | { kind: 'beat'; id: string }
  | { kind: 'who' }
  | { kind: 'want'; wanted: Wanted[]; ageMs: number }
  | { kind: 'renew' };

/** Told again to a tab that was opened a moment ago. */
const BACK_MS = 60_000;
const MOST_KEPT = 200;
/** Without a stream for so long, pages look for themselves. */
const DOWN_MS = 10_000;
const GROW_MS = 50;
/** The server says something every 25 seconds; a line that is dead says nothing, also not that it is. */
const SILENT_MS = 60_000;
const LONGEST_WAIT_MS = 60_000;

const PUBLIC = /^(stock|slots|cart)$/;

/**
 * Keeps the stream open for all tabs, with every topic that any of them wants. Goes on behind the event `lastId`, which
 * another tab may have heard before.
 */
export function lead(tell: (message: Message) => void, lastId: string) {
  const wanted = new Map<string, string | null>();
  const kept: { at: number; message: Message }[] = [];
  let source: EventSource | null = null;
  let open = new Set<string>();
  let place = lastId;
  let failures = 0;
  /** What was said last; good until there is reason to doubt it. */
  let isUp = true;
  let isStopped = false;
  let reopening: ReturnType<typeof setTimeout> | undefined;
  let silence: ReturnType<typeof setTimeout> | undefined;
  let down: ReturnType<typeof setTimeout> | undefined = setTimeout(goDown, DOWN_MS);

  function goDown(): void {
    down = undefined;
    isUp = false;
    tell({ kind: 'state', isUp });
  }

  function broken(): void {
    down ??= setTimeout(goDown, DOWN_MS);
  }

  function alive(event: Event): void {
    if (event instanceof MessageEvent && event.lastEventId) place = event.lastEventId;
    clearTimeout(silence);
    silence = setTimeout(() => connect(), SILENT_MS);
  }

  function reopen(ms: number): void {
    clearTimeout(reopening);
    reopening = setTimeout(() => connect(), ms);
  }

  /** Private topics are left out once after a refusal: one that ended must not take the others along. */
  function connect(withPrivate = true): void {
    clearTimeout(reopening);
    clearTimeout(silence);
    source?.close();
    source = null;
    open = new Set([...wanted.keys()].filter((topic) => withPrivate || PUBLIC.test(topic)));
    if (open.size === 0 || isStopped) return;
    const query = new URLSearchParams({ topics: [...open].join() });
    const tokens = [...open].flatMap((topic) => wanted.get(topic) ?? []);
    if (tokens.length > 0) query.set('token', tokens.join());
    if (place) query.set('last_event_id', place);
    else query.set('since_seconds', String(Math.min(BACK_MS / 1000, Math.ceil(performance.now() / 1000))));
    const mine = new EventSource(`/api/events?${query}`);
    source = mine;
    mine.addEventListener('hello', (event) => {
      alive(event);
      if (withPrivate) failures = 0;
      clearTimeout(down);
      down = undefined;
      isUp = true;
      tell({ kind: 'state', isUp });
    });
    mine.addEventListener('beat', (event) => {
      alive(event);
      tell({ kind: 'beat', id: place });
    });
    mine.addEventListener('reset', (event) => {
      alive(event);
      tell({ kind: 'look' });
    });
    for (const topic of open) {
      mine.addEventListener(topic, (event) => {
        alive(event);
        const message: Message = { kind: 'heard', topic, data: JSON.parse(event.data), id: place };
        kept.push({ at: Date.now(), message });
        if (kept.length > MOST_KEPT) kept.shift();
        tell(message);
      });
    }
    mine.addEventListener('error', () => {
      broken();
      // While it is connecting the browser comes back by itself, when the server has said.
      if (mine.readyState === EventSource.CLOSED && mine === source) refused(withPrivate);
    });
  }

  function refused(withPrivate: boolean): void {
    failures += 1;
    const privates = [...open].filter((topic) => !PUBLIC.test(topic));
    const wait = Math.min(LONGEST_WAIT_MS, 2500 * 2 ** failures) * (0.5 + Math.random());
    if (withPrivate && privates.length > 0) {
      // Their pages may be able to prove themselves again until they are asked for once more; some are closed by now.
      for (const topic of privates) wanted.delete(topic);
      tell({ kind: 'look', topics: privates });
      tell({ kind: 'who' });
      connect(false);
    }
    reopen(wait);
  }

  return {
    want(more: readonly Wanted[], ageMs: number): void {
      const before = open;
      for (const [topic, token] of more) wanted.set(topic, token ?? wanted.get(topic) ?? null);
      if (more.some(([topic]) => !before.has(topic)) && failures === 0) reopen(GROW_MS);
      tell({ kind: 'state', isUp });
      const since = Date.now() - Math.min(ageMs, BACK_MS);
      const topics = new Set(more.map(([topic]) => topic));
      // Only what is asked for now: the others have heard theirs, and may know more by now.
      for (const { at, message } of [...kept]) {
        if (at >= since && message.kind === 'heard' && topics.has(message.topic)) tell(message);
      }
    },
    renew: (): void => reopen(GROW_MS),
    stop(): void {
      isStopped = true;
      for (const timer of [reopening, silence, down]) clearTimeout(timer);
      source?.close();
    },
  };
}

export type Leader = ReturnType<typeof lead>;
