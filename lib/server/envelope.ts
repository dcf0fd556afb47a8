import type { Replacement } from './response-guard.ts';

/** The few refusals our server speaks itself, before or instead of the app. Codes and statuses as in the API's table. */
const REFUSALS = {
  REQ_001: { status: 400, message: 'The request cannot be read.' },
  REQ_005: { status: 404, message: 'There is nothing at this address.' },
  REQ_006: { status: 405, message: 'This method is not offered here.' },
  RATE_001: { status: 429, message: 'Too many requests. Please wait a moment.' },
  DB_001: { status: 503, message: 'The service is unavailable for a moment. Please try again.' },
  SYS_001: { status: 500, message: 'Something unexpected happened.' },
} as const;

export type RefusalCode = keyof typeof REFUSALS;

/** A refusal in the API's envelope; `headers` are flattened pairs. */
export function refusal(
  code: RefusalCode,
  headers: readonly string[],
  details: Record<string, unknown> = {},
): Replacement {
  const { status, message } = REFUSALS[code];
  const body = Buffer.from(
    JSON.stringify({ success: false, error: { code, message, details }, timestamp: new Date().toISOString() }),
  );
  return {
    status,
    headers: [
      'Content-Type',
      'application/json; charset=utf-8',
      'Content-Length',
      String(body.length),
      'Cache-Control',
      'private, no-store',
      ...(status === 503 ? ['Retry-After', '2'] : []),
      ...headers,
    ],
    body,
  };
}

/** The same for a person in a browser: no scripts, nothing to load, the request's id to tell the shop. */
export function refusalPage(code: RefusalCode, headers: readonly string[], requestId: string): Replacement {
  const { status, message } = REFUSALS[code];
  const body = Buffer.from(
    `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
      `<title>${message}</title><main><h1>${message}</h1><p><a href="">Try again</a></p><p>${requestId}</p></main></html>`,
  );
  return {
    status,
    headers: [
      'Content-Type',
      'text/html; charset=utf-8',
      'Content-Length',
      String(body.length),
      'Cache-Control',
      'private, no-store',
      'Content-Security-Policy',
      "default-src 'none'; frame-ancestors 'none'",
      ...(status === 503 ? ['Retry-After', '2'] : []),
      ...headers,
    ],
    body,
  };
}
