import { createHash } from 'node:crypto';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, startApp } from '#tests/support/app';
import { openDesk } from '#tests/support/desk';
import { type Raw, raw, SECURITY } from '#tests/support/raw';

let app: App;
let slug = '';
beforeAll(async () => {
  app = await startApp();
  const desk = await openDesk(app);
  slug = (await desk.newProduct()).slug;
});
afterAll(() => app?.stop());

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
    ['GET', '/docs', 200],
    ['GET', '/docs/redoc', 200],
    ['GET', '/docs/never', 404],
    ['GET', '/reference/never.js', 404],
    ['GET', '/reference/.files.json', 404],
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
    const answer = await raw(app.url, method, path);
    expect(answer.headers).toMatchObject(SECURITY);
    expect(answer.headers).not.toHaveProperty('x-powered-by');
    expect(answer.headers).not.toHaveProperty('server');
    expect(answer.status).toBe(status);
  });

  it('has an id of its own, whatever the client calls it', async () => {
    const ids = await Promise.all(
      ['/', '/', '/cart', '/api/shop', '/api/shop', '/api/nothing'].map(
        async (path) => (await raw(app.url, 'GET', path, { 'x-request-id': 'mine' })).headers['x-request-id'],
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
      const answer = await raw(app.url, 'GET', path);
      const policy = scriptPolicy(answer.headers['content-security-policy']);
      expect(policy, round).toContain("'sha256-");
      expect(policy, round).not.toMatch(/unsafe|nonce|\*/);
      expect(refusedScripts(answer), round).toEqual([]);
    }
  });

  it.each([...PERSONAL, '/products?q=rye'])('made per request has a nonce of its own: %s', async (path) => {
    const [first, second] = [await raw(app.url, 'GET', path), await raw(app.url, 'GET', path)];
    const policies = [first, second].map(({ headers }) => scriptPolicy(headers['content-security-policy']));
    for (const policy of policies) expect(policy).toMatch(/^'self' 'nonce-[\w+/=]{22,}' 'strict-dynamic'$/);
    expect(policies[0]).not.toBe(policies[1]);
    expect(first.text).toContain('<script');
    expect(refusedScripts(first)).toEqual([]);
  });

  it.each(['/products/never-heard-of', '/never/heard/of', '/ro/never/heard/of', '/pages/never'])(
    'that says 404 runs its own scripts only: %s',
    async (path) => {
      const answer = await raw(app.url, 'GET', path);
      expect(answer.status).toBe(404);
      expect(scriptPolicy(answer.headers['content-security-policy'])).not.toMatch(/unsafe|\*/);
      expect(refusedScripts(answer)).toEqual([]);
    },
  );

  it.each(PERSONAL)('about one person is stored nowhere: %s', async (path) => {
    const { headers } = await raw(app.url, 'GET', path);
    expect(headers['cache-control']).toContain('no-store');
    expect(headers['cache-control']).toContain('private');
    expect(headers.etag).toBeUndefined();
  });
});

describe('the API', () => {
  it.each(['/api/products', '/api/shop', '/api/admin/orders', '/api/never', '/api/openapi.json'])(
    'answers data that nothing may frame or run: %s',
    async (path) => {
      // The second answer may be a kept one.
      for (let time = 0; time < 2; time += 1) {
        const { headers } = await raw(app.url, 'GET', path);
        expect(headers['content-security-policy']).toMatch(/^default-src 'none';.*frame-ancestors 'none'$/);
      }
    },
  );

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
    const { status: told, headers, text } = await raw(app.url, method, path);
    // A slash too much is mended by a redirect, which is no refusal.
    if (told === 308) return expect(headers.location).toBe(path.replace(/\/$/, ''));
    expect([told, JSON.parse(text).error?.code]).toEqual([status, code]);
    expect(headers['content-type']).toMatch(/^application\/json/);
    expect(headers['cache-control']).toBe('private, no-store');
    if (status === 405) expect(headers.allow).toMatch(/GET/);
  });
});

describe('behind an address that is encrypted', () => {
  it('asks browsers to stay encrypted and keeps cookies to it', async () => {
    const secure = await startApp({ preset: 'blank', rateLimits: true, env: { APP_URL: 'https://shop.example.com' } });
    try {
      for (const path of ['/', '/cart', '/api/shop', '/never', '/media/never.webp']) {
        const { headers } = await raw(secure.url, 'GET', path);
        expect(headers['strict-transport-security'], path).toBe('max-age=31536000; includeSubDomains');
      }
      const evil = { host: 'evil.example.com', 'x-forwarded-host': 'evil.example.com' };
      const page = await raw(secure.url, 'GET', '/', evil);
      expect(page.text).not.toContain('evil');
      expect(page.headers['content-security-policy']).toContain('upgrade-insecure-requests');
      const { variantId } = await (await openDesk(secure)).newProduct();
      const filled = await fetch(`${secure.url}/api/cart`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ variant_id: variantId, quantity: 1 }),
      });
      expect(filled.headers.get('set-cookie')).toMatch(
        /^__Host-[^;]+; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax; Secure$/,
      );
    } finally {
      await secure.stop();
    }
  });
});
