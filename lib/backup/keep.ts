import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import manifest from '../../package.json' with { type: 'json' };
import type { CheckResult } from './check.ts';
import { writeBackup } from './file.ts';
import { storedSecret } from './files.ts';
import { BackupError, type Head, type Item, rowCount, type Summary } from './format.ts';
import { type BackupRecord, recordSchema } from './rules.ts';
import { openSession } from './session.ts';
import { readShop } from './snapshot.ts';

/** `barrow-20261122-030000.age`, by UTC, so that names sort by time. */
export function nameOfBackup(takenAt: Date): string {
  const [day = '', time = ''] = takenAt.toISOString().replaceAll(/[-:]/g, '').split('T');
  return `barrow-${day}-${time.slice(0, 6)}.age`;
}

export const recordPath = (path: string): string => `${path.replace(/\.age$/, '')}.json`;
const failurePath = (dataDir: string): string => join(dataDir, 'backups', 'failure.json');

async function writeWhole(path: string, value: unknown): Promise<void> {
  const unfinished = `${path}.unfinished`;
  await writeFile(unfinished, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  await rename(unfinished, path);
}

type Wanted = { path: string; url: string; dataDir: string; passphrase: string; takenAt: Date };

/** Backs the shop up into `path` and writes beside it what is in there. Throws BackupError. */
export async function keepBackup(wanted: Wanted): Promise<{ record: BackupRecord; summary: Summary }> {
  const { path, url, dataDir, passphrase, takenAt } = wanted;
  const began = performance.now();
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const session = await openSession(url);
  let head: Head | null = null;
  async function* heard(items: AsyncIterable<Item>): AsyncGenerator<Item> {
    for await (const item of items) {
      if (item.kind === 'head') head = item.head;
      yield item;
    }
  }
  try {
    const secret = process.env.AUTH_SECRET || (await storedSecret(dataDir));
    const items = heard(readShop(session, { app: manifest.version, takenAt, dataDir, secret }));
    const { bytes, sha256, summary } = await writeBackup(path, { items, passphrase });
    const record = recordOf(head, summary, { bytes, sha256, seconds: (performance.now() - began) / 1000 });
    await writeWhole(recordPath(path), record);
    await rm(failurePath(dataDir), { force: true });
    return { record, summary };
  } finally {
    await session.end();
  }
}

function recordOf(
  head: Head | null,
  summary: Summary,
  { bytes, sha256, seconds }: Pick<BackupRecord, 'bytes' | 'sha256' | 'seconds'>,
): BackupRecord {
  if (head === null) throw new Error('a backup begins with its head');
  return {
    taken_at: head.taken_at,
    app: head.app,
    schema: head.migrations.at(-1)?.tag ?? '',
    shop: head.shop,
    bytes,
    sha256,
    rows: rowCount(summary),
    orders: summary.tables.orders?.rows ?? 0,
    customers: summary.tables.customers?.rows ?? 0,
    files: summary.files.count,
    missing_files: summary.files.missing.length,
    seconds: Math.round(seconds * 10) / 10,
    checked: null,
  };
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
