import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { Env } from '../env.ts';
import { log } from '../log.ts';
import type { Hub } from '../realtime/hub.ts';
import { runtime } from '../runtime.ts';
import { clientAddress, limitKey } from './client-address.ts';
import { corsHeaders, preflightHeaders } from './cors.ts';
import { type RefusalCode, refusal, refusalPage } from './envelope.ts';
import type { Files } from './files.ts';
import type { Hit, Keeper } from './keeper.ts';
import { createTargets, isNavigation, sendKept } from './kept-answers.ts';
import { type KeptTarget, targetFor } from './kept-routes.ts';
import { createLimiter } from './limiter.ts';
import { classOf, type Meter } from './meter.ts';
import { type AppHandler, createPassOn } from './pass-on.ts';
import { DATA_POLICY } from './policy.ts';
import { ownHeaders, withoutKeys } from './request-headers.ts';
import { createTogether } from './together.ts';

const API_METHODS = 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS';
const PAGE_METHODS = 'GET, HEAD, POST, OPTIONS';
const API_LIMIT = 100;
const NO_HEADERS: readonly string[] = [];
/** Exactly these: what only begins like them may lead elsewhere. */
const HEALTH = /^\/api\/health(\/ready)?(\?|$)/;
/** Rewrites do not look at case and routes are found by their decoded path: every spelling of the API is the API. */
const API = /^\/+api(\/|$)/i;

export type HandlerParts = {
  env: Env;
  keeper: Keeper;
  files: Files;
  app: AppHandler;
  /** Flattened; on every response. */
  security: readonly string[];
  isDev: boolean;
  meter: Meter;
  /** Null where there is no database to hear of anything. */
  hub: Hub | null;
};

/** Null when it cannot be read. */
function decoded(pathname: string): string | null {
  try {
    const path = decodeURIComponent(pathname);
    return path.includes('\0') ? null : path;
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}

const isRepeatable = ({ method }: IncomingMessage): boolean => method === 'GET' || method === 'HEAD';

/** Every request passes here first: kept responses and files are answered at once, the rest is cleaned and passed on. */
export function createHandler(parts: HandlerParts) {
  const { env, keeper, files, security, isDev, meter } = parts;
  const targetOf = createTargets();
  const limit = createLimiter(API_LIMIT, 60_000, { share: runtime().shareHits?.('address') });
  const passOn = createPassOn(parts);
  const together = createTogether();
  const idPrefix = randomBytes(6).toString('hex');
  const logsRequests = log().isLevelEnabled('debug');
  let requests = 0;

  /** The allowance of this address as headers, or null when it is used up and the refusal has been sent. */
  function spend(
    request: IncomingMessage,
    response: ServerResponse,
    common: readonly string[],
  ): readonly string[] | null {
    if (!env.RATE_LIMITS || HEALTH.test(request.url ?? '')) return NO_HEADERS;
    const { allowed, remaining, resetSeconds } = limit(limitKey(addressOf(request)));
    const headers = [
      'RateLimit-Limit',
      String(API_LIMIT),
      'RateLimit-Remaining',
      String(remaining),
      'RateLimit-Reset',
      String(resetSeconds),
    ];
    if (allowed) return headers;
    turnAway(request, response, 'RATE_001', [...common, ...headers, 'Retry-After', String(resetSeconds)]);
    return null;
  }

  function addressOf(request: IncomingMessage): string {
    const forwarded = request.headers['x-forwarded-for'];
    return clientAddress(
      request.socket.remoteAddress,
      [forwarded ?? []].flat().join(',') || undefined,
      env.TRUSTED_PROXIES,
    );
  }

  function refuse(
    request: IncomingMessage,
    response: ServerResponse,
    code: RefusalCode,
    headers: readonly string[],
  ): void {
    const answer = refusal(request, code, headers);
    response.writeHead(answer.status, [...answer.headers]);
    response.end(request.method === 'HEAD' ? undefined : answer.body);
  }

  /** What is refused at the door, without asking the app. */
  function turnAway(...refused: Parameters<typeof refuse>): void {
    refuse(...refused);
    meter.count('refused', refused[1].statusCode);
  }

  async function sendFile(
    request: IncomingMessage,
    response: ServerResponse,
    pathname: string,
    common: readonly string[],
  ) {
    const found = await files.find(pathname, request.headers['accept-encoding']);
    if (found === null) {
      const answer = refusalPage(request, 'REQ_005', common, common[1] ?? '');
      response.writeHead(answer.status, [...answer.headers]);
      response.end(request.method === 'HEAD' ? undefined : answer.body);
    } else if (found.kind === 'kept') {
      sendKept(request, response, found, common);
    } else {
      response.writeHead(200, [...found.headers, ...common]);
      if (request.method === 'HEAD') response.end();
      else await pipeline(createReadStream(found.path), response);
    }
    meter.count('file', response.statusCode);
  }

  /** Refuses, redirects or answers what needs no app; null when the request may go on, with its extra headers. */
  async function pass(request: IncomingMessage, response: ServerResponse, requestId: string): Promise<void> {
    const { method = 'GET', url = '/' } = request;
    const common = ['X-Request-Id', requestId, ...security];
    const mark = url.indexOf('?');
    const pathname = mark === -1 ? url : url.slice(0, mark);
    const path = decoded(pathname);
    const isApi = API.test(path ?? pathname);
    if (!url.startsWith('/') || path === null) return turnAway(request, response, 'REQ_001', common);
    const methods = isApi ? API_METHODS : PAGE_METHODS;
    if (!methods.split(', ').includes(method)) {
      return turnAway(request, response, 'REQ_006', [...common, 'Allow', methods]);
    }
    if (method === 'OPTIONS') {
      response.writeHead(204, [...common, ...preflightHeaders(request, isApi ? env.CORS_ORIGINS : [])]);
      response.end();
      return;
    }
    if (pathname === '/-' || pathname.startsWith('/-/')) {
      // The rewritten form is internal; leading slashes are folded so that no foreign host can be named.
      const location = `/${url.slice(2).replace(/^[/\\]+/, '')}`;
      response.writeHead(308, [...common, 'Location', location, 'Content-Length', '0']);
      response.end();
      return;
    }
    // While developing, what is compiled comes from the framework; pictures and fonts are files all the same.
    const isCompiled = isDev && pathname.startsWith('/_next/');
    if (!isCompiled && files.owns(pathname)) return sendFile(request, response, pathname, common);
    const address = addressOf(request);
    ownHeaders(request, env, address, requestId);
    const allowance = isApi ? spend(request, response, common) : NO_HEADERS;
    if (allowance === null) return;
    meter.watch(response, classOf(pathname, isApi));
    if (!logsRequests) logRequest(request, response, requestId, false);
    const cors = isApi ? corsHeaders(request, env.CORS_ORIGINS) : NO_HEADERS;
    await passOn(request, response, {
      requestId,
      pathname,
      isApi,
      headers: [...common, ...allowance, ...cors, ...(isApi ? DATA_POLICY : NO_HEADERS)],
    });
  }

  function answerFromKept(
    request: IncomingMessage,
    response: ServerResponse,
    requestId: string,
    hit: Hit,
    kind: 'page' | 'json',
  ): void {
    const headers = ['X-Request-Id', requestId];
    // A page was stored with the headers of security; an endpoint does not know them.
    if (kind === 'json') {
      headers.push(...security, ...DATA_POLICY);
      const allowance = spend(request, response, headers);
      if (allowance === null) return;
      headers.push(...allowance, ...corsHeaders(request, env.CORS_ORIGINS));
    }
    sendKept(request, response, hit, headers);
    meter.count('kept', response.statusCode);
  }

  return (request: IncomingMessage, response: ServerResponse): void => {
    requests += 1;
    const requestId = `${idPrefix}-${requests.toString(36)}`;
    if (runtime().isDraining) {
      // As if nobody listened any more: the proxy asks the next one (see `drain`).
      if (env.TRUSTED_PROXIES > 0 && isRepeatable(request)) return void request.socket.destroy();
      response.setHeader('Connection', 'close');
    }
    if (logsRequests) logRequest(request, response, requestId, true);
    if (!isDev && isRepeatable(request)) {
      const target = targetFor(targetOf(request.url ?? '/'), request.headers['accept-language']);
      if (target !== null && (target.kind === 'json' || !isNavigation(request))) {
        if (isAnswered(target)) return;
        // Pages are rendered together by the framework.
        const first = target.kind === 'json' && request.method === 'GET' ? together(target.key, response) : null;
        if (first !== null) {
          // One wait at most: what cannot be kept is made for each.
          first.then(() => (isAnswered(target) ? undefined : pass(request, response, requestId))).catch(failed);
          return;
        }
      }
    }
    pass(request, response, requestId).catch(failed);

    /** Whether there was a kept response to answer with. */
    function isAnswered({ key, kind }: KeptTarget): boolean {
      const accepted = request.headers['accept-encoding'];
      const hit = keeper.get(key, accepted);
      if (hit === null) return false;
      const answer = (ready: Hit) => answerFromKept(request, response, requestId, ready, kind);
      // Only the first repeats after a change wait, some milliseconds each: no page goes out at its full size.
      const smaller = keeper.whenCompressed(hit, accepted);
      if (smaller === null) answer(hit);
      else smaller.then(answer).catch(failed);
      return true;
    }

    function failed(err: unknown): void {
      if (request.socket.destroyed) return;
      log().error({ err, requestId }, 'a request failed in the server');
      if (response.headersSent) response.destroy();
      else refuse(request, response, 'SYS_001', ['X-Request-Id', requestId, ...security]);
    }
  };
}

/** Not signed in, not allowed, tried too often: somebody may be looking for a way in. */
const REFUSED = new Set([401, 403, 429]);

/** A line for `isEach` request, or only for those that were refused. */
function logRequest(request: IncomingMessage, response: ServerResponse, requestId: string, isEach: boolean): void {
  const began = performance.now();
  // Without its query: that is where names, numbers and keys of people travel.
  const path = withoutKeys((request.url ?? '/').split('?', 1)[0] ?? '/');
  const { method } = request;
  response.once('close', () => {
    const ms = Math.round(performance.now() - began);
    const status = response.statusCode;
    const line = { requestId, method, path, status, ms };
    if (REFUSED.has(status)) log().info(line, 'a request was refused');
    else if (isEach) log().debug(line, 'request');
  });
}
