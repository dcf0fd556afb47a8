import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { isAlive } from '#scripts/processes';
import { descendantsOf } from '#tests/support/processes';
import { until } from '#tests/support/wait';

const BENCH = join(import.meta.dirname, '..', '..', 'scripts', 'bench.ts');
const CLUSTER = /bin\/postgres -D (\S+)/;
const SETS_UP_MS = 90_000;
/** A server drains, a database shuts down. */
const ENDS_MS = 40_000;

let folder = '';
let left: number[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'barrow-ended-'));
  left = [];
});
// What a failure left behind is not for the tests after it.
afterEach(async () => {
  for (const pid of left.filter(isAlive)) process.kill(pid, 'SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

/** A bench with temporary files of its own, in a group of its own as a terminal has it. */
function startBench() {
  const child = spawn(process.execPath, [BENCH, 'serve'], {
    cwd: folder,
    env: { ...process.env, TMPDIR: folder },
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  });
  let complaints = '';
  child.stderr.on('data', (chunk: Buffer) => {
    complaints += chunk.toString();
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const { pid } = child;
  if (pid === undefined) throw new Error('the bench has no process');
  /** Once all of these run: everything that does. */
  const family = (...parts: string[]): Promise<{ pids: number[]; cluster: string }> =>
    until(`the bench runs ${parts.join(', ')}`, SETS_UP_MS, async () => {
      if (child.exitCode !== null) throw new Error(`the bench ended: ${complaints}`);
      const found = await descendantsOf(pid);
      left = [pid, ...found.map((one) => one.pid)];
      // As root the cluster lives elsewhere than the other files.
      const cluster = found.map(({ command }) => CLUSTER.exec(command)?.[1]).find((path) => path !== undefined);
      const isWhole = parts.every((part) => found.some(({ command }) => command.includes(part)));
      return cluster !== undefined && isWhole && { pids: left, cluster };
    });
  return { pid, ended, family };
}

it.each([
  ['while it is set up, by Ctrl-C', ['scripts/seed.ts'], 'SIGINT', 'group'],
  [
    'in the middle of its work, by whoever started it',
    ['load-worker.ts', 'bare-server.ts', 'lib/server/main.ts'],
    'SIGTERM',
    'alone',
  ],
] as const)('a bench that is ended %s leaves no process and no file', async (_, parts, signal, whom) => {
  const bench = startBench();
  const { pids, cluster } = await bench.family(...parts);
  process.kill(whom === 'group' ? -bench.pid : bench.pid, signal);
  expect(await bench.ended).toBe(signal === 'SIGINT' ? 130 : 143);
  await until('nothing of it runs', ENDS_MS, () => !pids.some(isAlive));
  expect(await readdir(folder)).toEqual([]);
  expect(existsSync(cluster)).toBe(false);
});
