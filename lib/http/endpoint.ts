import 'server-only';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { actorFromBearer, actorFromCookie, staffCookieName } from '#lib/auth/actor';
import { CART_COOKIE, cookieName } from '#lib/auth/rules';
import type { Actor, Context } from '#lib/context';
import { env } from '#lib/env';
import { DomainError } from '#lib/errors';
import { keepJson } from '#lib/server/keep-json';
import { contextFor, isSameOrigin } from './context.ts';
import type { Contract, InputOf } from './contract.ts';
import { failure, successText } from './envelope.ts';
import { readBody } from './read-body.ts';
import { parseInput } from './validation.ts';

/** What an endpoint may know of its request beyond its input. */
export type RequestFacts = {
  /** From `Barrow-Cart` or the cart's cookie. */
  cartKey: string | null;
  /** From `Barrow-Order-Key`. */
  orderKey: string | null;
  idempotency: { scope: string; key: string; hash: string } | null;
  /** The version named by `If-Match`. */
  version: number | null;
  userAgent: string | null;
  request: Request;
};

/** What a run may answer beside plain data. */
export type Reply<T> = {
  data: T;
  meta?: unknown;
  headers?: Record<string, string>;
  /** Cookies to set, already serialized. */
  cookies?: string[];
};

const REPLY = Symbol('reply');
type Marked<T> = Reply<T> & { [REPLY]: true };

/** Data together with headers, cookies or `meta`. */
export const reply = <T>(answer: Reply<T>): Marked<T> => ({ ...answer, [REPLY]: true });

type RouteContext = { params: Promise<Record<string, string | string[]>> };
type Handler = (request: Request, context: RouteContext) => Promise<Response>;

export type Endpoint = Handler & { contract: Contract };

/**
 * The door of one method of one address: authenticates, reads, parses, runs the command, strips what comes back to
 * the contract's output and wraps it in the envelope. A thrown DomainError becomes its status; anything else SYS_001.
 */
export function endpoint<C extends Contract>(
  definition: C,
  run: (ctx: Context, input: InputOf<C>, facts: RequestFacts) => Promise<unknown>,
): Endpoint {
  const handle: Handler = async (request, context) => {
    const requestId = request.headers.get('x-request-id');
    try {
      const actor = await actorOf(request, definition);
      const ctx = await contextFor(request.headers, actor);
      const params = await context.params;
      const url = new URL(request.url);
      const body = definition.body ? await readBody(request, definition.accepts ?? 'json') : undefined;
      const input = {
        ...(definition.params ? parsePath(definition.params, params) : {}),
        ...(definition.query ? parseQuery(definition.query, url.searchParams) : {}),
        ...(definition.body ? (parseInput(definition.body, body) as object) : {}),
      } as InputOf<C>;
      const facts = factsOf(request, definition, ctx, params, body);
      return await answer(definition, request, await run(ctx, input, facts));
    } catch (error) {
      return failure(error, requestId);
    }
  };
  return Object.assign(handle, { contract: definition });
}

async function actorOf(request: Request, definition: Contract): Promise<Actor> {
  const authorization = request.headers.get('authorization');
  if (authorization) return actorFromBearer(authorization);
  const cookie = readCookie(request, staffCookieName());
  if (!cookie) return { kind: 'visitor' };
  if (definition.method !== 'GET' && definition.access !== 'public' && !isSameOrigin(request.headers)) {
    throw new DomainError('AUTH_005');
  }
  return actorFromCookie(cookie);
}

/** Path and query are part of the address: what cannot be read there is REQ_001, not a wrong field. */
function parsePath(schema: z.ZodType, params: unknown): object {
  return readOrRefuse(schema, params);
}

function parseQuery(schema: z.ZodObject, search: URLSearchParams): object {
  const known: Record<string, string | string[]> = {};
  for (const name of Object.keys(schema.shape)) {
    const values = search.getAll(name).filter((value) => value !== '');
    if (values.length > 0) known[name] = values.length === 1 ? (values[0] ?? '') : values;
  }
  return readOrRefuse(schema, known);
}

function readOrRefuse(schema: z.ZodType, value: unknown): object {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data as object;
  throw new DomainError('REQ_001', {
    parameters: parsed.error.issues.map((issue) => issue.path.map(String).join('.')),
  });
}

const ifMatch = /^(?:W\/)?"(\d{1,9})"$/;
const idempotencyKey = /^[\x21-\x7e]{1,255}$/;

function factsOf(request: Request, definition: Contract, ctx: Context, params: unknown, body: unknown): RequestFacts {
  const { headers } = request;
  const presented = headers.get('if-match');
  const version = presented && presented !== '*' ? ifMatch.exec(presented)?.[1] : undefined;
  if (definition.isVersioned && presented && presented !== '*' && !version) throw new DomainError('REQ_002');
  return {
    cartKey: headers.get('barrow-cart') ?? readCookie(request, cookieName(CART_COOKIE, env().isSecure)),
    orderKey: headers.get('barrow-order-key'),
    idempotency: definition.isIdempotent ? idempotencyOf(request, definition, ctx, params, body) : null,
    version: version ? Number(version) : null,
    userAgent: headers.get('user-agent'),
    request,
  };
}

function idempotencyOf(request: Request, definition: Contract, ctx: Context, params: unknown, body: unknown) {
  const key = request.headers.get('idempotency-key');
  if (key === null) return null;
  if (!idempotencyKey.test(key)) throw new DomainError('REQ_001', { header: 'Idempotency-Key' });
  return {
    scope: `${callerOf(ctx, body)} ${definition.id}`,
    key,
    hash: createHash('sha256')
      .update(JSON.stringify([params, body]))
      .digest('base64url'),
  };
}

const phoneOf = z.object({ customer_phone: z.string() });

/** Whose key it is: the login, else the phone that orders; another caller never sees the first one's answer. */
export function callerOf(ctx: Context, body: unknown): string {
  if (ctx.actor.kind === 'staff') return `user:${ctx.actor.userId}`;
  if (ctx.actor.kind === 'customer') return `customer:${ctx.actor.customerId}`;
  const guest = phoneOf.safeParse(body);
  return guest.success ? `phone:${guest.data.customer_phone.replace(/\D/g, '')}` : 'visitor';
}

export function readCookie(request: Request, name: string): string | null {
  for (const part of (request.headers.get('cookie') ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return decodeURIComponent(part.slice(at + 1).trim());
  }
  return null;
}

async function answer(definition: Contract, request: Request, result: unknown): Promise<Response> {
  if (result instanceof Response) return result;
  const marked = isMarked(result) ? result : null;
  const headers = new Headers({ 'cache-control': 'private, no-store', ...marked?.headers });
  for (const cookie of marked?.cookies ?? []) headers.append('set-cookie', cookie);
  const status = definition.status ?? 200;
  if (status === 204 || !definition.output) return new Response(null, { status: 204, headers });

  const raw = marked ? marked.data : result;
  const output = definition.isList ? z.array(definition.output) : definition.output;
  const data = output.parse(raw);
  const text = successText(data, marked?.meta);
  headers.set('content-type', 'application/json; charset=utf-8');
  if (definition.kept) {
    const tags = definition.kept(data as never);
    for (const [name, value] of Object.entries(keepJson(request, text, tags))) headers.set(name, value);
  } else if (request.method === 'GET') {
    const etag = headers.get('etag') ?? weakEtag(data, marked?.meta);
    headers.set('etag', etag);
    if (request.headers.get('if-none-match')?.includes(etag)) return new Response(null, { status: 304, headers });
  }
  return new Response(text, { status, headers });
}

/** Over the data alone: the timestamp of the envelope is not a change. */
const weakEtag = (data: unknown, meta: unknown): string =>
  `W/"${createHash('sha1')
    .update(JSON.stringify([data, meta]))
    .digest('base64url')}"`;

function isMarked(result: unknown): result is Marked<unknown> {
  return typeof result === 'object' && result !== null && REPLY in result;
}
