import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, startApp } from '#tests/support/app';
import { openDesk } from '#tests/support/desk';
import { raw } from '#tests/support/raw';

let app: App;
let pages: string[] = [];
/** Nobody outside may read them. */
let secrets: string[] = [];
beforeAll(async () => {
  app = await startApp();
  const folder = join(import.meta.dirname, '..', '..', 'app', 'admin');
  const files = (await readdir(folder, { recursive: true })).filter((file) => /(^|\/)page\.tsx$/.test(file));
  pages = files
    .map((file) => `/admin/${file.replace(/\/?page\.tsx$/, '')}`.replace(/\/$/, ''))
    .map((path) => path.replace('[date]', '2026-06-06').replace(/\[\w+\]/g, '01985f3c-6a10-7c3e-9d52-0b1f4a6e4001'));
  const desk = await openDesk(app);
  const orders = await desk.send('GET', '/orders?limit=20');
  const customers = await desk.send('GET', '/customers?limit=20');
  secrets = [
    ...orders.map(({ order_number: number }: { order_number: string }) => number),
    ...customers.map(({ phone }: { phone: string }) => phone),
  ];
}, 300_000);
afterAll(() => app?.stop());

/** The page to sign in, the way there, or nothing: never what stands behind it. */
function expectShut(path: string, { status, text, headers }: Awaited<ReturnType<typeof raw>>): void {
  expect([path, status < 500], text.slice(0, 200)).toEqual([path, true]);
  for (const secret of secrets) expect(text.includes(secret), `${path} says ${secret}`).toBe(false);
  if (status >= 300 && status < 400) {
    expect(headers.location, path).toMatch(/^(http:\/\/localhost:\d+)?\/[^/\\]/);
  } else if (status < 300 && /^text\/html/.test(headers['content-type'] ?? '')) {
    expect(text, path).not.toContain('aria-label="Order desk"');
  }
}

const CALLERS: Record<string, Record<string, string>> = {
  nobody: {},
  'a cookie that was made up': { cookie: 'barrow-staff=eyJhbGciOiJub25lIn0.eyJzaWQiOiIwIn0.; barrow-customer=x' },
  'an empty cookie': { cookie: 'barrow-staff=' },
  'a subrequest of the middleware': {
    'x-middleware-subrequest': 'middleware:middleware:middleware:middleware:middleware',
  },
  'a subrequest of another middleware': { 'x-middleware-subrequest': 'src/middleware:src/middleware' },
  'a client of the framework': { rsc: '1', 'next-router-prefetch': '1', 'next-url': '/admin/dashboard' },
  'an answer that was made already': { 'x-middleware-next': '1', 'x-nextjs-data': '1' },
  'a program': { authorization: 'Bearer eyJhbGciOiJub25lIn0.eyJzaWQiOiIwIn0.' },
};

describe('the desk', () => {
  it.each(Object.entries(CALLERS))('shows no page of it to %s', async (_, headers) => {
    expect(secrets.length).toBeGreaterThan(10);
    expect(pages.length).toBeGreaterThan(40);
    for (const path of pages) expectShut(path, await raw(app.url, 'GET', path, headers));
  });

  it.each([
    '//admin/orders',
    '///admin//orders',
    '/admin%2Forders',
    '/admin%2forders',
    '/%61dmin/orders',
    '/Admin/orders',
    '/ADMIN/ORDERS',
    '/admin/orders/',
    '/admin/orders/.',
    '/admin/./orders',
    '/admin/../admin/orders',
    '/x/../admin/orders',
    '/admin;x=1/orders',
    '/admin/orders;.css',
    '/admin/orders.json',
    '/admin/orders.rsc',
    '/admin/orders%20',
    '/admin/orders%00',
    '/admin%09/orders',
    '\\admin\\orders',
    '/en/admin/orders',
    '/-/admin/orders',
    '/_next/data/x/admin/orders.json',
    '/admin/orders?_rsc=abc',
    '/admin/orders#',
    '/products/../admin/orders',
    '/media/..%2fadmin/orders',
  ])('is shut however it is spelled: %s', async (path) => {
    const asked: Record<string, string>[] = [{}, { rsc: '1' }];
    for (const headers of asked) {
      // Paths that are none are an error of whoever sends them, not of this client.
      expectShut(path, await raw(app.url, 'GET', path.startsWith('/') ? path : `/${path}`, headers));
    }
  });

  it('takes no action from a stranger', async () => {
    for (const path of ['/admin/orders', '/admin/settings', '/admin/products']) {
      const headers = { 'next-action': '40'.repeat(21), 'content-type': 'text/plain;charset=UTF-8', origin: app.url };
      expectShut(path, await raw(app.url, 'POST', path, headers));
    }
  });
});
