import { fork } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';
import { undoing } from '#scripts/undo';

/** What to send: `connections` at a time, for `seconds` or, with `amount`, so many requests. */
export type Load = {
  url: string;
  method?: 'GET' | 'POST';
  headers?: Record<string, string>;
  /** Sent in turn. */
  bodies?: string[];
  connections: number;
  seconds: number;
  amount?: number;
};

const measured = z.object({
  perSecond: z.number(),
  p50: z.number(),
  /** 97.5 of a hundred: what the generator counts nearest to 95, and never less. */
  p97: z.number(),
  p99: z.number(),
  /** Answers by class, and what got no answer at all. */
  ok: z.number(),
  refused: z.number(),
  failed: z.number(),
});

export type Measured = z.infer<typeof measured>;

/** Sends the load from a process of its own, so that the generator's work is not the server's. Milliseconds. */
export async function measure(load: Load): Promise<Measured> {
  const undo = undoing();
  const worker = join(import.meta.dirname, 'load-worker.ts');
  const child = undo.child(fork(worker, [JSON.stringify(load)], { stdio: 'inherit' }));
  try {
    return await new Promise((resolve, reject) => {
      child.once('message', (message) => resolve(measured.parse(message)));
      child.once('error', reject);
      child.once('exit', (code) => {
        if (code !== 0) reject(new Error(`the load generator ended with ${code}`));
      });
    });
  } finally {
    await undo.now();
  }
}
