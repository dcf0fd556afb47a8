import 'server-only';
import { EncryptJWT, jwtDecrypt } from 'jose';
import { z } from 'zod';
import { seal } from './secrets.ts';

/**
 * What a link in a letter, or a form between two steps, carries: encrypted by us, good for one purpose and for a while.
 * Nothing is stored until it comes back, so nobody can fill the shop with half accounts or hold an address that is not
 * theirs.
 */

type Purpose = 'register' | 'reset' | 'email' | 'second-step';

const keyOf = (purpose: Purpose) => new Uint8Array(Buffer.from(seal('letter-key', purpose), 'base64url'));
const claims = z.object({ data: z.unknown() });

export function writeLetterToken(purpose: Purpose, data: object, { now, seconds }: { now: Date; seconds: number }) {
  const issued = Math.floor(now.getTime() / 1000);
  return new EncryptJWT({ data })
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .setIssuedAt(issued)
    .setExpirationTime(issued + seconds)
    .encrypt(keyOf(purpose));
}

/** What it carries, or null when it is none of ours, for something else, or over. */
export async function readLetterToken<T>(
  purpose: Purpose,
  token: string,
  { schema, now }: { schema: z.ZodType<T>; now: Date },
): Promise<T | null> {
  try {
    const { payload } = await jwtDecrypt(token, keyOf(purpose), {
      currentDate: now,
      keyManagementAlgorithms: ['dir'],
      contentEncryptionAlgorithms: ['A256GCM'],
    });
    const parsed = schema.safeParse(claims.parse(payload).data);
    return parsed.success ? parsed.data : null;
  } catch (error) {
    // jose names its refusals by code.
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
}
