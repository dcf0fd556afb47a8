import { createServer } from 'node:http';
import { afterEach, expect, it } from 'vitest';
import { createHub } from '#lib/realtime/hub';
import type { Reader } from '#lib/realtime/reader';
import type { Grant } from '#lib/realtime/streams';
import { parseEnv } from '../env.ts';
import { createFiles } from './files.ts';
import { createKeeper } from './keeper.ts';
import { createPassOn, requestScope } from './pass-on.ts';

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

/** A shop in which nothing happens. */
const quiet: Reader = {
  facts: async () => ({ orders: [], variants: [], carts: [], slots: [], bookings: [], chats: [] }),
  after: async () => ({ rows: [], isHeldBack: false }),
  recent: async () => ({ xid: '7', seq: '5' }),
  since: async () => [],
};
const grant: Grant = {
  topics: ['stock'],
  audiences: ['stock'],
  session: null,
  owners: [],
  lastId: null,
  sinceSeconds: 0,
};

async function openShop(all = 10) {
  const hub = createHub({
    reader: quiet,
    limits: { all, perAddress: all, perSession: all },
    listen: () => () => undefined,
  });
  const passOn = createPassOn({
    env: parseEnv({}),
    keeper: createKeeper(),
    files: createFiles([], []),
    // As the framework does with the answer of `openStream`.
    app: async (_request, response) => {
      const scope = requestScope.getStore();
      if (scope) scope.stream = grant;
      response.setHeader('Content-Type', 'text/event-stream');
      response.end();
    },
    security: [],
    isDev: false,
    hub,
  });
  const server = createServer((request, response) => {
    void passOn(request, response, {
      requestId: 'id-1',
      pathname: '/api/events',
      isApi: true,
      headers: ['X-Request-Id', 'id-1'],
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  ends.push(() => {
    hub.end();
    server.close();
  });
  return { hub, ask: (method = 'GET') => fetch(`http://127.0.0.1:${address.port}/api/events`, { method }) };
}

it('sends the head, then the events, and ends with the connection', async () => {
  const { hub, ask } = await openShop();
  const response = await ask();
  expect(response.status).toBe(200);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'private, no-store, no-transform',
    'x-request-id': 'id-1',
    connection: 'close',
  });
  expect(hub.count()).toBe(1);
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  const first = await reader?.read();
  expect(first?.value).toMatch(/^retry: \d+\nid: 5\nevent: hello\ndata: \{"topics":\["stock"\],"resumed":false\}\n\n$/);
  hub.end();
  const last = await reader?.read();
  expect(last?.value).toMatch(/^retry: \d+\n\n$/);
  expect((await reader?.read())?.done).toBe(true);
  expect(hub.count()).toBe(0);
});

it('refuses what is too many, and everything once the process ends, in the envelope', async () => {
  const { hub, ask } = await openShop(1);
  await ask();
  const refused = await ask();
  expect([refused.status, (await refused.json()).error]).toEqual([
    429,
    expect.objectContaining({ code: 'RATE_001', details: { streams: 'all' } }),
  ]);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  hub.end();
  expect((await ask()).status).toBe(503);
});

it('opens nothing for somebody who only asks for the head', async () => {
  const { hub, ask } = await openShop();
  expect((await ask('HEAD')).status).toBe(200);
  expect(hub.count()).toBe(0);
});
