import { expect, it } from 'vitest';
import { admin, dataOf, INVALID, nobody, operations, send, signInAtDesk } from '../shop.ts';

const signedIn = async () => dataOf(await send('POST', '/auth/login', { body: admin() }));
const refresh = (refresh_token: string) => send('POST', '/auth/refresh', { body: { refresh_token } });
const me = (token: string) => send('GET', '/auth/me', { token });
const OUT = { status: 401, code: 'AUTH_002' };

export function signIn() {
  it('comes by form or JSON, rotates, and ends at once', async () => {
    const form = new URLSearchParams({ ...admin(), grant_type: 'password' });
    const first = dataOf(await send('POST', '/v1/auth/login', { form }));
    expect(first).toMatchObject({ token_type: 'Bearer', user: { role: 'admin' } });
    expect(dataOf(await me(first.token))).toEqual(first.user);
    const renewed = dataOf(await refresh(first.refresh_token));
    expect(dataOf(await send('POST', '/auth/logout', { token: renewed.token }))).toEqual({ signed_out: true });
    expect(await me(renewed.token)).toMatchObject(OUT);
    expect(await refresh(renewed.refresh_token)).toMatchObject(OUT);
  });

  it('ends for both hands in which a refresh token is', async () => {
    const { refresh_token } = await signedIn();
    const { token } = dataOf(await refresh(refresh_token));
    expect(await refresh(refresh_token)).toMatchObject(OUT);
    expect(await me(token)).toMatchObject(OUT);
  });

  it('ends everywhere on request', async () => {
    const [here, there] = [await signedIn(), await signedIn()];
    dataOf(await send('POST', '/auth/logout-all', { token: here.token }));
    expect(await me(there.token)).toMatchObject(OUT);
    await signInAtDesk();
  });

  it.each(['/auth/login', '/admin/login'])('is refused at %s with a wrong password, or none', async (path) => {
    const body = { ...admin(), password: 'wrong' };
    expect(await send('POST', path, { body })).toMatchObject({ status: 401, code: 'AUTH_001' });
    expect(await send('POST', path, { body: {} })).toMatchObject(INVALID);
    expect(await send('POST', '/auth/refresh', { body: {} })).toMatchObject(INVALID);
  });

  it('opens what staff may see, which is shut without it', async () => {
    const forStaff = operations().filter(({ security }) => security.some((way) => 'staffCookie' in way));
    const shut = forStaff.filter(({ security }) => !security.some((way) => 'orderKey' in way));
    expect(shut.length).toBeGreaterThan(50);
    for (const { method, path } of shut) {
      const address = path.replace('/api', '').replace(/\{\w+\}/g, nobody);
      expect(await send(method, address), `${method} ${path}`).toMatchObject(OUT);
      expect(await send(method, address, { token: 'wrong' }), `${method} ${path}`).toMatchObject(OUT);
    }
  });
}
