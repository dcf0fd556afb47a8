import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { z } from 'zod';
import { newId } from '#db/columns';
import type { Role } from '#db/enums';
import { authSessions, users } from '#db/schema/auth';
import { customers } from '#db/schema/customers';
import { signAccessToken } from '#lib/auth/tokens';
import { database } from '#lib/database';
import type { Contract } from '#lib/http/contract';
import { METHODS, type Method } from '#lib/http/contract';

const ROUTES = join(import.meta.dirname, '..', '..', 'app', 'api');

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;
export type Route = { path: string; handlers: Partial<Record<Method, Handler & { contract?: Contract }>> };

/** Every route.ts below app/api with its address as contracts write it. next-auth's own and the catch-all stay out. */
export async function readRoutes(): Promise<Route[]> {
  const files = await readdir(ROUTES, { recursive: true });
  const own = files.filter((file) => file.endsWith('route.ts') && !file.includes('[...'));
  return Promise.all(
    own.sort().map(async (file) => {
      const folder = relative(ROUTES, join(ROUTES, file, '..'));
      const path = `/${folder.split(sep).join('/')}`.replaceAll('[', '{').replaceAll(']', '}');
      const exported: Record<string, Handler> = await import(join(ROUTES, file));
      const handlers = Object.fromEntries(METHODS.flatMap((name) => (exported[name] ? [[name, exported[name]]] : [])));
      return { path, handlers };
    }),
  );
}

const routes = readRoutes();
const literal = (path: string): number => path.split('/').filter((part) => !part.startsWith('{')).length;

async function find(pathname: string): Promise<{ route: Route; params: Record<string, string> } | null> {
  const found = (await routes).flatMap((route) => {
    const pattern = new RegExp(`^${route.path.replaceAll('.', '\\.').replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`);
    const match = pattern.exec(pathname);
    const params = Object.fromEntries(
      Object.entries(match?.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)]),
    );
    return match ? [{ route, params }] : [];
  });
  // As the router does: what is spelled out wins over what is a parameter.
  return found.sort((a, b) => literal(b.route.path) - literal(a.route.path))[0] ?? null;
}

const bodyShape = z.looseObject({
  success: z.boolean(),
  data: z.any().optional(),
  meta: z.any().optional(),
  error: z
    .object({
      code: z.string(),
      message: z.string(),
      details: z.record(z.string(), z.any()),
      codes: z.record(z.string(), z.array(z.string())).optional(),
    })
    .optional(),
});
export type Answer = { status: number; headers: Headers; body: z.output<typeof bodyShape>; text: string };

export type Call = {
  body?: unknown;
  /** Sent as it is, with this content type. */
  raw?: { text: BodyInit; type?: string };
  token?: string;
  headers?: Record<string, string>;
};

/** Calls the route behind an address below /api as the framework would, without a server in between. */
export async function call(method: Method, address: string, options: Call = {}): Promise<Answer> {
  const url = new URL(`/api${address}`, 'http://localhost:3000');
  const found = await find(url.pathname.slice(4));
  const handler = found?.route.handlers[method];
  if (!found || !handler) throw new Error(`nothing offers ${method} ${address}`);
  const headers = new Headers(options.headers);
  if (options.token) headers.set('authorization', `Bearer ${options.token}`);
  if (options.raw?.type) headers.set('content-type', options.raw.type);
  else if (options.body !== undefined) headers.set('content-type', 'application/json');
  const body = options.raw?.text ?? (options.body === undefined ? undefined : JSON.stringify(options.body));
  const request = new Request(url, { method, headers, body });
  const response = await handler(request, { params: Promise.resolve(found.params) });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
  const parsed = bodyShape.safeParse(isJson ? JSON.parse(text) : null);
  return { status: response.status, headers: response.headers, text, body: parsed.data ?? { success: false } };
}

/** A session of its own for somebody of this role; answers the bearer token. */
export async function tokenOf(role: Role): Promise<{ token: string; userId: string; sessionId: string }> {
  const { db } = database();
  const [userId, sid, now] = [newId(), newId(), new Date()];
  const tail = userId.slice(-12);
  await db
    .insert(users)
    .values({ id: userId, username: `${role}-${tail}`, name: `A ${role}`, role, passwordHash: 'x' });
  if (role === 'customer') await db.insert(customers).values({ name: 'A customer', userId });
  const expiresAt = new Date(now.getTime() + 3_600_000);
  await db.insert(authSessions).values({ id: sid, userId, kind: 'api', familyId: newId(), expiresAt });
  return { token: await signAccessToken({ sid, sv: 1, userId, role }, now), userId, sessionId: sid };
}
