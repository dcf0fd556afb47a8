import { mkdir, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import manifest from '../../package.json' with { type: 'json' };
import { writeBackup } from './file.ts';
import { storedSecret } from './files.ts';
import { type Head, type Item, rowCount, type Summary } from './format.ts';
import { failurePath, recordPath, writeWhole } from './record.ts';
import type { BackupRecord } from './rules.ts';
import { openSession } from './session.ts';
import { readShop } from './snapshot.ts';

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
