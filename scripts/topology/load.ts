import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

export type Figures = { sent: number; errors: Map<string, number>; slowestMs: number };

export type Ask = { method?: string; path: string; headers?: Record<string, string>; body?: string };

const agent = new Agent({ keepAlive: true, maxSockets: 64 });
let customers = 0;

/** Every customer has an address of their own: they share no allowance. */
export function newAddress(): string {
  customers += 1;
  return `10.${(customers >> 16) & 255}.${(customers >> 8) & 255}.${customers & 255}`;
}

export type Told = { status: number; headers: Record<string, string | string[] | undefined>; text: string };

/** One request over connections that are kept, as a proxy in front would send it. Throws when there is no answer. */
export function ask(
  url: string,
  { method = 'GET', path, headers = {}, body }: Ask,
  from = newAddress(),
): Promise<Told> {
  return new Promise((resolve, reject) => {
    const sent = request(
      `${url}${path}`,
      { method, agent, headers: { 'x-forwarded-for': from, ...headers }, timeout: 20_000 },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(chunks).toString(),
          }),
        );
      },
    );
    sent.on('error', reject);
    sent.on('timeout', () => sent.destroy(new Error('no answer')));
    sent.end(body);
  });
}

/** Customers who go on until they are told to stop. Whatever is not 2xx is an error; so is no answer. */
export function startLoad(url: string, lanes: readonly (() => Ask)[], pauseMs = 0) {
  const figures: Figures = { sent: 0, errors: new Map(), slowestMs: 0 };
  let isOver = false;
  const fail = (what: string) => figures.errors.set(what, (figures.errors.get(what) ?? 0) + 1);

  async function lane(next: () => Ask): Promise<void> {
    while (!isOver) {
      const asked = next();
      const began = performance.now();
      const name = `${asked.method ?? 'GET'} ${asked.path.split('?')[0]}`;
      await ask(url, asked).then(
        ({ status, text }) => {
          if (status < 200 || status > 299) fail(`${name} ${status} ${text.slice(0, 120)}`);
        },
        (error: unknown) => fail(`${name} ${error instanceof Error ? error.message : String(error)}`),
      );
      figures.sent += 1;
      figures.slowestMs = Math.max(figures.slowestMs, performance.now() - began);
      if (pauseMs > 0) await sleep(pauseMs);
    }
  }
  const all = lanes.map(lane);
  return {
    figures,
    async stop(): Promise<Figures> {
      isOver = true;
      await Promise.all(all);
      return figures;
    },
  };
}

export const errorCount = ({ errors }: Figures): number => [...errors.values()].reduce((sum, count) => sum + count, 0);
