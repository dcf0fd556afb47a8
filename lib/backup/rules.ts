import { z } from 'zod';

/** What is known of a backup without opening it, and how many are kept. Pure. */

/** Beside each backup lies a file of these facts under the same name. */
export const recordSchema = z.object({
  taken_at: z.iso.datetime(),
  app: z.string(),
  /** The last migration it knows. */
  schema: z.string(),
  shop: z.string(),
  bytes: z.int(),
  /** Of the encrypted file. */
  sha256: z.string(),
  rows: z.int(),
  orders: z.int(),
  customers: z.int(),
  files: z.int(),
  missing_files: z.int(),
  seconds: z.number(),
  /** `reason`: why it cannot be relied on, null when it can. */
  checked: z
    .object({ at: z.iso.datetime(), how: z.enum(['restored', 'read']), reason: z.string().nullable() })
    .nullable(),
});
export type BackupRecord = z.output<typeof recordSchema>;

const UNITS = ['bytes', 'kB', 'MB', 'GB', 'TB'];

/** `6.4 MB`. */
export function bytesWords(bytes: number): string {
  let value = bytes;
  let unit = 0;
  for (; value >= 1000 && unit < UNITS.length - 1; unit += 1) value /= 1000;
  return `${unit === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${UNITS[unit]}`;
}
