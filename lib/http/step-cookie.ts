import 'server-only';
import { cookies } from 'next/headers';
import { cookieName, SECOND_STEP_SECONDS, STEP_COOKIE } from '#lib/auth/rules';
import { readStepToken } from '#lib/auth/step-token';
import { env } from '#lib/env';

/** Between the password and the code of the desk: what the password proved. No script can read it. */

export const stepCookieName = (): string => cookieName(STEP_COOKIE, env().isSecure);

/** A header line; null takes the cookie away. */
export function stepCookieLine(token: string | null): string {
  const seconds = token === null ? 0 : SECOND_STEP_SECONDS;
  const secure = env().isSecure ? '; Secure' : '';
  return `${stepCookieName()}=${token ?? ''}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Strict${secure}`;
}

/** For the sign-in page: whether this browser has said a right password and a code is all that is missing. */
export async function isCodeAsked(now: Date): Promise<boolean> {
  const token = (await cookies()).get(stepCookieName())?.value;
  return Boolean(token) && (await readStepToken(token ?? '', now)) !== null;
}
