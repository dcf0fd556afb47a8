/** How codes of the second step are spelled. Pure, and small: the forms carry it too. */

export const RECOVERY_CODES = 10;

/** Crockford's letters: none that is taken for another when it is read from paper. 50 bits in ten of them. */
const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz';
const RECOVERY_LENGTH = 10;

const isAppCode = (code: string): boolean => /^\d{6}$/.test(code);

/** A recovery code of these random bytes, one byte each: `k3v9q-0zt7m`. */
export function recoveryCodeOf(bytes: Uint8Array): string {
  const signs = Array.from(bytes.subarray(0, RECOVERY_LENGTH), (byte) => LETTERS[byte % LETTERS.length]).join('');
  return `${signs.slice(0, RECOVERY_LENGTH / 2)}-${signs.slice(RECOVERY_LENGTH / 2)}`;
}

/**
 * What was typed into the field for a code, spelled in one way: without spaces and dashes, and with the digits that
 * were meant where somebody read a letter. Null when it can be neither kind.
 */
export function readCode(typed: string): { kind: 'app' | 'recovery'; code: string } | null {
  const plain = typed.toLowerCase().replace(/[\s-]/g, '');
  if (isAppCode(plain)) return { kind: 'app', code: plain };
  const code = plain.replaceAll('o', '0').replace(/[il]/g, '1');
  if (code.length !== RECOVERY_LENGTH || [...code].some((sign) => !LETTERS.includes(sign))) return null;
  return { kind: 'recovery', code };
}

/** `JBSW Y3DP …`: as people type a secret over. */
export const inGroups = (secret: string): string => secret.replace(/(.{4})(?=.)/g, '$1 ');
