import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { inject } from 'vitest';
import { readBackup, writeBackup } from '#lib/backup/file';
import { filesInto } from '#lib/backup/files';
import type { Summary } from '#lib/backup/format';
import { loadShop } from '#lib/backup/load';
import { openSession } from '#lib/backup/session';
import { readShop } from '#lib/backup/snapshot';
import { listTables, sumTable, type TableSum } from '#lib/backup/tables';

export const PASSPHRASE = 'seven loaves and two fishes';
/** Of scrypt: what makes guessing slow is not what these tests are about. */
export const QUICK = 10;
export const SECRET = 'a secret that links are signed with';

export const newFolder = (): Promise<string> => mkdtemp(join(inject('runDir'), 'backup-'));

export async function backUp(url: string, dataDir: string, path: string): Promise<Summary> {
  const session = await openSession(url);
  try {
    const items = readShop(session, { app: '0.1.0', takenAt: new Date(), dataDir, secret: SECRET });
    return (await writeBackup(path, { items, passphrase: PASSPHRASE, workFactor: QUICK })).summary;
  } finally {
    await session.end();
  }
}

/** As `npm run restore` does. */
export async function restore(
  path: string,
  { url, dataDir, replace = false, passphrase = PASSPHRASE }: Target,
): Promise<Summary> {
  const files = filesInto(dataDir);
  try {
    const { keep, settle } = files;
    const summary = await loadShop(url, readBackup(path, passphrase), { replace, isFromPast: true, keep, settle });
    await files.conclude();
    return summary;
  } finally {
    await files.discard();
  }
}

type Target = { url: string; dataDir: string; replace?: boolean; passphrase?: string };

/** Count and checksum of every table. */
export async function sumsOf(url: string): Promise<Record<string, TableSum>> {
  const session = await openSession(url);
  try {
    const sums: Record<string, TableSum> = {};
    for (const table of await listTables(session)) sums[table.name] = await sumTable(session, table);
    return sums;
  } finally {
    await session.end();
  }
}

/** Asks a database beside the one of the test file. */
export async function rowsOf<T extends object>(url: string, text: string): Promise<T[]> {
  const session = await openSession(url);
  try {
    return await session.rows<T>(text);
  } finally {
    await session.end();
  }
}
