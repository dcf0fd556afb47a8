import 'server-only';
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { compare, hash } from 'bcrypt';
import { authSecret } from '#lib/env';
import { BCRYPT_COST, LONGEST_PASSWORD_BYTES } from './rules.ts';

/** 256 random bits, safe in URLs and cookies. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What is stored of a secret that is random by itself. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

/** Keyed, for values that could be guessed (addresses, phones) and for links that prove themselves. */
export const seal = (purpose: string, value: string): string =>
  createHmac('sha256', authSecret()).update(`${purpose}\n${value}`).digest('base64url');

/** Constant-time, for strings of any length. */
export function isSame(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}

/** A refresh token names its session and carries our seal, so that any of ours is known again however old it is. */
export function newRefreshToken(sessionId: string): string {
  const token = `${sessionId}.${newSecret()}`;
  return `${token}.${seal('refresh', token)}`;
}

/** The session a refresh token of ours was made for, good or used up; null for anything else. */
export function sessionOfRefreshToken(presented: string): string | null {
  const [sessionId = '', secret = '', proof = ''] = presented.split('.');
  return isSame(proof, seal('refresh', `${sessionId}.${secret}`)) ? sessionId : null;
}

export const isPasswordTooLong = (password: string): boolean =>
  Buffer.byteLength(password, 'utf8') > LONGEST_PASSWORD_BYTES;

export const hashPassword = (password: string): Promise<string> => hash(password, BCRYPT_COST);

let decoy: Promise<string> | undefined;

/** True when `password` is the one behind `stored`. An unknown user costs the same as a known one. */
export async function checkPassword(password: string, stored: string | null): Promise<boolean> {
  decoy ??= hashPassword(newSecret());
  const matches = await compare(isPasswordTooLong(password) ? '' : password, stored ?? (await decoy));
  return matches && stored !== null && !isPasswordTooLong(password);
}
