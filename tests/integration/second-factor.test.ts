import { and, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#db/columns';
import { auditLog } from '#db/schema/audit';
import { authSessions, recoveryCodes, secondFactors } from '#db/schema/auth';
import {
  confirmSecondFactor,
  endSecondFactor,
  forgotPassword,
  renewRecoveryCodes,
  resetPassword,
  resetSecondFactor,
  setStaffPassword,
  startSecondFactor,
  verifyCode,
  verifyPassword,
} from '#lib/auth/commands';
import { unlockSecret } from '#lib/auth/second-factor';
import { getSecondFactor } from '#lib/auth/second-factor-queries';
import { readSession } from '#lib/auth/session';
import { CodeNeeded } from '#lib/auth/step-token';
import { database } from '#lib/database';
import { colleague, NOON, PASSWORD, stepsOn, userOf, withSecondFactor } from '#tests/factories/second-factor';
import { contextOf, outcome, setSetting, staffMember, visitor } from '#tests/factories/shop';
import { letterTo } from '#tests/support/letters';
import { codeAt } from '#tests/support/totp';

const { db } = database();

beforeEach(async () => {
  await setSetting('shop', { name: 'Mill & Moss', locale: 'en-IE' });
  await setSetting('security', {});
});

type Person = { username: string };
const enter = (person: Person, totp: string | null, now = stepsOn(1), password = PASSWORD) =>
  verifyPassword(visitor({ now }), { login: person.username, password, totp, door: 'desk' });
const actionsOf = async (id: string) =>
  (await db.select({ action: auditLog.action }).from(auditLog).where(eq(auditLog.entityId, id)).orderBy(auditLog.id))
    .map(({ action }) => action)
    .filter((action) => /second_factor|recovery/.test(action));

describe('setting it up', () => {
  it('takes the password, and counts only once a code has confirmed it', async () => {
    const person = await colleague();
    expect(await outcome(startSecondFactor(person.at(NOON), { password: 'wrong' }))).toBe('VALIDATION_ERROR');
    const { secret, uri } = await startSecondFactor(person.at(NOON), { password: PASSWORD });
    expect(uri).toContain(secret);
    expect(uri).toContain(encodeURIComponent('Mill & Moss'));
    expect(await enter(person, null)).toMatchObject({ id: person.id });
    expect((await getSecondFactor(person.at(NOON))).is_on).toBe(false);

    const confirm = (totp: string) => outcome(confirmSecondFactor(person.at(NOON), { totp }));
    expect(await confirm(codeAt(secret, NOON, 5))).toBe('VALIDATION_ERROR');
    expect(await confirm(codeAt(secret, NOON))).toBe('ok');
    expect(await confirm(codeAt(secret, NOON, 1))).toBe('DB_002');
    expect(await getSecondFactor(person.at(NOON))).toMatchObject({
      is_on: true,
      since: NOON.toISOString(),
      recovery_codes_left: 10,
    });
    expect(await outcome(startSecondFactor(person.at(NOON), { password: PASSWORD }))).toBe('CONF_002');
    expect(await actionsOf(person.id)).toEqual(['user.second_factor_on']);
  });

  it('begun again takes a new secret, and the first is nothing any more', async () => {
    const person = await colleague();
    const first = await startSecondFactor(person.at(NOON), { password: PASSWORD });
    const { secret } = await startSecondFactor(person.at(NOON), { password: PASSWORD });
    const confirm = (from: string) => outcome(confirmSecondFactor(person.at(NOON), { totp: codeAt(from, NOON) }));
    expect(await confirm(first.secret)).toBe('VALIDATION_ERROR');
    expect(await confirm(secret)).toBe('ok');
  });

  it('ends the sessions that a password alone has opened, but for the one that asks', async () => {
    const person = await colleague();
    const other = newId();
    await db
      .insert(authSessions)
      .values({ id: other, userId: person.id, kind: 'api', expiresAt: new Date(Date.now() + 3_600_000) });
    const { secret } = await startSecondFactor(person.at(NOON), { password: PASSWORD });
    await confirmSecondFactor(person.at(NOON), { totp: codeAt(secret, NOON) });
    const open = (sid: string) => readSession(db, { sid, sv: 1 }, new Date());
    expect(await open(person.sid)).toMatchObject({ kind: 'staff', userId: person.id });
    expect(await open(other)).toBeNull();
  });

  it('leaves neither secret nor codes readable, and a secret opens for its owner alone', async () => {
    const person = await withSecondFactor();
    const [row] = await db.select().from(secondFactors).where(eq(secondFactors.userId, person.id));
    const codes = await db.select().from(recoveryCodes).where(eq(recoveryCodes.userId, person.id));
    expect(codes).toHaveLength(10);
    const kept = JSON.stringify([row, codes]);
    for (const shown of [person.secret, ...person.codes, ...person.codes.map((code) => code.replace('-', ''))]) {
      expect(kept).not.toContain(shown);
    }
    expect(await unlockSecret(person.id, row?.secret ?? '')).toBe(person.secret);
    expect(await unlockSecret(newId(), row?.secret ?? '')).toBeNull();
  });

  it('is no matter of programs, customers or strangers', async () => {
    const admin = await staffMember('admin');
    const key = { id: newId(), scopes: [] };
    if (admin.actor.kind !== 'staff') throw new Error('no staff');
    const program = contextOf({ ...admin.actor, key });
    expect(await outcome(startSecondFactor(program, { password: PASSWORD }))).toBe('AUTH_003');
    expect(await outcome(startSecondFactor(visitor(), { password: PASSWORD }))).toBe('AUTH_002');
  });
});

describe('signing in', () => {
  it('takes a code of this step or its neighbors, each once, and never an earlier one', async () => {
    const person = await withSecondFactor();
    // The code that confirmed it was used by that.
    expect(await outcome(enter(person, person.codeAt(0)))).toBe('AUTH_007');
    expect(await outcome(enter(person, person.codeAt(3), stepsOn(1)))).toBe('AUTH_007');
    expect(await outcome(enter(person, person.codeAt(2), stepsOn(1)))).toBe('ok');
    expect(await outcome(enter(person, person.codeAt(2), stepsOn(1)))).toBe('AUTH_007');
    // Its step has come, but a later one was taken already.
    expect(await outcome(enter(person, person.codeAt(1), stepsOn(1)))).toBe('AUTH_007');
    expect(await outcome(enter(person, person.codeAt(3), stepsOn(4)))).toBe('ok');
    expect(await outcome(enter(person, person.codeAt(5), stepsOn(7)))).toBe('AUTH_007');
  });

  it('says nothing of a second step to whoever has not the password', async () => {
    const person = await withSecondFactor();
    for (const totp of [null, '123456', person.codeAt(1)]) {
      expect(await outcome(enter(person, totp, stepsOn(1), 'wrong')), String(totp)).toBe('AUTH_001');
    }
    // The right code beside a wrong password was not used up.
    expect(await outcome(enter(person, null))).toBe('AUTH_006');
    expect(await outcome(enter(person, person.codeAt(1)))).toBe('ok');
    const shop = { login: person.username, password: PASSWORD, totp: person.codeAt(2), door: 'shop' as const };
    expect(await outcome(verifyPassword(visitor({ now: stepsOn(2) }), shop))).toBe('AUTH_001');
  });

  it('accepts what nobody needs', async () => {
    expect(await outcome(enter(await colleague(), '123456'))).toBe('ok');
  });

  it('counts wrong codes as it counts wrong passwords, and a missing one not at all', async () => {
    const person = await withSecondFactor();
    for (let count = 0; count < 12; count += 1) expect(await outcome(enter(person, null))).toBe('AUTH_006');
    for (let count = 0; count < 10; count += 1) expect(await outcome(enter(person, '000000'))).toBe('AUTH_007');
    expect(await outcome(enter(person, person.codeAt(1)))).toBe('RATE_001');
    expect(await outcome(enter(person, null))).toBe('RATE_001');
    // Nor by another name of the same person.
    expect(await outcome(enter({ username: person.email }, person.codeAt(1)))).toBe('RATE_001');
  });

  it('takes each recovery code once, however it is typed', async () => {
    const person = await withSecondFactor();
    const [first = '', second = ''] = person.codes;
    expect(await outcome(enter(person, first.toUpperCase().replace('-', ' ')))).toBe('ok');
    expect(await outcome(enter(person, first))).toBe('AUTH_007');
    expect(await outcome(enter(await withSecondFactor(), second))).toBe('AUTH_007');
    expect((await getSecondFactor(person.at(stepsOn(1)))).recovery_codes_left).toBe(9);
    expect(await actionsOf(person.id)).toEqual(['user.second_factor_on', 'user.recovery_code_used']);
    const [row] = await db
      .select({ changes: auditLog.changes })
      .from(auditLog)
      .where(and(eq(auditLog.entityId, person.id), eq(auditLog.action, 'user.recovery_code_used')));
    expect(row?.changes).toEqual({ after: { left: 9 } });
  });

  it('is not gone around by a new password, from whomever it comes', async () => {
    const person = await withSecondFactor();
    await forgotPassword(visitor(), { email: person.email });
    const { token } = await letterTo(person.email, 'account_reset');
    await resetPassword(visitor(), { token, password: 'four loaves of rye' });
    expect(await outcome(enter(person, null, stepsOn(1), 'four loaves of rye'))).toBe('AUTH_006');
    await setStaffPassword(await staffMember('admin'), { user_id: person.id, password: 'five loaves of rye' });
    expect(await outcome(enter(person, null, stepsOn(1), 'five loaves of rye'))).toBe('AUTH_006');
  });
});

describe('the step between password and code', () => {
  async function stepOf(person: Person, now = stepsOn(1)): Promise<string> {
    try {
      await enter(person, null, now);
    } catch (error) {
      if (error instanceof CodeNeeded) return error.token(now);
    }
    throw new Error('no code was asked for');
  }
  const finish = (step: string, totp: string, now = stepsOn(1)) =>
    outcome(verifyCode(visitor({ now }), { step, totp }));

  it('is worth nothing without a code, and nothing after five minutes', async () => {
    const person = await withSecondFactor();
    const step = await stepOf(person);
    expect(step).not.toContain(person.id);
    expect(await finish(step, '000000')).toBe('AUTH_007');
    expect(await finish(step, person.codeAt(1))).toBe('ok');
    expect(await finish(step, person.codeAt(1))).toBe('AUTH_007');
    expect(await finish(step, person.codeAt(12), stepsOn(12))).toBe('AUTH_002');
    expect(await finish('none', person.codeAt(2), stepsOn(2))).toBe('AUTH_002');
  });

  it('ends with the password it was for, and counts like any other try', async () => {
    const person = await withSecondFactor();
    const step = await stepOf(person);
    for (let count = 0; count < 10; count += 1) await finish(step, '000000');
    expect(await finish(step, person.codeAt(1))).toBe('RATE_001');
    const other = await withSecondFactor();
    const second = await stepOf(other);
    await setStaffPassword(await staffMember('admin'), { user_id: other.id, password: 'five loaves of rye' });
    expect(await finish(second, other.codeAt(1))).toBe('AUTH_002');
  });
});

describe('at the same moment', () => {
  it('one code of the app opens one session', async () => {
    for (let round = 0; round < 5; round += 1) {
      const person = await withSecondFactor();
      const tries = Array.from({ length: 6 }, () => outcome(enter(person, person.codeAt(1))));
      expect((await Promise.all(tries)).filter((code) => code === 'ok')).toHaveLength(1);
    }
  });

  it('one recovery code opens one session', async () => {
    for (let round = 0; round < 5; round += 1) {
      const person = await withSecondFactor();
      const tries = Array.from({ length: 6 }, () => outcome(enter(person, person.codes[0] ?? '')));
      expect((await Promise.all(tries)).filter((code) => code === 'ok')).toHaveLength(1);
      expect((await getSecondFactor(person.at(NOON))).recovery_codes_left).toBe(9);
    }
  });

  it('two who confirm get one set of recovery codes', async () => {
    const person = await colleague();
    const { secret } = await startSecondFactor(person.at(NOON), { password: PASSWORD });
    const confirm = (steps: number) =>
      outcome(confirmSecondFactor(person.at(NOON), { totp: codeAt(secret, NOON, steps) }));
    const both = await Promise.all([confirm(0), confirm(1)]);
    expect(both.filter((code) => code === 'ok')).toHaveLength(1);
    expect(await db.select().from(recoveryCodes).where(eq(recoveryCodes.userId, person.id))).toHaveLength(10);
  });
});

describe('once it is on', () => {
  it('recovery codes are made anew with password and code, and the old ones are void', async () => {
    const person = await withSecondFactor();
    const renew = (password: string, totp: string) => renewRecoveryCodes(person.at(stepsOn(1)), { password, totp });
    expect(await outcome(renew('wrong', person.codeAt(1)))).toBe('VALIDATION_ERROR');
    expect(await outcome(renew(PASSWORD, '000000'))).toBe('VALIDATION_ERROR');
    const { recovery_codes: fresh } = await renew(PASSWORD, person.codeAt(1));
    expect(new Set([...fresh, ...person.codes]).size).toBe(20);
    expect(await outcome(enter(person, person.codes[0] ?? ''))).toBe('AUTH_007');
    expect(await outcome(enter(person, fresh[0] ?? ''))).toBe('ok');
  });

  it('it is switched off with both, by a recovery code too', async () => {
    const person = await withSecondFactor();
    const end = (password: string, totp: string) => outcome(endSecondFactor(person.at(stepsOn(1)), { password, totp }));
    expect(await end('wrong', person.codes[0] ?? '')).toBe('VALIDATION_ERROR');
    expect(await end(PASSWORD, '000000')).toBe('VALIDATION_ERROR');
    expect(await end(PASSWORD, person.codes[0] ?? '')).toBe('ok');
    expect(await end(PASSWORD, person.codes[1] ?? '')).toBe('DB_002');
    expect(await outcome(enter(person, null))).toBe('ok');
    expect(await actionsOf(person.id)).toContain('user.second_factor_off');
  });

  it('an admin resets it for somebody else: signed out, told, and the password alone opens', async () => {
    const person = await withSecondFactor('admin');
    const admin = await staffMember('admin');
    expect(await outcome(resetSecondFactor(person.at(NOON), { user_id: person.id }))).toBe('AUTH_003');
    expect(await outcome(resetSecondFactor(await staffMember('staff'), { user_id: person.id }))).toBe('AUTH_003');
    expect(await resetSecondFactor(admin, { user_id: person.id })).toMatchObject({ has_second_factor: false });
    expect(await outcome(resetSecondFactor(admin, { user_id: person.id }))).toBe('DB_002');
    expect(await readSession(db, { sid: person.sid, sv: 1 }, new Date())).toBeNull();
    expect((await userOf(person.id)).sessionVersion).toBe(2);
    expect((await letterTo(person.email, 'account_second_step')).body).toContain('signed you out everywhere');
    expect(await outcome(enter(person, null))).toBe('ok');
    expect(await actionsOf(person.id)).toContain('user.second_factor_reset');
  });
});
