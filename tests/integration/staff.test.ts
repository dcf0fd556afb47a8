import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { newId } from '#db/columns';
import { auditLog } from '#db/schema/audit';
import { authSessions, users } from '#db/schema/auth';
import { listAuditInput } from '#lib/audit/input';
import { listAudit } from '#lib/audit/queries';
import { changePassword, createStaff, setStaffPassword, updateStaff } from '#lib/auth/commands';
import { readSession } from '#lib/auth/session';
import { ValidationError } from '#lib/errors';
import type { TestContext } from '#tests/factories/shop';
import { contextOf, setSetting, staffMember } from '#tests/factories/shop';

const PASSWORD = 'correct horse battery';
const newName = () => `maria-${newId()}`;
const create = (ctx: TestContext, username = newName()) =>
  createStaff(ctx, { name: 'Maria', username, email: null, role: 'staff', password: PASSWORD });

/** A session of theirs, as signing in leaves one. */
async function openSessionOf(ctx: TestContext, userId: string) {
  const sid = newId();
  await ctx.db
    .insert(authSessions)
    .values({ id: sid, userId, kind: 'staff', expiresAt: new Date(Date.now() + 3_600_000) });
  const [user] = await ctx.db.select({ sv: users.sessionVersion }).from(users).where(eq(users.id, userId));
  return { sid, sv: user?.sv ?? 0 };
}

test('somebody locked out is out at once; a new role acts with the next request', async () => {
  const admin = await staffMember('admin');
  const { id } = await create(admin);
  const claim = await openSessionOf(admin, id);
  await updateStaff(admin, { user_id: id, role: 'admin' });
  expect(await readSession(admin.db, claim, new Date())).toMatchObject({ kind: 'staff', role: 'admin' });
  await updateStaff(admin, { user_id: id, is_active: false });
  expect(await readSession(admin.db, claim, new Date())).toBeNull();
  await updateStaff(admin, { user_id: id, is_active: true });
  expect(await readSession(admin.db, claim, new Date())).toBeNull();
});

test('a session that is used goes on for a month, and then ends however much it is used', async () => {
  const admin = await staffMember('admin');
  const { id } = await create(admin);
  const claim = await openSessionOf(admin, id);
  const HOUR = 3_600_000;
  const began = Date.now();
  let hours = 0;
  // Used each hour, day and night.
  while (hours < 2000 && (await readSession(admin.db, claim, new Date(began + (hours + 1) * HOUR - 1000)))) hours += 1;
  // What is left at the end is not prolonged for the last minutes.
  expect(hours).toBeGreaterThanOrEqual(30 * 24 - 1);
  expect(hours).toBeLessThanOrEqual(30 * 24);
});

test('a password made of the names of the shop and of the person is refused, wherever one is chosen', async () => {
  const admin = await staffMember('admin');
  await setSetting('shop', { name: 'Crumb & Ember' });
  const refused = async (what: Promise<unknown>) => {
    const error = await what.then(
      () => null,
      (thrown: unknown) => thrown,
    );
    return error instanceof ValidationError ? error.codes : error;
  };
  const person = { name: 'Maria Popescu', username: newName(), email: null, role: 'staff' as const };
  for (const password of ['CrumbEmber2026!', 'mariapopescu1', 'barrow-crumb-1']) {
    expect(await refused(createStaff(admin, { ...person, password }))).toEqual({ password: ['VAL_003'] });
  }
  const { id } = await createStaff(admin, { ...person, password: PASSWORD });
  expect(await refused(setStaffPassword(admin, { user_id: id, password: 'ember_crumb_1' }))).toEqual({
    password: ['VAL_003'],
  });
  const self = contextOf({ kind: 'staff', userId: id, role: 'staff', name: 'Maria', sessionId: newId() });
  const change = { current_password: PASSWORD, new_password: 'crumb.ember.' };
  expect(await refused(changePassword(self, change))).toEqual({ new_password: ['VAL_003'] });
});

test('a login of a customer is none of the desk', async () => {
  const admin = await staffMember('admin');
  const id = newId();
  await admin.db.insert(users).values({ id, username: newName(), name: 'Ana', passwordHash: 'none', role: 'customer' });
  await expect(updateStaff(admin, { user_id: id, role: 'admin' })).rejects.toMatchObject({ code: 'DB_002' });
});

test('one’s own password: ten tries, and the other sessions end', async () => {
  const admin = await staffMember('admin');
  const { id, name } = await create(admin);
  const [here, there] = [await openSessionOf(admin, id), await openSessionOf(admin, id)];
  const self = contextOf({ kind: 'staff', userId: id, role: 'staff', name, sessionId: here.sid });
  const change = (current_password: string) => changePassword(self, { current_password, new_password: PASSWORD });
  await expect(change('wrong')).rejects.toMatchObject({ code: 'VALIDATION_ERROR' });
  await change(PASSWORD);
  expect(await readSession(self.db, here, new Date())).toMatchObject({ userId: id });
  expect(await readSession(self.db, there, new Date())).toBeNull();
  for (let tries = 0; tries < 10; tries += 1) await expect(change('wrong')).rejects.toThrow();
  await expect(change(PASSWORD)).rejects.toMatchObject({ code: 'RATE_001' });
});

test('nothing personal is written into the audit, and its pages neither skip nor repeat', async () => {
  const admin = await staffMember('admin');
  const { id } = await create(admin);
  await updateStaff(admin, { user_id: id, name: 'Petra Secret', email: `secret-${id}@example.com` });
  const rows = await admin.db.select({ changes: auditLog.changes }).from(auditLog).where(eq(auditLog.entityId, id));
  expect(JSON.stringify(rows)).not.toMatch(/secret/i);
  expect(rows).toContainEqual({
    changes: { before: { fields: null }, after: { fields: ['name', 'email'] } },
  });

  const entityId = newId();
  // In one moment, as one transaction writes them.
  const at = new Date();
  await admin.db.insert(auditLog).values(
    Array.from({ length: 7 }, () => ({
      actorKind: 'staff' as const,
      actorId: id,
      action: 'thing.done',
      entity: 'thing',
      entityId,
      at,
    })),
  );
  const seen: string[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await listAudit(admin, listAuditInput.parse({ entity_id: entityId, limit: 3, cursor }));
    expect(page.total).toBe(7);
    for (const row of page.items) expect(row.actor_name).toBe('Petra Secret');
    seen.push(...page.items.map((row) => row.id));
    cursor = page.next_cursor;
  }
  expect([seen.length, new Set(seen).size]).toEqual([7, 7]);
});
