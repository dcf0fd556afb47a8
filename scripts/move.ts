import { join } from 'node:path';
import { BackupError, rowCount } from '#lib/backup/format';
import { loadShop } from '#lib/backup/load';
import { openSession } from '#lib/backup/session';
import { readShop } from '#lib/backup/snapshot';
import { requireQuiet } from '#lib/backup/target';
import { parseEnv } from '#lib/env';
import manifest from '../package.json' with { type: 'json' };
import { writeDatabase } from './env-file.ts';
import { runCommand } from './shop-place.ts';
import { checkDatabase } from './start-checks.ts';

/**
 * `npm run move -- --to DATABASE_URL`: copies the stopped shop into an empty database on a server, compares, and says
 * what to put into `.env`; `--write-env` puts it there. Pictures stay in the data folder, and so does the old database.
 */
const USAGE = 'Usage: npm run move -- --to DATABASE_URL [--write-env]';
const ENV_FILE = join(import.meta.dirname, '..', '.env');

function parseArguments(words: readonly string[]): { to: string; isWriting: boolean } {
  const rest = words.filter((word) => word !== '--write-env');
  const [flag, to, ...more] = rest;
  if (flag !== '--to' || to === undefined || more.length > 0) throw new BackupError(USAGE);
  parseEnv({ DATABASE_URL: to });
  return { to, isWriting: rest.length !== words.length };
}

await runCommand({ mayRun: false }, async ({ url, dataDir }) => {
  const { to, isWriting } = parseArguments(process.argv.slice(2));
  await checkDatabase(to, (sentence) => process.stdout.write(`${sentence}\n`), '--to');
  const session = await openSession(url);
  try {
    await requireQuiet(session);
    const items = readShop(session, { app: manifest.version, takenAt: new Date(), dataDir: null, secret: null });
    const summary = await loadShop(to, items, {
      replace: false,
      isFromPast: false,
      keep: async () => undefined,
      settle: async () => undefined,
    });
    if (isWriting) await writeDatabase(ENV_FILE, to);
    return [
      `${rowCount(summary)} rows were copied and compared by count and checksum.`,
      isWriting
        ? '.env names the new database now.'
        : `Put this line into .env, and the shop uses it:\n\n  DATABASE_URL=${to}\n`,
      `Pictures stay in ${dataDir}. The old database stays as it is until you remove it; orders taken there from now on are not in the new one.`,
    ].join('\n');
  } finally {
    await session.end();
  }
});
