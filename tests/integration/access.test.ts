import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#db/columns';
import type { Role } from '#db/enums';
import { authSessions, users } from '#db/schema/auth';
import { database } from '#lib/database';
import { fieldsOf } from '#lib/http/contract';
import { CONTRACTS } from '#lib/http/openapi/registry';
import { ACTIONS, ENDPOINTS } from '#tests/integration/access/table';
import { call, tokenOf } from '#tests/support/api';

/** How a command authorises in its first lines. */
const GUARDS = [
  /requireRole\(ctx, '(staff|admin)'\)/,
  /requireCustomer\(ctx\)/,
  /requireOwnLogin\(ctx\)/,
  /DomainError\('AUTH_002'\)/,
  /\/\/ Open to (everybody|staff only):/,
];
/** Pieces that commands call with the right already proven; nothing at a door does. */
const PORTS = /^(audit|media)\//;

const tokens: Partial<Record<Role, string>> = {};
beforeAll(async () => {
  for (const role of ['customer', 'staff', 'admin'] as const) tokens[role] = (await tokenOf(role)).token;
});

/** The address with ids that lead nowhere. */
const addressOf = (path: string) =>
  path
    .replace('{number}', 'BAR-20260101-001')
    .replace(/\{(session|key)\}/, 'demo')
    .replace('{kind}', 'products')
    .replace(/\{\w+\}/g, () => newId());

async function codeFor(id: string, token?: string, headers: Record<string, string> = {}) {
  const contract = CONTRACTS.find((candidate) => candidate.id === id);
  if (!contract) throw new Error(`no contract ${id}`);
  const body = contract.body && contract.accepts !== 'multipart' ? { body: {} } : {};
  const answer = await call(contract.method, addressOf(contract.path), { ...body, token, headers });
  expect(answer.status, `${id} ${answer.text}`).toBeLessThan(500);
  return { status: answer.status, code: answer.body.error?.code };
}

const mayNot = ['AUTH_002', 'AUTH_003', 'AUTH_005'];

describe('endpoints', () => {
  it('are all in the table', () => {
    expect(Object.keys(ENDPOINTS).sort()).toEqual(CONTRACTS.map(({ id }) => id).sort());
  });

  it.each(Object.entries(ENDPOINTS))('%s is for %s', async (id, who) => {
    if (id === 'getReadiness') return;
    const forVisitor = await codeFor(id);
    if (who === 'login' || who === 'staff' || who === 'admin') {
      expect(forVisitor).toEqual({ status: 401, code: 'AUTH_002' });
      expect(await codeFor(id, tokens.customer)).toEqual({ status: 403, code: 'AUTH_003' });
      const forStaff = await codeFor(id, tokens.staff);
      if (who === 'admin') expect(forStaff).toEqual({ status: 403, code: 'AUTH_003' });
      else expect(mayNot).not.toContain(forStaff.code);
      if (who === 'admin') expect(mayNot).not.toContain((await codeFor(id, tokens.admin)).code);
    } else if (who === 'signed-in') {
      expect(forVisitor).toEqual({ status: 401, code: 'AUTH_002' });
    } else if (who === 'customer') {
      expect(forVisitor).toEqual({ status: 401, code: 'AUTH_002' });
      expect(await codeFor(id, tokens.staff)).toEqual({ status: 403, code: 'AUTH_003' });
      expect(mayNot).not.toContain((await codeFor(id, tokens.customer)).code);
    } else if (who === 'order') {
      for (const key of ['', 'wrong']) {
        expect((await codeFor(id, undefined, { 'barrow-order-key': key })).status).toBe(404);
      }
    } else if (who === 'cart') {
      const wrong = await codeFor(id, undefined, { 'barrow-cart': 'wrong' });
      expect([id, wrong.status]).toEqual([id, id === 'addToCart' ? 422 : 410]);
    } else {
      expect(
        forVisitor.code === undefined ||
          ['refreshTokens', 'resetPassword', 'confirmRegistration', 'confirmEmail'].includes(id) ||
          !mayNot.includes(forVisitor.code),
      ).toBe(true);
    }
  });

  it.each(['no.such.token', 'eyJhbGciOiJub25lIn0.eyJzaWQiOiIwIn0.'])('take %s for nobody', async (token) => {
    for (const id of ['listOrders', 'getMe', 'getSetting', 'placeOrder']) {
      expect(await codeFor(id, token)).toEqual({ status: 401, code: 'AUTH_002' });
    }
  });

  it('shut out at once who was signed out, dismissed, or has a new password', async () => {
    const { db } = database();
    const changes = [
      (who: Awaited<ReturnType<typeof tokenOf>>) =>
        db.update(authSessions).set({ revokedAt: new Date() }).where(eq(authSessions.id, who.sessionId)),
      (who: Awaited<ReturnType<typeof tokenOf>>) =>
        db.update(users).set({ isActive: false }).where(eq(users.id, who.userId)),
      (who: Awaited<ReturnType<typeof tokenOf>>) =>
        db.update(users).set({ sessionVersion: 2 }).where(eq(users.id, who.userId)),
      (who: Awaited<ReturnType<typeof tokenOf>>) =>
        db
          .update(authSessions)
          .set({ expiresAt: new Date(Date.now() - 1000) })
          .where(eq(authSessions.id, who.sessionId)),
    ];
    for (const change of changes) {
      const who = await tokenOf('staff');
      expect(mayNot).not.toContain((await codeFor('listOrders', who.token)).code);
      await change(who);
      expect(await codeFor('listOrders', who.token)).toEqual({ status: 401, code: 'AUTH_002' });
    }
  });

  it('refuse before they look at a body', async () => {
    const answer = await call('POST', '/admin/products', { raw: { text: '{', type: 'text/plain' } });
    expect(answer.status).toBe(401);
  });

  it('offer no way around through the fields of a body', () => {
    // What an admin sets for others; `user_id` comes from the path there. Staff say whose login a visitor of the chat has.
    const ofUsers = new Set(['createUser', 'updateUser', 'setUserPassword', 'changeChat']);
    for (const { id, body } of CONTRACTS) {
      for (const name of ['price_at_time', 'total', 'actor', ...(ofUsers.has(id) ? [] : ['role', 'user_id'])]) {
        expect(Object.keys(fieldsOf(body)), id).not.toContain(name);
      }
    }
  });
});

describe('actions', () => {
  const lib = join(import.meta.dirname, '..', '..', 'lib');

  type Definition = { module: string; name: string; text: string; doors: Map<string, string> };

  /** Actions and verbs by name, each with the text of its definition and the constants of its file. */
  async function definitions(wanted: RegExp): Promise<Definition[]> {
    const files = (await readdir(lib, { recursive: true })).filter((file) => wanted.test(file));
    const sources = await Promise.all(files.map((file) => readFile(join(lib, file), 'utf8')));
    return sources.flatMap((source, at) => {
      const pieces = source.split(/^(?=export |const |async function |function |\/\*\*)/m);
      const doors = new Map(
        pieces.flatMap((text) => (/^const (\w+)/.exec(text)?.slice(1, 2) ?? []).map((name) => [name, text])),
      );
      return pieces.flatMap((text) => {
        const name = /^export (?:const|async function) (\w+)/.exec(text)?.[1];
        return name === undefined ? [] : [{ module: files[at]?.split('/')[0] ?? '', name, text, doors }];
      });
    });
  }

  it('are all in the table', async () => {
    const found = await definitions(/(^|\/)actions(\/[\w-]+)?\.ts$/);
    expect(found.map(({ module, name }) => `${module}/${name}`).sort()).toEqual(Object.keys(ACTIONS).sort());
  });

  it('of the desk run what asks for the role in the table', async () => {
    const verbs = new Map(
      (await definitions(/\/(commands|queries)(\/[\w-]+)?\.ts$/)).map(({ name, text }) => [name, text] as const),
    );
    const open: string[] = [];
    for (const { module, name, text, doors } of await definitions(/(^|\/)actions(\/[\w-]+)?\.ts$/)) {
      const who = ACTIONS[`${module}/${name}`];
      if (who !== 'login' && who !== 'staff' && who !== 'admin') continue;
      const asks = {
        admin: /requireRole\(ctx, 'admin'\)/,
        staff: /requireRole\(ctx, '(staff|admin)'\)|Open to staff only:/,
        login: /requireOwnLogin\(ctx\)/,
      }[who];
      // An action is a line that calls its door, the `const … = action({ run })` above it.
      const words = (of: string) => [...of.matchAll(/\w+/g)].map(([word]) => word);
      const door = words(text).flatMap((word) => doors.get(word) ?? []);
      const runs = [text, ...door].flatMap(words).flatMap((word) => verbs.get(word) ?? []);
      if (![text, ...runs].some((definition) => asks.test(definition.slice(0, 1200)))) open.push(`${module}/${name}`);
    }
    expect(open).toEqual([]);
  });

  it('lead to commands that say in their first lines who may', async () => {
    const files = await readdir(lib, { recursive: true });
    const guards = new RegExp(`${GUARDS.map((guard) => guard.source).join('|')}`);
    const unguarded: string[] = [];
    for (const door of files.filter((file) => /^[\w-]+\/commands\.ts$/.test(file) && !PORTS.test(file))) {
      const module = door.split('/')[0] ?? '';
      const doorSource = await readFile(join(lib, door), 'utf8');
      const verbs = files.filter((file) => file.startsWith(`${module}/commands/`) && file.endsWith('.ts'));
      const source = (await Promise.all([door, ...verbs].map((file) => readFile(join(lib, file), 'utf8')))).join('\n');
      for (const [, name = '', body = ''] of source.matchAll(/^export async function (\w+)\(([\s\S]*?)^\}/gm)) {
        if (doorSource.includes(name) && !guards.test(body.slice(0, 900))) unguarded.push(`${module} ${name}`);
      }
    }
    expect(unguarded).toEqual([]);
  });
});
