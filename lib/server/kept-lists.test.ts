import { createServer } from 'node:http';
import { afterEach, expect, it } from 'vitest';
import { parseEnv } from '../env.ts';
import { runtime } from '../runtime.ts';
import { createFiles } from './files.ts';
import { createHandler } from './handler.ts';
import { createKeeper } from './keeper.ts';
import { createMeter } from './meter.ts';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
  runtime().doors.clear();
});

/** Our server before an app that renders how often it was asked; `cookie` as a page of one visitor has it. */
async function serve({ cookie = false } = {}) {
  let renders = 0;
  const keeper = createKeeper();
  const handler = createHandler({
    env: parseEnv({ RATE_LIMITS: 'off' }),
    keeper,
    files: createFiles([], []),
    security: ['X-Frame-Options', 'DENY'],
    isDev: false,
    hub: null,
    meter: createMeter(() => undefined),
    app: async (_request, response) => {
      renders += 1;
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      if (cookie) response.setHeader('Set-Cookie', 'a=b');
      response.write(`<p>${renders}</p>`);
      response.end('<script>1</script>');
    },
  });
  const server = createServer(handler);
  closing.push(() => server.close());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const get = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(`http://127.0.0.1:${address.port}${path}`, init);
    return { response, text: await response.text() };
  };
  return { keeper, get };
}

it('keeps a narrowed list until what it shows changes', async () => {
  const { keeper, get } = await serve();
  const first = await get('/products?category=bread');
  expect(first.text).toBe('<p>1</p><script>1</script>');
  const second = await get('/products?category=bread');
  expect(second.text).toBe(first.text);
  for (const { response } of [first, second]) {
    expect(response.headers.get('content-security-policy')).toContain('sha256-');
    expect(response.headers.get('x-frame-options')).toBe('DENY');
    expect(response.headers.get('x-request-id')).not.toBeNull();
    expect(response.headers.get('etag')).toBe(first.response.headers.get('etag'));
  }
  expect((await get('/products?category=cake')).text).toContain('<p>2</p>');
  keeper.expire(['stock']);
  expect((await get('/products?category=bread')).text).toContain('<p>3</p>');
});

it.each(['/products?q=rye', '/products?category=bread&who=me', '/cart'])('makes %s for each visitor', async (path) => {
  const { get } = await serve();
  await get(path);
  const { response, text } = await get(path);
  expect(text).toContain('<p>2</p>');
  expect(response.headers.get('content-security-policy')).toContain('nonce-');
});

it('keeps nothing that sets a cookie', async () => {
  const { get } = await serve({ cookie: true });
  await get('/products?category=bread');
  expect((await get('/products?category=bread')).text).toContain('<p>2</p>');
});

it('keeps so many lists and no more', async () => {
  const { keeper, get } = await serve();
  for (let page = 1; page <= 70; page += 1) await get(`/products?page=${page}`);
  expect(keeper.size().entries).toBe(64);
});

it('calls an endpoint that was left for it by itself', async () => {
  const { get } = await serve();
  runtime().doors.set('/api/orders', async (request) => {
    const headers = { 'content-type': 'application/json', 'cache-control': 'private, no-store' };
    return new Response(await request.text(), { status: 201, headers });
  });
  const sent = { method: 'POST', body: '{"a":1}', headers: { 'content-type': 'application/json' } };
  const { response, text } = await get('/api/orders', sent);
  expect([response.status, text]).toEqual([201, '{"a":1}']);
  expect(response.headers.get('x-frame-options')).toBe('DENY');
  // A query is the framework's to read.
  expect((await get('/api/orders?a=1', sent)).response.headers.get('content-type')).toContain('text/html');
});
