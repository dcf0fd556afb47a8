import 'server-only';
import { env } from '#lib/env';
import { systemContext } from '#lib/http/context';
import { log } from '#lib/log';
import { type Boss, openBoss } from './boss.ts';
import { isLost } from './connection.ts';
import { dispatch, ensureCursor, isBehind } from './dispatcher.ts';
import type { JobTable } from './table.ts';

/** Milliseconds. Notices wake the dispatcher; the poll is for those that were lost with a connection. */
const POLL_MS = 5000;
/** An older transaction is still running: its end tells nobody. */
const HELD_BACK_MS = 200;
/** After a failure, then twice as long each time up to the longest pause: one that stays is no news every second. */
const TROUBLE_MS = { first: 1000, longest: 30_000 };
/** Without a failure for so long, the database counts as back. */
const CALM_MS = 10_000;
/** The whole process has ten seconds to end. */
const STOP_MS = 8000;

export type Worker = {
  /** Resolves once queues and listener are up. */
  ready: Promise<void>;
  /** Takes no more work, finishes what is under way or hands it back, and closes its connections. */
  stop: () => Promise<void>;
};

/** A pause that `wake` cuts short, also when it comes just before. */
function makeAlarm() {
  let isSet = false;
  let cut: (() => void) | null = null;
  return {
    wake(): void {
      isSet = true;
      cut?.();
    },
    async pause(ms: number): Promise<void> {
      if (!isSet) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms);
          cut = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      isSet = false;
    },
  };
}

/** Says once that the database is away, however often it is asked for, and once that it is back. */
function makeWatch() {
  let lostAt = 0;
  return {
    lost(err: unknown): void {
      if (lostAt === 0) log().warn({ err }, 'the database is away; background work waits');
      lostAt = Date.now();
    },
    fine(): void {
      if (lostAt === 0 || Date.now() - lostAt < CALM_MS) return;
      lostAt = 0;
      log().info('the database is back; background work goes on');
    },
  };
}

/** Does the background work of `table` in this process, until it is stopped. Several processes may do so at once. */
export function startWorker(table: JobTable): Worker {
  const url = env().DATABASE_DIRECT_URL;
  if (url === undefined) throw new Error('background work needs DATABASE_URL');
  const alarm = makeAlarm();
  const watch = makeWatch();
  const ready = Promise.withResolvers<void>();
  let boss: Boss | null = null;
  let isStopping = false;

  /** Milliseconds to wait before events are looked for again. */
  async function turnEvents({ send, wakeWorkers }: Boss): Promise<number> {
    const ctx = await systemContext('dispatcher');
    if (!(await isBehind(ctx))) return POLL_MS;
    const count = await dispatch(ctx, table.subscriptions, send);
    wakeWorkers();
    return count > 0 ? 0 : HELD_BACK_MS;
  }

  async function step(): Promise<number> {
    if (boss === null) {
      await ensureCursor(await systemContext('dispatcher'));
      boss = await openBoss(table, { url: url ?? '', onEvent: alarm.wake, onLoss: watch.lost });
      ready.resolve();
    }
    const pause = await turnEvents(boss);
    watch.fine();
    return pause;
  }

  async function run(): Promise<void> {
    let trouble = TROUBLE_MS.first;
    while (!isStopping) {
      const pause = await step().then(
        (ms) => {
          trouble = TROUBLE_MS.first;
          return ms;
        },
        (err: unknown) => {
          if (isLost(err)) {
            watch.lost(err);
            return TROUBLE_MS.first;
          }
          log().error({ err }, 'background work is in trouble; trying again');
          trouble = Math.min(trouble * 2, TROUBLE_MS.longest);
          return trouble;
        },
      );
      if (pause > 0 && !isStopping) await alarm.pause(pause);
    }
  }
  const running = run();

  return {
    ready: ready.promise,
    async stop() {
      isStopping = true;
      alarm.wake();
      await running;
      await boss?.stop(STOP_MS);
    },
  };
}
