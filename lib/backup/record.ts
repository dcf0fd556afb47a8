import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CheckResult } from './check.ts';
import { BackupError } from './format.ts';
import { type BackupRecord, recordSchema } from './rules.ts';

/**
 * What lies beside backups and tells of them. Apart from what makes them: that is not for the server, which only lists.
 */

/** `barrow-20261122-030000.age`, by UTC, so that names sort by time. */
export function nameOfBackup(takenAt: Date): string {
  const [day = '', time = ''] = takenAt.toISOString().replaceAll(/[-:]/g, '').split('T');
  return `barrow-${day}-${time.slice(0, 6)}.age`;
}

export const recordPath = (path: string): string => `${path.replace(/\.age$/, '')}.json`;
export const failurePath = (dataDir: string): string => join(dataDir, 'backups', 'failure.json');

export async function writeWhole(path: string, value: unknown): Promise<void> {
  const unfinished = `${path}.unfinished`;
  await writeFile(unfinished, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  await rename(unfinished, path);
}

/** What is known of the backup at `path`; null when nothing was written beside it. */
export async function readRecord(path: string): Promise<BackupRecord | null> {
  const text = await readFile(recordPath(path), 'utf8').catch(() => null);
  if (text === null) return null;
  const record = recordSchema.safeParse(JSON.parse(text));
  return record.success ? record.data : null;
}

/** Writes down how a check ended. */
export async function noteCheck(path: string, at: Date, { how, reason }: CheckResult): Promise<void> {
  const record = await readRecord(path);
  if (record !== null)
    await writeWhole(recordPath(path), { ...record, checked: { at: at.toISOString(), how, reason } });
}

/** Writes down that a backup came to nothing, until the next one comes to something. */
export async function noteFailure(dataDir: string, at: Date, error: unknown): Promise<void> {
  // Anything else is a bug, whose words may repeat what is stored.
  const reason = error instanceof BackupError ? error.message : 'It failed unexpectedly; the log says more.';
  await mkdir(join(dataDir, 'backups'), { recursive: true, mode: 0o700 });
  await writeWhole(failurePath(dataDir), { at: at.toISOString(), reason });
}

/** The failure after which no backup has been made; null when the last one was. */
export async function readFailure(dataDir: string): Promise<{ at: string; reason: string } | null> {
  const text = await readFile(failurePath(dataDir), 'utf8').catch(() => null);
  return text === null ? null : JSON.parse(text);
}
