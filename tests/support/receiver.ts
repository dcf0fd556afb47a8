import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';

const body = z.strictObject({
  id: z.uuid(),
  event: z.string(),
  created_at: z.iso.datetime(),
  data: z.record(z.string(), z.any()),
});
export type Received = z.output<typeof body> & { text: string; headers: IncomingHttpHeaders };

export type Receiver = {
  url: string;
  /** Everything that came, in order. */
  received: Received[];
  /** Answers one request; by default 204. */
  answer: (response: ServerResponse, received: Received) => void;
  stop: () => Promise<void>;
};

/** Another program that listens to the shop. */
export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString('utf8');
    const one = { ...body.parse(JSON.parse(text)), text, headers: request.headers };
    received.push(one);
    receiver.answer(response, one);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const receiver: Receiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`,
    received,
    answer: (response) => response.writeHead(204).end(),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return receiver;
}

/** As docs/webhooks.md tells receivers to check it: the newest and untouched words of somebody with the secret. */
export function isSigned({ text, headers }: Received, secret: string, now = Date.now()): boolean {
  const parts = String(headers['barrow-signature']).split(',');
  const t = Number(parts.find((part) => part.startsWith('t='))?.slice(2));
  if (!(Math.abs(now / 1000 - t) <= 300)) return false;
  const expected = createHmac('sha256', secret).update(`${t}.${text}`).digest();
  return parts
    .filter((part) => part.startsWith('v1='))
    .map((part) => Buffer.from(part.slice(3), 'hex'))
    .some((given) => given.length === expected.length && timingSafeEqual(given, expected));
}
