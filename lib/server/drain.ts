import type { Server } from 'node:http';
import { log } from '../log.ts';
import { runtime } from '../runtime.ts';

const DRAIN_MS = 9000;
const HOOKS_MS = 1000;
const SWEEP_MS = 100;

const after = (ms: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, ms).unref();
  });

/**
 * Ends the process in order, within ten seconds: no new connections, open streams are told to come back, requests and
 * background work in flight finish, then pools close.
 *
 * `asideMs` is for a proxy in front, which sends elsewhere what it may repeat once it finds us gone: so long the handler
 * drops whatever reads and still does whatever writes, because a connection that waits to be accepted is lost as the
 * socket closes, and nobody repeats an order for a customer.
 */
export async function drain(server: Server, last: () => Promise<void>, asideMs = 0): Promise<void> {
  const shared = runtime();
  shared.isDraining = true;
  const idle = Promise.all([...shared.workers].map(closeCleanly));
  shared.hub?.end();
  if (asideMs > 0) await after(asideMs);
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  server.closeIdleConnections();
  // A connection whose answer was under way idles afterwards, and its browser would keep it open for a minute.
  const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
  await Promise.race([Promise.all([closed, idle]), after(DRAIN_MS - asideMs)]);
  clearInterval(sweep);
  server.closeAllConnections();
  await Promise.race([Promise.all([closeAll(), closeCleanly(last)]), after(HOOKS_MS)]);
}

/** The newest first: what was opened later may still need what was there before it. */
async function closeAll(): Promise<void> {
  for (const hook of [...runtime().shutdownHooks].reverse()) await closeCleanly(hook);
}

async function closeCleanly(close: () => void | Promise<void>): Promise<void> {
  try {
    await close();
  } catch (err) {
    log().warn({ err }, 'something did not close cleanly');
  }
}
