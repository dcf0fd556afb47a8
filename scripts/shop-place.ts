import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { BackupError } from '../lib/backup/format.ts';
import { EnvError, parseEnv } from '../lib/env.ts';
import { openTerminal } from './ask.ts';
import { knownCluster, startCluster } from './postgres.ts';
import { CannotStart, checkDatabase, checkDataDir, lockDataDir } from './start-checks.ts';

/** Where a shop is: its database, reached past any pooler, and its folder. */
export type Place = { url: string; dataDir: string; leave: () => Promise<void> };

const ENV_FILE = join(import.meta.dirname, '..', '.env');

const say = (sentence: string) => process.stdout.write(`${sentence}\n`);

/**
 * The shop of these settings. The embedded database is started for as long as it is needed, unless the shop runs and
 * `mayRun` says that this is fine; otherwise nobody can start the shop until `leave`.
 */
export async function openPlace({ mayRun }: { mayRun: boolean }): Promise<Place> {
  const settings = parseEnv(process.env);
  const dataDir = resolve(settings.DATA_DIR);
  await checkDataDir(dataDir);
  const given = settings.DATABASE_DIRECT_URL;
  if (given !== undefined) await checkDatabase(given, say);
  let unlock: () => Promise<void>;
  try {
    unlock = await lockDataDir(dataDir);
  } catch (error) {
    if (!mayRun || !(error instanceof CannotStart)) throw error;
    const url = given ?? (await knownCluster(dataDir));
    if (url === null) throw error;
    return { url, dataDir, leave: async () => undefined };
  }
  if (given !== undefined) return { url: given, dataDir, leave: unlock };
  try {
    const cluster = await startCluster({ dataDir, say });
    return {
      url: cluster.url,
      dataDir,
      async leave() {
        await cluster.stop();
        await unlock();
      },
    };
  } catch (error) {
    await unlock();
    throw error;
  }
}

/** BACKUP_PASSPHRASE, or what is typed, twice where a new backup depends on it. */
export async function passphraseFor({ isNew }: { isNew: boolean }): Promise<string> {
  const { BACKUP_PASSPHRASE: known } = parseEnv(process.env);
  if (known !== undefined) return known;
  if (!process.stdin.isTTY) {
    throw new BackupError('Set BACKUP_PASSPHRASE: backups are encrypted, and there is no terminal to ask for it.');
  }
  const terminal = openTerminal();
  try {
    const typed = await terminal.ask('Passphrase of the backup (not shown): ');
    parseEnv({ BACKUP_PASSPHRASE: typed });
    if (typed === '') throw new BackupError('A backup needs a passphrase.');
    if (isNew && (await terminal.ask('The same once more: ')) !== typed) {
      throw new BackupError('These were two different ones.');
    }
    return typed;
  } finally {
    terminal.close();
  }
}

/** Runs one of our commands on its place, and says in a sentence what went wrong. */
export async function runCommand(options: { mayRun: boolean }, work: (place: Place) => Promise<string>): Promise<void> {
  let place: Place | null = null;
  const end = (code: number) => void Promise.resolve(place?.leave()).finally(() => process.exit(code));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => end(1));
  // Whoever started us is gone without a word.
  const orphaned = () => end(1);
  process.on('disconnect', orphaned);
  try {
    if (existsSync(ENV_FILE)) process.loadEnvFile(ENV_FILE);
    place = await openPlace(options);
    say(await work(place));
  } catch (error) {
    const isPlain = error instanceof BackupError || error instanceof CannotStart || error instanceof EnvError;
    const text = error instanceof Error ? (isPlain ? error.message : (error.stack ?? error.message)) : String(error);
    process.stderr.write(`${text}\n`);
    process.exitCode = 1;
  } finally {
    await place?.leave();
    process.off('disconnect', orphaned);
    if (process.connected) process.disconnect?.();
  }
}
