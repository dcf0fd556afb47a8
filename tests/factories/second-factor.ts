import { eq } from 'drizzle-orm';
import { newId } from '#db/columns';
import { authSessions, users } from '#db/schema/auth';
import { confirmSecondFactor, startSecondFactor } from '#lib/auth/commands';
import { hashPassword } from '#lib/auth/secrets';
import { database } from '#lib/database';
import { codeAt } from '#tests/support/totp';
import { contextOf } from './shop.ts';

export const PASSWORD = 'three loaves of rye';
const hash = hashPassword(PASSWORD);

/** In the middle of a time step: what a test reckons from does not change under it. */
export const NOON = new Date('2026-03-02T12:00:15Z');
export const stepsOn = (steps: number): Date => new Date(NOON.getTime() + steps * 30_000);

/** Somebody of the desk with a session of their own; `at` is the same person at another moment. */
export async function colleague(role: 'staff' | 'admin' = 'staff') {
  const { db } = database();
  const [id, sid] = [newId(), newId()];
  const email = `${id}@example.com`;
  const username = `user-${id}`;
  await db.insert(users).values({ id, username, email, name: 'Maria', role, passwordHash: await hash });
  await db
    .insert(authSessions)
    .values({ id: sid, userId: id, kind: 'staff', expiresAt: new Date(Date.now() + 3_600_000) });
  const at = (now: Date) => contextOf({ kind: 'staff', userId: id, role, name: 'Maria', sessionId: sid }, { now });
  return { id, sid, username, email, at };
}

/** The same with a second step that is on since `NOON`, whose code is used up. */
export async function withSecondFactor(role: 'staff' | 'admin' = 'staff') {
  const person = await colleague(role);
  const { secret } = await startSecondFactor(person.at(NOON), { password: PASSWORD });
  const { recovery_codes: codes } = await confirmSecondFactor(person.at(NOON), { totp: codeAt(secret, NOON) });
  return { ...person, secret, codes, codeAt: (steps: number) => codeAt(secret, stepsOn(steps)) };
}

/** The row as it is now. */
export async function userOf(id: string) {
  const [user] = await database().db.select().from(users).where(eq(users.id, id));
  if (!user) throw new Error('no such user');
  return user;
}
