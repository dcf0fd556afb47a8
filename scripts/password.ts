import { randomBytes } from 'node:crypto';

/** A password in three groups of six that can be read out and typed on a phone: 89 bits. */
export function newPassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  const pick = (byte: number) => letters[byte % letters.length] ?? 'a';
  return [...randomBytes(18)].map((byte, i) => (i > 0 && i % 6 === 0 ? `-${pick(byte)}` : pick(byte))).join('');
}
