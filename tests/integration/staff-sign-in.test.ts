import { createRequire } from 'node:module';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { newId } from '#db/columns';
import { users } from '#db/schema/auth';
import { hashPassword } from '#lib/auth/secrets';
import { database } from '#lib/database';
import { readRefusal } from '#lib/http/refusal-cookie';
import { staffSignIn } from '#lib/http/staff-sign-in';
import { PASSWORD as SECRET, withSecondFactor } from '#tests/factories/second-factor';
import { codeAt } from '#tests/support/totp';

const { sent, framework } = vi.hoisted(() => {
  const sent = { headers: new Headers(), jar: new Map<string, string>() };
  const cookies = {
    get: (name: string) => (sent.jar.has(name) ? { name, value: sent.jar.get(name) } : undefined),
    getAll: () => [...sent.jar].map(([name, value]) => ({ name, value })),
    set: (name: string, value: string) => sent.jar.set(name, value),
  };
  return { sent, framework: { headers: async () => sent.headers, cookies: async () => cookies } };
});

/** What the framework knows of a request, told to us and to next-auth: there is no server around this test. */
vi.mock('next/headers', () => framework);
Object.assign(createRequire(import.meta.url)('next/headers'), framework);

const ORIGIN = 'http://localhost:3000';
const PASSWORD = 'correct horse battery';
const username = `desk-${newId()}`;

beforeAll(async () => {
  await database()
    .db.insert(users)
    .values({ username, name: 'Maria', role: 'staff', passwordHash: await hashPassword(PASSWORD) });
});

async function ask(path: string, body?: string | Record<string, string>, type = 'application/x-www-form-urlencoded') {
  const text = typeof body === 'object' ? new URLSearchParams(body).toString() : body;
  const headers = { 'content-type': type, cookie: [...sent.jar].map((pair) => pair.join('=')).join('; ') };
  const init = text === undefined ? {} : { method: 'POST', body: text, headers };
  const request = new Request(`${ORIGIN}/api/auth/${path}`, init);
  sent.headers = request.headers;
  const nextauth = path.split('?', 1)[0]?.split('/') ?? [];
  const response = await staffSignIn(request, { params: Promise.resolve({ nextauth }) });
  for (const line of response.headers.getSetCookie()) {
    const [name = '', value = ''] = line.split(';', 1)[0]?.split('=') ?? [];
    sent.jar.set(name, decodeURIComponent(value));
  }
  const answer = await response.text();
  const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
  return { status: response.status, headers: response.headers, json: isJson ? JSON.parse(answer) : null };
}

describe('signing in at the desk', () => {
  it('opens a session, tells it, and ends it', async () => {
    const { csrfToken } = (await ask('csrf')).json;
    const form = { username, password: PASSWORD, csrfToken, json: 'true', callbackUrl: `${ORIGIN}/admin` };
    expect((await ask('callback/credentials', form)).json).toEqual({ url: `${ORIGIN}/admin` });
    expect((await ask('session')).json).toMatchObject({ user: { name: 'Maria', role: 'staff' } });

    const cookie = sent.jar.get('barrow-staff') ?? '';
    expect((await ask('signout', { csrfToken, json: 'true', callbackUrl: '/admin' })).status).toBe(200);
    sent.jar.set('barrow-staff', cookie);
    expect((await ask('session')).json).not.toHaveProperty('user');
  });

  it('refuses a wrong password, and a page of another site', async () => {
    sent.jar.delete('barrow-staff');
    const { csrfToken } = (await ask('csrf')).json;
    const form = { username, password: 'wrong', csrfToken, json: 'true' };
    expect((await ask('callback/credentials', form)).json.url).toContain('error=AUTH_001');
    const foreign = { username, password: PASSWORD, json: 'true' };
    expect((await ask('callback/credentials', foreign)).json.url).toContain('csrf=true');
    expect(sent.jar.get('barrow-staff') ?? '').toBe('');
  });

  it('leads nowhere else', async () => {
    for (const back of ['https://evil.example.com', '//evil.example.com', '/\\evil.example.com', 'x', 'javascript:0']) {
      const { status, headers } = await ask(`signin?callbackUrl=${encodeURIComponent(back)}`);
      expect([status, headers.get('location') ?? ''], back).toEqual([302, expect.not.stringContaining('evil')]);
    }
    expect((await ask('signout')).headers.get('location')).toContain('/admin');
  });

  it('answers what cannot be read in the envelope', async () => {
    const broken = await ask('callback/credentials', '{', 'application/json');
    expect([broken.status, broken.json.error.code]).toEqual([400, 'REQ_001']);
    const large = await ask('callback/credentials', { username: 'x'.repeat(1_100_000) });
    expect([large.status, large.json.error.code]).toEqual([413, 'FILE_002']);
    expect((await ask('callback/credentials', '{"callbackUrl":5}', 'application/json')).status).toBeLessThan(500);
    expect((await ask('verify-request')).json.error.code).toBe('REQ_005');
  });
});

describe('in two steps', () => {
  const STEP = 'barrow-staff-step';

  it('takes the code alone, once the password was right', async () => {
    const person = await withSecondFactor();
    sent.jar.clear();
    const { csrfToken } = (await ask('csrf')).json;
    const step = async (fields: Record<string, string>) =>
      (await ask('callback/credentials', { csrfToken, json: 'true', callbackUrl: `${ORIGIN}/admin`, ...fields })).json
        .url;
    expect(await step({ username: person.username, password: 'wrong' })).toContain('error=AUTH_001');
    expect(sent.jar.has(STEP)).toBe(false);
    const answer = await step({ username: person.username, password: SECRET });
    expect(answer).toContain('error=AUTH_006');
    const token = sent.jar.get(STEP) ?? '';
    expect(token).not.toBe('');
    expect(answer).not.toContain(token);
    expect(await step({ totp: '000000' })).toContain('error=AUTH_007');
    expect(await step({ totp: codeAt(person.secret, new Date()) })).toBe(`${ORIGIN}/admin`);
    expect(sent.jar.get(STEP)).toBe('');
    expect((await ask('session')).json).toMatchObject({ user: { name: 'Maria', role: 'staff' } });
    expect(await step({ totp: codeAt(person.secret, new Date(), 1) })).toContain('error=AUTH_002');
  });

  it('takes both at once', async () => {
    const person = await withSecondFactor();
    sent.jar.clear();
    const { csrfToken } = (await ask('csrf')).json;
    const totp = codeAt(person.secret, new Date());
    const form = { username: person.username, password: SECRET, totp, csrfToken, json: 'true' };
    expect((await ask('callback/credentials', form)).json.url).not.toContain('error');
    expect((await ask('session')).json).toMatchObject({ user: { name: 'Maria' } });
  });

  it('leads a browser without script back to the page, which knows the name and no secret', async () => {
    const person = await withSecondFactor();
    sent.jar.clear();
    const { csrfToken } = (await ask('csrf')).json;
    const form = { username: person.username, password: SECRET, csrfToken, callbackUrl: '/admin/orders' };
    const { status, headers } = await ask('callback/credentials', form);
    expect([status, headers.get('location')]).toEqual([302, '/admin?refused=1&next=%2Fadmin%2Forders']);
    const told = await readRefusal();
    expect(told).toMatchObject({ code: 'AUTH_006', values: { username: person.username } });
    expect(JSON.stringify(told)).not.toContain(SECRET);
    const totp = codeAt(person.secret, new Date());
    const second = await ask('callback/credentials', { totp, csrfToken, callbackUrl: '/admin/orders' });
    expect([second.status, second.headers.get('location')]).toEqual([302, expect.stringContaining('/admin/orders')]);
  });
});
