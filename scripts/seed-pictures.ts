import { parentPort, Worker } from 'node:worker_threads';
import sharp from 'sharp';
import { z } from 'zod';
import type { Drawing, KeepPicture } from '#db/seed/load/pictures';
import type { NewMedia } from '#lib/media/commands';

/** Pixels; wider than this nothing is kept. */
const WIDTH = 1200;

type Answer = { ticket: number; row: NewMedia } | { ticket: number; error: string };

const job = z.object({ ticket: z.number(), svg: z.string(), alt: z.string() });

/** Rasters and encodes on `count` threads, because encoding takes one picture at a time in each. */
export function openPictureWorkers(count: number): { keep: KeepPicture; close: () => Promise<void> } {
  const workers = Array.from({ length: count }, () => new Worker(new URL(import.meta.url)));
  const waiting = new Map<number, { resolve: (row: NewMedia) => void; reject: (error: Error) => void }>();
  const fail = (error: Error) => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  for (const worker of workers) {
    worker.on('error', fail);
    worker.on('message', (answer: Answer) => {
      const ticket = waiting.get(answer.ticket);
      waiting.delete(answer.ticket);
      if ('row' in answer) ticket?.resolve(answer.row);
      else ticket?.reject(new Error(answer.error));
    });
  }
  let tickets = 0;
  return {
    keep: (drawing: Drawing) =>
      new Promise((resolve, reject) => {
        const ticket = tickets++;
        waiting.set(ticket, { resolve, reject });
        workers[ticket % workers.length]?.postMessage({ ticket, ...drawing });
      }),
    close: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

if (parentPort) {
  const port = parentPort;
  const { storePicture } = await import('#lib/media/commands');
  port.on('message', async (message: unknown) => {
    const { ticket, svg, alt } = job.parse(message);
    try {
      const { data, info } = await sharp(Buffer.from(svg)).resize({ width: WIDTH }).removeAlpha().raw().toBuffer({
        resolveWithObject: true,
      });
      const row = await storePicture({ data, width: info.width, height: info.height, channels: 3 }, { alt });
      port.postMessage({ ticket, row } satisfies Answer);
    } catch (error) {
      port.postMessage({ ticket, error: error instanceof Error ? error.message : String(error) } satisfies Answer);
    }
  });
}
