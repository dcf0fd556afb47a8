import { resolve } from 'node:path';
import { BackupError, rowCount } from '#lib/backup/format';
import { keepBackup } from '#lib/backup/keep';
import { nameOfBackup, noteFailure } from '#lib/backup/record';
import { bytesWords } from '#lib/backup/rules';
import { passphraseFor, runCommand } from './shop-place.ts';

/**
 * `npm run backup [-- FILE]`: writes the shop into an encrypted file while it goes on selling; without FILE into
 * `DATA_DIR/backups`. The desk runs it by itself with `--scheduled`.
 */
const [first, ...more] = process.argv.slice(2).filter((word) => word !== '--scheduled');

await runCommand({ mayRun: true }, async ({ url, dataDir }) => {
  if (more.length > 0 || first?.startsWith('-')) throw new BackupError('Usage: npm run backup -- FILE');
  const takenAt = new Date();
  const path = first === undefined ? resolve(dataDir, 'backups', nameOfBackup(takenAt)) : resolve(first);
  try {
    const passphrase = await passphraseFor({ isNew: true });
    const { record, summary } = await keepBackup({ path, url, dataDir, passphrase, takenAt });
    const missing = summary.files.missing.length;
    return [
      `${record.shop}: ${rowCount(summary)} rows and ${summary.files.count} files are in ${path} (${bytesWords(record.bytes)}).`,
      ...(missing > 0 ? [`${missing} files are named in the database but gone from ${dataDir}.`] : []),
      ...(summary.files.elsewhere > 0 ? [`${summary.files.elsewhere} pictures stay at Cloudinary.`] : []),
      'Keep the passphrase somewhere else: without it nobody can open this file.',
    ].join('\n');
  } catch (error) {
    // For the desk. Whoever sits at a terminal reads it there, and may only have mistyped.
    if (!process.stdin.isTTY) await noteFailure(dataDir, takenAt, error);
    throw error;
  }
});
