/** How codes of the second step are spelled. Pure, and small: the forms carry it too. */

export const RECOVERY_CODES = 10;

/** Crockford's letters: none that is taken for another when it is read from paper. Five bits each. */
const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz';
const GROUP = 5;
/** 125 bits: what nobody searches, not even with the database and the key it is locked with. */
export const RECOVERY_LENGTH = 5 * GROUP;
/** Of those that were made before codes were longer. */
const SHORT_LENGTH = 2 * GROUP;

const isAppCode = (code: string): boolean => /^\d{6}$/.test(code);

/** A recovery code of these random bytes, one byte each: `k3v9q-0zt7m-4hcx2-w8dfn-51pje`. */
export function recoveryCodeOf(bytes: Uint8Array): string {
  const signs = Array.from(bytes.subarray(0, RECOVERY_LENGTH), (byte) => LETTERS[byte % LETTERS.length]).join('');
  return signs.replace(/(.{5})(?=.)/g, '$1-');
}

/**
 * What was typed into the field for a code, spelled in one way: without spaces and dashes, and with the digits that
 * were meant where somebody read a letter. Null when it can be neither kind.
 */
export function readCode(typed: string): { kind: 'app' | 'recovery'; code: string } | null {
  const plain = typed.toLowerCase().replace(/[\s-]/g, '');
  if (isAppCode(plain)) return { kind: 'app', code: plain };
  const code = plain.replaceAll('o', '0').replace(/[il]/g, '1');
  if (code.length !== RECOVERY_LENGTH && code.length !== SHORT_LENGTH) return null;
  if ([...code].some((sign) => !LETTERS.includes(sign))) return null;
  return { kind: 'recovery', code };
}

/** `JBSW Y3DP …`: as people type a secret over. */
export const inGroups = (secret: string): string => secret.replace(/(.{4})(?=.)/g, '$1 ');
