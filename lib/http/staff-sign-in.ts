import 'server-only';
import { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { authOptions } from '#lib/auth/next-auth';
import { env } from '#lib/env';
import { DomainError } from '#lib/errors';
import { failure } from './envelope.ts';
import { readBody } from './read-body.ts';

const KNOWN = new Set(['csrf', 'session', 'providers', 'signin', 'signout', 'callback', 'error', '_log']);

type RouteContext = { params: Promise<{ nextauth: string[] }> };

type Handler = (request: Request, context: RouteContext) => Promise<Response>;

let handler: Handler | undefined;

/** Hands next-auth what is its own, and answers the rest of `/api/auth/…` in the envelope like any unknown address. */
export async function staffSignIn(request: Request, context: RouteContext): Promise<Response> {
  try {
    const { nextauth } = await context.params;
    if (!KNOWN.has(nextauth[0] ?? '')) throw new DomainError('REQ_005');
    const hand: Handler = handler ?? NextAuth(authOptions());
    handler = hand;
    return await hand(await readable(request), context);
  } catch (error) {
    return failure(error, request.headers.get('x-request-id'));
  }
}

/** next-auth reads a body of any size, and throws at broken JSON and at return addresses that are none. */
async function readable(request: Request): Promise<NextRequest> {
  const url = new URL(request.url);
  const back = url.searchParams.get('callbackUrl');
  if (back !== null && !isAddress(back)) url.searchParams.delete('callbackUrl');
  const headers = new Headers(request.headers);
  if (request.method !== 'POST') return new NextRequest(url, { method: request.method, headers });
  const fields = new URLSearchParams();
  for (const [name, value] of Object.entries(Object(await readBody(request, 'form')))) {
    const text = typeof value === 'boolean' ? String(value) : value;
    if (typeof text === 'string' && (name !== 'callbackUrl' || isAddress(text))) fields.set(name, text);
  }
  headers.delete('content-length');
  headers.set('content-type', 'application/x-www-form-urlencoded');
  return new NextRequest(url, { method: 'POST', headers, body: fields.toString() });
}

/** Only one of ours; `//host` would be somebody else's. */
const isAddress = (text: string): boolean =>
  text.startsWith('/') ? !/^\/[/\\]/.test(text) : URL.parse(text)?.origin === new URL(env().APP_URL).origin;
