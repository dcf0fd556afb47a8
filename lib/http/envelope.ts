import 'server-only';
import { asDomainError, pgError } from '#lib/database';
import { DomainError, type ErrorCode, ValidationError } from '#lib/errors';
import { errorText } from '#lib/i18n/error-text';
import { fieldTexts } from '#lib/i18n/field-text';
import { languageOf } from '#lib/i18n/languages';
import { log } from '#lib/log';

const JSON_TYPE = 'application/json; charset=utf-8';

export type ErrorBody = {
  success: false;
  error: { code: ErrorCode; message: string; details: unknown; codes?: Record<string, string[]> };
  timestamp: string;
};

/** `{ success, data, meta?, message?, timestamp }` as text: serialized once, here. */
export function successText(data: unknown, meta?: unknown): string {
  return JSON.stringify({ success: true, data, ...(meta ? { meta } : {}), timestamp: new Date().toISOString() });
}

/** Whatever was thrown, as one of our codes. What is none of ours is a bug: logged here, shown as SYS_001. */
export function toDomainError(error: unknown, requestId: string | null): DomainError {
  const known = asDomainError(error);
  if (known) {
    if (known.status >= 500) log().error({ err: error, requestId }, 'a request failed');
    return known;
  }
  log().error({ err: error, requestId, sqlstate: pgError(error)?.code }, 'unexpected failure of a request');
  return new DomainError('SYS_001');
}

export function errorBody(error: DomainError, locale = 'en'): ErrorBody {
  return {
    success: false,
    error: {
      code: error.code,
      message: errorText(error.code, locale),
      details: error instanceof ValidationError ? fieldTexts(error.fields, locale) : error.details,
      ...(error instanceof ValidationError ? { codes: error.codes } : {}),
    },
    timestamp: new Date().toISOString(),
  };
}

/** The answer to anything thrown by a door, in the standard envelope. */
export function failure(
  thrown: unknown,
  requestId: string | null,
  more: Record<string, string> = {},
  locale = 'en',
): Response {
  const error = toDomainError(thrown, requestId);
  const headers = new Headers({
    'content-type': JSON_TYPE,
    'cache-control': 'private, no-store',
    'content-language': languageOf(locale),
    vary: 'Accept-Language',
    ...more,
  });
  const retryAfter = error.details.retry_after;
  if (typeof retryAfter === 'number') headers.set('retry-after', String(retryAfter));
  else if (error.status === 503) headers.set('retry-after', '2');
  if (error.status === 401) headers.set('www-authenticate', 'Bearer');
  return new Response(JSON.stringify(errorBody(error, locale)), { status: error.status, headers });
}
