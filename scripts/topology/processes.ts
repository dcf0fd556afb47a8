import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from 'node:child_process';
import { connect } from 'node:net';
import { until } from '#tests/support/wait';

export type Running = {
  child: ChildProcess;
  output: () => string;
  /** Resolves when it has ended by itself or by `end`. */
  ended: Promise<void>;
  end: (signal?: NodeJS.Signals) => Promise<void>;
};

/** Where Debian puts what it runs as services is not on everybody's PATH. */
const PATH = `${process.env.PATH}:/usr/sbin:/usr/local/sbin`;

/** The first that is missing of the programs this needs, or null. */
export function missingProgram(names: readonly string[]): string | null {
  const env = { ...process.env, PATH };
  return names.find((name) => spawnSync('sh', ['-c', `command -v ${name}`], { env }).status !== 0) ?? null;
}

/** PgBouncer refuses to run as root. */
export const UNPRIVILEGED = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

type Options = Omit<SpawnOptions, 'env'> & { env?: Record<string, string> };

export function run(command: string, args: readonly string[], options: Options = {}): Running {
  const env: NodeJS.ProcessEnv = { ...process.env, ...options.env, PATH };
  const child = spawn(command, [...args], { stdio: ['ignore', 'pipe', 'pipe'], ...options, env });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      // The last of it explains an end; a load test writes a lot.
      output = (output + chunk.toString()).slice(-20_000);
    });
  }
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  return {
    child,
    output: () => output,
    ended,
    async end(signal = 'SIGTERM') {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      await ended;
    },
  };
}

/** Somebody takes connections at this port. */
export async function untilOpen(what: Running, name: string, port: number): Promise<void> {
  await until(`${name} takes connections`, 20_000, () => {
    if (what.child.exitCode !== null) throw new Error(`${name} ended: ${what.output()}`);
    return new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1');
      socket.once('error', () => resolve(false));
      socket.once('connect', () => {
        socket.destroy();
        resolve(true);
      });
    });
  });
}
