import { randomBytes } from 'node:crypto';
import { readBackup } from './file.ts';
import { comparedFiles } from './files.ts';
import { BackupError } from './format.ts';
import { loadShop } from './load.ts';
import { openSession, type Session } from './session.ts';

/** `reason`: why it cannot be relied on, null when it can. */
export type CheckResult = { how: 'restored' | 'read'; reason: string | null };

/** Any number: one check at a time, so that what an interrupted one left can be told from what is in use. */
const LOCK = 727_272_003;
const PREFIX = 'barrow_check_';
const MAY_NOT = '42501';

async function removeLeftovers(session: Session): Promise<void> {
  const left = await session.rows<{ name: string }>(
    `select datname::text as name from pg_database where starts_with(datname, '${PREFIX}')`,
  );
  for (const { name } of left) await session.rows(`drop database if exists ${name} with (force)`);
}

/** Makes a database beside the shop's; null where this user may not. */
async function makeScratch(session: Session): Promise<string | null> {
  const name = `${PREFIX}${randomBytes(6).toString('hex')}`;
  try {
    await session.rows(`create database ${name}`);
    return name;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === MAY_NOT) return null;
    throw error;
  }
}

async function readThrough(path: string, passphrase: string): Promise<void> {
  const files = comparedFiles();
  for await (const item of readBackup(path, passphrase)) {
    if (item.kind === 'file' || item.kind === 'sums') await files.keep(item);
    else if (item.kind === 'summary') await files.settle(item.summary);
  }
}

/**
 * Tries a backup without touching the shop: restores it into a database made for that, compares every row and file, and
 * removes it again. Where the user of the database may make none, the file is only read from beginning to end.
 */
export async function checkBackup(asked: { path: string; url: string; passphrase: string }): Promise<CheckResult> {
  const { path, url, passphrase } = asked;
  const session = await openSession(url);
  let scratch: string | null = null;
  try {
    const [lock] = await session.rows<{ free: boolean }>('select pg_try_advisory_lock($1) as free', [LOCK]);
    if (!lock?.free) throw new BackupError('Another backup is being checked; wait for it.');
    await removeLeftovers(session);
    scratch = await makeScratch(session);
    const how = scratch === null ? 'read' : 'restored';
    try {
      if (scratch === null) await readThrough(path, passphrase);
      else {
        const address = new URL(url);
        address.pathname = `/${scratch}`;
        await loadShop(address.href, readBackup(path, passphrase), {
          replace: false,
          isFromPast: true,
          ...comparedFiles(),
        });
      }
      return { how, reason: null };
    } catch (error) {
      if (error instanceof BackupError) return { how, reason: error.message };
      throw error;
    }
  } finally {
    if (scratch !== null) await session.rows(`drop database if exists ${scratch} with (force)`);
    await session.end();
  }
}
