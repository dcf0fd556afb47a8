import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');

/** `npm run worker` on the database of this test file, to be killed and started again. */
export function makeWorker(env: () => Record<string, string>) {
  let worker: ChildProcess | null = null;
  let output = '';

  /** Resolves once it does its work. */
  async function start(): Promise<void> {
    const started = spawn(process.execPath, ['--conditions=react-server', join(ROOT, 'scripts', 'worker.ts')], {
      cwd: ROOT,
      env: { ...process.env, LOG_LEVEL: 'error', ...env() },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    worker = started;
    for (const stream of [started.stdout, started.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        output += chunk.toString();
      });
    }
    const early = once(started, 'exit').then(([code]) => {
      throw new Error(`the worker ended with ${code}: ${output}`);
    });
    early.catch(() => undefined);
    await Promise.race([once(started, 'message'), early]);
  }

  /** Resolves with its exit code when it is gone; null when a signal took it. */
  async function end(signal: NodeJS.Signals): Promise<number | null> {
    if (worker === null || worker.exitCode !== null || worker.signalCode !== null) return null;
    const ended = once(worker, 'exit');
    worker.kill(signal);
    const [code] = await ended;
    return code;
  }

  return { start, end };
}
