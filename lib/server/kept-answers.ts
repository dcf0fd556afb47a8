import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Keeper, Kept, Variant } from './keeper.ts';
import { type KeptTarget, keptTarget } from './kept-routes.ts';

const MOST_TARGETS = 10_000;

/** `keptTarget`, remembered for the addresses that are asked again and again. */
export function createTargets(): (url: string) => KeptTarget | null {
  const known = new Map<string, KeptTarget | null>();
  return (url) => {
    const seen = known.get(url);
    if (seen !== undefined) return seen;
    const target = keptTarget(url);
    if (known.size >= MOST_TARGETS) known.clear();
    known.set(url, target);
    return target;
  };
}

/** Navigation inside the app asks for payloads, not for the document. */
export function isNavigation({ headers }: IncomingMessage): boolean {
  return (
    headers.rsc !== undefined || headers['next-router-prefetch'] !== undefined || headers['next-url'] !== undefined
  );
}

function isUnchanged(ifNoneMatch: string | undefined, etag: string): boolean {
  return ifNoneMatch !== undefined && (ifNoneMatch.includes(etag.slice(2)) || ifNoneMatch === '*');
}

/** Writes stored bytes; `extra` are flattened headers of this one response. */
export function sendKept(
  request: IncomingMessage,
  response: ServerResponse,
  { kept, variant }: { kept: Kept; variant: Variant },
  extra: readonly string[],
): void {
  if (isUnchanged(request.headers['if-none-match'], kept.etag)) {
    response.writeHead(304, kept.unchanged.concat(extra));
    response.end();
    return;
  }
  response.writeHead(200, variant.head.concat(extra));
  response.end(request.method === 'HEAD' ? undefined : variant.body);
}

/** The stored copy, however old: better than an error while the database is away. */
export function staleReplacement(keeper: Keeper, target: KeptTarget | null, extra: readonly string[]) {
  const found = target === null ? null : keeper.getStale(target.key);
  if (found === null) return null;
  keeper.counters.stale += 1;
  return { status: 200, headers: found.variant.head.concat(extra), body: found.variant.body };
}
