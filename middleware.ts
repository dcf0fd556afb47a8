import { jwtVerify } from 'jose';
import { type NextRequest, NextResponse } from 'next/server';
import { decode, encode } from 'next-auth/jwt';
import { CSRF_COOKIE, cookieName, STAFF_COOKIE, STAFF_SESSION_SECONDS, TOKEN_ISSUER } from '#lib/auth/rules';

/**
 * The outer gate of the order desk. Comfort, not a lock: every command and page authorises by itself. The policy of
 * documents, nonce included, is set by our own server (`lib/server/pass-on.ts`).
 */
export const config = {
  // Uploads stay out: a body above 10 MB would be cut on its way through here, with status 200.
  matcher: ['/admin/:path*', '/(api/(?:v1/)?(?:admin|flowers|customers)(?!.*/(?:images|imports)).*)'],
};

const GATED_API = /^\/api\/(v1\/)?(admin|flowers|customers)(\/|$)/;
const OPEN_API = /^\/api\/(v1\/)?admin\/login\/?$/;
const RENEW_AFTER_SECONDS = 5 * 60;

const secret = () => process.env.AUTH_SECRET ?? '';
const isSecure = () => (process.env.APP_URL ?? '').startsWith('https:');

export async function middleware(request: NextRequest): Promise<NextResponse> {
  if (request.nextUrl.pathname.startsWith('/api/')) return gateApi(request);
  const response = NextResponse.next();
  await renew(request, response);
  if (request.nextUrl.pathname === '/admin') await giveCsrfToken(request, response);
  return response;
}

/**
 * next-auth's token, as it makes it: pages cannot write cookies, and the sign-in form must hold it to be sent without
 * script. The page reads it from the cookie that is set here.
 */
async function giveCsrfToken(request: NextRequest, response: NextResponse): Promise<void> {
  const name = cookieName(CSRF_COOKIE, isSecure());
  const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const proof = async (token: string) => {
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${token}${secret()}`));
    return `${token}|${hex(new Uint8Array(digest))}`;
  };
  const known = request.cookies.get(name)?.value ?? '';
  if (known !== '' && known === (await proof(known.split('|', 1)[0] ?? ''))) return;
  const value = await proof(hex(crypto.getRandomValues(new Uint8Array(32))));
  response.cookies.set({ name, value, httpOnly: true, sameSite: 'lax', secure: isSecure(), path: '/' });
}

async function gateApi(request: NextRequest): Promise<NextResponse> {
  const { pathname } = request.nextUrl;
  if (!GATED_API.test(pathname) || OPEN_API.test(pathname)) return NextResponse.next();
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
