import 'server-only';
import type { z } from 'zod';
import type { Context } from '#lib/context';
import { DomainError, ValidationError } from '#lib/errors';
import { actionContext } from './action.ts';
import { isSameOrigin } from './context.ts';
import { privateFile } from './download.ts';
import { failure, successText, toDomainError } from './envelope.ts';
import { isTooLarge, readBody, readTypedHead } from './read-body.ts';
import type { FormRefusal } from './refusal-cookie.ts';
import { parseInput } from './validation.ts';

/**
 * The door of a native form that carries a file. Its address is a route and not an action of the framework, which takes
 * at most a megabyte. A browser without script is led to `page` either way, with `?refused=1` where something was wrong
 * and `remember` told what; a script, which asks for JSON, gets the envelope of the API.
 */
export async function answerForm<S extends z.ZodType>(
  request: Request,
  {
    input: schema,
    known,
    page,
    run,
    remember,
  }: {
    input: S;
    /** What the address says, which no field may. */
    known: Record<string, unknown>;
    page: string;
    run: (ctx: Context, input: z.output<S>) => Promise<unknown>;
    remember: (refusal: FormRefusal) => Promise<void>;
  },
): Promise<Response> {
  const isScripted = request.headers.get('accept') === 'application/json';
  const requestId = request.headers.get('x-request-id');
  let typed: Record<string, unknown> = {};
  try {
    if (!isSameOrigin(request.headers)) throw new DomainError('AUTH_005');
    if (!isScripted && isTooLarge(request)) {
      typed = await readTypedHead(request);
      throw new DomainError('FILE_002');
    }
    typed = Object(await readBody(request, 'multipart'));
    await run(await actionContext(), parseInput(schema, { ...typed, ...known }));
    return isScripted ? json(successText(null)) : seeOther(page);
  } catch (error) {
    if (isScripted) return failure(error, requestId);
    await remember(refusalOf(toDomainError(error, requestId), typed));
    return seeOther(`${page}?refused=1`);
  }
}

function refusalOf(error: DomainError, typed: Record<string, unknown>): FormRefusal {
  const { what } = error.details;
  const words = Object.entries(typed).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value.slice(0, 200)]] : [],
  );
  return {
    code: error.code,
    what: typeof what === 'string' ? what : null,
    fields: error instanceof ValidationError ? error.fields : {},
    values: Object.fromEntries(words),
  };
}

const json = (text: string): Response =>
  new Response(text, {
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'private, no-store' },
  });

/** 303: the browser asks for the page, whatever it has sent here. */
const seeOther = (location: string): Response =>
  new Response(null, { status: 303, headers: { location, 'cache-control': 'private, no-store' } });

/**
 * The door of a native button whose answer is a file of somebody. Where it is refused, the browser is led to `page` with
 * `?refused=1`; somebody who is not signed in finds the way to sign in there.
 */
export async function answerFile(
  request: Request,
  { page, run }: { page: string; run: (ctx: Context) => Promise<{ name: string; type: string; body: string }> },
): Promise<Response> {
  try {
    if (!isSameOrigin(request.headers)) throw new DomainError('AUTH_005');
    const { body, ...file } = await run(await actionContext());
    return privateFile(body, file);
  } catch (error) {
    toDomainError(error, request.headers.get('x-request-id'));
    return seeOther(`${page}?refused=1`);
  }
}
