import 'server-only';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { DomainError } from '#lib/errors';
import { languageOf } from '#lib/i18n/languages';
import { keepJson } from '#lib/server/keep-json';
import type { Contract } from './contract.ts';
import { successText } from './envelope.ts';

/** What a run may answer beside plain data. */
export type Reply<T> = {
  data: T;
  headers?: Record<string, string>;
  /** Cookies to set, already serialized. */
  cookies?: string[];
  /** In place of the contract's own. */
  status?: 200 | 201;
};

const REPLY = Symbol('reply');
type Marked<T> = Reply<T> & { [REPLY]: true };

/** Data together with headers or cookies. */
export const reply = <T>(answer: Reply<T>): Marked<T> => ({ ...answer, [REPLY]: true });

const isMarked = (result: unknown): result is Marked<unknown> =>
  typeof result === 'object' && result !== null && REPLY in result;

/** The answer of a command that an idempotency key may have run before. */
export const replayable = <T>(data: T, wasReplayed: boolean): Marked<T> =>
  reply({ data, headers: wasReplayed ? { 'idempotent-replayed': 'true' } : {} });

const page = z.object({
  items: z.array(z.unknown()),
  page: z.int(),
  limit: z.int(),
  total: z.int(),
  pages: z.int(),
  total_exact: z.boolean(),
  next_cursor: z.string().nullable(),
});

/** Strips what came back to the contract's output, wraps it and adds what caches and editors need. */
export function respond(definition: Contract, request: Request, result: unknown, locale = 'en'): Response {
  if (result instanceof Response) return result;
  const marked = isMarked(result) ? result : null;
  const headers = new Headers({ 'cache-control': 'private, no-store', ...marked?.headers });
  for (const cookie of marked?.cookies ?? []) headers.append('set-cookie', cookie);
  const status = marked?.status ?? definition.status ?? 200;
  if (status === 204 || !definition.output) return new Response(null, { status: 204, headers });

  const { data, meta } = shape(definition, definition.output, marked ? marked.data : result);
  const text = successText(data, meta);
  headers.set('content-type', 'application/json; charset=utf-8');
  headers.set('content-language', languageOf(locale));
  headers.append('vary', 'Accept-Language');
  if (definition.kept) {
    const kept = keepJson(request, text, {
      tags: definition.kept(data as never),
      until: definition.keptUntil?.(data as never) ?? null,
      etag: etagOfText(JSON.stringify([data, meta])),
      language: languageOf(locale),
    });
    for (const [name, value] of Object.entries(kept)) headers.set(name, value);
  }
  const isRead = definition.method === 'GET';
  const etag = headers.get('etag') ?? (isRead || versionIn(data) !== null ? etagOf(data, meta) : null);
  if (etag !== null) {
    headers.set('etag', etag);
    if (isRead && isUnchanged(request.headers.get('if-none-match'), etag)) {
      headers.delete('content-type');
      return new Response(null, { status: 304, headers });
    }
  }
  return new Response(text, { status, headers });
}

function shape(definition: Contract, output: z.ZodType, raw: unknown): { data: unknown; meta?: unknown } {
  if (definition.isList) {
    const { items, ...meta } = page.parse(raw);
    return { data: z.array(output).parse(items), meta: { ...meta, ...definition.meta?.parse(raw) } };
  }
  // A query that found nothing.
  if (raw === null || raw === undefined) throw new DomainError('DB_002');
  return { data: output.parse(raw) };
}

const versioned = z.object({ version: z.int() });
const versionIn = (data: unknown): number | null => versioned.safeParse(data).data?.version ?? null;

/** Over the data alone: the timestamp of the envelope is no change. In front the version that `If-Match` asks for. */
function etagOf(data: unknown, meta: unknown): string {
  const weak = etagOfText(JSON.stringify([data, meta]));
  const version = versionIn(data);
  return version === null ? weak : `"${version}.${weak.slice(3)}`;
}

export const etagOfText = (text: string): string => `W/"${createHash('sha1').update(text).digest('base64url')}"`;

const opaque = (etag: string): string => etag.trim().replace(/^W\//, '');

/** Compared weakly, as reads are; proxies that compress turn strong tags into weak ones. */
export function isUnchanged(ifNoneMatch: string | null, etag: string): boolean {
  if (ifNoneMatch === null) return false;
  return ifNoneMatch.split(',').some((one) => one.trim() === '*' || opaque(one) === opaque(etag));
}
