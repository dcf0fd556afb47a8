import 'server-only';
import { jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import type { Role } from '#db/enums';
import { authSecret, env } from '#lib/env';
import { TOKEN_ISSUER } from './rules.ts';
import type { Claim } from './session.ts';

const claims = z.object({ sid: z.uuid(), sv: z.int() });
const key = () => new TextEncoder().encode(authSecret());

/** A bearer token for the API, HS256, living `ACCESS_TOKEN_TTL` seconds. */
export function signAccessToken(claim: Claim & { userId: string; role: Role }, now: Date): Promise<string> {
  const issuedAt = Math.floor(now.getTime() / 1000);
  return new SignJWT({ sid: claim.sid, sv: claim.sv, role: claim.role })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuer(TOKEN_ISSUER)
    .setSubject(claim.userId)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + env().ACCESS_TOKEN_TTL)
    .sign(key());
}

/** The claim of a token of ours, or null; the algorithm is fixed, so `none` and public keys get nowhere. */
export async function readAccessToken(token: string): Promise<Claim | null> {
  try {
    const { payload } = await jwtVerify(token, key(), { algorithms: ['HS256'], issuer: TOKEN_ISSUER });
    const parsed = claims.safeParse(payload);
    return parsed.success ? parsed.data : null;
  } catch (error) {
    // Whatever is wrong with a stranger's token, to us it is no token.
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
}
