import { expect, it } from 'vitest';
import { dataOf, desk, INVALID, MALFORMED, NOT_FOUND, nobody, send } from '../shop.ts';

export function apiKeys() {
  it('are made, used within their scopes, and revoked', async () => {
    const made = dataOf(await desk('POST', '/admin/api-keys', { name: 'Till', scopes: ['orders:read'] }), 201);
    const { key: token, id } = made;
    expect((await send('GET', '/admin/orders', { token })).status).toBe(200);
    const refused = await send('GET', '/admin/customers', { token });
    expect(refused).toMatchObject({ status: 403, code: 'AUTH_003', details: { scope: 'customers:read' } });
    expect(await send('GET', '/admin/api-keys', { token })).toMatchObject({ status: 403, details: { scope: null } });
    const listed = dataOf(await desk('GET', '/admin/api-keys'));
    expect(listed.find((key: { id: string }) => key.id === id)).toMatchObject({ state: 'active' });
    expect(await desk('DELETE', `/admin/api-keys/${id}`)).toMatchObject({ status: 204 });
    expect(await send('GET', '/admin/orders', { token })).toMatchObject({ status: 401, code: 'AUTH_002' });
  });

  it('are refused where they make no sense', async () => {
    expect(await desk('POST', '/admin/api-keys', { name: 'Till', scopes: ['everything'] })).toMatchObject(INVALID);
    expect(await desk('DELETE', `/admin/api-keys/${nobody()}`)).toMatchObject(NOT_FOUND);
    expect(await desk('DELETE', '/admin/api-keys/first')).toMatchObject(MALFORMED);
  });
}
