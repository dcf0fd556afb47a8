import { generateSecret, generateURI, verifySync } from 'otplib';

/** RFC 6238 as every authenticator app has it: SHA-1, six digits, a new code each 30 seconds. Pure. */

export const STEP_SECONDS = 30;

/** 160 random bits in base32. */
export const newTotpSecret = (): string => generateSecret({ length: 20 });

/** What the QR code tells the app: `issuer` is the shop, `label` whose login it is. */
export const totpUri = (secret: string, { issuer, label }: { issuer: string; label: string }): string =>
  generateURI({ secret, issuer, label, algorithm: 'sha1', digits: 6, period: STEP_SECONDS });

/**
 * The time step whose code this is, of the present one and its two neighbors (clocks differ, and people type slowly);
 * null when it is none of theirs. The library compares in constant time.
 */
export function stepOf(secret: string, code: string, now: Date): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const epoch = Math.floor(now.getTime() / 1000);
  const found = verifySync({
    secret,
    token: code,
    epoch,
    algorithm: 'sha1',
    digits: 6,
    period: STEP_SECONDS,
    epochTolerance: STEP_SECONDS,
  });
  return found.valid && 'timeStep' in found ? found.timeStep : null;
}
