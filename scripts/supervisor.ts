import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { serverCommand, serverEnvironment } from './server-command.ts';

/** As in lib/server/main.ts: what starting again cannot mend. */
const CANNOT_START = 78;
const HEALTHY_MS = 3000;
const MOST_FAILURES = 8;
const KILL_MS = 12_000;

export type Supervised = {
  /** Resolves at the first listening socket; false when it gave up. */
  ready: Promise<boolean>;
  /** Resolves when it gave up, never otherwise. */
  gaveUp: Promise<void>;
  /** Lets requests finish. */
  stop: () => Promise<void>;
};

/** Keeps the server running: a crashed one is started again at once, then with growing delay, at last not at all. */
export function supervise(root: string, environment: NodeJS.ProcessEnv, say: (sentence: string) => void): Supervised {
  const ready = Promise.withResolvers<boolean>();
  const gaveUp = Promise.withResolvers<void>();
  let child: ChildProcess | null = null;
  let ended = Promise.resolve();
  let isStopping = false;
  let failures = 0;

  function launch(): void {
    const exit = Promise.withResolvers<void>();
    ended = exit.promise;
    const startedAt = Date.now();
    let wasReady = false;
    const server = spawn(process.execPath, serverCommand(root, environment), {
      cwd: root,
      env: serverEnvironment(root, environment),
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      // A group of its own: Ctrl-C is for us to pass on, once.
      detached: true,
    });
    child = server;
    server.once('message', () => {
      wasReady = true;
      ready.resolve(true);
    });
    server.once('exit', (code, signal) => {
      exit.resolve();
      if (isStopping) return;
      failures = wasReady && Date.now() - startedAt > HEALTHY_MS ? 0 : failures + 1;
      if (code === CANNOT_START || failures > MOST_FAILURES) {
        if (code !== CANNOT_START)
          say(`The server ended ${failures} times in a row; giving up. The lines above say why.`);
        ready.resolve(false);
        gaveUp.resolve();
        return;
      }
      const delay = failures === 0 ? 0 : Math.min(100 * 2 ** failures, 15_000);
      say(`The server ended unexpectedly (${signal ?? `code ${code}`}); starting it again.`);
      void sleep(delay).then(() => {
        if (!isStopping) launch();
      });
    });
  }
  launch();

  return {
    ready: ready.promise,
    gaveUp: gaveUp.promise,
    async stop() {
      isStopping = true;
      const server = child;
      if (server === null || server.exitCode !== null || server.signalCode !== null) return;
      server.kill('SIGTERM');
      const forced = setTimeout(() => server.kill('SIGKILL'), KILL_MS);
      await ended;
      clearTimeout(forced);
    },
  };
}
