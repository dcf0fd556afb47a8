import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { newId } from '#db/columns';
import { auditLog } from '#db/schema/audit';
import { apiKeys, users } from '#db/schema/auth';
import { actorFromBearer, actorFromCookies, staffCookieName } from '#lib/auth/actor';
import { SCOPES, type Scope } from '#lib/auth/scopes';
import { database } from '#lib/database';
import { actionContext } from '#lib/http/action';
import { type Contract, fieldsOf } from '#lib/http/contract';
import { CONTRACTS } from '#lib/http/openapi/registry';
import { takeKeyLimit } from '#lib/http/scope';
import { scopeOf } from '#lib/http/scope-of';
import { makeProduct, newPhone, outcome } from '#tests/factories/shop';
import { call, tokenOf } from '#tests/support/api';

const sent = vi.hoisted(() => ({ headers: new Headers() }));
/** What the framework knows of a request to a page. */
vi.mock('next/headers', () => ({
  headers: async () => sent.headers,
  cookies: async () => ({ get: () => undefined }),
}));

let admin: Awaited<ReturnType<typeof tokenOf>>;
beforeAll(async () => {
  admin = await tokenOf('admin');
});

async function newKey(scopes: readonly Scope[], more: Record<string, unknown> = {}) {
  const body = { name: 'Till', scopes, ...more };
  const made = await call('POST', '/admin/api-keys', { token: admin.token, body });
  expect(made.status, made.text).toBe(201);
  return made.body.data as { id: string; key: string; prefix: string };
}

const shown = async (id: string) => {
  const { body } = await call('GET', '/admin/api-keys', { token: admin.token });
  return body.data.find((key: { id: string }) => key.id === id);
};
const refusal = ({ status, body }: Awaited<ReturnType<typeof call>>) => [status, body.error?.code, body.error?.details];
const addressOf = (path: string) => path.replace('{number}', 'BAR-1').replace(/\{\w+\}/g, () => newId());

function ask(contract: Contract, token: string) {
  const body = contract.body && contract.accepts !== 'multipart' ? { body: {} } : {};
  return call(contract.method, addressOf(contract.path), { ...body, token });
}

const gated = CONTRACTS.filter(({ access }) => access === 'staff' || access === 'admin');
const named = gated.map((contract) => [contract.id, contract] as const);

describe('scopes', () => {
  it.each(named)('%s has one, or is closed to keys', (_, contract) => {
    const scope = scopeOf(contract);
    if (['API keys', 'Users', 'Sign-in'].includes(contract.tag)) expect(scope).toBeNull();
    else expect(SCOPES).toContain(scope);
  });

  it('are none too many', () => {
    expect([...new Set(gated.map(scopeOf))].filter((scope) => scope !== null).sort()).toEqual([...SCOPES].sort());
  });

  it('are asked for at every door of the desk, and one is enough for its own', async () => {
    const keys = new Map<string, string>();
    for (const scope of SCOPES) keys.set(scope, (await newKey([scope])).key);
    const everything = await newKey(SCOPES);
    for (const contract of gated) {
      const scope = scopeOf(contract);
      if (scope === null) {
        expect(refusal(await ask(contract, everything.key))).toEqual([403, 'AUTH_003', { scope: null }]);
        continue;
      }
      const without = await newKey(SCOPES.filter((other) => other !== scope));
      expect(refusal(await ask(contract, without.key)), contract.id).toEqual([403, 'AUTH_003', { scope }]);
      const { status, body } = await ask(contract, keys.get(scope) ?? '');
      expect(['AUTH_002', 'AUTH_003', 'AUTH_005'], contract.id).not.toContain(body.error?.code);
      expect(status, contract.id).toBeLessThan(500);
    }
  });
});

describe('a key', () => {
  it('is shown once, and kept as a hash', async () => {
    const { id, key, prefix } = await newKey(['orders:read', 'orders:read', 'customers:read']);
    expect(key).toMatch(/^bk_[\w-]{43}$/);
    expect(key.startsWith(prefix)).toBe(true);
    const [row] = await database().db.select().from(apiKeys).where(eq(apiKeys.id, id));
    expect(JSON.stringify(row)).not.toContain(key);
    const listed = await shown(id);
    expect(listed).toMatchObject({
      name: 'Till',
      scopes: ['customers:read', 'orders:read'],
      state: 'active',
      created_by: 'A admin',
      last_used_at: null,
    });
    expect(listed).not.toHaveProperty('key');
    const audit = await database().db.select().from(auditLog).where(eq(auditLog.entityId, id));
    expect(audit).toMatchObject([{ action: 'api_key.created', actorId: admin.userId }]);
    expect(JSON.stringify(audit)).not.toContain(key);
  });

  it('ends at once when it is revoked, also twice', async () => {
    const { id, key } = await newKey(['orders:read']);
    expect((await call('GET', '/admin/orders', { token: key })).status).toBe(200);
    for (let time = 0; time < 2; time += 1) {
      expect((await call('DELETE', `/admin/api-keys/${id}`, { token: admin.token })).status).toBe(204);
    }
    expect(refusal(await call('GET', '/admin/orders', { token: key }))[1]).toBe('AUTH_002');
    expect(await shown(id)).toMatchObject({ state: 'revoked' });
    const audit = await database().db.select().from(auditLog).where(eq(auditLog.entityId, id));
    expect(audit.map(({ action }) => action).sort()).toEqual(['api_key.created', 'api_key.revoked']);
    const nowhere = await call('DELETE', `/admin/api-keys/${newId()}`, { token: admin.token });
    expect(refusal(nowhere)[1]).toBe('DB_002');
  });

  it('ends when it expires, or its maker is no admin any more', async () => {
    const { db } = database();
    const { id, key } = await newKey(['orders:read'], { expires_in_days: 1 });
    const later = new Date(Date.now() + 25 * 3_600_000);
    expect(await outcome(actorFromBearer(`Bearer ${key}`, later))).toBe('AUTH_002');
    expect(await outcome(actorFromBearer(`Bearer ${key}`))).toBe('ok');

    const maker = await tokenOf('admin');
    const body = { name: 'Till', scopes: ['orders:read'], expires_in_days: null };
    const other = (await call('POST', '/admin/api-keys', { token: maker.token, body })).body.data;
    expect(other.expires_at).toBeNull();
    for (const change of [{ role: 'staff' as const }, { role: 'admin' as const, isActive: false }]) {
      await db.update(users).set(change).where(eq(users.id, maker.userId));
      expect(refusal(await call('GET', '/admin/orders', { token: other.key }))[1]).toBe('AUTH_002');
      expect(await shown(other.id)).toMatchObject({ state: 'orphaned' });
    }
    expect(await shown(id)).toMatchObject({ state: 'active' });
  });

  it.each(['bk_', 'bk_unknown', `BK_${'a'.repeat(43)}`, `bk_${'a'.repeat(4000)}`])('%s is nobody', async (key) => {
    expect(refusal(await call('GET', '/admin/orders', { token: key }))[1]).toBe('AUTH_002');
    expect(refusal(await call('POST', '/orders', { token: key, body: {} }))[1]).toBe('AUTH_002');
  });

  it('notes when it was used, at most once a minute', async () => {
    const { id, key } = await newKey(['orders:read']);
    const at = Date.now();
    for (const [later, written] of [
      [0, 0],
      [59_000, 0],
      [61_000, 61_000],
    ] as const) {
      await actorFromBearer(`Bearer ${key}`, new Date(at + later));
      expect((await shown(id)).last_used_at).toBe(new Date(at + written).toISOString());
    }
  });

  it('opens no page and no action, neither as a header nor as a cookie', async () => {
    const { key } = await newKey(SCOPES);
    sent.headers = new Headers({ authorization: `Bearer ${key}` });
    expect((await actionContext()).actor).toEqual({ kind: 'visitor' });
    const jar = (name: string) => (name === staffCookieName() ? key : undefined);
    expect(await actorFromCookies(jar)).toEqual({ kind: 'visitor' });
  });

  it('is everybody where everybody may come', async () => {
    const { key } = await newKey(SCOPES);
    expect(refusal(await call('GET', '/auth/me', { token: key }))[1]).toBe('AUTH_002');
    const { variantId } = await makeProduct();
    const order = {
      customer_name: 'Ana Pop',
      customer_phone: newPhone(),
      delivery_type: 'pickup',
      items: [{ variant_id: variantId, quantity: 1 }],
    };
    const placed = await call('POST', '/orders', { token: key, body: order });
    expect(placed.status, placed.text).toBe(201);
    expect(placed.body.data.access_url).toBeTruthy();
  });

  it('works in the name of its maker, and the audit tells by which key', async () => {
    const { id, key } = await newKey(['products:write']);
    const { categoryId } = await makeProduct();
    const body = { name: `Rye ${newId()}`, price: 4.2, category_id: categoryId };
    const headers = { 'x-request-id': newId() };
    const made = await call('POST', '/admin/products', { token: key, body, headers });
    expect(made.status, made.text).toBe(201);
    const rows = await database()
      .db.select()
      .from(auditLog)
      .where(and(eq(auditLog.requestId, headers['x-request-id']), eq(auditLog.actorId, admin.userId)));
    expect(rows.map(({ action }) => action).sort()).toEqual(['api_key.used', 'product.created']);
    expect(rows.find(({ action }) => action === 'api_key.used')).toMatchObject({
      entityId: id,
      changes: { after: { operation: 'createProduct' } },
    });
  });

  it('shares its idempotency keys with nobody, its maker included', async () => {
    const contract = CONTRACTS.find(({ id }) => id === 'placeDeskOrder');
    expect(Object.keys(fieldsOf(contract?.body))).toContain('items');
    const [one, two] = [await newKey(['orders:write']), await newKey(['orders:write'])];
    const { variantId } = await makeProduct();
    const body = {
      customer_name: 'Ana Pop',
      customer_phone: newPhone(),
      delivery_type: 'pickup',
      items: [{ variant_id: variantId, quantity: 1 }],
    };
    const headers = { 'idempotency-key': newId() };
    const numbers: string[] = [];
    for (const token of [one.key, one.key, two.key, admin.token]) {
      const placed = await call('POST', '/admin/orders', { token, body, headers });
      expect(placed.status, placed.text).toBe(201);
      numbers.push(placed.body.data.order_number);
    }
    expect(numbers[1]).toBe(numbers[0]);
    expect(new Set(numbers).size).toBe(3);
  });

  it('is refused past a hundred requests a minute, whatever address they come from', () => {
    const id = newId();
    const spent: unknown[] = [];
    for (let request = 0; request < 101; request += 1) {
      try {
        takeKeyLimit(id);
      } catch (error) {
        spent.push(error);
      }
    }
    expect(spent).toMatchObject([{ code: 'RATE_001', details: { limit: 100 } }]);
    expect(() => takeKeyLimit(newId())).not.toThrow();
  });

  it.each([
    [{ scopes: [] }, 'scopes'],
    [{ scopes: ['orders:all'] }, 'scopes.0'],
    [{ name: ' ' }, 'name'],
    [{ expires_in_days: 0 }, 'expires_in_days'],
    [{ expires_in_days: 2000 }, 'expires_in_days'],
  ])('is not made from %o', async (wrong, field) => {
    const body = { name: 'Till', scopes: ['orders:read'], ...wrong };
    const answer = await call('POST', '/admin/api-keys', { token: admin.token, body });
    expect(answer.status).toBe(422);
    expect(Object.keys(answer.body.error?.details ?? {})).toEqual([field]);
  });
});
