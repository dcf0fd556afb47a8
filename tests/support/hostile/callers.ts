import { z } from 'zod';
import type { App } from '#tests/support/app';
import { openDesk } from '#tests/support/desk';
import type { Document } from './document.ts';
import type { Caller, Known } from './requests.ts';

const PASSWORD = 'three loaves of rye';
const answered = z.object({ data: z.looseObject({ token: z.string() }) });
const rows = z.object({ data: z.array(z.looseObject({ id: z.string() })) });
const made = z.looseObject({ id: z.string() });
const letters = z.array(z.looseObject({ body: z.string() }));

/** Everybody who can ask the shop for something, each with credentials that work until a request of theirs ends them. */
export async function openCallers(app: Pick<App, 'url' | 'admin'>) {
  const desk = await openDesk(app);
  const post = async (path: string, body: unknown, token?: string): Promise<Response> =>
    fetch(`${app.url}/api${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: JSON.stringify(body),
    });
  const tokenFrom = async (response: Response) => answered.parse(await response.json()).data.token;

  const newLogin = async (role: 'admin' | 'staff') => {
    const username = `hostile-${role}`;
    const { id } = made.parse(await desk.send('POST', '/users', { name: role, username, role, password: PASSWORD }));
    return { id, enter: async () => tokenFrom(await post('/admin/login', { username, password: PASSWORD })) };
  };
  const admin = await newLogin('admin');
  const staff = await newLogin('staff');

  const email = 'hostile@example.com';
  await post('/auth/register', { name: 'Ana Pop', email, password: PASSWORD });
  const [letter] = letters.parse(await desk.send('GET', `/outbox?q=${encodeURIComponent(email)}`));
  const registration = /token=([\w.-]+)/.exec(letter?.body ?? '')?.[1];
  await post('/auth/register/confirm', { registration, password: PASSWORD });

  const { scopes } = z.looseObject({ scopes: z.array(z.string()) }).parse(await scopesOf(app.url));
  // Not by the first admin: what is sent may end any session but those of the attackers.
  const newKey = await post('/admin/api-keys', { name: 'Hostile', scopes }, await admin.enter());
  const { key } = z.object({ data: z.looseObject({ key: z.string() }) }).parse(await newKey.json()).data;

  const enter: Record<Exclude<Caller, 'nobody'>, () => Promise<string>> = {
    admin: admin.enter,
    staff: staff.enter,
    customer: async () => tokenFrom(await post('/auth/login', { email, password: PASSWORD })),
    // One for all: when the storm has ended it, what it is refused is looked at all the same.
    program: async () => key,
    tampered: async () => `${desk.token.slice(0, -6)}AAAAAA`,
  };
  const tokens = new Map<Caller, Promise<string>>();
  const last = new Map<Caller, string>();

  return {
    /** The same token until it is forgotten. */
    async credentials(caller: Caller): Promise<Record<string, string>> {
      if (caller === 'nobody') return {};
      const token = tokens.get(caller) ?? enter[caller]().catch(() => last.get(caller) ?? '');
      tokens.set(caller, token);
      last.set(caller, await token);
      return { authorization: `Bearer ${await token}` };
    },
    /** Somebody was signed out by what they asked for. */
    forget: (caller: Caller) => tokens.delete(caller),
    /** What every list of the desk shows, but for those who attack: they must not lock themselves out. */
    async known({ operations }: Document): Promise<Known> {
      const known = new Map<string, string[]>();
      const lists = operations.filter(({ method, path }) => method === 'GET' && !path.includes('{'));
      for (const { path } of lists) {
        const response = await fetch(`${app.url}${path}?limit=20`, {
          headers: { authorization: `Bearer ${desk.token}`, accept: 'application/json' },
          signal: AbortSignal.timeout(5000),
        });
        if (!response.headers.get('content-type')?.startsWith('application/json')) {
          await response.body?.cancel();
          continue;
        }
        const found = rows.safeParse(await response.json()).data?.data ?? [];
        const numbers = found.flatMap((row) => ['order_number', 'booking_number'].flatMap((name) => row[name] ?? []));
        const ids = [...found.map(({ id }) => id), ...numbers.map(String)];
        const others = ids.filter((id) => id !== admin.id && id !== staff.id);
        if (others.length > 0) known.set(path, others);
      }
      return known;
    },
  };
}

async function scopesOf(url: string): Promise<unknown> {
  const document = JSON.stringify(await (await fetch(`${url}/api/openapi.json`)).json());
  return { scopes: [...new Set([...document.matchAll(/Scope: `([\w:]+)`/g)].map(([, scope = '']) => scope))] };
}
