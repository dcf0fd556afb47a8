import { resolve } from 'node:path';
import { checkBackup } from '#lib/backup/check';
import { readBackup } from '#lib/backup/file';
import { filesInto } from '#lib/backup/files';
import { BackupError, rowCount } from '#lib/backup/format';
import { loadShop } from '#lib/backup/load';
import { noteCheck } from '#lib/backup/record';
import { passphraseFor, runCommand } from './shop-place.ts';

/**
 * `npm run restore -- FILE`: makes the shop of these settings what a backup holds, wholly or not at all. `--replace`
 * removes the shop that is there; `--check` only tries it beside the shop and changes nothing.
 */
const words = process.argv.slice(2);
const flags = new Set(words.filter((word) => word.startsWith('--')));
const [file, ...more] = words.filter((word) => !word.startsWith('--'));
const isCheck = flags.delete('--check');
const replace = flags.delete('--replace');

await runCommand({ mayRun: isCheck }, async ({ url, dataDir }) => {
  if (file === undefined || more.length > 0 || flags.size > 0 || (isCheck && replace)) {
    throw new BackupError('Usage: npm run restore -- FILE [--replace]\n       npm run restore -- FILE --check');
  }
  const path = resolve(file);
  const passphrase = await passphraseFor({ isNew: false });
  if (isCheck) {
    const checkedAt = new Date();
    const result = await checkBackup({ path, url, passphrase });
    await noteCheck(path, checkedAt, result);
    if (result.reason !== null) throw new BackupError(result.reason);
    return result.how === 'restored'
      ? 'This backup was restored beside the shop and compared: every row and file is there.'
      : 'This backup was read from beginning to end and is whole. The user of the database may not make another database, so it was not restored.';
  }
  const files = filesInto(dataDir);
  try {
    const { keep, settle } = files;
    const summary = await loadShop(url, readBackup(path, passphrase), { replace, isFromPast: true, keep, settle });
    await files.conclude();
    const signs = process.env.AUTH_SECRET
      ? [
          'AUTH_SECRET of your settings stays in use; links in letters sent earlier open only if it is the same as before.',
        ]
      : [];
    return [
      `${rowCount(summary)} rows and ${summary.files.count} files are back, compared by count and checksum.`,
      'Everybody signs in again. Look through users and API keys: what was withdrawn after the backup is back as well.',
      ...signs,
      'npm start opens the shop.',
    ].join('\n');
  } finally {
    await files.discard();
  }
});
