import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { commandOf } from '#scripts/processes';

const STAT = /^(\d+) \(.*\) \S (\d+) /s;

/** Every process of this machine with its parent. Small images have no `ps`; Linux does not need it. */
async function parents(): Promise<Map<number, number>> {
  if (process.platform !== 'linux') {
    const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid=']);
    return new Map(
      stdout
        .trim()
        .split('\n')
        .map((line) => line.trim().split(/\s+/).map(Number) as [number, number]),
    );
  }
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const stats = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')));
  return new Map(
    stats.flatMap((stat) => {
      const found = STAT.exec(stat);
      return found === null ? [] : [[Number(found[1]), Number(found[2])] as const];
    }),
  );
}

/** The processes that a process started, and those they started, with their command lines. */
export async function descendantsOf(root: number): Promise<{ pid: number; command: string }[]> {
  const all = await parents();
  const isBelow = (pid: number): boolean => {
    for (let at = all.get(pid); at !== undefined && at > 1; at = all.get(at)) if (at === root) return true;
    return false;
  };
  const found = [...all.keys()].filter(isBelow);
  return Promise.all(found.map(async (pid) => ({ pid, command: await commandOf(pid) })));
}
