import 'server-only';
import { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { authOptions } from '#lib/auth/next-auth';
import { env } from '#lib/env';
import { DomainError, isErrorCode } from '#lib/errors';
import { failure } from './envelope.ts';
import { readBody } from './read-body.ts';
import { writeRefusal } from './refusal-cookie.ts';
import { readCookie } from './request.ts';
import { stepCookieLine, stepCookieName } from './step-cookie.ts';

const KNOWN = new Set(['csrf', 'session', 'providers', 'signin', 'signout', 'callback', 'error', '_log']);

type RouteContext = { params: Promise<{ nextauth: string[] }> };

/** Hands next-auth what is its own, and answers the rest of `/api/auth/…` in the envelope like any unknown address. */
export async function staffSignIn(request: Request, context: RouteContext): Promise<Response> {
  try {
    const { nextauth } = await context.params;
    if (!KNOWN.has(nextauth[0] ?? '')) throw new DomainError('REQ_005');
    let kept: string | null | undefined;
    const options = authOptions({
      token: readCookie(request, stepCookieName()) ?? undefined,
      keep: (token) => {
        kept = token;
      },
    });
    const ready = await readable(request);
    const answer: Response = await NextAuth(ready.request, context, options);
    const isSignIn = nextauth[0] === 'callback' && request.method === 'POST';
    return isSignIn ? await closing(answer, ready.fields, kept) : answer;
  } catch (error) {
    return failure(error, request.headers.get('x-request-id'));
  }
}

/** next-auth reads a body of any size, and throws at broken JSON and at return addresses that are none. */
async function readable(request: Request): Promise<{ request: NextRequest; fields: URLSearchParams }> {
  const url = new URL(request.url);
  const back = url.searchParams.get('callbackUrl');
  if (back !== null && !isAddress(back)) url.searchParams.delete('callbackUrl');
  const headers = new Headers(request.headers);
  const fields = new URLSearchParams();
  if (request.method !== 'POST') return { request: new NextRequest(url, { method: request.method, headers }), fields };
  for (const [name, value] of Object.entries(Object(await readBody(request, 'form')))) {
    const text = typeof value === 'boolean' ? String(value) : value;
    if (typeof text === 'string' && (name !== 'callbackUrl' || isAddress(text))) fields.set(name, text);
  }
  headers.delete('content-length');
  headers.set('content-type', 'application/x-www-form-urlencoded');
  return { request: new NextRequest(url, { method: 'POST', headers, body: fields.toString() }), fields };
}

/**
 * What a try to sign in leaves behind: the token of the next step in a cookie, or none once that is over. A browser
 * without script is led back to the page, which says what was wrong and still knows the name that was typed.
 */
async function closing(answer: Response, fields: URLSearchParams, kept: string | null | undefined): Promise<Response> {
  const headers = new Headers(answer.headers);
  if (kept !== undefined) headers.append('set-cookie', stepCookieLine(kept));
  const target = headers.get('location');
  const error = target === null ? null : URL.parse(target, env().APP_URL)?.searchParams.get('error');
  if (fields.get('json') !== 'true' && error) {
    const code = isErrorCode(error) ? error : 'AUTH_001';
    const username = fields.get('username')?.slice(0, 254);
    await writeRefusal('/admin', { code, what: null, fields: {}, values: username ? { username } : {} });
    const next = fields.get('callbackUrl');
    headers.set('location', `/admin?refused=1${next ? `&next=${encodeURIComponent(next)}` : ''}`);
  }
  return new Response(answer.body, { status: answer.status, headers });
}

/** Only one of ours; `//host` would be somebody else's. */
const isAddress = (text: string): boolean =>
  text.startsWith('/') ? !/^\/[/\\]/.test(text) : URL.parse(text)?.origin === new URL(env().APP_URL).origin;
