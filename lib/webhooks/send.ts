import 'server-only';
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { RequestFilteringHttpsAgent } from 'request-filtering-agent';
import { urlComplaint } from './rules.ts';

const DEADLINE_MS = 10_000;
/** Whatever it says beyond this is not read. */
const MOST_BYTES = 64 * 1024;

/** What became of a request: how it was answered, and what was wrong in words for the desk; null when nothing was. */
export type Outcome = { code: number | null; error: string | null };

const WORDS: Record<string, string> = {
  // Only the deadline aborts.
  ABORT_ERR: 'There was no answer in 10 seconds.',
  ECONNREFUSED: 'The connection was refused.',
  ECONNRESET: 'The connection broke off.',
  ENOTFOUND: 'There is no such host.',
  EAI_AGAIN: 'The name of the host could not be looked up.',
  EHOSTUNREACH: 'The host could not be reached.',
  ENETUNREACH: 'The host could not be reached.',
};

/** The words of the library, which has no code for it. */
const NOT_PUBLIC = /^DNS lookup .* is not allowed/;

function failure(error: Error): string {
  if (NOT_PUBLIC.test(error.message)) return 'The address is not a public one; requests to others are not allowed.';
  const code = 'code' in error ? String(error.code) : '';
  return WORDS[code] ?? `The request failed${code === '' ? '' : ` (${code})`}.`;
}

function judge(code: number): Outcome {
  if (code >= 200 && code < 300) return { code, error: null };
  if (code >= 300 && code < 400) return { code, error: 'It answered with a redirect, which is not followed.' };
  return { code, error: `It answered ${code}.` };
}

/** Of each connection the address is checked that is really connected to, whatever its name says a moment later. */
const publicOnly = new RequestFilteringHttpsAgent();

/** Resolves when the answer has ended, or there is enough of it: what it says is of no use, only its status is. */
function drain(response: IncomingMessage, done: () => void): void {
  let read = 0;
  response.on('data', (chunk: Buffer) => {
    read += chunk.length;
    if (read > MOST_BYTES) response.destroy();
  });
  // The status stands, however the rest of it ends.
  response.on('error', done);
  response.on('close', done);
}

/**
 * Posts a body once: no redirects, no addresses that are not public unless allowed, ten seconds for everything. Never
 * throws: whatever happens is an outcome.
 */
export function postHook(
  url: string,
  {
    body,
    headers,
    isPrivateAllowed,
    deadlineMs = DEADLINE_MS,
  }: { body: string; headers: Record<string, string>; isPrivateAllowed: boolean; deadlineMs?: number },
): Promise<Outcome> {
  const complaint = urlComplaint(url, isPrivateAllowed);
  if (complaint !== null) return Promise.resolve({ code: null, error: complaint });
  const target = new URL(url);
  const { promise, resolve } = Promise.withResolvers<Outcome>();
  const request = (target.protocol === 'http:' ? http : https).request(target, {
    method: 'POST',
    headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
    agent: isPrivateAllowed ? false : publicOnly,
    signal: AbortSignal.timeout(deadlineMs),
  });
  let judged: Outcome | null = null;
  request.on('response', (response) => {
    const outcome = judge(response.statusCode ?? 0);
    judged = outcome;
    drain(response, () => resolve(outcome));
  });
  request.on('error', (error) => resolve(judged ?? { code: null, error: failure(error) }));
  request.end(body);
  return promise;
}
