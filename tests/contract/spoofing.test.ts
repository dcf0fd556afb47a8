import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, startApp } from '#tests/support/app';
import { openDesk } from '#tests/support/desk';
import { raw, SECURITY } from '#tests/support/raw';
import { until } from '#tests/support/wait';

let app: App;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app?.stop());

describe('what a client says of itself', () => {
  const SUBREQUEST = ['middleware', 'src/middleware', 'middleware:'.repeat(5).slice(0, -1)];

  it.each<Record<string, string>>([
    ...SUBREQUEST.map((value) => ({ 'x-middleware-subrequest': value })),
    { 'x-middleware-next': '1' },
    { 'x-middleware-rewrite': '/api/health' },
    { 'x-middleware-override-headers': 'authorization', 'x-middleware-request-authorization': 'Bearer x' },
    { 'x-invoke-path': '/api/health', 'x-matched-path': '/api/health' },
    { 'x-original-url': '/api/health', 'x-rewrite-url': '/api/health' },
    { 'x-http-method-override': 'OPTIONS' },
    { 'x-forwarded-for': '127.0.0.1', 'x-real-ip': '127.0.0.1', 'x-barrow-client-address': '127.0.0.1' },
    { authorization: `Bearer ${'e30'}.e30.` },
  ])('opens no door: %j', async (headers) => {
    for (const path of ['/api/admin/orders', '/api/v1/admin/orders', '/api/customers', '/api/flowers']) {
      const answer = await raw(app.url, 'GET', path, headers);
      expect([path, answer.status], answer.text).toEqual([path, 401]);
    }
    const page = await raw(app.url, 'GET', '/admin/orders', headers);
    expect(page.text).not.toContain('BAR-');
  });

  it.each([
    '//api/admin/orders',
    '/api//admin/orders',
    '/api/./admin/orders',
    '/API/admin/orders',
    '/api/admin%2Forders',
  ])('spelled otherwise opens no door: %s', async (path) => {
    const answer = await raw(app.url, 'GET', path);
    expect(answer.status).toBeGreaterThanOrEqual(300);
    expect(answer.text).not.toContain('order_number');
    expect(answer.status).toBeLessThan(500);
  });

  it('is refused in a form of another website and in one that was tampered with, and is no failure of ours', async () => {
    const { slug } = await (await openDesk(app)).newProduct();
    const address = `${app.url}/products/${slug}`;
    const { text } = await raw(app.url, 'GET', `/products/${slug}`);
    const form = /<form[^>]*method="POST"[\s\S]*?<\/form>/i.exec(text)?.[0] ?? '';
    const plain = (html = '') => html.replaceAll('&quot;', '"').replaceAll('&amp;', '&');
    const fields = [...form.matchAll(/name="([^"]*)"(?:[^>]*?value="([^"]*)")?/g)].map(
      ([, name, value]) => [plain(name), plain(value)] as const,
    );
    const post = async (origin: string, change: (name: string, value: string) => string = (_, value) => value) => {
      const body = new FormData();
      for (const [name, value] of fields) body.append(name, change(name, value));
      return (await fetch(address, { method: 'POST', headers: { origin }, body, redirect: 'manual' })).status;
    };
    expect(await post(app.url)).toBeLessThan(400);
    expect(await post('https://evilmark.example.com')).toBe(403);
    expect(await post('null')).toBe(403);
    for (const wrong of ['[{"a":', '["$F9"]', '[', "'"]) {
      expect(await post(app.url, (name, value) => (/^\$ACTION.*:1$/.test(name) ? wrong : value)), wrong).toBe(400);
    }
  });

  it('reaches no page that is kept for everybody', async () => {
    const desk = await openDesk(app);
    const fresh = await desk.newProduct();
    const paths = [`/products/${fresh.slug}`, '/', '/products', '/api/shop', `/api/products/${fresh.slug}`];
    const evil = {
      host: 'evilmark.example.com',
      'x-forwarded-host': 'evilmark.example.com',
      'x-forwarded-proto': 'gopher',
      'x-forwarded-for': '6.6.6.6',
      forwarded: 'host=evilmark.example.com',
      origin: 'https://evilmark.example.com',
      referer: 'https://evilmark.example.com',
      cookie: 'barrow-cart=evilmark; barrow-cart-count=987654; barrow-staff=evilmark',
      'accept-language': 'xx-evilmark',
      'content-security-policy': "script-src 'nonce-evilmark'",
      'x-nonce': 'evilmark',
      'x-barrow-keep-key': '/api/shop',
      'x-barrow-keep-sequence': '999999',
      'x-nextjs-data': '1',
      'x-nextjs-matched-path': '/evilmark',
      'x-invoke-status': '500',
      'next-resume': '1',
    };
    // Whoever asks first must not decide what others get.
    for (const path of paths) {
      const first = await raw(app.url, 'GET', path, evil);
      expect(`${JSON.stringify(first.headers)}${first.text}`, path).not.toMatch(/evilmark|987654/);
    }
    for (const path of paths) {
      await until(`${path} is answered`, 2000, async () => (await raw(app.url, 'GET', path)).status === 200);
      const { text, headers } = await raw(app.url, 'GET', path);
      expect(`${JSON.stringify(headers)}${text}`, path).not.toMatch(/evilmark|gopher|987654/);
    }
    expect(JSON.parse((await raw(app.url, 'GET', '/api/shop')).text).data).toHaveProperty('currency');
  });
});

describe('with limits', () => {
  it('counts the address of the socket, says what is left, and refuses with 429 what is too much', async () => {
    const limited = await startApp({ preset: 'blank', rateLimits: true });
    try {
      const asked = async (path: string, from: number) =>
        raw(limited.url, 'GET', path, { 'x-forwarded-for': `10.0.0.${from}`, 'x-real-ip': `10.0.1.${from}` });
      const first = await asked('/api/shop', 1);
      expect(first.headers).toMatchObject({ 'ratelimit-limit': '100', 'ratelimit-remaining': '99' });
      expect(Number(first.headers['ratelimit-reset'])).toBeGreaterThan(0);
      const more = await Promise.all(
        Array.from({ length: 119 }, (_, at) => asked(at % 2 ? '/api/shop' : '/api/no', at)),
      );
      const refused = more.filter(({ status }) => status === 429);
      expect(refused).toHaveLength(20);
      for (const { headers, text } of refused) {
        expect(headers).toMatchObject({ ...SECURITY, 'ratelimit-limit': '100', 'ratelimit-remaining': '0' });
        expect(Number(headers['retry-after'])).toBeGreaterThan(0);
        expect(JSON.parse(text).error.code).toBe('RATE_001');
      }
      // Whether the process lives may always be asked, and pages are for people.
      expect((await asked('/api/health', 1)).status).toBe(200);
      expect((await asked('/', 1)).status).toBe(200);
    } finally {
      await limited.stop();
    }
  });
});
