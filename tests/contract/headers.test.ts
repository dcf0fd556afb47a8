import { createHash } from 'node:crypto';
import { request } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, startApp } from '#tests/support/app';
import { openDesk } from '#tests/support/desk';
import { until } from '#tests/support/wait';

let app: App;
let slug = '';
beforeAll(async () => {
  app = await startApp();
  const desk = await openDesk(app);
  slug = (await desk.newProduct()).slug;
});
afterAll(() => app?.stop());

type Raw = { status: number; headers: Record<string, string>; text: string };

/** `fetch` refuses or mends what a stranger may well send: methods, paths and the name of the host go out as they are. */
function raw(method: string, path: string, headers: Record<string, string> = {}, url = app.url): Promise<Raw> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const sent = request({ hostname, port, method, path, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () => {
        const flat = Object.entries(response.headers).map(([name, value]) => [name, [value ?? []].flat().join(', ')]);
        resolve({ status: response.statusCode ?? 0, headers: Object.fromEntries(flat), text });
      });
    });
    sent.on('error', reject);
    sent.end();
  });
}

const SECURITY = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': expect.stringContaining('camera=()'),
  'cross-origin-opener-policy': 'same-origin',
  'x-request-id': expect.stringMatching(/^[\w-]{8,}$/),
};
const PERSONAL = ['/cart', '/checkout', '/track', '/order/BAR-20260101-001', '/admin', '/admin/orders'];

const scriptPolicy = (csp = '') => /script-src ([^;]*)/.exec(csp)?.[1] ?? '';

/** Inline scripts that the document's own policy would not let run. */
function refusedScripts({ headers, text }: Raw): string[] {
  const allowed = scriptPolicy(headers['content-security-policy']);
  const scripts = [...text.matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/g)];
  return scripts
    .filter(([, attributes = '', body = '']) => {
      const nonce = /\bnonce="([^"]*)"/.exec(attributes)?.[1];
      if (nonce !== undefined && allowed.includes(`'nonce-${nonce}'`)) return false;
      // With 'strict-dynamic' only the nonce counts, for files as well.
      if (/\ssrc=/.test(attributes)) return allowed.includes('strict-dynamic');
      return !allowed.includes(`'sha256-${createHash('sha256').update(body).digest('base64')}'`);
    })
    .map(([whole]) => whole.slice(0, 120));
}

describe('every answer', () => {
  it.each([
    ['GET', '/', 200],
    ['HEAD', '/', 200],
    ['GET', '/products?q=rye', 200],
    ['GET', '/products/never-heard-of', 404],
    ['GET', '/never/heard/of', 404],
    ['GET', '/cart', 200],
    ['GET', '/admin', 200],
    ['GET', '/-/products', 308],
    ['OPTIONS', '/', 204],
    ['TRACE', '/', 405],
    ['DELETE', '/products', 405],
    ['GET', '/%E0%A4%A', 400],
    ['GET', '/a%00b', 400],
    ['GET', '/robots.txt', 200],
    ['GET', '/sitemap.xml', 200],
    ['GET', '/manifest.webmanifest', 200],
    ['GET', '/_next/static/never.js', 404],
    ['GET', '/_next/static/../../package.json', 404],
    ['GET', '/media/never.webp', 404],
    ['GET', '/media/%2e%2e/auth-secret', 404],
    ['GET', '/fonts/never.woff2', 404],
    ['GET', '/_next/image?url=%2Fapi%2Fshop&w=64&q=75', 404],
    ['GET', '/api/products', 200],
    ['GET', '/api/health', 200],
    ['GET', '/api/nothing', 404],
    ['GET', '/api/auth/nothing', 404],
    ['GET', '/api/admin/orders', 401],
    ['PUT', '/api/cart', 405],
    ['OPTIONS', '/api/cart', 204],
    ['TRACE', '/api/cart', 405],
    ['GET', '/api/%E0%A4%A', 400],
  ])('carries the headers of security: %s %s', async (method, path, status) => {
    const answer = await raw(method, path);
    expect(answer.headers).toMatchObject(SECURITY);
    expect(answer.headers).not.toHaveProperty('x-powered-by');
    expect(answer.headers).not.toHaveProperty('server');
    expect(answer.status).toBe(status);
  });

  it('has an id of its own, whatever the client calls it', async () => {
    const ids = await Promise.all(
      ['/', '/', '/cart', '/api/shop', '/api/shop', '/api/nothing'].map(
        async (path) => (await raw('GET', path, { 'x-request-id': 'mine' })).headers['x-request-id'],
      ),
    );
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).not.toContain('mine');
  });

  it('is an envelope also for what is no HTTP', async () => {
    const { port } = new URL(app.url);
    const text = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), '127.0.0.1', () => socket.write('NONSENSE\r\n\r\n'));
      let all = '';
      socket.on('data', (chunk: Buffer) => {
        all += chunk.toString();
      });
      socket.on('end', () => resolve(all));
      socket.on('error', reject);
    });
    const [head = '', body = ''] = text.split('\r\n\r\n');
    expect(head).toMatch(/^HTTP\/1\.1 400 /);
    expect(head.toLowerCase()).toContain('x-content-type-options: nosniff');
    expect(head.toLowerCase()).toContain('x-request-id: ');
    expect(JSON.parse(body)).toMatchObject({ success: false, error: { code: 'REQ_001' } });
  });
});

describe('a document', () => {
  it.each(['/', '/products', 'product'])('kept for everybody names its scripts by hash: %s', async (name) => {
    const path = name === 'product' ? `/products/${slug}` : name;
    for (const round of ['made', 'kept']) {
      const answer = await raw('GET', path);
      const policy = scriptPolicy(answer.headers['content-security-policy']);
      expect(policy, round).toContain("'sha256-");
      expect(policy, round).not.toMatch(/unsafe|nonce|\*/);
      expect(refusedScripts(answer), round).toEqual([]);
    }
  });

  it.each([...PERSONAL, '/products?q=rye'])('made per request has a nonce of its own: %s', async (path) => {
    const [first, second] = [await raw('GET', path), await raw('GET', path)];
    const policies = [first, second].map(({ headers }) => scriptPolicy(headers['content-security-policy']));
    for (const policy of policies) expect(policy).toMatch(/^'self' 'nonce-[\w+/=]{22,}' 'strict-dynamic'$/);
    expect(policies[0]).not.toBe(policies[1]);
    expect(first.text).toContain('<script');
    expect(refusedScripts(first)).toEqual([]);
  });

  it.each(['/products/never-heard-of', '/never/heard/of', '/admin/never', '/pages/never'])(
    'that says 404 runs its own scripts only: %s',
    async (path) => {
      const answer = await raw('GET', path);
      expect(answer.status).toBe(404);
      expect(scriptPolicy(answer.headers['content-security-policy'])).not.toMatch(/unsafe|\*/);
      expect(refusedScripts(answer)).toEqual([]);
    },
  );

  it.each(PERSONAL)('about one person is stored nowhere: %s', async (path) => {
    const { headers } = await raw('GET', path);
    expect(headers['cache-control']).toContain('no-store');
    expect(headers['cache-control']).toContain('private');
    expect(headers.etag).toBeUndefined();
  });
});

describe('the API', () => {
  it.each([
    ['TRACE', '/api/products', 405, 'REQ_006'],
    ['CONNECTED', '/api/products', 400, 'REQ_001'],
    ['PUT', '/api/products', 405, 'REQ_006'],
    ['GET', '/api/never', 404, 'REQ_005'],
    ['POST', '/api/auth/never', 404, 'REQ_005'],
    ['GET', '/api/%C3%28', 400, 'REQ_001'],
    ['GET', '/api/products/%00', 400, 'REQ_001'],
    ['GET', '/api', 404, 'REQ_005'],
    ['GET', '/api/', 404, 'REQ_005'],
    ['GET', '/api/products/', 404, 'REQ_005'],
  ])('refuses in the envelope: %s %s', async (method, path, status, code) => {
    const { status: told, headers, text } = await raw(method, path);
    // A slash too much is mended by a redirect, which is no refusal.
    if (told === 308) return expect(headers.location).toBe(path.replace(/\/$/, ''));
    expect([told, JSON.parse(text).error?.code]).toEqual([status, code]);
    expect(headers['content-type']).toMatch(/^application\/json/);
    expect(headers['cache-control']).toBe('private, no-store');
    if (status === 405) expect(headers.allow).toMatch(/GET/);
  });
});

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
      const answer = await raw('GET', path, headers);
      expect([path, answer.status], answer.text).toEqual([path, 401]);
    }
    const page = await raw('GET', '/admin/orders', headers);
    expect(page.text).not.toContain('BAR-');
  });

  it.each([
    '//api/admin/orders',
    '/api//admin/orders',
    '/api/./admin/orders',
    '/API/admin/orders',
    '/api/admin%2Forders',
  ])('spelled otherwise opens no door: %s', async (path) => {
    const answer = await raw('GET', path);
    expect(answer.status).toBeGreaterThanOrEqual(300);
    expect(answer.text).not.toContain('order_number');
    expect(answer.status).toBeLessThan(500);
  });

  it('reaches no page that is kept for everybody', async () => {
    const desk = await openDesk(app);
    const fresh = await desk.newProduct();
    const paths = [`/products/${fresh.slug}`, '/', '/products', '/api/shop', `/api/products/${fresh.slug}`];
    const evil = {
      host: 'evil.example.com',
      'x-forwarded-host': 'evil.example.com',
      'x-forwarded-proto': 'gopher',
      'x-forwarded-for': '6.6.6.6',
      forwarded: 'host=evil.example.com',
      origin: 'https://evil.example.com',
      referer: 'https://evil.example.com',
      cookie: 'barrow-cart=evil; barrow-cart-count=666; barrow-staff=evil',
      'accept-language': 'xx-evil',
      'content-security-policy': "script-src 'nonce-evil'",
      'x-nonce': 'evil',
      'x-barrow-keep-key': '/api/shop',
      'x-barrow-keep-sequence': '999999',
      'x-nextjs-data': '1',
      'x-nextjs-matched-path': '/evil',
      'x-invoke-status': '500',
      'next-resume': '1',
    };
    // Whoever asks first must not decide what others get.
    for (const path of paths) {
      const first = await raw('GET', path, evil);
      expect(`${JSON.stringify(first.headers)}${first.text}`, path).not.toMatch(/evil|666/);
    }
    for (const path of paths) {
      await until(`${path} is answered`, 2000, async () => (await raw('GET', path)).status === 200);
      const { text, headers } = await raw('GET', path);
      expect(`${JSON.stringify(headers)}${text}`, path).not.toMatch(/evil|gopher|666/);
    }
    expect(JSON.parse((await raw('GET', '/api/shop')).text).data).toHaveProperty('currency');
  });
});

describe('with limits', () => {
  it('counts the address of the socket, says what is left, and refuses with 429 what is too much', async () => {
    const limited = await startApp({ preset: 'blank', rateLimits: true });
    try {
      const asked = async (path: string, from: number) =>
        raw('GET', path, { 'x-forwarded-for': `10.0.0.${from}`, 'x-real-ip': `10.0.1.${from}` }, limited.url);
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

describe('behind an address that is encrypted', () => {
  it('asks browsers to stay encrypted and keeps cookies to it', async () => {
    const secure = await startApp({ preset: 'blank', rateLimits: true, env: { APP_URL: 'https://shop.example.com' } });
    try {
      for (const path of ['/', '/cart', '/api/shop', '/never', '/media/never.webp']) {
        const { headers } = await raw('GET', path, {}, secure.url);
        expect(headers['strict-transport-security'], path).toBe('max-age=31536000; includeSubDomains');
      }
      const page = await raw(
        'GET',
        '/',
        { host: 'evil.example.com', 'x-forwarded-host': 'evil.example.com' },
        secure.url,
      );
      expect(page.text).not.toContain('evil');
      expect(page.headers['content-security-policy']).toContain('upgrade-insecure-requests');
    } finally {
      await secure.stop();
    }
  });
});
