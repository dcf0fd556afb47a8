import 'server-only';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { actorFromBearer, actorFromCookies, staffCookieName } from '#lib/auth/actor';
import { customerCookieName } from '#lib/auth/customer-session';
import { requireOwnLogin } from '#lib/auth/own-login';
import { CART_COOKIE, CHAT_COOKIE, cookieName } from '#lib/auth/rules';
import { type Actor, type Context, requireCustomer, requireRole } from '#lib/context';
import { env } from '#lib/env';
import { DomainError } from '#lib/errors';
import { parsePhone } from '#lib/phone';
import { getSettings } from '#lib/settings/queries';
import { isSameOrigin } from './context.ts';
import { type Contract, fieldsOf } from './contract.ts';
import { isMultipart, readBody } from './read-body.ts';
import { actorOfKey, takeKeyLimit } from './scope.ts';
import { parseInput, parsePath, parseQuery } from './validation.ts';

/** What an endpoint may know of its request beyond its input. */
export type RequestFacts = {
  /** From `Barrow-Cart` or the cart's cookie. */
  cartKey: string | null;
  /** From `Barrow-Chat` or the talk's cookie. */
  chatKey: string | null;
  /** From `Barrow-Order-Key`. */
  orderKey: string | null;
  idempotency: { scope: string; key: string; hash: string } | null;
  /** The version named by `If-Match`. */
  version: number | null;
  userAgent: string | null;
  request: Request;
};

const VISITOR: Actor = { kind: 'visitor' };

/**
 * Who calls. A bearer token or key that is no longer good is AUTH_002, one without the scope AUTH_003. A cookie counts for reads, and for writes only when the
 * browser names an origin we trust: elsewhere AUTH_005, and at doors open to everybody as if it were not there.
 */
export async function actorOf(
  request: Request,
  definition: Contract,
  seen: (actor: Actor) => void = () => undefined,
): Promise<Actor> {
  if (definition.isAnonymous || definition.kept) return VISITOR;
  const authorization = request.headers.get('authorization');
  if (authorization) {
    const actor = await actorFromBearer(authorization);
    seen(actor);
    if (actor.kind !== 'staff' || !actor.key) return actor;
    takeKeyLimit(actor.key.id);
    return actorOfKey(actor, definition) ?? VISITOR;
  }
  const read = (name: string) => readCookie(request, name) ?? undefined;
  if (!read(staffCookieName()) && !read(customerCookieName())) return VISITOR;
  if (definition.method !== 'GET' && !isTrustedOrigin(request.headers)) {
    if (definition.access === 'public') return VISITOR;
    throw new DomainError('AUTH_005');
  }
  return actorFromCookies(read);
}

/** Our own origin, or one of those the shop admitted with credentials. */
const isTrustedOrigin = (headers: Headers): boolean =>
  isSameOrigin(headers) || env().CORS_ORIGINS.includes(headers.get('origin') ?? '');

/** Refuses who may not call this at all, before anything of the request is looked at. */
export function requireAccess(ctx: Context, { access }: Contract): void {
  if (access === 'staff' || access === 'admin') requireRole(ctx, access);
  if (access === 'account') requireCustomer(ctx);
  if (access === 'login') requireOwnLogin(ctx);
}

/** Path, query and body as one object, and what else the run may want to know. */
export async function readRequest(definition: Contract, request: Request, ctx: Context, rawParams: unknown) {
  const params = definition.params ? parsePath(definition.params, rawParams) : {};
  const query = definition.query
    ? parseQuery(definition.query, knownOf(definition.query, new URL(request.url).searchParams))
    : {};
  const given = definition.body ? await readBody(request, definition.accepts ?? 'json', definition.largest) : {};
  // An empty body is nothing wrong where nothing has to be said.
  const sent = given === undefined ? {} : given;
  const body = isMultipart(request) && isRecord(sent) ? withNumbers(sent, definition.numbers ?? []) : sent;
  const facts = await factsOf(request, definition, ctx, params, body);
  if (!definition.body) return { input: { ...params, ...query }, facts };
  const fields = fieldsOf(definition.body);
  const known = {
    ...params,
    cart_key: facts.cartKey,
    chat_key: facts.chatKey,
    ...(facts.version === null ? {} : { version: facts.version }),
  };
  const filled = Object.fromEntries(Object.entries(known).filter(([name]) => Object.hasOwn(fields, name)));
  const parsed = parseBody(definition.body, isRecord(body) ? { ...body, ...filled } : body, given === undefined);
  // The path last: no field of a body says which record is meant.
  return { input: { ...query, ...parsed, ...params }, facts };
}

/** What a form left blank is not given; a text that is no number stays one, for the schema to refuse. */
function withNumbers(fields: Record<string, unknown>, numbers: readonly string[]): Record<string, unknown> {
  const read = ([name, value]: [string, unknown]): [string, unknown][] => {
    if (typeof value !== 'string' || !numbers.includes(name)) return [[name, value]];
    if (value.trim() === '') return [];
    return [[name, /^-?\d{1,15}(\.\d{1,6})?$/.test(value.trim()) ? Number(value) : value]];
  };
  return Object.fromEntries(Object.entries(fields).flatMap(read));
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parseBody(schema: z.ZodType, body: unknown, wasEmpty: boolean): object {
  if (!wasEmpty) return z.looseObject({}).parse(parseInput(schema, body));
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw new DomainError('REQ_001', { body: 'missing' });
  return z.looseObject({}).parse(parsed.data);
}

/** Parameters we do not know are ignored, empty ones count as left out. */
function knownOf(schema: z.ZodObject, search: URLSearchParams): Record<string, string | string[]> {
  const known: Record<string, string | string[]> = {};
  for (const name of Object.keys(schema.shape)) {
    const values = search.getAll(name).filter((value) => value !== '');
    if (values.length > 0) known[name] = values.length === 1 ? (values[0] ?? '') : values;
  }
  return known;
}

const ifMatch = /^(?:W\/)?"(\d{1,9})(?:\.[\w-]*)?"$/;
const idempotencyKey = /^[\x21-\x7e]{1,255}$/;
const longestKey = 300;

async function factsOf(
  request: Request,
  definition: Contract,
  ctx: Context,
  params: unknown,
  body: unknown,
): Promise<RequestFacts> {
  const { headers } = request;
  const orderKey = headers.get('barrow-order-key')?.slice(0, longestKey) ?? null;
  return {
    cartKey: headers.get('barrow-cart')?.slice(0, longestKey) ?? visitorCookie(request, definition, CART_COOKIE),
    chatKey: headers.get('barrow-chat')?.slice(0, longestKey) ?? visitorCookie(request, definition, CHAT_COOKIE),
    orderKey,
    idempotency: definition.isIdempotent
      ? idempotencyOf(headers, definition, [params, await spelled(body)], await callerOf(ctx, body, orderKey))
      : null,
    version: definition.isVersioned ? versionOf(headers.get('if-match')) : null,
    userAgent: headers.get('user-agent'),
    request,
  };
}

/** A file as its content: two requests that differ only in it are not the same. */
async function spelled(body: unknown): Promise<unknown> {
  if (!isRecord(body)) return body;
  const fields = Object.entries(body).map(async ([name, value]) => {
    if (!(value instanceof Blob)) return [name, value];
    return [
      name,
      createHash('sha256')
        .update(Buffer.from(await value.arrayBuffer()))
        .digest('base64url'),
    ];
  });
  return Object.fromEntries(await Promise.all(fields));
}

function versionOf(presented: string | null): number | null {
  if (presented === null || presented.trim() === '*') return null;
  const version = ifMatch.exec(presented.trim())?.[1];
  // A tag that is none of ours cannot be the newest.
  if (version === undefined) throw new DomainError('REQ_002');
  return Number(version);
}

/** A page of another site must not fill somebody's cart or write in their name; programs send no origin. */
function visitorCookie(request: Request, { method }: Contract, name: string): string | null {
  if (method !== 'GET' && request.headers.has('origin') && !isTrustedOrigin(request.headers)) return null;
  return readCookie(request, cookieName(name, env().isSecure))?.slice(0, longestKey) ?? null;
}

function idempotencyOf(headers: Headers, { id }: Contract, content: unknown, caller: string) {
  const key = headers.get('idempotency-key');
  if (key === null) return null;
  if (!idempotencyKey.test(key)) throw new DomainError('REQ_001', { header: 'Idempotency-Key' });
  const hash = createHash('sha256').update(JSON.stringify(content)).digest('base64url');
  return { scope: `${caller} ${id}`, key, hash };
}

/** The phone in an order or in a booking. */
const phoneOf = z.union([
  z.object({ customer_phone: z.string() }).transform(({ customer_phone }) => customer_phone),
  z.object({ client_info: z.object({ phone: z.string() }) }).transform(({ client_info }) => client_info.phone),
]);

/** Whose key it is: the login, the link, else the phone that orders; nobody sees the answer to somebody else's key. */
async function callerOf({ actor, db }: Context, body: unknown, orderKey: string | null): Promise<string> {
  if (actor.kind === 'staff') return actor.key ? `key:${actor.key.id}` : `user:${actor.userId}`;
  if (actor.kind === 'customer') return `customer:${actor.customerId}`;
  if (orderKey !== null) return `link:${createHash('sha256').update(orderKey).digest('base64url')}`;
  const guest = phoneOf.safeParse(body);
  if (!guest.success) return 'visitor';
  // However a phone is spelled it is one caller. What is none is refused later, as the field it is.
  const { shop } = await getSettings({ db });
  return `phone:${parsePhone(guest.data, shop.country) ?? guest.data}`;
}

export function readCookie(request: Request, name: string): string | null {
  for (const part of (request.headers.get('cookie') ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at <= 0 || part.slice(0, at).trim() !== name) continue;
    const value = part.slice(at + 1).trim();
    try {
      return decodeURIComponent(value);
    } catch (error) {
      // Not ours: our values need no escapes.
      if (error instanceof URIError) return null;
      throw error;
    }
  }
  return null;
}
