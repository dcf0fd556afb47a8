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
 */
export async function drain(server: Server, last: () => Promise<void>): Promise<void> {
  const shared = runtime();
  shared.isDraining = true;
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  const idle = Promise.all([...shared.workers].map(closeCleanly));
  shared.hub?.end();
  server.closeIdleConnections();
  // A connection whose answer was under way idles afterwards, and its browser would keep it open for a minute.
  const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
  await Promise.race([Promise.all([closed, idle]), after(DRAIN_MS)]);
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
