import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { RequestScope } from '../runtime.ts';
import { paintFirst } from './first-paint.ts';
import { holdBody } from './hold-body.ts';
import type { Keeper } from './keeper.ts';
import type { KeptTarget } from './kept-routes.ts';
import { passedOn, VARY } from './page-store.ts';
import { staticPolicy } from './policy.ts';
import type { Replacement } from './response-guard.ts';

/** Filters combine without end: a crawler that follows them all must not push out what people look at. */
const MOST_LISTS = 64;

const gzipAsync = promisify(gzip);

export type ListTarget = Extract<KeptTarget, { kind: 'page' }>;

/**
 * Keeps narrowed product lists. The framework renders them per request and knows no store for them, so the document is
 * taken as it leaves: without a nonce, with the hashes of its scripts, as every kept page. Decision 031.
 */
export function createKeptLists(keeper: Keeper) {
  const known = new Set<string>();

  function remember(key: string): void {
    known.delete(key);
    known.add(key);
    for (const oldest of known) {
      if (known.size <= MOST_LISTS) return;
      known.delete(oldest);
      keeper.drop(oldest);
    }
  }

  /** The stored copy in the encoding that was asked for, or null where it may not be stored. */
  async function store(
    { key, tags }: ListTarget,
    body: Buffer,
    response: ServerResponse,
    from: { accepted: string | undefined; startedAt: number; scope: RequestScope; security: readonly string[] },
  ): Promise<Replacement | null> {
    const kept = keeper.put({
      key,
      body,
      contentType: 'text/html; charset=utf-8',
      tags,
      startedAt: from.startedAt,
      until: from.scope.holdsUntil ?? null,
      headers: ['Vary', VARY, ...from.security, ...passedOn(response.getHeaders())],
    });
    if (kept === null) return null;
    remember(key);
    const hit = keeper.get(key, from.accepted);
    if (hit === null) return null;
    const { variant } = (await keeper.whenCompressed(hit, from.accepted)) ?? hit;
    return { status: 200, headers: variant.head, body: variant.body };
  }

  /** Prepares a request for a list, so that its document is kept once the app has written it. */
  return function keepList(
    request: IncomingMessage,
    response: ServerResponse,
    target: ListTarget,
    {
      scope,
      security,
      replace,
      failed,
    }: {
      scope: RequestScope;
      security: readonly string[];
      replace: (replacement: Replacement) => boolean;
      failed: (error: unknown) => void;
    },
  ): void {
    const accepted = request.headers['accept-encoding'];
    const startedAt = keeper.sequence();
    // Packed by the keeper, once for everybody.
    delete request.headers['accept-encoding'];
    holdBody(
      response,
      async (rendered) => {
        const isDocument = String(response.getHeader('content-type')).startsWith('text/html');
        const html = isDocument ? paintFirst(rendered.toString('utf8')) : null;
        const body = html === null ? rendered : Buffer.from(html);
        if (html !== null) response.setHeader('Content-Security-Policy', staticPolicy(html));
        const isKept =
          isDocument && response.statusCode === 200 && !response.hasHeader('set-cookie') && !scope.isMissing;
        const stored = isKept ? await store(target, body, response, { accepted, startedAt, scope, security }) : null;
        if (stored !== null) {
          replace(stored);
          return;
        }
        if (!/gzip/.test(accepted ?? '')) {
          response.end(body);
          return;
        }
        response.setHeader('Content-Encoding', 'gzip');
        response.setHeader('Vary', VARY);
        response.removeHeader('Content-Length');
        response.end(await gzipAsync(body));
      },
      failed,
    );
  };
}
