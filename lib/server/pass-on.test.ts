import { createServer, type ServerResponse } from 'node:http';
import { afterEach, expect, it } from 'vitest';
import { parseEnv } from '../env.ts';
import { runtime } from '../runtime.ts';
import { whyUnread } from './console.ts';
import { createFiles } from './files.ts';
import { createKeeper } from './keeper.ts';
import { createPassOn, requestScope } from './pass-on.ts';

const servers: ReturnType<typeof createServer>[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** What a browser gets where the framework answers like this. */
async function answerTo(
  pathname: string,
  answer: (response: ServerResponse) => void,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<Response> {
  const passOn = createPassOn({
    env: parseEnv({}),
    keeper: createKeeper(),
    files: createFiles([], []),
    app: async (_request, response) => answer(response),
    security: [],
    isDev: false,
    hub: null,
  });
  const server = createServer((request, response) => {
    const own = ['X-Request-Id', 'id-1'];
    void passOn(request, response, { requestId: 'id-1', pathname, isApi: pathname.startsWith('/api/'), headers: own });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return fetch(`http://127.0.0.1:${address.port}${pathname}`, { headers, method });
}

it.each([undefined, 'text/plain'])('turns a bare failure of a document into a page of ours (%s)', async (type) => {
  const response = await answerTo('/checkout', (to) => {
    to.statusCode = 500;
    if (type !== undefined) to.setHeader('Content-Type', type);
    to.end('Internal Server Error');
  });
  expect(response.status).toBe(500);
  expect(response.headers.get('content-type')).toMatch(/^text\/html/);
  expect(response.headers.get('x-request-id')).toBe('id-1');
  expect(await response.text()).toContain('id-1');
});

it.each([
  ['POST', new Error('Invalid Server Actions request.'), 403],
  ['POST', new SyntaxError('Unexpected end of JSON input'), 400],
  ['POST', new Error('Connection closed.'), 400],
  ['POST', new Error('anything else'), 500],
  ['GET', new SyntaxError('Unexpected end of JSON input'), 500],
])('a form that the framework would not read is no failure of ours: %s, %s', async (method, error, status) => {
  const fail = (to: ServerResponse) => {
    const scope = requestScope.getStore();
    if (scope) scope.unread = whyUnread(error);
    to.statusCode = 500;
    to.end('Internal Server Error');
  };
  const response = await answerTo('/cart', fail, {}, method);
  expect(response.status).toBe(status);
  expect(response.headers.get('content-type')).toMatch(/^text\/html/);
});

it('leaves a rendered page for errors as it is', async () => {
  const response = await answerTo('/checkout', (to) => {
    to.statusCode = 500;
    to.setHeader('Content-Type', 'text/html; charset=utf-8');
    to.end('<h1>Sorry</h1>');
  });
  expect([response.status, await response.text()]).toEqual([500, '<h1>Sorry</h1>']);
});

it('answers in the envelope below /api', async () => {
  const response = await answerTo('/api/products', (to) => {
    to.statusCode = 500;
    to.end('Internal Server Error');
  });
  expect(await response.json()).toMatchObject({ success: false, error: { code: 'SYS_001' } });
});

it.each([
  ['/ro/checkout', {}, 'lang="ro"', 'S-a întâmplat ceva neașteptat'],
  ['/checkout', { 'accept-language': 'ro' }, 'lang="de"', 'Etwas Unerwartetes'],
  ['/api/products?lang=ro', { 'accept-language': 'de' }, 'SYS_001', 'S-a întâmplat ceva neașteptat'],
  ['/api/products', { 'accept-language': 'fr, en;q=0.5' }, 'SYS_001', 'Something unexpected'],
  ['/api/admin/orders', { 'accept-language': 'ro' }, 'SYS_001', 'Etwas Unerwartetes'],
] as const)('speaks the language that is asked for: %s', async (address, headers, ...expected) => {
  runtime().languages = { locale: 'de-AT', languages: ['en', 'ro'] };
  try {
    const answer = await answerTo(address, (to) => to.writeHead(500).end(), headers);
    const text = await answer.text();
    for (const one of expected) expect(text).toContain(one);
  } finally {
    runtime().languages = null;
  }
});
