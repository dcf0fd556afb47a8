import 'server-only';
import { cookies, headers } from 'next/headers';
import type { z } from 'zod';
import { actorFromCookies } from '#lib/auth/actor';
import type { Actor, Context } from '#lib/context';
import { database } from '#lib/database';
import { DomainError, type ErrorCode, type FieldMessages, ValidationError } from '#lib/errors';
import { errorText } from '#lib/i18n/error-text';
import { fieldTexts } from '#lib/i18n/field-text';
import { localeFor } from '#lib/i18n/languages';
import { PAGE_LANGUAGE_HEADER } from '#lib/server/request-headers';
import { getSettings } from '#lib/settings/queries';
import { contextFor, isSameOrigin } from './context.ts';
import { toDomainError } from './envelope.ts';
import { noteRefusal } from './refused.ts';
import { parseInput } from './validation.ts';

export type ActionFailure = {
  ok: false;
  code: ErrorCode;
  message: string;
  fields: FieldMessages;
  details: Record<string, unknown>;
};
export type ActionResult<T> = { ok: true; data: T } | ActionFailure;

/**
 * The door of a browser form or button: checks the origin, builds the context from the session, parses with the same
 * schema as the API, runs the command and turns what it throws into data. Nothing is thrown to the browser.
 */
export function action<S extends z.ZodType, T>({
  input: schema,
  run,
}: {
  input: S;
  run: (ctx: Context, input: z.output<S>) => Promise<T>;
}): (input: z.input<S>) => Promise<ActionResult<T>> {
  return async (input) => {
    const head = await headers();
    let actor: Actor | null = null;
    try {
      if (!isSameOrigin(head)) throw new DomainError('AUTH_005');
      const ctx = await actionContext();
      actor = ctx.actor;
      return { ok: true, data: await run(ctx, parseInput(schema, input)) };
    } catch (error) {
      noteRefusal(error, { requestId: head.get('x-request-id'), actor });
      return toFailure(error, head.get('x-request-id'), await pageLocale());
    }
  };
}

/** The context of the browser that sent the request: staff or a customer by their cookie, else a visitor. */
export async function actionContext(): Promise<Context> {
  const [head, jar] = [await headers(), await cookies()];
  return contextFor(head, await actorFromCookies((name) => jar.get(name)?.value));
}

/** What the page that sent the request speaks: the storefront its language, the desk English. */
export async function pageLocale(): Promise<string> {
  const language = (await headers()).get(PAGE_LANGUAGE_HEADER);
  if (language === null) return 'en';
  return localeFor([language], (await getSettings(database())).shop);
}

/** What an action answers instead of throwing. Next's own signals (redirect, not found) pass through. */
export function toFailure(thrown: unknown, requestId: string | null, locale = 'en'): ActionFailure {
  if (thrown instanceof Error && 'digest' in thrown && String(thrown.digest).startsWith('NEXT_')) throw thrown;
  const error = toDomainError(thrown, requestId);
  return {
    ok: false,
    code: error.code,
    message: errorText(error.code, locale),
    fields: error instanceof ValidationError ? fieldTexts(error.fields, locale) : {},
    details: error.details,
  };
}
