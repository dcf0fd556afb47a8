import 'server-only';
import NextAuth from 'next-auth';
import { authOptions } from '#lib/auth/next-auth';
import { DomainError } from '#lib/errors';
import { failure } from './envelope.ts';

const KNOWN = new Set([
  'csrf',
  'session',
  'providers',
  'signin',
  'signout',
  'callback',
  'error',
  '_log',
  'verify-request',
]);

type RouteContext = { params: Promise<{ nextauth: string[] }> };

type Handler = (request: Request, context: RouteContext) => Promise<Response>;

let handler: Handler | undefined;

/** Hands next-auth what is its own, and answers the rest of `/api/auth/…` in the envelope like any unknown address. */
export async function staffSignIn(request: Request, context: RouteContext): Promise<Response> {
  const { nextauth } = await context.params;
  if (!KNOWN.has(nextauth[0] ?? '')) return failure(new DomainError('REQ_005'), request.headers.get('x-request-id'));
  const hand: Handler = handler ?? NextAuth(authOptions());
  handler = hand;
  return hand(request, context);
}
