import { createHash, randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { isMissingFile } from '#lib/missing-file';
import { BackupError, type Item, type Summary } from './format.ts';

const FOLDERS = ['media', 'private'];

type Kept = Extract<Item, { kind: 'file' | 'secret' | 'sums' }>;

/** What a backup holds besides the database. */
export type FilesTarget = {
  keep: (item: Kept) => Promise<void>;
  /** Compares all of it, and puts it in its place beside what is there: names are never used twice. */
  settle: (summary: Summary) => Promise<void>;
  /** Once the database is committed: signs as the backup did, and forgets the files of the shop that was replaced. */
  conclude: () => Promise<void>;
  /** Forgets what was not settled. */
  discard: () => Promise<void>;
};

/** The files of `folder`, as paths in the data folder. */
async function filesIn(dataDir: string, folder: string): Promise<string[]> {
  const entries = await readdir(join(dataDir, folder), { recursive: true, withFileTypes: true }).catch(
    (error: unknown) => {
      if (isMissingFile(error)) return [];
      throw error;
    },
  );
  return entries.flatMap((entry) =>
    entry.isFile() ? [join(entry.parentPath, entry.name).slice(dataDir.length + 1)] : [],
  );
}

function makeSums() {
  const found = new Map<string, string>();
  let wanted: ReadonlyMap<string, string> | null = null;
  return {
    found,
    expect(sums: ReadonlyMap<string, string>): void {
      wanted = sums;
    },
    /** Throws BackupError unless every file came, and came as it was. */
    compare(summary: Summary): void {
      for (const [path, sum] of wanted ?? []) {
        if (found.get(path) !== sum) throw new BackupError(`${path} is not what it was. Nothing was changed.`);
      }
      if (found.size !== summary.files.count || wanted?.size !== summary.files.count) {
        throw new BackupError(`${found.size} of ${summary.files.count} files are in this backup. Nothing was changed.`);
      }
    },
  };
}

/** Reads files and compares them without keeping any: for checks. */
export function comparedFiles(): Pick<FilesTarget, 'keep' | 'settle'> {
  const sums = makeSums();
  return {
    async keep(item) {
      if (item.kind === 'sums') return sums.expect(item.sums);
      if (item.kind === 'secret') return;
      const hash = createHash('sha256');
      for await (const chunk of item.content) hash.update(chunk);
      sums.found.set(item.path, hash.digest('hex'));
    },
    settle: async (summary) => sums.compare(summary),
  };
}

/** Keeps files in the data folder, and what links and tokens are signed with. */
export function filesInto(dataDir: string): FilesTarget {
  const staging = join(dataDir, `.restore-${randomBytes(6).toString('hex')}`);
  const sums = makeSums();
  let secret: string | null = null;

  async function keepFile({ path, content }: Extract<Kept, { kind: 'file' }>): Promise<void> {
    const hash = createHash('sha256');
    const target = join(staging, path);
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    await pipeline(
      content,
      async function* (source: AsyncIterable<Buffer>) {
        for await (const chunk of source) {
          hash.update(chunk);
          yield chunk;
        }
      },
      createWriteStream(target, { mode: path.startsWith('private/') ? 0o600 : 0o644, flush: true }),
    );
    sums.found.set(path, hash.digest('hex'));
  }

  return {
    async keep(item) {
      if (item.kind === 'sums') sums.expect(item.sums);
      else if (item.kind === 'secret') secret = item.secret;
      else await keepFile(item);
    },
    async settle(summary) {
      sums.compare(summary);
      for (const folder of FOLDERS) {
        await mkdir(join(dataDir, folder), { recursive: true, mode: folder === 'private' ? 0o700 : 0o755 });
      }
      for (const path of sums.found.keys()) {
        await mkdir(dirname(join(dataDir, path)), { recursive: true });
        await rename(join(staging, path), join(dataDir, path));
      }
    },
    async conclude() {
      for (const folder of FOLDERS) {
        for (const path of await filesIn(dataDir, folder)) {
          if (!sums.found.has(path)) await rm(join(dataDir, path), { force: true });
        }
      }
      if (secret === null) return;
      const unfinished = join(dataDir, '.auth-secret');
      await writeFile(unfinished, `${secret}\n`, { mode: 0o600 });
      await rename(unfinished, join(dataDir, 'auth-secret'));
    },
    discard: () => rm(staging, { recursive: true, force: true }),
  };
}

/** What this data folder signs with; null when the settings name another one or none was made yet. */
export async function storedSecret(dataDir: string): Promise<string | null> {
  return readFile(join(dataDir, 'auth-secret'), 'utf8').then(
    (text) => text.trim(),
    () => null,
  );
}
