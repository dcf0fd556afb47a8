import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type App, startApp } from '#tests/support/app';
import { openDesk } from '#tests/support/desk';
import { raw } from '#tests/support/raw';
import { until } from '#tests/support/wait';

const line = z.looseObject({
  level: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace']),
  time: z.iso.datetime(),
  msg: z.string(),
  requestId: z.string().optional(),
});
const request = line.extend({
  requestId: z.string().min(8),
  method: z.string(),
  path: z.string().startsWith('/'),
  status: z.int(),
  ms: z.int(),
});

let app: App;
beforeAll(async () => {
  app = await startApp({ env: { LOG_LEVEL: 'debug' } });
});
afterAll(() => app?.stop());

/** Lines that are none are not of ours: what libraries print by themselves. */
const lines = () =>
  app
    .output()
    .split('\n')
    .filter((text) => text.startsWith('{'))
    .map((text) => line.parse(JSON.parse(text)));

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${app.url}/api${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

describe('the log', () => {
  it('has a line for every request: which, what was asked, what came of it, how long it took', async () => {
    const { headers } = await raw(app.url, 'GET', '/track?order=BAR-1&phone=%2B40722999888');
    const id = headers['x-request-id'];
    const found = await until(
      'the line of the request',
      5000,
      () => lines().find((one) => one.requestId === id) ?? null,
    );
    expect(request.parse(found)).toMatchObject({ method: 'GET', path: '/track', status: 200, msg: 'request' });
  });

  it('says without being asked who was refused what', async () => {
    const desk = await openDesk(app);
    const refused = async (path: string, headers: Record<string, string>) => {
      const { headers: told } = await raw(app.url, 'GET', path, headers);
      const id = told['x-request-id'];
      return until('the line of a refusal', 5000, () => {
        const found = lines().filter((one) => one.requestId === id && one.level === 'info');
        return found.some(({ msg }) => msg === 'a request was refused') ? found : null;
      });
    };
    const path = '/api/admin/orders?q=Zenobia';
    expect(await refused(path, {})).toMatchObject([{ method: 'GET', path: '/api/admin/orders', status: 401 }]);
    expect(await refused(path, { authorization: 'Bearer bk_none' })).toMatchObject([{ status: 401 }]);
    const { key, id } = await desk.send('POST', '/api-keys', { name: 'Till', scopes: ['products:read'] });
    expect(await refused(path, { authorization: `Bearer ${key}` })).toMatchObject([
      { msg: 'somebody was refused', code: 'AUTH_003', who: `key ${id}`, what: 'listOrders' },
      { msg: 'a request was refused', status: 403 },
    ]);
  });

  it('knows nobody by name, phone or address, and no password, code, key or token', async () => {
    const person = {
      customer_name: 'Zenobia Unseen',
      customer_phone: '+40722999777',
      customer_email: 'zenobia@unseen.example',
      delivery_type: 'pickup',
      special_instructions: 'ring at the blue door',
    };
    const secrets = [
      'Zenobia',
      '40722999777',
      'unseen.example',
      'blue door',
      app.admin.password,
      'wrong horse battery',
    ];
    const desk = await openDesk(app);
    secrets.push(desk.token, desk.token.split('.')[2] ?? '');
    const { variantId } = await desk.newProduct();
    // Refused and accepted alike: a failure is where most is written.
    await post('/orders', { ...person, items: [{ variant_id: variantId, quantity: 'many' }] });
    await post('/orders', { ...person, items: [{ variant_id: variantId, quantity: 1 }] });
    await post('/admin/login', { username: 'Zenobia', password: 'wrong horse battery' });
    await post('/auth/login', { phone: '+40722999777', password: 'wrong horse battery' });
    await post('/auth/register', { name: 'Zenobia', phone: '+40722999777', password: 'wrong horse battery' });
    await post('/auth/password/reset', { token: 'secret-of-a-letter', password: 'wrong horse battery' });
    await raw(app.url, 'GET', '/order/BAR-20260101-001/open?key=secret-of-an-order');
    await raw(app.url, 'GET', '/api/cart/secret-of-a-cart');
    await raw(app.url, 'GET', '/api/admin/customers?search=zenobia@unseen.example', {
      authorization: 'Bearer bk_secret-of-a-program',
      cookie: 'barrow-staff=secret-of-a-cookie; barrow-cart=secret-of-a-basket',
    });
    const { headers } = await raw(app.url, 'GET', '/api/health');
    await until('the last line', 5000, () => lines().some(({ requestId }) => requestId === headers['x-request-id']));
    expect(lines().length).toBeGreaterThan(10);
    for (const secret of [...secrets, 'secret-of']) expect(app.output()).not.toContain(secret);
  });
});
