import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { log } from '../log.ts';
import { type RequestScope, runtime } from '../runtime.ts';
import { noncePolicy } from './content-policy.ts';
import { answerByDoor } from './doors.ts';
import { type RefusalCode, refusal, refusalPage } from './envelope.ts';
import type { HandlerParts } from './handler.ts';
import { isNavigation, staleReplacement } from './kept-answers.ts';
import { createKeptLists } from './kept-lists.ts';
import {
  KEEP_KEY_HEADER,
  KEEP_SEQUENCE_HEADER,
  type KeptTarget,
  keptTarget,
  SHARED_CACHE_CONTROL,
  splitLocale,
  targetFor,
  withoutNavigationMark,
} from './kept-routes.ts';
import { createOpenStream } from './open-stream.ts';
import { createRenders } from './renders.ts';
import { withoutKeys } from './request-headers.ts';
import { guardResponse, type Replacement } from './response-guard.ts';

export type AppHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export type Passed = { requestId: string; pathname: string; isApi: boolean; headers: readonly string[] };

/** The request whose render a stray log line belongs to. */
export const requestScope = new AsyncLocalStorage<RequestScope>();

/** Behind the deadlines of the database, so that it only speaks when those did not. */
const DEADLINE_MS = 7500;
const TROUBLE_MS = 5000;

const PLAIN_ERRORS: Record<number, RefusalCode> = { 400: 'REQ_001', 404: 'REQ_005', 405: 'REQ_006', 500: 'SYS_001' };

function setAll(response: ServerResponse, headers: readonly string[]): void {
  for (let at = 0; at < headers.length; at += 2) {
    const [name, value] = [headers[at], headers[at + 1]];
    if (name !== undefined && value !== undefined && !response.hasHeader(name)) response.setHeader(name, value);
  }
}

/** On to the same address without its first segment; slashes are folded so that no foreign host can be named. */
function elsewhere(url: string, headers: readonly string[]): Replacement {
  const mark = url.search(/[?#]/);
  const [pathname, query] = mark === -1 ? [url, ''] : [url.slice(0, mark), url.slice(mark)];
  const location = `/${splitLocale(pathname).path.replace(/^[/\\]+/, '')}${query}`;
  return { status: 308, headers: [...headers, 'Location', location, 'Content-Length', '0'], body: '' };
}

/** A list is kept as a document; its navigations and HEAD are made per request, as what is not kept at all. */
function targetOf(request: IncomingMessage): KeptTarget | null {
  const target = keptTarget(withoutNavigationMark(request.url ?? '/'));
  if (target?.kind !== 'page' || !target.isList) return target;
  return request.method === 'GET' && !isNavigation(request) ? target : null;
}

function isKeptByFramework(url: string): boolean {
  const target = keptTarget(url);
  return target !== null && !(target.kind === 'page' && target.isList);
}

/** Hands a cleaned request to the app and watches over what comes back. */
export function createPassOn({ keeper, app, isDev, security, hub }: Omit<HandlerParts, 'meter'>) {
  const openStream = hub && createOpenStream(hub);
  const keepList = createKeptLists(keeper);
  const renders = createRenders(keeper);
  runtime().requestScope = requestScope;
  let troubleUntil = 0;

  return async (request: IncomingMessage, response: ServerResponse, passed: Passed): Promise<void> => {
    const { requestId, pathname, isApi, headers } = passed;
    const scope: RequestScope = { requestId, isMissing: false };
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    const target = isDev || !isRead ? null : targetFor(targetOf(request), request.headers['accept-language']);
    const isDocument = target?.kind === 'page' && request.headers.rsc === undefined;
    const stale = () => (target?.kind === 'json' || isDocument ? staleReplacement(keeper, target, headers) : null);
    // A form sent without script is answered with a page as well. Never at the address of a kept one: a nonce must not
    // get into what is kept.
    const asksPage = !isDev && !isApi && target === null && (isRead || !isKeptByFramework(request.url ?? '/'));
    const nonce = asksPage ? randomBytes(16).toString('base64') : null;
    // The framework reads the nonce for its own scripts from the request's policy.
    if (nonce !== null) request.headers['content-security-policy'] = noncePolicy(nonce);
    if (target?.kind === 'json') {
      request.headers[KEEP_KEY_HEADER] = target.key;
      request.headers[KEEP_SEQUENCE_HEADER] = String(keeper.sequence());
    }

    const guard = guardResponse(response, request.method === 'HEAD', (status) => {
      clearTimeout(deadline);
      if (scope.stream && openStream && status === 200 && request.method === 'GET') {
        return openStream(request, response, scope.stream, headers);
      }
      if (status >= 500) {
        const copy = stale();
        if (copy !== null) {
          troubleUntil = Date.now() + TROUBLE_MS;
          return copy;
        }
      }
      const type = String(response.getHeader('content-type') ?? '');
      const code = PLAIN_ERRORS[status];
      if (isApi && code !== undefined && !type.startsWith('application/json')) {
        const allow = response.getHeader('allow');
        return refusal(request, code, allow === undefined ? headers : [...headers, 'Allow', String(allow)]);
      }
      // The framework's own last words, where it could not even render its page for errors.
      if (!isApi && status === 500 && (type === '' || type.startsWith('text/plain'))) {
        return refusalPage(request, (isRead ? undefined : scope.unread) ?? 'SYS_001', headers, requestId);
      }
      // The shop's own language goes without its name in front, also where it was another one yesterday.
      if (scope.isMoved === true && isRead) return elsewhere(request.url ?? '/', headers);
      setAll(response, headers);
      if (scope.isMissing && status === 200) response.statusCode = 404;
      const cacheControl = String(response.getHeader('cache-control') ?? '');
      if (cacheControl.startsWith('s-maxage')) response.setHeader('Cache-Control', SHARED_CACHE_CONTROL);
      if (isApi && cacheControl === '') response.setHeader('Cache-Control', 'private, no-store');
      if (nonce !== null && type.startsWith('text/html')) {
        setAll(response, ['Content-Security-Policy', noncePolicy(nonce)]);
      }
      return null;
    });

    if (Date.now() < troubleUntil) {
      const copy = stale();
      if (copy !== null && guard.replace(copy)) return;
    }
    const isUpload = request.headers['content-type']?.startsWith('multipart/') === true;
    const deadline = isDev || isUpload ? undefined : setTimeout(onDeadline, DEADLINE_MS);
    response.once('close', () => clearTimeout(deadline));

    function onDeadline(): void {
      const copy = stale();
      if (copy !== null) troubleUntil = Date.now() + TROUBLE_MS;
      const late = isApi ? refusal(request, 'DB_001', headers) : refusalPage(request, 'DB_001', headers, requestId);
      if (guard.replace(copy ?? late))
        log().warn({ requestId, pathname: isApi ? withoutKeys(pathname) : undefined }, 'a request was too late');
    }

    if (target?.kind === 'page' && target.isList) {
      keepList(request, response, target, {
        scope,
        security,
        replace: ({ headers: own, ...rest }) =>
          guard.replace({ ...rest, headers: [...own, 'X-Request-Id', requestId] }),
        failed: (err) => {
          log().error({ err, requestId }, 'a list could not be kept');
          response.destroy();
        },
      });
    }
    const render = () =>
      requestScope.run(scope, () => answerByDoor(request, response, pathname) ?? app(request, response));
    if (target?.kind === 'page') await renders.run(target.key, target.tags, render);
    else await render();
  };
}
