import { beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#db/columns';
import { confirmSecondFactor, resetSecondFactor, startSecondFactor } from '#lib/auth/commands';
import { readSession } from '#lib/auth/session';
import { database } from '#lib/database';
import { changeSetting } from '#lib/settings/commands';
import { colleague, NOON, PASSWORD } from '#tests/factories/second-factor';
import { contextOf, outcome, setSetting, staffMember } from '#tests/factories/shop';
import { call } from '#tests/support/api';
import { codeAt } from '#tests/support/totp';

const { db } = database();

beforeEach(() => setSetting('security', {}));

describe('a shop that asks for it', () => {
  const claim = ({ sid }: { sid: string }) => ({ sid, sv: 1 });

  it('makes visitors of those who have none, at once, until they have set it up', async () => {
    const person = await colleague('admin');
    expect(await readSession(db, claim(person), new Date())).toMatchObject({ kind: 'staff' });
    await setSetting('security', { staff_second_factor: true });
    const actor = await readSession(db, claim(person), new Date());
    expect(actor).toMatchObject({ kind: 'visitor', unfinished: { userId: person.id, role: 'admin' } });
    const ctx = contextOf(actor ?? { kind: 'visitor' }, { now: NOON });
    expect(await outcome(resetSecondFactor(ctx, { user_id: person.id }))).toBe('AUTH_008');
    const { secret } = await startSecondFactor(ctx, { password: PASSWORD });
    await confirmSecondFactor(ctx, { totp: codeAt(secret, NOON) });
    expect(await readSession(db, claim(person), new Date())).toMatchObject({ kind: 'staff', role: 'admin' });
  });

  it('over the API as well: tokens open nothing but that', async () => {
    const person = await colleague();
    await setSetting('security', { staff_second_factor: true });
    const login = { username: person.username, password: PASSWORD };
    const { token } = (await call('POST', '/admin/login', { body: login })).body.data;
    for (const path of ['/admin/orders', '/auth/me']) {
      const { status, body } = await call('GET', path, { token });
      expect([status, body.error?.code], path).toEqual([403, 'AUTH_008']);
    }
    const begun = await call('POST', '/auth/second-factor/start', { token, body: { password: PASSWORD } });
    expect(Object.keys(begun.body.data).sort()).toEqual(['secret', 'uri']);
    const totp = codeAt(begun.body.data.secret, new Date());
    const confirmed = await call('POST', '/auth/second-factor/confirm', { token, body: { totp } });
    expect(confirmed.body.data.recovery_codes).toHaveLength(10);
    expect((await call('GET', '/admin/orders', { token })).status).toBe(200);
    expect((await call('POST', '/auth/logout', { token })).status).toBe(200);

    const needed = await call('POST', '/admin/login', { body: login });
    expect([needed.status, needed.body.error?.code, needed.body.error?.details]).toEqual([401, 'AUTH_006', {}]);
    const next = codeAt(begun.body.data.secret, new Date(), 1);
    const wrong = await call('POST', '/auth/login', { body: { ...login, totp } });
    expect([wrong.status, wrong.body.error?.code]).toEqual([401, 'AUTH_007']);
    expect((await call('POST', '/auth/login', { body: { ...login, totp: next } })).status).toBe(200);
  });

  it('lets them sign out before they have set it up', async () => {
    const person = await colleague();
    await setSetting('security', { staff_second_factor: true });
    const body = { username: person.username, password: PASSWORD };
    const { token } = (await call('POST', '/admin/login', { body })).body.data;
    expect((await call('POST', '/auth/logout', { token })).status).toBe(200);
    expect((await call('GET', '/auth/me', { token })).body.error?.code).toBe('AUTH_002');
  });

  it('is made one by admins, and by no program', async () => {
    const admin = await staffMember('admin');
    if (admin.actor.kind !== 'staff') throw new Error('no staff');
    const change = { key: 'security', value: { staff_second_factor: true } } as const;
    const program = contextOf({ ...admin.actor, key: { id: newId(), scopes: ['settings:admin'] } });
    expect(await outcome(changeSetting(program, change))).toBe('AUTH_003');
    expect(await outcome(changeSetting(await staffMember('staff'), change))).toBe('AUTH_003');
    const person = await colleague();
    await changeSetting(admin, change);
    expect(await readSession(db, claim(person), new Date())).toMatchObject({ kind: 'visitor' });
  });
});
