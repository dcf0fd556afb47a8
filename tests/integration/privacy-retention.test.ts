import { eq, sql } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#db/columns';
import { users } from '#db/schema/auth';
import { customers } from '#db/schema/customers';
import { signIn } from '#lib/auth/commands';
import { database } from '#lib/database';
import { ensureCursor } from '#lib/jobs/dispatcher';
import { anonymiseIdleGuests } from '#lib/privacy/commands';
import { idleBefore } from '#lib/privacy/rules';
import { changeSetting } from '#lib/settings/commands';
import { getSettings } from '#lib/settings/queries';
import { makeDayOrder } from '#tests/factories/day';
import { makeFullPerson, PASSWORD } from '#tests/factories/person';
import { contextOf, newPhone, outcome, setSetting, staffMember } from '#tests/factories/shop';
import { doAllWork } from '#tests/support/jobs';

const { db } = database();
const NOW = new Date('2026-11-21T03:00:00Z');
const ago = (months: number, days = 0) => new Date(idleBefore(NOW, months).getTime() - days * 24 * 60 * 60 * 1000);
const night = () => contextOf({ kind: 'system', name: 'sweep' }, { now: NOW });

// What happens from here on is work.
beforeAll(() => ensureCursor({ db }));
beforeEach(async () => {
  await setSetting('privacy', {});
});

async function guest(at: Date, more: Partial<typeof customers.$inferInsert> = {}): Promise<string> {
  const id = newId();
  await db
    .insert(customers)
    .values({ id, name: `Guest ${id}`, phone: newPhone(), createdAt: at, updatedAt: at, ...more });
  return id;
}
const isForgotten = async (id: string) => {
  const [row] = await db.select({ at: customers.anonymisedAt }).from(customers).where(eq(customers.id, id));
  return row?.at !== null;
};
const books = () =>
  db.execute(sql`
    SELECT (SELECT jsonb_agg(to_jsonb(f) ORDER BY day) FROM daily_figures f) AS days,
      (SELECT jsonb_agg(jsonb_build_array(id, total_minor, paid_minor, status, placed_on) ORDER BY id) FROM orders) AS orders`);

describe('guests of whom nothing was heard', () => {
  it('are forgotten after the months of the setting, and only they', async () => {
    const idle = await guest(ago(24, 1));
    const ordered = await guest(ago(30));
    await makeDayOrder({ customerId: ordered, status: 'completed', placedAt: ago(25), completedAt: ago(25) });
    const old = [idle, ordered];

    const recent = await guest(ago(23));
    const came = await guest(ago(40));
    await makeDayOrder({ customerId: came, status: 'completed', placedAt: ago(40), completedAt: ago(40) });
    await makeDayOrder({ customerId: came, status: 'cancelled', placedAt: ago(2), cancelledAt: ago(2) });
    const waits = await guest(ago(40));
    await makeDayOrder({ customerId: waits, status: 'ready', placedAt: ago(40) });
    const edited = await guest(ago(40), { updatedAt: ago(1) });
    const member = await makeFullPerson();
    await db
      .update(customers)
      .set({ createdAt: ago(40), updatedAt: ago(40) })
      .where(eq(customers.id, member.customerId));
    await db.execute(
      sql`UPDATE orders SET placed_at = ${ago(40).toISOString()}::timestamptz WHERE id = ${member.order.id}`,
    );
    const others = [recent, came, waits, edited, member.customerId];

    const before = await books();
    expect(await anonymiseIdleGuests(night())).toEqual({ erased: old.length });
    await doAllWork();
    expect(await Promise.all(old.map(isForgotten))).toEqual(old.map(() => true));
    expect(await Promise.all(others.map(isForgotten))).toEqual(others.map(() => false));
    expect(await books()).toEqual(before);
    expect(await anonymiseIdleGuests(night())).toEqual({ erased: 0 });
  });

  it('are all found, however many there are', async () => {
    const many = Array.from({ length: 230 }, () => ({
      id: newId(),
      name: 'Many',
      phone: newPhone(),
      createdAt: ago(30),
      updatedAt: ago(30),
    }));
    await db.insert(customers).values(many);
    expect(await anonymiseIdleGuests(night())).toEqual({ erased: many.length });
  });

  it('are kept for as long as the shop says, also for ever', async () => {
    const admin = await staffMember('admin');
    const one = await guest(ago(7));
    for (const [guest_months, forgotten] of [
      [null, false],
      [8, false],
      [6, true],
    ] as const) {
      await changeSetting(admin, { key: 'privacy', value: { guest_months } });
      await anonymiseIdleGuests(night());
      expect([guest_months, await isForgotten(one)]).toEqual([guest_months, forgotten]);
    }
    const [noted] = await db.execute<{ changes: unknown }>(sql`
      SELECT changes FROM audit_log WHERE action = 'setting.changed' AND entity_id = 'privacy' ORDER BY at DESC, id DESC LIMIT 1`);
    expect(noted?.changes).toEqual({ before: { guest_months: 8 }, after: { guest_months: 6 } });
    for (const guest_months of [0, 2, 121, 6.5, '6']) {
      const change = changeSetting(admin, { key: 'privacy', value: { guest_months } });
      expect([guest_months, await outcome(change)]).toEqual([guest_months, 'VALIDATION_ERROR']);
    }
    await setSetting('privacy', {});
    expect((await getSettings(admin)).privacy).toEqual({ guest_months: 24 });
    expect(await outcome(anonymiseIdleGuests(await staffMember('staff')))).toBe('AUTH_003');
  });
});

describe('signing in', () => {
  const historyOf = async (userId: string) => {
    const rows = await db.execute<{ action: string; changes: unknown }>(sql`
      SELECT action, changes FROM audit_log WHERE entity = 'user' AND entity_id = ${userId} ORDER BY at, action`);
    return rows.map(({ action }) => action);
  };
  const tried = (login: string, password: string, door: 'any' | 'desk' = 'any') =>
    outcome(signIn(contextOf({ kind: 'visitor' }), { login, password, door, userAgent: null }));

  it('and failing to is in the history of a login once, without a word of who it was in the events', async () => {
    const person = await makeFullPerson();
    expect(await tried(person.email, 'something else')).toBe('AUTH_001');
    expect(await tried(person.email, PASSWORD, 'desk')).toBe('AUTH_001');
    expect(await tried(`nobody.${person.tag}@example.com`, PASSWORD)).toBe('AUTH_001');
    expect(await tried(person.email, PASSWORD)).toBe('ok');
    await doAllWork({ times: 2 });
    const history = await historyOf(person.userId);
    expect(history.toSorted()).toEqual(['user.sign_in_failed', 'user.sign_in_failed', 'user.signed_in']);
    const told = await db.execute<{ payload: unknown }>(
      sql`SELECT payload FROM domain_events WHERE topic LIKE 'user.%' ORDER BY seq DESC LIMIT 4`,
    );
    expect(told).toHaveLength(4);
    expect(JSON.stringify(told)).not.toContain(person.tag);
    const [row] = await db.select({ at: users.lastLoginAt }).from(users).where(eq(users.id, person.userId));
    expect(row?.at).not.toBeNull();
  });

  it('is forgotten with the months of the setting; other history stays', async () => {
    const userId = newId();
    for (const [action, at] of [
      ['user.signed_in', ago(24, 1)],
      ['user.sign_in_failed', ago(24, 1)],
      ['user.password_set', ago(24, 1)],
      ['user.signed_in', ago(23)],
    ] as const) {
      await db.execute(sql`
        INSERT INTO audit_log (id, actor_kind, action, entity, entity_id, at)
        VALUES (${newId()}, 'visitor', ${action}, 'user', ${userId}, ${at.toISOString()}::timestamptz)`);
    }
    await anonymiseIdleGuests(night());
    expect(await historyOf(userId)).toEqual(['user.password_set', 'user.signed_in']);
    // Nothing but the function may.
    await expect(db.execute(sql`DELETE FROM audit_log WHERE entity_id = ${userId}`)).rejects.toMatchObject({
      cause: { code: '23001' },
    });
  });
});
