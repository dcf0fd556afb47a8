import { expect, it } from 'vitest';
import { dataOf, FRONT_END, outside, send } from '../shop.ts';

export function addresses() {
  it.each([
    ['GET', '/nothing', 404, 'REQ_005'],
    ['POST', '/products/x/y/z', 404, 'REQ_005'],
    ['GET', '/auth/nothing', 404, 'REQ_005'],
    ['GET', '', 404, 'REQ_005'],
    ['DELETE', '/products', 405, 'REQ_006'],
    ['PATCH', '/orders/track', 405, 'REQ_006'],
    ['GET', '/auth/login', 405, 'REQ_006'],
  ])('%s %s answers in the envelope', async (method, address, status, code) => {
    const answer = await send(method, address);
    expect([answer.status, answer.code]).toEqual([status, code]);
    if (status === 405) expect(answer.headers.get('allow')).toMatch(/(GET|POST).*OPTIONS/);
  });

  it('answer HEAD like GET without a body', async () => {
    const answer = await outside('/api/products', { method: 'HEAD' });
    expect([answer.status, await answer.text()]).toEqual([200, '']);
    expect((await outside('/api/cart', { method: 'HEAD' })).status).toBe(200);
  });

  it('name origins that were admitted, and no others', async () => {
    const from = (origin: string) => outside('/api/shop', { headers: { origin } });
    expect((await from(FRONT_END)).headers.get('access-control-allow-origin')).toBe(FRONT_END);
    expect((await from('https://evil.example.com')).headers.get('access-control-allow-origin')).toBeNull();
  });

  it('say that the shop is alive and ready, and what it can do', async () => {
    expect(dataOf(await send('GET', '/health'))).toEqual({ status: 'ok' });
    expect(dataOf(await send('GET', '/health/ready'))).toEqual({ status: 'ready' });
    expect((await send('GET', '/openapi.json')).headers.get('cache-control')).toContain('public');
  });
}
