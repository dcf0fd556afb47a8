import 'server-only';
import { createReadStream } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { env } from '#lib/env';
import { isMissingFile } from '#lib/missing-file';
import { readRecord, recordPath } from './record.ts';
import { type BackupRecord, type BackupSettings, surplus } from './rules.ts';

/** The backups in the data folder. The folder is the list: a restored database knows nothing of later ones. */

export const backupFolder = (): string => resolve(env().DATA_DIR, 'backups');

const NAME = /^barrow-\d{8}-\d{6}\.age$/;
const DAY_MS = 24 * 60 * 60 * 1000;

export const isBackupName = (name: string): boolean => NAME.test(name);

export type StoredBackup = BackupRecord & { name: string };

async function names(): Promise<string[]> {
  return readdir(backupFolder()).catch((error: unknown) => {
    if (isMissingFile(error)) return [];
    throw error;
  });
}

/** The newest first. A file without its record is still being written, or was put there by hand. */
export async function storedBackups(): Promise<StoredBackup[]> {
  const sorted = (await names()).filter(isBackupName).sort().reverse();
  const records = await Promise.all(sorted.map((name) => readRecord(join(backupFolder(), name))));
  return records.flatMap((record, i) => (record === null ? [] : [{ ...record, name: sorted[i] ?? '' }]));
}

/** Its bytes as they are read; null when there is none of that name. */
export async function openStored(name: string): Promise<{ bytes: number; stream: ReadableStream } | null> {
  if (!isBackupName(name)) return null;
  const path = join(backupFolder(), name);
  const info = await stat(path).catch(() => null);
  if (info === null) return null;
  return { bytes: info.size, stream: Readable.toWeb(createReadStream(path)) as ReadableStream };
}

/** Removes what the settings do not keep, and what an interrupted backup left. Answers the names that went. */
export async function removeSurplus(settings: BackupSettings, timeZone: string, now: Date): Promise<string[]> {
  const gone = surplus(await storedBackups(), settings, timeZone).map(({ name }) => name);
  for (const name of gone) {
    await rm(join(backupFolder(), name), { force: true });
    await rm(recordPath(join(backupFolder(), name)), { force: true });
  }
  for (const name of await names()) {
    if (!name.endsWith('.unfinished')) continue;
    const path = join(backupFolder(), name);
    const info = await stat(path).catch(() => null);
    if (info !== null && now.getTime() - info.mtimeMs > DAY_MS) await rm(path, { force: true });
  }
  return gone;
}
