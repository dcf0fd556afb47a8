import { jwtVerify } from 'jose';
import { decode, encode } from 'next-auth/jwt';
import { type NextRequest, NextResponse } from 'next/server';
import { cookieName, STAFF_COOKIE, STAFF_SESSION_SECONDS, TOKEN_ISSUER } from '#lib/auth/rules';
import { noncePolicy } from '#lib/server/policy';

/**
 * The outer gate of the order desk, and the nonce of pages that are made per request. Comfort, not a lock: every
 * command and page authorises by itself.
 */
export const config = {
  matcher: [
    '/admin/:path*',
    '/api/(v1/)?(admin|flowers|customers)/:path*',
    '/(products|cart|checkout|track|account|login|register|reset)/:path*',
    '/order/:path*',
  ],
};

const GATED_API = /^\/api\/(v1\/)?(admin|flowers|customers)(\/|$)/;
const OPEN_API = /^\/api\/(v1\/)?admin\/login\/?$/;
/** Bodies larger than 10 MB would be cut on their way through here. */
const UPLOAD = /\/(images|imports)(\/|$)/;
const RENEW_AFTER_SECONDS = 5 * 60;

const secret = () => process.env.AUTH_SECRET ?? '';
const isSecure = () => (process.env.APP_URL ?? '').startsWith('https:');

export async function middleware(request: NextRequest): Promise<NextResponse> {
  const { pathname } = request.nextUrl;
  if (pathname.startsWith('/api/')) return gateApi(request);
  // The unfiltered list is a kept page with a policy of its own.
  if (pathname.startsWith('/products') && request.nextUrl.search === '') return NextResponse.next();
  return withNonce(request);
}

async function gateApi(request: NextRequest): Promise<NextResponse> {
  const { pathname } = request.nextUrl;
  if (!GATED_API.test(pathname) || OPEN_API.test(pathname) || UPLOAD.test(pathname)) return NextResponse.next();
  const authorization = request.headers.get('authorization');
  if (authorization) {
    // Keys of integrators are looked up by the endpoint.
    if (/^Bearer bk_/i.test(authorization) || (await isStaffToken(authorization))) return NextResponse.next();
    return refuse(request);
  }
  return (await readCookie(request)) ? NextResponse.next() : refuse(request);
}

async function isStaffToken(authorization: string): Promise<boolean> {
  try {
    const token = authorization.replace(/^Bearer /i, '');
    const key = new TextEncoder().encode(secret());
    const { payload } = await jwtVerify(token, key, { algorithms: ['HS256'], issuer: TOKEN_ISSUER });
    // A customer's token is good, only not here: the command says AUTH_003.
    return typeof payload.sid === 'string';
  } catch {
    return false;
  }
}

async function readCookie(request: NextRequest) {
  const value = request.cookies.get(cookieName(STAFF_COOKIE, isSecure()))?.value;
  if (!value) return null;
  try {
    return await decode({ token: value, secret: secret() });
  } catch {
    return null;
  }
}

function refuse(request: NextRequest): NextResponse {
  const body = {
    success: false,
    error: { code: 'AUTH_002', message: 'Please sign in again.', details: {} },
    timestamp: new Date().toISOString(),
  };
  return NextResponse.json(body, {
    status: 401,
    headers: {
      'cache-control': 'private, no-store',
      'www-authenticate': 'Bearer',
      'x-request-id': request.headers.get('x-request-id') ?? '',
    },
  });
}

async function withNonce(request: NextRequest): Promise<NextResponse> {
  const nonce = btoa(crypto.randomUUID());
  const policy = noncePolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set('content-security-policy', policy);
  headers.set('x-nonce', nonce);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  if (request.nextUrl.pathname.startsWith('/admin')) await renew(request, response);
  return response;
}

/** The cookie slides with use, so that a day at the desk is one sign-in. */
async function renew(request: NextRequest, response: NextResponse): Promise<void> {
  const token = await readCookie(request);
  const now = Math.floor(Date.now() / 1000);
  if (!token || typeof token.exp !== 'number' || token.exp - now > STAFF_SESSION_SECONDS - RENEW_AFTER_SECONDS) return;
  const { exp, iat, jti, ...claims } = token;
  response.cookies.set({
    name: cookieName(STAFF_COOKIE, isSecure()),
    value: await encode({ token: claims, secret: secret(), maxAge: STAFF_SESSION_SECONDS }),
    httpOnly: true,
    sameSite: 'strict',
    secure: isSecure(),
    path: '/',
    maxAge: STAFF_SESSION_SECONDS,
  });
}
