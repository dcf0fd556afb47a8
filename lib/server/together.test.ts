import { createServer } from 'node:http';
import { afterEach, expect, it, vi } from 'vitest';
import { parseEnv } from '../env.ts';
import { createFiles } from './files.ts';
import { createHandler } from './handler.ts';
import { createKeeper } from './keeper.ts';
import { KEEP_KEY_HEADER, KEEP_SEQUENCE_HEADER } from './kept-routes.ts';
import { createMeter } from './meter.ts';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** Our server before an app that is given time by `finish`, and keeps what it made as endpoints do. */
async function serve() {
  let made = 0;
  const keeper = createKeeper();
  const held = Promise.withResolvers<void>();
  const handler = createHandler({
    env: parseEnv({ RATE_LIMITS: 'off' }),
    keeper,
    files: createFiles([], []),
    security: [],
    isDev: false,
    hub: null,
    meter: createMeter(() => undefined),
    app: async ({ headers }, response) => {
      made += 1;
      const body = `{"made":${made}}`;
      await held.promise;
      keeper.put({
        key: String(headers[KEEP_KEY_HEADER]),
        body,
        contentType: 'application/json',
        tags: ['products'],
        startedAt: Number(headers[KEEP_SEQUENCE_HEADER]),
      });
      response.setHeader('Content-Type', 'application/json');
      response.end(body);
    },
  });
  const server = createServer(handler);
  closing.push(() => server.close());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const get = async (init: RequestInit = {}) =>
    (await fetch(`http://127.0.0.1:${address.port}/api/products`, init)).text();
  /** Asks so many times at once, and goes on when all of them have arrived. */
  const ask = async (times: number, init?: RequestInit) => {
    const arrived = keeper.counters.misses + times;
    const answers = Array.from({ length: times }, () => get(init));
    await vi.waitFor(() => expect(keeper.counters.misses).toBe(arrived), { timeout: 10_000 });
    return answers;
  };
  return { keeper, ask, finish: held.resolve, made: () => made };
}

it('makes one answer for all who ask while it is made', async () => {
  const { ask, finish, made } = await serve();
  const answers = await ask(20);
  finish();
  expect(new Set(await Promise.all(answers))).toEqual(new Set(['{"made":1}']));
  expect(made()).toBe(1);
});

it('gives nobody what was made of something older', async () => {
  const { keeper, ask, finish, made } = await serve();
  const [before] = await ask(1);
  keeper.expire(['products']);
  const [after] = await ask(1);
  finish();
  expect(await before).toBe('{"made":1}');
  expect(await after).toBe('{"made":2}');
  expect(made()).toBe(2);
});

it('goes on when whoever was first has gone', async () => {
  const { ask, finish } = await serve();
  const gone = new AbortController();
  const [first] = await ask(1, { signal: gone.signal });
  const [second] = await ask(1);
  gone.abort();
  await expect(first).rejects.toThrow();
  finish();
  expect(await second).toMatch(/made/);
});
