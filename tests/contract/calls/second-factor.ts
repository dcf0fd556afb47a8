import { expect, it } from 'vitest';
import { codeAt } from '#tests/support/totp';
import { dataOf, desk, INVALID, NOT_FOUND, nobody, send } from '../shop.ts';

const PASSWORD = 'correct horse battery';
const OUT = { status: 401, code: 'AUTH_002' };

async function newColleague() {
  const username = `petra-${nobody()}`;
  const person = { name: 'Petra', username, role: 'staff', password: PASSWORD };
  const { id } = dataOf(await desk('POST', '/admin/users', person), 201);
  const enter = (totp?: string) => send('POST', '/admin/login', { body: { username, password: PASSWORD, totp } });
  return { id, enter };
}

/** Each code is good once: the present one confirms it, the next one signs in. */
async function withSecondFactor() {
  const person = await newColleague();
  const { token } = dataOf(await person.enter());
  const own = (path: string, body: unknown) => send('POST', `/auth/second-factor${path}`, { token, body });
  const now = new Date();
  const { secret } = dataOf(await own('/start', { password: PASSWORD }));
  const { recovery_codes: codes } = dataOf(await own('/confirm', { totp: codeAt(secret, now) }));
  return { ...person, token, own, codes, next: codeAt(secret, now, 1) };
}

export function secondFactor() {
  it('is set up, asked for at sign-in, and ended', async () => {
    const { enter, token, own, codes, next } = await withSecondFactor();
    const state = dataOf(await send('GET', '/auth/second-factor', { token }));
    expect(state).toMatchObject({ is_on: true, recovery_codes_left: 10, is_required: false });
    expect(await enter()).toMatchObject({ status: 401, code: 'AUTH_006' });
    expect(await enter('000000')).toMatchObject({ status: 401, code: 'AUTH_007' });
    expect(await enter('12')).toMatchObject(INVALID);
    dataOf(await enter(next));
    expect((await enter(next)).code).toBe('AUTH_007');
    dataOf(await enter(codes[0]));
    const { recovery_codes: fresh } = dataOf(await own('/recovery-codes', { password: PASSWORD, totp: codes[1] }));
    expect(dataOf(await own('/end', { password: PASSWORD, totp: fresh[0] }))).toEqual({ ended: true });
    dataOf(await enter());
  });

  it('is begun with the password, and confirmed by the app', async () => {
    const { enter } = await newColleague();
    const { token } = dataOf(await enter());
    const own = (path: string, body: unknown) => send('POST', `/auth/second-factor${path}`, { token, body });
    expect(await own('/start', { password: 'wrong' })).toMatchObject(INVALID);
    expect(await own('/confirm', { totp: '000000' })).toMatchObject(NOT_FOUND);
    expect(await own('/recovery-codes', { password: PASSWORD, totp: '000000' })).toMatchObject(NOT_FOUND);
    expect(await own('/end', { password: PASSWORD, totp: '000000' })).toMatchObject(NOT_FOUND);
    expect(await send('GET', '/auth/second-factor', { token: 'wrong' })).toMatchObject(OUT);
  });

  it('is taken away by an admin, with all sessions', async () => {
    const { id, enter, token } = await withSecondFactor();
    const path = `/admin/users/${id}/second-factor`;
    expect(dataOf(await desk('GET', `/admin/users/${id}`)).has_second_factor).toBe(true);
    expect(dataOf(await desk('DELETE', path)).has_second_factor).toBe(false);
    expect(await desk('DELETE', path)).toMatchObject(NOT_FOUND);
    expect(await send('GET', '/auth/me', { token })).toMatchObject(OUT);
    dataOf(await enter());
  });
}
