import { createRequire } from 'node:module';
import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#db/columns';
import { users } from '#db/schema/auth';
import { hashPassword } from '#lib/auth/secrets';
import { database } from '#lib/database';
import { staffSignIn } from '#lib/http/staff-sign-in';

const sent = { headers: new Headers(), jar: new Map<string, string>() };

/** What the framework knows of a request, told to next-auth where it asks: there is no server around this test. */
Object.assign(createRequire(import.meta.url)('next/headers'), {
  headers: async () => sent.headers,
  cookies: async () => ({ getAll: () => [...sent.jar].map(([name, value]) => ({ name, value })) }),
});

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
  const init = text === undefined ? {} : { method: 'POST', body: text, headers: { 'content-type': type } };
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
