import { type Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Client } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { bossOptions } from '#lib/jobs/connection';

/**
 * One connection of its own, for as long as a backup takes: without the deadlines of the shop, and gone for good when it
 * is lost. Not the `postgres` package: that goes on after a loss on a new connection, outside the transaction, and waits
 * for ever when the server refuses rows that were copied in.
 */
export type Session = {
  rows: <T extends object>(text: string, values?: readonly unknown[]) => Promise<T[]>;
  copyOut: (text: string) => Readable;
  copyIn: (text: string, rows: Buffer) => Promise<void>;
  /** The same connection, as pg-boss wants it. */
  forJobs: { executeSql: (text: string, values?: unknown[]) => Promise<{ rows: unknown[] }> };
  end: () => Promise<void>;
};

/** What rows look like as text depends on these, and so do their checksums. */
const FIXED = [
  ...['statement_timeout = 0', 'lock_timeout = 0', 'idle_in_transaction_session_timeout = 0'],
  ...["datestyle = 'ISO, MDY'", "intervalstyle = 'postgres'", "timezone = 'UTC'", 'extra_float_digits = 1'],
  ...["bytea_output = 'hex'", 'search_path = public', 'client_min_messages = warning'],
];

/** `url` must be a direct address: a transaction pooler keeps neither settings nor locks. */
export async function openSession(url: string): Promise<Session> {
  const { connectionString, ssl } = bossOptions(url);
  const client = new Client({
    connectionString,
    ssl,
    application_name: 'barrow-backup',
    connectionTimeoutMillis: 10_000,
  });
  // Whoever waits for an answer hears of it; between two questions nobody does.
  client.on('error', () => undefined);
  await client.connect();
  for (const setting of FIXED) await client.query(`set ${setting}`);
  return {
    rows: async <T extends object>(text: string, values: readonly unknown[] = []) =>
      (await client.query<T>(text, [...values])).rows,
    copyOut: (text) => client.query(copyTo(text)),
    async copyIn(text, rows) {
      const sink = client.query(copyFrom(text));
      if (!(sink instanceof Writable)) throw new TypeError('rows cannot be copied in');
      await pipeline([rows], sink);
    },
    forJobs: { executeSql: async (text, values) => ({ rows: (await client.query(text, values)).rows }) },
    end: () => client.end(),
  };
}
