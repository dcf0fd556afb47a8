import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * What a script started and made, undone in reverse order: at its end, or when a signal ends it before. Databases run in
 * groups of their own and folders are not cleared by anybody else: a script that is stopped half-way would leave both.
 */
export type Undo = {
  /** Undone after whatever is added later. Once everything has been undone, at once. */
  add: (step: () => Promise<unknown>) => void;
  /** What is being made, with how it is undone: also when the end comes while it is still being made. */
  made: <T>(making: Promise<T>, undo: (thing: T) => Promise<unknown>) => Promise<T>;
  /** A process of ours: told to end, waited for, and after `patience` milliseconds made to. */
  child: <C extends ChildProcess>(child: C, patience?: number) => C;
  /** A new folder among the temporary ones, or in `parent`. */
  folder: (prefix: string, parent?: string) => Promise<string>;
  /** Whether it has begun. */
  isUndoing: () => boolean;
  /** Undoes everything, once. Throws what went wrong after all the rest was undone. */
  now: () => Promise<void>;
};

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** A server drains its requests first. */
const PATIENCE_MS = 15_000;

const open = new Set<Undo>();
let isListening = false;
let isEnding = false;

function tell(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
}

/** The first signal undoes, and nothing cuts it short: a second one comes with every Ctrl-C that npm passes on. */
async function endBy(signal: (typeof SIGNALS)[number]): Promise<void> {
  if (isEnding) return;
  isEnding = true;
  // What still runs here fails now that its ground is gone. Nobody waits for it, and it must not end us half-way.
  process.on('uncaughtException', () => undefined);
  await Promise.all([...open].map((one) => one.now().catch(tell)));
  process.exit(128 + constants.signals[signal]);
}

function listen(): void {
  if (isListening) return;
  isListening = true;
  for (const signal of SIGNALS) process.on(signal, () => void endBy(signal));
}

export async function endChild(child: ChildProcess, patience = PATIENCE_MS): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  const forced = setTimeout(() => child.kill('SIGKILL'), patience);
  await ended;
  clearTimeout(forced);
}

export function undoing(): Undo {
  listen();
  const steps: (() => Promise<unknown>)[] = [];
  let ending: Promise<void> | null = null;

  async function undoAll(): Promise<void> {
    const errors: unknown[] = [];
    // A step may bring another: what was made while it was waited for.
    for (let step = steps.pop(); step; step = steps.pop()) {
      await step().catch((error: unknown) => errors.push(error));
    }
    open.delete(undo);
    if (errors.length > 0) throw errors.length === 1 ? errors[0] : new AggregateError(errors, 'not all was undone');
  }

  const undo: Undo = {
    add(step) {
      if (ending === null) steps.push(step);
      else step().catch(tell);
    },
    made(making, how) {
      undo.add(() => making.then(how, () => undefined));
      return making;
    },
    child(child, patience) {
      undo.add(() => endChild(child, patience));
      return child;
    },
    folder: (prefix, parent = tmpdir()) =>
      undo.made(mkdtemp(join(parent, prefix)), (folder) => rm(folder, { recursive: true, force: true })),
    isUndoing: () => ending !== null,
    now() {
      ending ??= undoAll();
      return ending;
    },
  };
  open.add(undo);
  return undo;
}
