import type { AsyncLocalStorage } from 'node:async_hooks';
import type { Logger } from 'pino';
import type { ShopLanguages } from './i18n/languages.ts';
import type { Hub } from './realtime/hub.ts';
import type { Grant } from './realtime/streams.ts';
import type { Keeper } from './server/keeper.ts';
import type { Limiter, ShareHits } from './server/limiter.ts';
import type { Metrics } from './server/metrics.ts';
import type { PageStore } from './server/page-store.ts';

export type RequestScope = {
  requestId: string;
  /** The document says that there is nothing here: it goes out with 404. */
  isMissing: boolean;
  /** Why the framework would not read a form that was sent, see `lib/server/console.ts`. */
  unread?: 'AUTH_005' | 'REQ_001';
  /** The address names the language that goes without one: it answers with the way there. */
  isMoved?: boolean;
  /** What the document says is true until then, as far as the clock goes; see `lib/http/holds-until.ts`. */
  holdsUntil?: Date;
  /** The answer is an event stream, for which the server itself takes over the connection; see `lib/live/commands.ts`. */
  stream?: Grant;
};

/** An endpoint as the app left it. */
export type Door = (request: Request) => Promise<Response>;

/**
 * What the server, the route handlers, the cache handler and instrumentation share. They are separate module graphs,
 * so a module-level variable exists once in each; only globalThis is common.
 */
export type Runtime = {
  /** The request that the app is working on; null wherever `keeper` is, but not under `npm run dev`. */
  requestScope: AsyncLocalStorage<RequestScope> | null;
  /** Kept responses. Null where our own server does not run: scripts, builds, most tests. */
  keeper: Keeper | null;
  /** What the framework's cache handler reads and writes; null wherever `keeper` is. */
  pages: PageStore | null;
  /** Figures of this process; null where our own server does not run. */
  metrics: Metrics | null;
  /** Open event streams; null where our own server does not run. */
  hub: Hub | null;
  log: Logger | null;
  /** Endpoints for POST that our own server calls by itself, by path. Empty where it does not run. */
  doors: Map<string, Door>;
  /** What the app last knew of the shop's languages, for refusals, which must not ask the database; null before that. */
  languages: ShopLanguages | null;
  /** Counts the requests of each API key; made by the first. */
  keyLimiter: Limiter | null;
  /** Lets a limiter of this name add up its hits with other processes; null where there is no Redis. */
  shareHits: ((name: string) => ShareHits) | null;
  /** Ends background work: takes no more, finishes or hands back what is under way. Called when the process drains. */
  workers: Set<() => Promise<void>>;
  /** Run after the last request and before the process ends, the newest first: close pools. */
  shutdownHooks: Set<() => void | Promise<void>>;
  isDraining: boolean;
  /** Epoch milliseconds. */
  startedAt: number;
};

declare global {
  var __barrowRuntime: Runtime | undefined;
}

export function runtime(): Runtime {
  globalThis.__barrowRuntime ??= {
    requestScope: null,
    keeper: null,
    pages: null,
    metrics: null,
    hub: null,
    log: null,
    doors: new Map(),
    languages: null,
    keyLimiter: null,
    shareHits: null,
    workers: new Set(),
    shutdownHooks: new Set(),
    isDraining: false,
    startedAt: Date.now(),
  };
  return globalThis.__barrowRuntime;
}
