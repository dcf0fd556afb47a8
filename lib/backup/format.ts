import { z } from 'zod';

/** What a backup consists of, in the order in which it is written and read. Pure. */

/** Raised when an older Barrow could not read what a newer one wrote. */
export const FORMAT_VERSION = 1;

/** Something a person can mend, or has to know; the message is the one sentence they get. */
export class BackupError extends Error {}

const migration = z.object({ hash: z.string(), tag: z.string() });

/** The first entry: enough to say whether this version can restore it, before anything is touched. */
export const headSchema = z.object({
  format: z.literal('barrow-backup'),
  version: z.int(),
  app: z.string(),
  taken_at: z.iso.datetime(),
  shop: z.string(),
  /** Every migration the database had seen, the oldest first. */
  migrations: z.array(migration).min(1),
});
export type Head = z.output<typeof headSchema>;

const tableSum = z.object({ rows: z.int().min(0), checksum: z.string() });

/** The last entry: a backup without it was cut. What was restored is compared with it. */
export const summarySchema = z.object({
  tables: z.record(z.string(), tableSum),
  /** The last number each sequence gave out. */
  sequences: z.record(z.string(), z.string()),
  jobs: z.int().min(0),
  files: z.object({
    count: z.int().min(0),
    bytes: z.int().min(0),
    /** Known to a row but gone from the disk as the backup was made. */
    missing: z.array(z.string()),
    /** At Cloudinary: not in the backup. */
    elsewhere: z.int().min(0),
  }),
});
export type Summary = z.output<typeof summarySchema>;

/** Work in the background that was not done yet. */
export const jobSchema = z.object({
  id: z.uuid(),
  queue: z.string(),
  data: z.unknown(),
  priority: z.int(),
  retry_limit: z.int(),
  start_after: z.string(),
});
export type OpenJob = z.output<typeof jobSchema>;

/** `rows` are lines of CSV in the order of `columns`, whole rows only. */
export type Item =
  | { kind: 'head'; head: Head }
  | { kind: 'secret'; secret: string }
  | { kind: 'rows'; table: string; columns: readonly string[]; rows: Buffer }
  | { kind: 'jobs'; jobs: readonly OpenJob[] }
  | { kind: 'file'; path: string; size: number; content: AsyncIterable<Buffer> }
  | { kind: 'sums'; sums: ReadonlyMap<string, string> }
  | { kind: 'summary'; summary: Summary };

const FILE = /^(?:media\/[a-z0-9][\w-]*\/[a-z0-9][\w.-]*|private\/[a-z0-9][\w.-]*)$/i;

/** Whether `path` is one of a picture or a private file: nothing else is written into a data folder. */
export const isFilePath = (path: string): boolean => FILE.test(path);

export const rowCount = ({ tables }: Summary): number => Object.values(tables).reduce((sum, { rows }) => sum + rows, 0);

/** As `sha256sum` writes them, so that it can also check them. */
export const sumsText = (sums: ReadonlyMap<string, string>): string =>
  [...sums].map(([path, sum]) => `${sum}  ${path}\n`).join('');

export function parseSums(text: string): Map<string, string> {
  const lines = text.split('\n').filter((line) => line !== '');
  return new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]));
}
