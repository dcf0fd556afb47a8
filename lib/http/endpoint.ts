import 'server-only';
import type { Actor, Context } from '#lib/context';
import { DomainError } from '#lib/errors';
import { contextFor } from './context.ts';
import { type Contract, type InputOf, METHODS, type Method } from './contract.ts';
import { failure } from './envelope.ts';
import { languagesOf, localeOfRequest } from './language.ts';
import { noteRefusal } from './refused.ts';
import { actorOf, type RequestFacts, readRequest, requireAccess } from './request.ts';
import { respond } from './respond.ts';
import { recordKeyUse } from './scope.ts';

type RouteContext = { params: Promise<Record<string, string | string[] | undefined>> };
type Handler = (request: Request, context: RouteContext) => Promise<Response>;

export type Endpoint = Handler & { contract: Contract };

/**
 * The door of one method of one address: authenticates, reads, parses, runs the command, strips what comes back to
 * the contract's output and wraps it in the envelope. A thrown DomainError becomes its status; anything else SYS_001.
 */
export function endpoint<C extends Contract>(
  definition: C,
  run: (ctx: Context, input: InputOf<C>, facts: RequestFacts) => unknown,
): Endpoint {
  const handle: Handler = async (request, context) => {
    let actor: Actor | null = null;
    try {
      // Known also where it is refused at once: a key without the scope.
      actor = await actorOf(request, definition, (known) => {
        actor = known;
      });
      const ctx = await contextFor(request.headers, actor, languagesOf(request));
      requireAccess(ctx, definition);
      const { input, facts } = await readRequest(definition, request, ctx, await context.params);
      await recordKeyUse(ctx, definition);
      // The schemas of the contract made it; their types are InputOf.
      return respond(definition, request, await run(ctx, input as InputOf<C>, facts), ctx.locale);
    } catch (error) {
      noteRefusal(error, { requestId: request.headers.get('x-request-id'), actor, what: definition.id });
      return refuse(error, request);
    }
  };
  return Object.assign(handle, { contract: definition });
}

const refuse = (error: unknown, request: Request, more?: Record<string, string>): Response =>
  failure(error, request.headers.get('x-request-id'), more, localeOfRequest(request));

/** The same door for what needs no context and must answer while the database is away. */
export function plainEndpoint(
  definition: Contract,
  answer: (request: Request) => Response | Promise<Response>,
): Endpoint {
  const handle: Handler = async (request) => {
    try {
      return await answer(request);
    } catch (error) {
      return refuse(error, request);
    }
  };
  return Object.assign(handle, { contract: definition });
}

type Offered = Partial<Record<Method, Handler>>;

/**
 * Every method of an address, for `export const { GET, POST, PUT, PATCH, DELETE } = methods({ GET: … })`: those it does
 * not offer answer REQ_006 with `Allow`, which the framework would leave empty.
 */
export function methods(offered: Offered): Record<Method, Handler> {
  const names: string[] = METHODS.filter((method) => offered[method]);
  if (offered.GET) names.splice(1, 0, 'HEAD');
  const allow = [...names, 'OPTIONS'].join(', ');
  const none: Handler = async (request) => refuse(new DomainError('REQ_006'), request, { allow });
  const { GET = none, POST = none, PUT = none, PATCH = none, DELETE = none } = offered;
  return { GET, POST, PUT, PATCH, DELETE };
}

/** Whatever is asked of an address that is not there. */
export const unknownAddress = async (request: Request): Promise<Response> =>
  refuse(new DomainError('REQ_005'), request);
