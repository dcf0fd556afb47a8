import { expect, it } from 'vitest';
import { dataOf, desk, INVALID, MALFORMED, NOT_FOUND, nobody, send } from '../shop.ts';

const PASSWORD = 'correct horse battery';
const newUser = async (more: Record<string, unknown> = {}) => {
  const username = `maria-${nobody()}`;
  const person = { name: 'Maria', username, role: 'staff', password: PASSWORD, ...more };
  return { ...dataOf(await desk('POST', '/admin/users', person), 201), username };
};
const signIn = (username: string, password: string) => send('POST', '/admin/login', { body: { username, password } });

export function users() {
  it('are added, changed, locked out at once and let in again', async () => {
    const { id, username } = await newUser();
    const path = `/admin/users/${id}`;
    const { token } = dataOf(await signIn(username, PASSWORD));
    expect(dataOf(await desk('GET', path))).toMatchObject({ username, role: 'staff', is_active: true });
    expect(dataOf(await desk('PATCH', path, { email: 'maria@example.com' })).email).toBe('maria@example.com');
    expect((await desk('DELETE', path)).status).toBe(204);
    expect((await send('GET', '/admin/orders', { token })).code).toBe('AUTH_002');
    expect((await signIn(username, PASSWORD)).code).toBe('AUTH_001');
    expect(dataOf(await desk('PATCH', path, { is_active: true })).is_active).toBe(true);
    expect((await desk('GET', '/admin/users?is_active=true&limit=1')).meta.limit).toBe(1);
    expect(await desk('GET', '/admin/users?is_active=perhaps')).toMatchObject(MALFORMED);
    const changes = await desk('GET', `/admin/audit?entity=user&entity_id=${id}`);
    const deeds = changes.data.map(({ action }: { action: string }) => action);
    expect(deeds).toEqual(['user.updated', 'user.updated', 'user.updated', 'user.signed_in', 'user.created']);
    expect(await desk('GET', '/admin/audit?cursor=foreign')).toMatchObject(MALFORMED);
  });

  it('share no name, and one admin remains', async () => {
    const { username } = await newUser();
    const twin = { name: 'Maria', username, role: 'staff', password: PASSWORD };
    expect(await desk('POST', '/admin/users', twin)).toMatchObject({ status: 409, code: 'CONF_001' });
    expect(await desk('POST', '/admin/users', { ...twin, password: 'short' })).toMatchObject(INVALID);
    const admins = await desk('GET', '/admin/users?is_active=true&limit=100');
    const [last, ...others] = admins.data.filter(({ role }: { role: string }) => role === 'admin');
    expect(others).toEqual([]);
    const kept = { status: 409, code: 'CONF_002' };
    expect(await desk('DELETE', `/admin/users/${last.id}`)).toMatchObject(kept);
    expect(await desk('PATCH', `/admin/users/${last.id}`, { role: 'staff' })).toMatchObject(kept);
  });

  it('get a new password by an admin, or take one themselves', async () => {
    const { id, username } = await newUser();
    const [here, there] = [dataOf(await signIn(username, PASSWORD)), dataOf(await signIn(username, PASSWORD))];
    const change = (token: string, current_password: string) =>
      send('POST', '/auth/password', { token, body: { current_password, new_password: 'staple correct battery' } });
    expect(await change(here.token, 'wrong')).toMatchObject(INVALID);
    expect(dataOf(await change(here.token, PASSWORD))).toEqual({ changed: true });
    expect((await send('GET', '/auth/me', { token: here.token })).status).toBe(200);
    expect((await send('GET', '/auth/me', { token: there.token })).code).toBe('AUTH_002');
    expect(await change('wrong', PASSWORD)).toMatchObject({ status: 401 });
    dataOf(await desk('POST', `/admin/users/${id}/password`, { password: PASSWORD }));
    expect((await send('GET', '/auth/me', { token: here.token })).code).toBe('AUTH_002');
    dataOf(await signIn(username, PASSWORD));
  });

  it.each([
    ['GET', '', undefined],
    ['PATCH', '', { name: 'Ana' }],
    ['DELETE', '', undefined],
    ['POST', '/password', { password: PASSWORD }],
  ])('answers %s %s of somebody who is not there', async (method, what, body) => {
    expect(await desk(method, `/admin/users/${nobody()}${what}`, body)).toMatchObject(NOT_FOUND);
  });
}
